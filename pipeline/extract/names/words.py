"""The rules to the compiled words that `press_names` reads names with."""

import re
from dataclasses import dataclass

from pipeline.compiling import compile_once
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.doubtful import Support
from pipeline.extract.names.gaps import NameGaps, name_gaps
from pipeline.extract.names.lone_persons import PersonSigns
from pipeline.extract.names.places import StatePlaces
from pipeline.extract.names.saints import Saints, saints_of
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.values.names.spans import SpanRules, span_rules
from pipeline.values.names.vessels import vessel_pattern
from pipeline.values.names.vetoes import Veto, name_vetoes
from pipeline.values.names.whole import WholeNames
from pipeline.values.organisations.appositions import Appositions, appositions
from pipeline.values.organisations.forms import OrganisationForms, organisation_forms
from pipeline.values.organisations.same_body import SameBody
from pipeline.values.organisations.signs import BodySigns
from pipeline.values.text.sentences import Sentences, sentences_of
from pipeline.values.titles.patterns import TitlePatterns
from pipeline.values.titles.titles import titles_of
from pipeline.values.zones.datelines import Datelines, datelines_of

_WORD = r"[A-ZÀ-Þ][\w’-]+"


@dataclass(frozen=True, slots=True)
class NameWords:
    """What names are read with, compiled."""

    spans: SpanRules
    veto: Veto
    forms: OrganisationForms
    known: re.Pattern[str]
    like_persons: frozenset[str]
    states: StatePlaces
    datelines: Datelines
    whole: WholeNames
    kin: re.Pattern[str]
    """Before a person's name, who is somebody's: `widow`."""
    government: re.Pattern[str]
    """Behind a place, whose government is meant."""
    and_abroad: re.Pattern[str]
    """`and` of another language in a name."""
    body: re.Pattern[str]
    """What only organisations have in their names."""
    public: re.Pattern[str]
    foreign: re.Pattern[str]
    titles: TitlePatterns
    honorifics: frozenset[str]
    doers: tuple[str, ...]
    """How the words end that say what several people do: engineers."""
    initials: re.Pattern[str]
    """What stands of a person's given names right before the rest: `Ts. `."""
    common: frozenset[str]
    support: Support
    gaps: NameGaps
    saints: Saints
    person_signs: PersonSigns
    beside: Appositions
    vessel: re.Pattern[str]
    same: SameBody
    body_signs: BodySigns
    sentences: Sentences
    countries: frozenset[str]
    """Names of countries."""

    cities: frozenset[str]
    """Names of larger cities."""

    nouns: frozenset[str]
    """What a text calls bodies, and none is named, in small letters: `brewer`."""

    peoples: frozenset[str]
    """Adjectives of countries: `Danish`."""

    also_called: re.Pattern[str]
    """Between a person's name and a nickname that stands for it."""

    gives_name: re.Pattern[str]
    """By what name somebody is called: `gave her name as Ama`."""

    wing: re.Pattern[str]
    """In brackets behind a party: `(Unified)`."""

    area: re.Pattern[str]
    """The name of a part of a country: `Gandaki Province`."""

    hall: re.Pattern[str]
    """Ends the name of a building."""

    seat: re.Pattern[str]
    """Behind a place, where somebody's seat is: `-based`."""

    street: re.Pattern[str]
    """The end of a street's name, with the full stop that is of it: `Hoyne Ave.`."""

    field: re.Pattern[str]
    """How a body begins whose name says what it is for, and so is whole without its country: `Ministry of Ports`."""

    seniority: frozenset[str]
    """What begins titles, and ends no body's name."""

    without_stop: frozenset[str]
    """Legal suffixes that have no full stop where an article doesn't show that they have one."""

    prefixes: frozenset[str]
    """What is joined to names by a hyphen, and no part of them: `Ex-`."""

    joined: re.Pattern[str]
    """A place that is called by two: `Latin America and the Caribbean`."""

    around_place: re.Pattern[str]
    """Before a place in which something is: `near `."""

    at_hall: re.Pattern[str]
    """Before a building in which something is; `before` is the word in front."""

    of_country: re.Pattern[str]
    """A body that is named by what it is for and its country: `Swim Ghana`."""

    whose_country: re.Pattern[str]
    """Behind a public body, the country whose it is, which ends its name: ` of Ghana`."""

    for_country: re.Pattern[str]
    """What such a body is for, before the country."""

    def is_place(self, name: str) -> bool:
        """Say whether a name is a country's, a larger city's or a state's."""
        return name in self.countries or name in self.cities or bool(self.states.form.fullmatch(name))

    def is_part_of_title(self, text: str, start: int, end: int) -> bool:
        """Say whether a word that a model takes for a body begins a title: `Cabinet Secretary`."""
        return text[start:end].lower() in self.titles.modifiers and bool(self.titles.word_and_head.match(text, start))

    def is_firm(self, text: str, one: Candidate) -> bool:
        """Say whether a name is a firm's by its legal form, or what its kind of firm is called."""
        name = text[one.start : one.end]
        return " " in name and (self.forms.ends_legally(name) or bool(self.body.search(name)))

    def shows_body(self, text: str, start: int, end: int) -> bool:
        """Say whether the words beside a single word show that it is a body: what it does, or a title behind it."""
        return self.body_signs.show(text, start, end, alone=True) or bool(self.titles.small_behind.match(text, end))

    def names_unit(self, text: str, start: int, end: int) -> bool:
        """Say whether capitals say what a title's unit is for: `head of the OLED division`."""
        before = text[max(0, start - 40) : start]
        return bool(self.titles.unit.match(text, end)) and bool(self.titles.holds.search(before))


def compiled_words(rules: Rulebook) -> NameWords:
    """Compile the words of the rules."""
    bodies, parts, places, states = rules.organisation_words, rules.name_parts, rules.place_words, rules.states
    titles = titles_of(rules).patterns
    countries = frozenset(word for row in rules.countries if row.kind == "country" for word in row.words)
    body = compile_once(rf"\b{bodies.any_of('head', 'legal', 'opener', 'foreign')}(?!\w)")
    person_signs = PersonSigns(
        given=rules.given_names.words(),
        titles=titles,
        kin=re.compile(rf"\b(?:his|her|their|[Tt]he) {parts.any_of('kin')},? $"),
    )
    gaps, body_signs = name_gaps(rules), BodySigns(rules.body_signs)
    return NameWords(
        gaps=gaps,
        saints=saints_of(rules),
        spans=span_rules(rules),
        veto=name_vetoes(rules.name_vetoes, rules.nationalities, titles, bodies, known=rules.aliases),
        forms=organisation_forms(bodies, rules.sentence_starts, titles),
        datelines=datelines_of(rules),
        whole=WholeNames(parts),
        kin=re.compile(rf"\b{parts.any_of('kin')}[,.]? $"),
        government=re.compile(rf" (?:{places.any_of('level')} )?[Gg]overnment\b"),
        and_abroad=re.compile(rf"\w {bodies.any_of('and_abroad')} [A-ZÀ-Þ]"),
        states=StatePlaces(states.printed("short"), states.printed("code"), states.printed("country_code")),
        like_persons=bodies.words("like_person"),
        known=re.compile(rf"(?<![\w.]){bodies.any_of('known')}(?!\w)"),
        body=body,
        public=re.compile(rf"\b{bodies.any_of('public_head')}(?!\w)"),
        foreign=_foreign(rules),
        titles=titles,
        honorifics=rules.honorifics.words(),
        doers=rules.pattern_words.printed("people_ending"),
        initials=re.compile(rf"(?<![\w.-])(?:{parts.any_of('initial')} )+$"),
        common=_common(rules),
        beside=appositions(bodies),
        vessel=vessel_pattern(rules.vessels),
        same=SameBody(rules.same_body),
        body_signs=body_signs,
        sentences=sentences_of(rules),
        countries=countries,
        cities=frozenset(word for row in rules.cities for word in row.words),
        nouns=_nouns(rules),
        peoples=rules.nationalities.words("people"),
        also_called=compile_once(rf"{parts.any_of('also_called')} [\"“‘']?(?P<name>{_WORD})(?! [A-Z])"),
        gives_name=compile_once(
            rf"\b{rules.pattern_words.any_of('gives_name')},? [\"“‘']?(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
        ),
        wing=re.compile(rf" \({bodies.any_of('wing')}\)"),
        area=re.compile(rf"(?:{_WORD} ){{1,3}}{places.any_of('area')}"),
        hall=re.compile(rf" {places.any_of('hall')}$"),
        seat=re.compile(rf"-{places.any_of('seat')}(?![\w-])"),
        street=re.compile(rf"(?<= ){places.any_of('street')}(?=,|;|\)| [a-z])"),
        field=re.compile(
            rf"(?:[\w-]+ ){{0,2}}(?:{parts.any_of('of_field')} of|"
            rf"{parts.any_of('for_field')} for) [A-ZÀ-Þ]"
        ),
        seniority=parts.words("seniority"),
        without_stop=parts.words("without_stop"),
        prefixes=parts.words("prefix"),
        joined=re.compile(rf"(?<![\w-]){places.any_of('joined')}(?![\w-])"),
        around_place=re.compile(rf"\b{places.any_of('around')} $"),
        at_hall=re.compile(rf"(?P<before>\w+),? {places.any_of('around', 'at')} (?:the )?$"),
        for_country=re.compile(rf"(?<![\w-]){bodies.any_of('of_country')} $"),
        of_country=re.compile(rf"{bodies.any_of('of_country')} (?P<country>[A-ZÀ-Þ].*)"),
        whose_country=compile_once(rf" of (?:the )?{any_of(countries)}(?![\w-]|['’]s| [A-ZÀ-Þ])"),
        person_signs=person_signs,
        support=Support(
            gaps=gaps,
            sure_form=body,
            titles=titles,
            direction=re.compile(rf"\b{places.any_of('direction')} $"),
            person_signs=person_signs,
            body_signs=body_signs,
            acts=re.compile(rf"(?:,[^.,\n]{{1,60}},)? {rules.quote_verbs.any_of('act')}(?!\w)"),
        ),
    )


def _nouns(rules: Rulebook) -> frozenset[str]:
    """List the nouns for bodies that none has in its name, in small letters: `brewer`, and not `club`."""
    marks = {mark.lower() for kind in rules.body_nouns for mark in kind.marks}
    return frozenset(noun.lower() for kind in rules.body_nouns for noun in kind.nouns if " " not in noun) - marks


def _foreign(rules: Rulebook) -> re.Pattern[str]:
    word = rules.organisation_words.any_of("foreign")
    ending = rules.organisation_words.any_of("foreign_ending")
    return compile_once(rf"(?:(?<!\w){word}|(?<!\w)[A-ZÀ-Þ]\w{{3,}}{ending})(?!\w)")


def _common(rules: Rulebook) -> frozenset[str]:
    """List the words, folded, that are too common to stand for an organisation alone."""
    listed = rules.organisation_words.words() | rules.nationalities.words() | rules.sentence_starts.words()
    return titles_of(rules).patterns.words.union(map(str.lower, listed))
