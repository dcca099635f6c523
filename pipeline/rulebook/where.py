"""What decided (`press_people/name_role_of_org`) to the rule file whose row it names."""

from pipeline.rulebook.reading import Rulebook, row_kinds

_FILES = {
    "press_money": ("currencies", "no_amounts", "signs"),
    "press_percentages": ("percent_units",),
    "press_dates": ("date_patterns", "named_days"),
    "press_names": ("name_vetoes", "vessels", "body_signs"),
    "press_roles": ("titles",),
    "press_organisations": ("aliases", "same_body", "organisation_words"),
    "press_people": ("person_links", "nicknames"),
    "press_quotes": ("quote_links",),
}
"""Rule files whose rows a component names."""

_FILES_OF_CELLS = {
    "qualifier": ("qualifiers",),
    "per": ("per_units",),
    "compared_to": ("comparisons", "comparison_times"),
    "direction": ("directions",),
    "measure": ("measure_words", "phrase_words", "directions", "qualifiers"),
    "organisation_id": ("body_nouns", "phrase_words"),
    "role": ("measure_words", "directions"),
}
"""Rule files whose rows fill the cells of amounts and percentages."""


def file_of(rules: Rulebook, decided_by: str, cell: str = "") -> str | None:
    """Give the file that has the row which `found_by`, or a step of an explanation, names; None where it names none.

    `cell` is what the step is about: `money.per`.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> file_of(load_rulebook(), "press_money/euro"), file_of(load_rulebook(), "press_names/model")
    ('currencies.csv', None)
    >>> file_of(load_rulebook(), "press_names/veto/titles/ranks")
    'titles.csv'
    """
    *_, table, row = ("", *decided_by.split("/"))
    if table in row_kinds() and any(one.id == row for one in getattr(rules, table)):
        return f"{table}.csv"
    component, parts = decided_by.partition("/")[0], [part.rpartition("/")[2] for part in decided_by.split("+")]
    of_cell = _FILES_OF_CELLS.get(cell.partition(".")[2], ()) if cell else ()
    for name in (*of_cell, *_FILES.get(component, ())):
        if any(row.id in parts for row in getattr(rules, name)):
            return f"{name}.csv"
    return None
