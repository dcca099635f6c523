"""A small run as it was exported, made by hand, for the tests of corrections."""

from pipeline.records import article_id
from pipeline.retrain.runs.exported import Exported

TEXT = (
    "Volta Foods Ltd said on 10 March that profit rose 5.0% to $12 million.\n\n"
    "Ada Obi, treasurer of Volta Foods Ltd, spoke to Accra Herald. The Ferry Act helped, Obi said."
)
ID = article_id(TEXT)
FOUND = [
    ("Volta Foods Ltd", "ORG", "o-1"),
    ("10 March", "DATE", ""),
    ("5.0%", "PERCENT", ""),
    ("$12 million", "MONEY", ""),
    ("Ada Obi", "PERSON", "p-1"),
    ("treasurer", "ROLE", ""),
    ("Ferry Act", "ORG", "o-2"),
]


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    """Give the first place of words."""
    start = text.index(words)
    return start, start + len(words)


def mention(words: str, label: str, entity: str = "") -> dict[str, str]:
    """Give the row of a mention as it was written."""
    start, end = place(words)
    return {
        "article_id": ID,
        "start_char": str(start),
        "end_char": str(end),
        "text": words,
        "label": label,
        "entity_id": entity,
        "zone": "body",
        "sentence": "",
        "found_by": "press_names/model",
    }


def rows() -> list[dict[str, str]]:
    """Give the rows of the mentions table."""
    return [mention(*one) for one in FOUND]


def exported(**tables: list[dict[str, str]]) -> Exported:
    """Give a run with one article."""
    return Exported({ID: TEXT}, {ID: ["in/release.txt", "r7"]}, {"mentions": rows(), **tables})


def csv_text(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    """Write rows as CSV, by the columns of the first."""
    import csv
    import io

    out = io.StringIO()
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.DictWriter(out, columns, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
