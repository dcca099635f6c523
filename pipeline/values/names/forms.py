"""Names to what they share: folded forms, ids, whether one person's name is a shorter form of another."""

import hashlib
import re
import unicodedata
from functools import lru_cache

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_PARTICLES = (
    "al ap bin bint da dal das de del della den der di do dos du e el ibn la las le lo los mac san st te ten ter van "
    "vel von y zu zum zur"
)
PARTICLES = frozenset(_PARTICLES.split())
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "\u00a0": " "})
_ASIDE = re.compile(r"""["(][^")]*[")]|(?<!\w)'[^']+'(?!\w)""")
_STOP = re.compile(r"\.(?=\w)")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "&": " and "}

KEPT = 50_000
"""Names that are remembered as they were folded: more than 10,000 articles have, which linking goes through in several
orders."""


@lru_cache(maxsize=KEPT)
def fold(name: str) -> str:
    """Fold a name for comparison: case, accents, spaces, quote marks, hyphens, a leading `the`.

    >>> fold("The Société  Générale")
    'societe generale'
    """
    if name.isascii():  # As most names are: an archive has more of them than are remembered.
        text = name.lower().replace("&", _LETTERS["&"])
    else:
        text = unicodedata.normalize("NFKD", name.translate(_QUOTES).lower())
        text = "".join(_LETTERS.get(char, char) for char in text if not unicodedata.combining(char))
        text = text.replace("‑", " ").replace("–", " ")
    return " ".join(text.replace("-", " ").split()).removeprefix("the ")


def on_one_line(name: str) -> str:
    """Give a name as printed, without line ends and doubled spaces in it.

    >>> on_one_line("Ama\\n Boateng")
    'Ama Boateng'
    """
    return " ".join(name.split())


def entity_id(label: str, name: str) -> str:
    """Give the id of a person or organisation: of its full name alone, so that it is the same in all articles.

    >>> entity_id("PERSON", "Alpha Lau") == entity_id("PERSON", "ALPHA LAU")
    True
    """
    digest = hashlib.sha256(f"{label} {fold(name)}".encode()).hexdigest()
    return f"{label[0].lower()}-{digest[:12]}"


@lru_cache(maxsize=KEPT)
def name_words(name: str) -> tuple[str, ...]:
    """Give the folded words of a person's name without suffixes, nicknames in quotes, brackets and full stops.

    >>> name_words('Robert "Bob" J. Smith, Jr.')
    ('robert', 'j', 'smith')
    """
    words = [word.strip(".,'") for word in _STOP.sub(" ", _ASIDE.sub(" ", fold(name))).replace(",", " ").split()]
    return tuple(word for word in words if word and word not in SUFFIXES)


def is_bare(name: str) -> bool:
    """Say whether a name is one word, but for particles: `Biden`, `al-Rawashdeh`."""
    return sum(word not in PARTICLES for word in name_words(name)) < 2


@lru_cache(maxsize=KEPT)
def nickname(name: str) -> str | None:
    """Give the folded nickname that a name carries in quotes or brackets.

    >>> nickname("Robert “Bob” Smith")
    'bob'
    """
    inside = re.search(r"""["(]([^")]+)[")]|(?<!\w)'([^']+)'(?!\w)""", fold(name))
    return (inside.group(1) or inside.group(2)).strip() if inside else None


def is_form_of(short: str, full: str, *, nicknames: dict[str, frozenset[str]] | None = None) -> bool:
    """Say whether a person's name may be a shorter form of another, whatever the order of family and given name.

    Every word of the short form has its own word in the full one (itself, what it is an initial of, a usual nickname),
    and one of them is a word in full that is no particle.

    >>> [is_form_of(short, "John Michael Okafor Jr.") for short in ("Okafor", "J. M. Okafor", "Jane Okafor", "J.")]
    [True, True, False, False]
    """
    words, left = name_words(short), list(name_words(full))
    if not words or len(words) > len(left) + (nickname(full) is not None):
        return False
    if words == (nickname(full),):
        return True
    solid = False
    for word in words:
        match = next((other for other in left if _same_word(word, other, nicknames or {})), None)
        if match is None and word == nickname(full):
            continue
        if match is None:
            return False
        left.remove(match)
        solid = solid or (len(word) > 1 and len(match) > 1 and word not in PARTICLES)
    return solid


def is_inverted(one: str, other: str) -> bool:
    """Say whether two full names are of the same words in another order, as no comma tells.

    >>> is_inverted("Chen Wei", "Wei Chen"), is_inverted("Chen, Wei", "Wei Chen"), is_inverted("Chen Wei", "CHEN WEI")
    (True, False, False)
    """
    mine, theirs = name_words(one), name_words(other)
    return mine != theirs and sorted(mine) == sorted(theirs) and "," not in one + other


def _same_word(word: str, other: str, nicknames: dict[str, frozenset[str]]) -> bool:
    if word == other:
        return True
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return other in nicknames.get(word, ()) or word in nicknames.get(other, ())


_SOUNDS = (("zh", "j"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"))
_SILENT = re.compile(r"[aeiouy]|(?<!s)(?<!c)h")


@lru_cache(maxsize=KEPT)
def skeleton(word: str) -> str:
    """Give what romanisations of one name share: its consonants, those that are written in two ways as one.

    >>> [skeleton(word) for word in ("zhumagulov", "jumagulov", "sharnouby", "sharnubi", "rawashdeh", "rawashda")]
    ['jmglv', 'jmglv', 'shrnb', 'shrnb', 'rvshd', 'rvshd']
    """
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    plain = _SILENT.sub("", word)
    return re.sub(r"(.)\1+", r"\1", plain) or word


def sounds_like(one: str, other: str) -> bool:
    """Say whether two full names may be romanisations of one, whatever the order of family and given name.

    >>> sounds_like("Yerlan Zhumagulov", "Erlan Jumagulov"), sounds_like("Yerlan Zhumagulov", "Aigul Zhumagulova")
    (True, False)
    >>> sounds_like("Mario Conti", "Maria Conti")
    False
    """
    return sounds(one) == sounds(other) and len(sounds(one)) > 1 and _ends(one) == _ends(other)


def _ends(name: str) -> list[str]:
    """Give the short words that end with an a: Maria does, Mario doesn't, and both sound alike otherwise."""
    heard = ((skeleton(word), word) for word in name_words(name))
    return sorted(sound for sound, word in heard if len(sound) < 3 and word.endswith("a"))


def sounds(name: str) -> list[str]:
    """Give what the words of a name sound like, in an order that says nothing of theirs.

    >>> sounds("Erlan Jumagulov") == sounds("Zhumagulov, Yerlan")
    True
    """
    return sorted(skeleton(word) for word in name_words(name) if word not in PARTICLES)


_GIVEN = re.compile(r"\b([^\W_]{2,5})_([^\W_]{2,5})\b")


def surname(name: str) -> str:
    """Give the family name: the last word, but beside a given name of two short parts with a hyphen.

    >>> [surname(name) for name in ("Joseph R. Biden Jr.", "Biden", "Baek Seong-ryul", "Seong-ryul Baek")]
    ['biden', 'biden', 'baek', 'baek']
    """
    words = name_words(name)
    if len(words) == 3 and (given := _GIVEN.search(fold(name.replace("-", "_")))):
        words = tuple(word for word in words if word not in given.groups())
    return words[-1] if words else fold(name)


def surname_rank(short: str, full: str) -> int:
    """Rank how likely a one-word form names a person: 0 the last word, 1 the first, 2 one between, 3 none.

    >>> [surname_rank(word, "Chen Zilei") for word in ("Zilei", "Chen", "Lau")]
    [0, 1, 3]
    """
    words, full_words = name_words(short), name_words(full)
    if not words or not full_words:
        return 3
    if words[-1] == full_words[-1]:
        return 0
    if words[0] == full_words[0]:
        return 1
    return 2 if set(words) <= set(full_words) else 3


@lru_cache(maxsize=KEPT)
def org_words(name: str) -> tuple[str, ...]:
    """Give the folded words of an organisation's name, without punctuation.

    >>> org_words("Samsung Electronics Co., Ltd.")
    ('samsung', 'electronics', 'co', 'ltd')
    """
    return tuple(re.findall(r"[^\W_]+(?:[.'+][^\W_]+)*", fold(name).replace("'s", "s")))


def is_acronym(word: str) -> bool:
    """Say whether a word is written like an acronym: capitals, two at least, few other letters.

    >>> [is_acronym(word) for word in ("WHO", "InvestHK", "DoJ", "A", "Bank")]
    [True, True, True, False, False]
    """
    capitals = sum(char.isupper() for char in word)
    return " " not in word and capitals >= 2 and len(word) <= 12
