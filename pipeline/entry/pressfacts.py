"""What `pipeline` offers under the name `pressfacts`, which no folder of a user's is likely to have.

It is installed beside the package, not inside it. spaCy's entry points name it, so that where another `pipeline` hides
ours, the failure says so.
"""

import importlib
from pathlib import Path

import pipeline

FACTORIES = {
    "make_press_ner": "extract.model.encoder",
    "make_press_sentences": "extract.sentences",
    "make_press_zones": "extract.zones",
    "make_press_money": "extract.figures.money",
    "make_press_percentages": "extract.figures.percentages",
    "make_press_dates": "extract.figures.dates",
    "make_press_names": "extract.names.component",
    "make_press_roles": "extract.titles.component",
    "make_press_rules": "extract.user_rules.component",
    "make_press_decided": "extract.user_rules.decided_rows",
    "make_press_organisations": "extract.organisations.component",
    "make_press_people": "extract.people.component",
    "make_press_spans": "extract.spans",
    "make_press_quotes": "extract.quotes.component",
    "make_press_links": "extract.links.component",
    "make_press_measures": "extract.figures.measures",
}
"""spaCy's factories, and the module of `pipeline` that each stands in."""


def __getattr__(name: str) -> object:
    """Give a factory, or what `pipeline` offers; raises ImportError where the package of that name is not ours."""
    if name.startswith("__"):
        raise AttributeError(name)
    if (clash := _other_pipeline()) is not None:
        raise ImportError(
            f"{clash} hides the package `pipeline` of pressfacts: rename it, or run Python from another folder"
        )
    if name in FACTORIES:
        return getattr(importlib.import_module(f"pipeline.{FACTORIES[name]}"), name)
    return getattr(pipeline, name)


def _other_pipeline() -> str | None:
    """Give where the imported `pipeline` lies if it is somebody else's."""
    places = [str(path) for path in getattr(pipeline, "__path__", [])] or [str(pipeline.__file__)]
    ours = any((Path(place) / "extract" / "assemble.py").is_file() for place in places)
    return None if ours else places[0]
