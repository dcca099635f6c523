"""What a store keeps to its public tables, as settings say: by whose rules and decisions, with which articles."""

from functools import partial
from pathlib import Path

from pipeline.rulebook.versions import applied_rules
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.store.entities import link_entities
from pipeline.store.linking.decisions import read_entity_decisions
from pipeline.store.linking.linker import knowledge


def publish_tables(store: Store, settings: Settings) -> None:
    """Make the public tables of all that is kept, people and bodies linked as the settings' decisions and rules say."""
    rules, decisions = applied_rules(settings.rules), read_entity_decisions(Path(settings.entity_decisions))
    link = partial(link_entities, decisions=decisions, known=knowledge(str(rules) if rules else None))
    store.publish(link, with_duplicates=settings.near_duplicates)
