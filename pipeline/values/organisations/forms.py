"""A text to the runs of capitalised words that name an organisation by their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import BodyWordKind, StartKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.values.titles.patterns import TitlePatterns

_WORD = r"(?!\w+-(?:based|led|owned|listed|backed)\b)[A-ZÀ-Þ][\w&-]*+(?:['’](?!s\b)\w++){0,3}+(?:\.[A-Z]){0,8}"
_RUN = re.compile(rf"(?<![\w$€£@#/.-]){_WORD}(?: (?:(?:of|for|and|on|de|del|da|des|du|&)(?: the)? )?{_WORD})*")
_BEFORE_SUFFIX = re.compile(
    rf"(?<![\w.-])(?:\d{{1,3}}-?[A-Z][\w-]* )?(?:{_WORD} (?:(?:de|del|du|of|la|&|y|und) )?)*{_WORD}$"
)
_SMALL = r"[a-zß-ÿ]{3,}(?:[-’'][a-zß-ÿ]{2,})?"
_ADJECTIVE = r"[a-zß-ÿ]{2,}(?:aux|iers|ières|iques|elles|aires|ées)(?!\w)"
_BEHIND_COMMA = re.compile(r", (?:[A-Z]\.){3,4}(?=,|;|\)| [a-z]|\n|$)")
_APOSTROPHES = ("'", "’")
_WORDS = 15
"""Words in capitals that a name has at most; without an end, each word of a long list would be searched to its end."""
_LINE = 2_000
"""Letters of a headline, on either side of a place in it."""
_AND = re.compile(r" and (?:the )?")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Za-zÀ-Þ]\.)+[A-Za-zÀ-Þş]$")
_FIRST = re.compile(r"[\w'’]{1,60}")


@dataclass(frozen=True, slots=True)
class OrganisationForms:
    """The words that make an organisation of a run of capitalised words, compiled."""

    opener: re.Pattern[str]
    head: re.Pattern[str]
    public: re.Pattern[str]
    legal: re.Pattern[str]
    legal_too: re.Pattern[str]
    """Legal suffixes that are spelt like other words: no word in capitals may follow."""
    sure_legal: re.Pattern[str]
    family: re.Pattern[str]
    abroad: re.Pattern[str]
    abroad_small: re.Pattern[str]
    """The same with small words, as French has them: `Direction de la protection des végétaux`."""
    prefixed: re.Pattern[str]
    before_club: re.Pattern[str]
    kin: re.Pattern[str]
    never_first: frozenset[str]
    never_last: frozenset[str]
    """Words that begin sentences, and that a run of capitals may go on into: `Government of Ghana | Thursday`."""

    def without_suffix(self, name: str) -> str:
        """Give a name without the legal suffixes that it ends with."""
        return next((name[: one.start()] for one in self.legal.finditer(name) if one.end() == len(name)), name)

    def ends_legally(self, name: str) -> bool:
        """Say whether a name ends with a legal suffix that no person's name ends with."""
        return any(suffix.end() == len(name) for suffix in self.sure_legal.finditer(name))


def organisation_forms(
    bodies: Lexicon[BodyWordKind], starts: Lexicon[StartKind], titles: TitlePatterns
) -> OrganisationForms:
    """Compile the words of organisations that say it without a model."""
    like_words = bodies.printed("word_too")
    legal = {word for word in bodies.printed("legal") if len(word) > 1 and word not in like_words}
    shouted = any_of(word for word in like_words if word.isupper())
    suffix = any_of(legal | {word.upper() for word in legal})
    particles, join = bodies.printed("particle"), bodies.any_of("and_abroad", "and_names")
    of = rf"{any_of(word if word[-1] in _APOSTROPHES else f'{word} ' for word in particles)}"
    return OrganisationForms(
        opener=compile_once(rf"\b{bodies.any_of('sure_opener')} (?:the )?[A-ZÀ-Þ]"),
        head=compile_once(
            rf"(?<!\w){_WORD}(?: (?:& )?{_WORD}){{0,{_WORDS}}}? {bodies.any_of('sure_head')}(?!\w| [A-Z&])"
        ),
        public=compile_once(rf"(?:\bU\.?S\.? )?\b{bodies.any_of('public')}(?!\w)"),
        legal=compile_once(rf"(?:,? {suffix}(?!\w)){{1,4}}"),
        legal_too=re.compile(rf",? {shouted}(?= [a-zß-ÿ(]|[,.;:)\n]|$)"),
        sure_legal=compile_once(rf",? {bodies.any_of('sure_legal')}(?!\w)"),
        family=re.compile(rf" {bodies.any_of('family')}(?!\w| [A-Z])"),
        prefixed=re.compile(rf"(?<![\w.-]){bodies.any_of('prefix')}(?: {_WORD}){{1,3}}"),
        before_club=re.compile(rf"(?<![\w.-])(?P<prefix>{bodies.any_of('prefix')}) $"),
        abroad=compile_once(
            rf"(?<![\w-])(?:Te )?{bodies.any_of('foreign_opener')}(?: {_WORD}){{0,2}}"
            rf"(?: {bodies.any_of('particle')} {_WORD}(?: {_WORD}){{0,2}}){{1,2}}"
        ),
        abroad_small=compile_once(
            rf"(?<![\w-]){bodies.any_of('foreign_opener')}(?: {_SMALL})?"
            rf"(?: (?:{join} )?{of}{_SMALL}(?: {_ADJECTIVE})?){{1,4}}(?![\w’'-])"
        ),
        kin=compile_once(
            rf"(?<![\w-]){_WORD}(?:,? {_WORD}){{0,4}}? (?:&|{bodies.any_of('and_abroad', 'and_names')}) "
            rf"{bodies.any_of('kin')}(?!\w| [A-Z])"
        ),
        never_first=starts.words().union(word[:1].upper() + word[1:] for word in titles.every_head),
        never_last=starts.words(),
    )


def organisation_runs(text: str, forms: OrganisationForms) -> Iterator[tuple[int, int, str]]:
    """Find organisations by their form: start, end, and `office` (Ministry of ...) or `head` (... University)."""
    yield from _with_legal_suffix(text, forms)
    for kin in forms.kin.finditer(text):
        yield *_without_first(text, *kin.span(), forms), "legal"
    for name in (*forms.abroad.finditer(text), *forms.abroad_small.finditer(text), *forms.prefixed.finditer(text)):
        if not in_title_case(text, name.start()):
            dotted = _BEHIND_COMMA.match(text, name.end())
            yield name.start(), dotted.end() if dotted else name.end(), "legal"
    for run in _RUN.finditer(text):
        start, end = _without_first(text, *run.span(), forms)
        opener = forms.opener.search(text, start, end)
        if opener:
            yield opener.start(), _end(text, opener.end(), end, forms), "office"
        elif (head := forms.head.search(text, start, end)) and head.end() == end and not in_title_case(text, start):
            yield head.start(), end, "head"
        elif public := forms.public.search(text, start, end):
            yield *public.span(), "head"


def with_suffix(text: str, end: int, forms: OrganisationForms) -> int:
    """Give the end of an organisation's name with the legal suffixes that follow it: `, Inc.`, the stop of `S.A.`."""
    if text[end : end + 1] == "." and _DOTTED.search(text, max(0, end - 6), end):
        return end + 1
    suffix = forms.legal.match(text, end) or forms.legal_too.match(text, end)
    return suffix.end() if suffix else end


def _with_legal_suffix(text: str, forms: OrganisationForms) -> Iterator[tuple[int, int, str]]:
    """Find the capitalised words before a legal suffix that no other word is spelt like."""
    for suffix in forms.sure_legal.finditer(text):
        before = _BEFORE_SUFFIX.search(text, max(0, suffix.start() - 70), suffix.start())
        if before and before[0] not in forms.never_first:
            start, _ = _without_first(text, *before.span(), forms)
            whole = forms.legal.match(text, suffix.start()) or suffix
            yield start, with_suffix(text, max(whole.end(), suffix.end()), forms), "legal"


def _without_first(text: str, start: int, end: int, forms: OrganisationForms) -> tuple[int, int]:
    """Cut words off a run that begin a sentence and no name."""
    first = _FIRST.match(text, start)
    while first and first[0] in forms.never_first and first.end() < end:
        start = first.end() + 1
        first = _FIRST.match(text, start)
    return start, end


def _end(text: str, start: int, end: int, forms: OrganisationForms) -> int:
    """Cut a run at `and` where another organisation follows, and before the words of the sentence that it ends with."""
    for joined in _AND.finditer(text, start, end):
        if forms.opener.match(text, joined.end(), end) or forms.head.match(text, joined.end(), end):
            return joined.start()
    while (last := text.rfind(" ", start, end)) > 0 and _is_sentences(text[last + 1 : end], forms):
        end = last
    return end


def _is_sentences(word: str, forms: OrganisationForms) -> bool:
    """Say whether the last word of a run is the sentence's: `Thursday`, and `on` before it."""
    return word in forms.never_last or word.islower()


def in_title_case(text: str, start: int) -> bool:
    """Say whether a place stands in a line that capitalises its words, as headlines do."""
    first, last = max(0, start - _LINE), min(len(text), start + _LINE)
    begin, stop = text.rfind("\n", first, start) + 1, text.find("\n", start, last)
    if (begin == 0 and first > 0) or (stop < 0 and last < len(text)):
        return False
    words = [word for word in text[begin : stop if stop >= 0 else len(text)].split() if len(word) > 3]
    return len(words) < 25 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
