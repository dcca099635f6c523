"""The whole Language: a model for names, then our components, in the one order in which they build on each other.

Nothing but this file knows which model is used. What it must bring: a tokenizer, and `doc.ents` for people,
organisations and places; roles where it has them.
"""

from spacy.language import Language

COMPONENTS: tuple[str, ...] = (
    "press_sentences",  # sentence starts, also at paragraphs
    "press_zones",  # doc._.zones: headline, dateline, body, caption, about, forward_looking, contact, table
    "press_money",  # doc._.money and MONEY mentions: value, currency, qualifier, per
    "press_percentages",  # doc._.percentages and PERCENT mentions
    "press_dates",  # doc._.dates and DATE mentions
    "press_names",  # the model's doc.ents -> PERSON, ORG, LOC mentions by our conventions; values win over names
    "press_roles",  # ROLE mentions
    "press_organisations",  # doc._.organisations; entity_id of ORG mentions
    "press_people",  # doc._.people with title and organisation; entity_id of PERSON mentions
    "press_quotes",  # doc._.quotes with their speaker; zone `quote`; Person.quotes counted
    "press_measures",  # what each amount measures, its role, direction, owner, same_as
)


def add_components(nlp: Language) -> Language:
    """Add our components to a pipeline, in order, after what it has."""
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
