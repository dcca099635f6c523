"""The component `press_rules`: applies a user's rule set to the mentions that were found."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import id_of, keep, kept
from pipeline.extract.document.view import view_of
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.decided_places import apply_decided
from pipeline.extract.user_rules.engine import EditIndex, PatternFinder, add_all, edit_all
from pipeline.extract.user_rules.features import DocWords
from pipeline.extract.user_rules.files import read_rule_set
from pipeline.extract.user_rules.rule_set import DecidedCells, RuleSet, layer_of
from pipeline.records import Mention


class UserRules:
    """Changes the mentions of a Doc by a rule set; without one it changes nothing."""

    def __init__(self, nlp: Language, rules: RuleSet) -> None:
        """Compile the rules, version by version."""
        layers = sorted({layer_of(rule.id) for rule in rules.rules})
        self.layers = [
            (
                EditIndex(rule for rule in rules.edits if layer_of(rule.id) == layer),
                PatternFinder([rule for rule in rules.patterns if layer_of(rule.id) == layer], nlp),
            )
            for layer in layers
        ]
        self.decided: dict[str, list[DecidedCells]] = defaultdict(list)
        for place in rules.decided:
            self.decided[place.article_id].append(place)

    def __call__(self, doc: Doc) -> Doc:
        """Put the changed mentions on the Doc."""
        decided = self.decided.get(id_of(doc), ())
        if self.layers or decided:
            mentions: Sequence[Mention] = kept(doc, "mentions")
            named = self.apply(doc, [named_of(m) for m in mentions])
            named = apply_decided(view_of(doc).text, named, decided)
            keep(doc, "mentions", _records(doc, mentions, named))
            _drop_values(doc, {(n.start, n.end) for n in named})
        return doc

    def apply(self, doc: Doc, named: Sequence[Candidate]) -> list[Candidate]:
        """Give the mentions after every version's edits and patterns, without what was decided for the article."""
        words, result = DocWords(doc), sorted(named)
        for edits, finder in self.layers:
            result = edit_all(words, result, edits)
            result = add_all(words, result, finder.matches(doc))
        return result


def named_of(mention: Mention) -> Candidate:
    """Give a mention as rules see it."""
    return Candidate(mention.start_char, mention.end_char, mention.label, mention.found_by)


def _records(doc: Doc, mentions: Sequence[Mention], named: Sequence[Candidate]) -> list[Mention]:
    """Give the mentions as records; those that no rule changed stay as they are."""
    unchanged = {(m.start_char, m.end_char, m.label): m for m in mentions}
    view = view_of(doc)
    return [
        unchanged.get((n.start, n.end, n.label)) or view.mention(n.start, n.end, n.label, f"press_rules/{n.rule}")
        for n in named
    ]


def _drop_values(doc: Doc, places: set[tuple[int, int]]) -> None:
    """Drop amounts, percentages and dates whose mention a person rejected."""
    for kind in ("money", "percentages", "dates"):
        rows = kept(doc, kind)
        left = [row for row in rows if (row.start_char, row.end_char) in places]
        if len(left) < len(rows):
            keep(doc, kind, left)


@Language.factory(
    "press_rules",
    default_config={"rules": None},
    requires=["doc._.zones", "doc._.mentions", "doc._.money", "doc._.percentages", "doc._.dates"],
    assigns=["doc._.mentions", "doc._.money", "doc._.percentages", "doc._.dates"],
)
def make_press_rules(nlp: Language, name: str, rules: str | None) -> UserRules:
    """Make the component; `rules` is the folder of a rule set."""
    return UserRules(nlp, read_rule_set(Path(rules)) if rules else RuleSet())
