"""Articles run again with more rows in the rule files; what no row changes, the model above all, runs once each."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.names.component import PressNames
from pipeline.extract.organisations.component import PressOrganisations
from pipeline.extract.people.component import PressPeople
from pipeline.extract.quotes.component import PressQuotes
from pipeline.extract.titles.component import PressRoles
from pipeline.extract.user_rules.component import UserRules
from pipeline.retrain.rule_rows.writing import joined_rows
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import Rows, with_rows

Component = Callable[[Doc], Doc]

REBUILT: Mapping[str, Callable[[Rulebook], Component]] = {
    "press_names": PressNames,
    "press_roles": PressRoles,
    "press_organisations": PressOrganisations,
    "press_people": PressPeople,
    "press_quotes": PressQuotes,
}
"""Components that read titles, cue verbs and aliases."""

RULES = "press_rules"


class Reruns:
    """Runs a pipeline over articles, again and again."""

    def __init__(self, pipeline: Callable[[], Language], rulebook: Rulebook) -> None:
        """Take what loads the pipeline when it is needed, and the rulebook that it reads with."""
        self.pipeline, self.rulebook = pipeline, rulebook
        self.docs: dict[str, Doc] = {}
        self._components: dict[Any, Mapping[str, Component]] = {}

    @cached_property
    def nlp(self) -> Language:
        """Load the pipeline."""
        return self.pipeline()

    @cached_property
    def split(self) -> int:
        """Give the number of the first component that rows or rules change."""
        return next(at for at, name in enumerate(self.nlp.pipe_names) if name in REBUILT or name == RULES)

    def prepare(self, text: str, published: str | None = None) -> None:
        """Run what no row changes; relative dates count from the publication date."""
        if text in self.docs:
            return
        doc = self.nlp.make_doc(text)
        doc._.published = published
        for name in self.nlp.pipe_names[: self.split]:
            doc = self.nlp.get_pipe(name)(doc)
        self.docs[text] = doc

    def run(
        self, text: str, rows: Sequence[Rows] = (), *, users: UserRules | None = None, until: str | None = None
    ) -> Doc:
        """Run the rest: with more rows, with other rules (`users`), up to a component (`until`)."""
        self.prepare(text)
        rebuilt = self._rebuilt(joined_rows(*rows)) if rows else {}
        doc = self.docs[text].copy()
        for name in self.nlp.pipe_names[self.split :]:
            if name == until:
                break
            component = users if name == RULES and users else rebuilt.get(name) or self.nlp.get_pipe(name)
            doc = component(doc)
        return doc

    def _rebuilt(self, rows: Rows) -> Mapping[str, Component]:
        """Build the components that read rule files with more rows, or take those built for the same rows last."""
        key = tuple(sorted((name, tuple(added)) for name, added in rows.items()))
        if key not in self._components:
            rulebook = with_rows(self.rulebook, rows)
            last = list(self._components.items())[-1:]
            built = {name: build(rulebook) for name, build in REBUILT.items() if self.nlp.has_pipe(name)}
            self._components = {**dict(last), key: built}
        return self._components[key]
