"""The tokens of a Doc as words with offsets, and what rules may ask about a mention among them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.extract.document.view import view_of
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.rule_set import NAMES

GAP = 6
"""Most characters between two mentions that count as beside each other."""


DEFINED = re.compile(r"(\w)\s+\([\"“'‘]?(?:the )?([A-Z][\w&.-]{1,12})[\"”'’]?\)")
"""A short form in brackets after words."""


class DocWords:
    """The words of a Doc: what they are and where they stand."""

    def __init__(self, doc: Doc) -> None:
        """Take the words of a Doc; white space is no word."""
        tokens = [token for token in doc if not token.is_space]
        self.doc = doc
        self.text = view_of(doc).text
        self.words = [token.text for token in tokens]
        self.starts = [token.idx for token in tokens]
        self.ends = [token.idx + len(token.text) for token in tokens]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Give the numbers of the first word of a stretch of characters, and of the one after its last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def at(self, number: int) -> str:
        """Give a word by its number; empty before the first and after the last."""
        return self.words[number] if 0 <= number < len(self.words) else ""


def shape(words: Sequence[str]) -> str:
    """Say how words are written: lower, title, upper, or mixed; `one_` before it for a single word.

    >>> shape(["Ministry", "of", "Finance"]), shape(["EPA"]), shape(["chief", "executive"])
    ('mixed', 'one_upper', 'lower')
    """
    forms = {"lower" if w.islower() else "upper" if w.isupper() and len(w) > 1 else "title" for w in words}
    form = forms.pop() if len(forms) == 1 else "mixed"
    return f"one_{form}" if len(words) == 1 else form


def pass_of(found_by: str) -> str:
    """Give the component and pass of a `found_by`, without the row: what rules ask of a mention.

    >>> pass_of("press_roles/after_name/chiefs")
    'press_roles/after_name'
    """
    return "/".join(found_by.split("/")[:2])


def all_features(words: DocWords, named: Sequence[Candidate]) -> list[dict[str, str]]:
    """Give what an edit may ask of each mention; nothing of amounts, percentages and dates.

    `text`: its words; `first`, `last`, `left`, `right`: the word at that place in or beside it; `shape`, and
    `left_shape`, `right_shape` of the words beside it that belong to no mention; `found_by`: the rule of ours that
    found it, empty for the model; `before`, `after`: a neighbouring mention's label with what stands between:
    `<PERSON> ,`; `cut`: what is left of the word in which it ends; and of the whole article: see `ArticleFeatures`.
    """
    article = ArticleFeatures(words, named)
    sides = zip([None, *named[:-1]], named, [*named[1:], None], strict=True) if named else ()
    return [_features(words, o, b, a) | article.features(o) if o.label in NAMES else {} for b, o, a in sides]


def _features(words: DocWords, named: Candidate, before: Candidate | None, after: Candidate | None) -> dict[str, str]:
    first, stop = words.range(named.start, named.end)
    inside, left, right = words.words[first:stop], words.at(first - 1), words.at(stop)
    return {
        "label": named.label,
        "text": words.text[named.start : named.end],
        "first": inside[0] if inside else "",
        "last": inside[-1] if inside else "",
        "left": left,
        "right": right,
        "shape": shape(inside),
        "left_shape": _free_shape(left) if before is None or words.range(before.start, before.end)[1] < first else "",
        "right_shape": _free_shape(right) if after is None or words.range(after.start, after.end)[0] > stop else "",
        "found_by": "" if named.source.endswith("/model") else pass_of(named.source),
        "cut": words.text[named.end : words.ends[stop - 1]] if stop else "",
        "before": _gap(words.text, before, named, "<{}> {}", before),
        "after": _gap(words.text, named, after, "{1} <{0}>", after),
    }


def _free_shape(word: str) -> str:
    return shape([word]).removeprefix("one_") if word.isalpha() else ""


def _gap(text: str, one: Candidate | None, other: Candidate | None, form: str, neighbour: Candidate | None) -> str:
    if one is None or other is None or neighbour is None or not 0 <= other.start - one.end <= GAP:
        return ""
    return form.format(neighbour.label, " ".join(text[one.end : other.start].split())).strip()


class ArticleFeatures:
    """What the rest of an article says about a mention.

    `defined`: what stands before the brackets in which the article defines it as a short form: a mention's label, or
    `words`; `part_of`: the label of a longer mention that begins or ends with its words; `also`: another label that
    the same words have more often; `doubted`: `yes` where the model found the words at fewer of their places than the
    rule that repeats its finds did; `common`: `yes` for a word that the article has in lower case too.
    """

    def __init__(self, words: DocWords, named: Sequence[Candidate]) -> None:
        """Look through the mentions of an article."""
        self.text = words.text
        self.lower = {word for word in words.words if word.islower()}
        self.labels: dict[str, Counter[str]] = defaultdict(Counter)
        self.found: dict[str, Counter[str]] = defaultdict(Counter)
        self.parts: dict[str, str] = {}
        for one in named:
            printed = words.text[one.start : one.end]
            self.labels[printed][one.label] += 1
            self.found[printed][pass_of(one.source).rpartition("/")[2]] += 1
            pieces = printed.split()
            for cut in range(1, len(pieces)):
                self.parts[" ".join(pieces[:cut])] = self.parts[" ".join(pieces[cut:])] = one.label
        ends = {one.end: one.label for one in named}
        self.defined = {m[2]: ends.get(m.end(1), "words") for m in DEFINED.finditer(words.text)}

    def features(self, named: Candidate) -> dict[str, str]:
        """Give what the article says about a mention."""
        text = self.text[named.start : named.end]
        most = self.labels[text].most_common(1)[0][0]
        return {
            "defined": self.defined.get(text, ""),
            "part_of": self.parts.get(text, ""),
            "also": most if most != named.label else "",
            "doubted": "yes" if self.found[text]["repeat"] >= max(1, self.found[text]["model"]) else "",
            "common": "yes" if text.istitle() and text.lower() in self.lower else "",
        }
