"""Decisions to rows of the rule files that would have made them unnecessary: titles, cue verbs, aliases."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.plain import BETWEEN
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.runs.exported import Exported
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import WordList
from pipeline.values.titles.titles import titles_of
from pipeline.values.titles.words import TitleWords

LEAST = {"noun": 1, "head": 2, "rank": 2, "modifier": 2, "say": 2, "body": 1}
"""Articles in which a row of a kind must make decisions unnecessary; `noun`: a head that is written small, which can be
no name, and only acts beside names."""

_FIELD = re.compile(r" (?:of|for|to|on|in|at|and) |, ")
_NAME_FOLLOWS = re.compile(r"\s[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class RowCandidate:
    """A row for a rule file, and the decisions that ask for it."""

    file: str
    row: WordList
    asked: tuple[Decision, ...]
    small: bool = False
    """Whether people wrote its words small."""

    @property
    def least(self) -> int:
        """Give in how many articles it must help."""
        return LEAST["noun" if self.small and self.row.kind == "head" else self.row.kind]

    def may_matter(self, text: str) -> bool:
        """Say whether an article has the words of the row: two of its names for an alias."""
        folded = text.lower()
        found = sum(word.lower() in folded for word in self.row.words)
        return found > (self.file == "aliases")


def row_candidates(decisions: Sequence[Decision], exported: Exported, rulebook: Rulebook) -> list[RowCandidate]:
    """Propose rows, those that most decisions ask for first."""
    asked: dict[tuple[str, str, tuple[str, ...]], list[Decision]] = defaultdict(list)
    known, small = titles_of(rulebook).words, set[str]()
    verbs = rulebook.quote_verbs.words()
    here = [decision for decision in decisions if decision.article_id in exported.texts or decision.action == "merge"]
    for decision in here:
        text = exported.texts.get(decision.article_id, "")
        for kind, word in _titles(decision, text, known):
            asked["titles", kind, (word.lower() if kind == "head" else word,)].append(decision)
            small |= {word} if word.islower() else set()
        for verb in _cues(decision, text):
            if verb not in verbs:
                asked["quote_verbs", "say", (verb,)].append(decision)
    for decision, names in aliases_of(here, exported):
        asked["aliases", "body", names].append(decision)
    ordered = sorted(asked.items(), key=lambda item: (-len(item[1]), len(item[0][2][0]), item[0]))
    readable = (((file, kind, w), found) for (file, kind, w), found in ordered if not any("|" in word for word in w))
    every = (RowCandidate(file, _row(kind, w), tuple(found), w[0] in small) for (file, kind, w), found in readable)
    return [one for one in every if len({decision.article_id for decision in one.asked}) >= one.least]


def _row(kind: str, words: tuple[str, ...]) -> WordList:
    slug = re.sub(r"\W+", "_", words[-1].lower()).strip("_")
    return WordList(f"user_{kind}_{slug}", kind, words)


def _titles(decision: Decision, text: str, known: TitleWords) -> Iterator[tuple[str, str]]:
    """Give kinds and words of titles that would have found the title that a person set or marked."""
    place = decision.to or decision.anchor
    if decision.table == "mentions" and decision.after.get("label") == "ROLE" and place and decision.action != "keep":
        before_name = bool(_NAME_FOLLOWS.match(text, place.end))
        yield from _words_of_title(place.words, known, before_name=before_name)
    title = decision.after.get("title") if decision.table == "people" else None
    if title:
        before_name = bool(re.search(rf"\b{re.escape(title)}\s[A-ZÀ-Þ]", text))
        yield from _words_of_title(title, known, before_name=before_name)


def _words_of_title(title: str, known: TitleWords, *, before_name: bool) -> Iterator[tuple[str, str]]:
    words = _FIELD.split(title)[0].split()
    if (
        not words
        or words[-1].lower() in known.stops | known.outside_before
        or not all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) for word in words)
    ):
        return
    if words[-1].lower() in known.heads or words[-1] in known.ranks:
        new = (word for word in words[:-1] if word.islower() and word not in known.modifiers | known.heads)
        yield from (("modifier", word) for word in new)
    elif len(words) == 1 and before_name and words[0][0].isupper():
        yield "rank", words[0]
    else:
        yield "head", words[-1]
        if len(words) > 1:
            yield "head", " ".join(words[-2:])


def _cues(decision: Decision, text: str) -> Iterator[str]:
    """Give the verb that ties a quotation to the speaker that a person named."""
    if decision.table != "quotes" or decision.action == "reject" or not decision.anchor:
        return
    stated, speaker = decision.after.get("cue"), decision.after.get("speaker")
    if stated:
        yield stated.lower()
    elif speaker:
        found = _verb_beside(text, decision.anchor.start, decision.anchor.end, speaker.split()[-1])
        if found:
            yield found


def _verb_beside(text: str, start: int, end: int, name: str) -> str | None:
    """Find the verb between a quotation and a name beside it: `," intoned Obi`, `Obi intoned: "`."""
    after = re.match(rf"\W*([a-z]+) (?:[\w.'’-]+,? ){{0,6}}?{re.escape(name)}\b", text[end : end + 120])
    after = after or re.match(rf"\W*(?:[\w.'’-]+ ){{0,3}}?{re.escape(name)} ([a-z]+)\b", text[end : end + 80])
    before = re.search(
        rf"{re.escape(name)}(?:, [^\n,\"“]{{1,60}},)? ([a-z]+)[,:]? ?[\"“]$", text[max(0, start - 120) : start]
    )
    found = after or before
    return found[1] if found else None


def aliases_of(decisions: Iterable[Decision], exported: Exported) -> Iterator[tuple[Decision, tuple[str, ...]]]:
    """Give the names of one organisation, the fullest first: from aliases that were added, and from merges.

    A merge holds in each article that has both names.
    """
    names = {row["entity_id"]: row for row in exported.rows("entities") if row["label"] == "ORG"}
    for decision in decisions:
        if decision.table == "organisations" and decision.after.get("aliases"):
            added = set(_parts(decision.after["aliases"])) - set(_parts(decision.before.get("aliases")))
            if added:
                yield decision, (decision.before.get("name") or "", *sorted(added))
        elif decision.action == "merge":
            one = names.get(decision.after["entity_id"] or "")
            other = names.get(decision.before["entity_id"] or "")
            if one and other:
                full, short = sorted((one["name"], other["name"]), key=len, reverse=True)
                for article in _articles_with(exported, full, short):
                    yield _alias(article, full, short), (full, short)


def _alias(article_id: str, name: str, alias: str) -> Decision:
    table = "organisations"
    return Decision(article_id=article_id, table=table, action="set", before={"name": name}, after={"aliases": alias})


def _articles_with(exported: Exported, *names: str) -> list[str]:
    return [article for article, text in exported.texts.items() if all(name in text for name in names)]


def _parts(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split(BETWEEN) if part]
