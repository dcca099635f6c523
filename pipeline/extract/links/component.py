"""`press_links`: what patterns found belongs together, weighed by a model that read it, with how sure each is."""

import re
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep
from pipeline.extract.document.trace import is_traced
from pipeline.extract.links import decide
from pipeline.extract.links.answers import Answer, Reading, answers, readings
from pipeline.extract.links.apart import in_lists, told_apart
from pipeline.extract.links.candidates import asked
from pipeline.extract.links.decide import Value
from pipeline.extract.links.evidence import what_speaks
from pipeline.extract.links.explain import Heard, note_answers, note_apart, note_heard, note_readings
from pipeline.extract.links.judge import CellScores, LinksJudge
from pipeline.extract.links.model import LinksModel
from pipeline.extract.links.spans import per_from, stands_apart
from pipeline.extract.links.taught import taught_model
from pipeline.extract.links.words import found_in
from pipeline.extract.model.encoder import STATES
from pipeline.extract.quotes.other_tables import count_quotes
from pipeline.extract.quotes.speakers import ANSWER, SOMEBODY
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.issuer import issuer_signs_of
from pipeline.records import Money, Percentage
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.titles.titles import titles_of

NOUN, PRONOUN = "noun", "{he}"
"""What the resolver signs with where a noun means somebody, and what stands in the patterns by which a pronoun does.

The resolver knows kinds of bodies and whether a name is a woman's, while a model weighs names alone.
"""


@cache
def links_model(folder: Path) -> LinksModel:
    """Read a links model, once."""
    return LinksModel(folder)


class PressLinks:
    """Weighs titles, organisations, speakers, measures and owners; where it isn't sure, the cell is empty."""

    def __init__(
        self,
        folder: Path | None,
        least: float | None = None,
        *,
        rules: Rulebook | None = None,
        trusted: frozenset[str] = frozenset(),
        taught: Path | None = None,
    ) -> None:
        """Take the folder of a links model, and how likely right a cell must be; by default what the model says.

        Without a model, what the patterns say stands.

        What a `trusted` rule says, as those that a user added, is not doubted, nor what one says that the model was
        not trained with; `taught` is the folder of a rule set that holds what corrections taught the model.
        """
        self.folder = folder
        self.model = taught_model(links_model(folder), folder, taught) if folder else None
        rules = rules or rulebook_with(None)
        unknown = _patterns(rules).difference(self.model.rules) if self.model else frozenset[str]()
        self.least, self.trusted = least, trusted | unknown
        self.nouns, self.issuer = BodyNouns(rules.body_nouns), issuer_signs_of(rules)
        self.referred = {NOUN, ANSWER, *(row.id for row in rules.quote_links if PRONOUN in row.pattern)}
        self.unnamed = {SOMEBODY, *(row.id for row in rules.quote_links if row.kind == "unnamed")}
        self.offices = titles_of(rules).offices

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the rows of a Doc, and forget the encoder's states."""
        return self.weigh(doc)

    def weigh(self, doc: Doc, scores_of_cells: CellScores | None = None) -> Doc:
        """Fill in the rows of a Doc; `scores_of_cells` takes the scores, for whoever wants to know their worth."""
        found = found_in(doc)
        given = asked(doc, found, self.nouns, self.issuer) if self.model else None
        doc.user_data.pop(STATES, None)
        if given is None or self.model is None:
            return doc
        scores = self.model.scores(given)
        weighed, measured = answers(given, scores), list(readings(given, scores))
        traced = is_traced(doc)
        heard: list[Heard] = []
        judge = LinksJudge(
            self.model, self.least, self.offices.has_no_body, heard=heard if traced else None, scores=scores_of_cells
        )
        if traced:
            note_answers(doc, found, given, scores, weighed, what_speaks(self.model, given, scores))
            note_readings(doc, found, given, scores, measured)
        answered = [self._trusted(one) for one in weighed]
        organisations = {body.organisation_id: body for body in found.organisations}
        people = list(decide.people(found.people, answered, organisations, judge))
        quotes = list(decide.quotes(found.quotes, answered, people, organisations, judge))
        per = {row.end_char for row in found.values if isinstance(row, Money) and row.per}
        read = [_moved(doc, row, _before(doc, row, one, per)) for row, one in zip(found.values, measured, strict=True)]
        alike = list(decide.values(found.values, answered, read, found.text, judge))
        as_listed = list(in_lists(alike, found.values, found.text, doc._.view.sentence_span))
        values = list(told_apart(as_listed, found.text, found.mentions, doc._.view.sentence_span))
        if traced:
            note_heard(doc, found, heard)
            note_apart(doc, alike, values)
        keep(doc, "people", people)
        keep(doc, "quotes", quotes)
        keep(doc, "money", [row for row in values if isinstance(row, Money)])
        keep(doc, "percentages", [row for row in values if isinstance(row, Percentage)])
        count_quotes(doc, quotes)
        return doc

    def _trusted(self, answer: Answer) -> Answer:
        """Give the patterns' own answer where a rule gave it that isn't doubted, or a noun or pronoun means one.

        Where they read who speaks, and it is nobody with a name, nobody else is taken for the speaker.
        """
        verdict = answer.question.verdict
        if not verdict.entity and not self.unnamed.isdisjoint(verdict.rule.split("+")):
            return answer._replace(weighed=())
        if not verdict.entity or (self.trusted | self.referred).isdisjoint(verdict.rule.split("+")):
            return answer
        return answer._replace(weighed=((verdict.entity, 1.0),), former=float(verdict.former))


_BY = re.compile(r"\sby\s(?:[a-z]+\s){0,3}$")
_NEAR = 40  # characters before a value in which `by` stands: by an average of


def _moved(doc: Doc, row: Value, reading: Reading) -> Reading:
    """Give no chance that an amount by which something moved is anything else: will rise by an average of €9."""
    if not isinstance(row, Money) or row.role != "change" or row.direction is None:
        return reading
    if not _BY.search(doc._.view.text, max(0, row.start_char - _NEAR), row.start_char):
        return reading
    return reading._replace(role={row.role: 1.0}, direction={row.direction: 1.0})


def _before(doc: Doc, row: Value, reading: Reading, per_unit: AbstractSet[int]) -> Reading:
    """Give a reading no chance where its words stand after the sentence of the value, or its part, that has another.

    Nor has one of what an amount is per, of those that end at `per_unit`: £12,000 a term.
    """
    _, end = doc._.view.sentence_span(row.start_char, row.end_char)
    apart = row.measure and stands_apart(doc._.view.text, row.end_char, reading.start)
    per = per_from(doc._.view.text, reading.start) in per_unit
    return reading._replace(measured=0.0) if reading.start >= end or apart or per else reading


@Language.factory(
    "press_links",
    default_config={"folder": None, "least": None, "rules": None},
    requires=[
        "doc._.zones",
        "doc._.mentions",
        "doc._.organisations",
        "doc._.people",
        "doc._.quotes",
        "doc._.money",
        "doc._.percentages",
    ],
    assigns=["doc._.people", "doc._.quotes", "doc._.money", "doc._.percentages"],
)
def make_press_links(
    nlp: Language, name: str, folder: str | None, least: float | None, rules: str | None
) -> PressLinks:
    """Make the component that weighs what belongs together; `rules` is the folder of a user's rule set."""
    model = Path(folder) if folder else None
    own = rulebook_with(rules)
    return PressLinks(
        model,
        least,
        rules=own,
        trusted=_patterns(own) - _patterns(rulebook_with(None)),
        taught=Path(rules) if rules else None,
    )


def _patterns(rules: Rulebook) -> frozenset[str]:
    return frozenset({row.id for row in rules.person_links} | {row.id for row in rules.quote_links})
