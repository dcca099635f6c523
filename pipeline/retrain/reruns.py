"""Articles run again with more rows in the rule files; what no row changes, the model above all, runs once each."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.names import PressNames
from pipeline.extract.organisations import PressOrganisations
from pipeline.extract.people import PressPeople
from pipeline.extract.quotes import PressQuotes
from pipeline.extract.roles import PressRoles
from pipeline.extract.user_rows import Rows, with_rows
from pipeline.extract.user_rules import UserRules
from pipeline.retrain.rows import joined
from pipeline.rulebook import Rulebook

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
        rulebook = with_rows(self.rulebook, joined(*rows))
        doc = self.docs[text].copy()
        for name in self.nlp.pipe_names[self.split :]:
            if name == until:
                break
            doc = self._component(name, rulebook if rows else None, users)(doc)
        return doc

    def _component(self, name: str, rulebook: Rulebook | None, users: UserRules | None) -> Component:
        if name == RULES and users:
            return users
        build = REBUILT.get(name) if rulebook else None
        return build(rulebook) if build and rulebook else self.nlp.get_pipe(name)
