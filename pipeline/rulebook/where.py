"""What decided (`press_people/name_role_of_org`) to the rule file whose row it names."""

from pipeline.rulebook.reading import Rulebook

_FILES = {
    "press_money": ("currencies", "no_amounts"),
    "press_percentages": ("percent_units",),
    "press_dates": ("date_patterns", "named_days"),
    "press_names": ("name_vetoes", "vessels", "body_signs"),
    "press_roles": ("titles",),
    "press_people": ("person_links",),
    "press_quotes": ("quote_links",),
}
"""Rule files whose rows a component names."""


def file_of(rules: Rulebook, decided_by: str) -> str | None:
    """Give the file that has the row which `found_by`, or a step of an explanation, names; None where it names none.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> file_of(load_rulebook(), "press_money/euro"), file_of(load_rulebook(), "press_names/model")
    ('currencies.csv', None)
    """
    component, *parts = decided_by.replace("+", "/").split("/")
    for name in _FILES.get(component, ()):
        if any(row.id in parts for row in getattr(rules, name)):
            return f"{name}.csv"
    return None
