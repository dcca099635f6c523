"""The component `press_decided`: what a person decided about rows of the tables, but mentions, applied last."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import RulesError
from pipeline.extract.document.finds import id_of
from pipeline.extract.user_rules.decided_names import apply_to_name
from pipeline.extract.user_rules.decided_values import apply_to_quote, apply_to_value
from pipeline.extract.user_rules.rule_set import ROWS, DecidedCells
from pipeline.files import numbered_lines
from pipeline.records import as_article_id
from pipeline.values.text.anchors import Anchor

_APPLY: Mapping[str, Callable[[Doc, DecidedCells], None]] = {
    "people": apply_to_name,
    "organisations": apply_to_name,
    "money": apply_to_value,
    "percentages": apply_to_value,
    "quotes": apply_to_quote,
}


class PressDecided:
    """Sets, drops and adds rows of a Doc as they were decided."""

    def __init__(self, decided: Iterable[DecidedCells]) -> None:
        """Take the decisions, by article."""
        self.decided: dict[str, list[DecidedCells]] = defaultdict(list)
        for row in decided:
            self.decided[row.article_id].append(row)

    def __call__(self, doc: Doc) -> Doc:
        """Apply what was decided about the Doc's article."""
        for decided in self.decided.get(id_of(doc), ()):
            _APPLY[decided.table](doc, decided)
        return doc


def read_decided_rows(folder: Path) -> list[DecidedCells]:
    """Read the decided rows of a rule set. Raises RulesError that names the line that can't be read."""
    path = folder / ROWS
    rows = []
    for number, line in numbered_lines(path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""):
        try:
            record = json.loads(line)
            anchor = Anchor(**record["anchor"]) if record.get("anchor") else None
            about = {"article_id": as_article_id(record["article_id"]), "anchor": anchor}
            rows.append(DecidedCells(**{**record, **about}))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise RulesError(f"{path.name}, line {number}: not a decided row ({error})") from None
    return rows


@Language.factory(
    "press_decided",
    default_config={"rules": None},
    requires=[
        "doc._.zones",
        "doc._.mentions",
        "doc._.organisations",
        "doc._.people",
        "doc._.money",
        "doc._.percentages",
        "doc._.dates",
        "doc._.quotes",
    ],
    assigns=[
        "doc._.organisations",
        "doc._.people",
        "doc._.quotes",
        "doc._.mentions",
        "doc._.money",
        "doc._.percentages",
        "doc._.dates",
    ],
)
def make_press_decided(nlp: Language, name: str, rules: str | None) -> PressDecided:
    """Make the component; `rules` is the folder of a rule set."""
    return PressDecided(read_decided_rows(Path(rules)) if rules else ())
