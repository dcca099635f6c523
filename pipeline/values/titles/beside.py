"""What stands between a title and the names beside it, and titles that no list has, by where they stand."""

import re
from dataclasses import dataclass

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import pattern_of
from pipeline.values.text.phrases import Stretch

_ARTICLE = r"(?:(?:the|a|an|our|its|also|currently|now|their|his|her) )*"


@dataclass(frozen=True, slots=True)
class BesideTitles:
    """The words beside titles, compiled."""

    after_title: re.Pattern[str]
    """What stands between two titles of one person."""

    before_organisation: re.Pattern[str]
    """What stands between a title and the organisation before a name: `director of the` Water Board, Ama Boateng."""

    to_organisation: re.Pattern[str]
    """What stands between a person and the organisation behind which a title stands in brackets."""

    governs: re.Pattern[str]
    """What stands before a place that no title behind it takes in."""

    after_name: re.Pattern[str]
    """What stands between a name and a title after it: bracketed asides, degrees, an age, a comma, `former`."""

    held: re.Pattern[str]
    """Words after which a title is one that somebody holds: `served as its`, `was appointed`."""

    appointed: re.Pattern[str]
    """What stands before a name behind which a title follows with no comma: `named` Ama Boateng chair."""

    acts: re.Pattern[str]
    """The verb of `held` that things and bodies do as well as persons: the mill `serves` as a model."""

    acts_as: re.Pattern[str]
    """What stands between a firm and what it acts as."""

    of_persons: re.Pattern[str]
    """A title that one has for a person, not only in a body."""

    holder: re.Pattern[str]
    """One word for somebody who does a thing: forecaster."""

    to_body: re.Pattern[str]
    from_body: re.Pattern[str]
    outside: frozenset[str]
    no_titles: frozenset[str]
    """Words that are said of persons who hold nothing."""
    stops: frozenset[str]

    def title_to_body(self, text: str, name_end: int, body_start: int) -> Stretch | None:
        """Find the title that is all that stands between a name and a body after it."""
        return self._held(self.to_body.fullmatch(text, name_end, body_start))

    def title_from_body(self, text: str, body_end: int, name_start: int) -> Stretch | None:
        """Find the title that is all that stands between a body and a name: `Volta Foods's weighbridge keeper`."""
        return self._held(self.from_body.fullmatch(text, body_end, name_start))

    def _held(self, found: re.Match[str] | None) -> Stretch | None:
        """Give the place of what was found, unless its words are said of persons who hold nothing: `a customer`."""
        if not found:
            return None
        start = found.start("title")
        *before, head = found["title"].split()
        while before and before[0] in self.outside:
            start += len(before.pop(0)) + 1
        if head in self.no_titles or any(word in self.stops or word.endswith(("ly", "ing")) for word in before):
            return None
        return start, found.end("title")


def beside_titles(rules: Rulebook) -> BesideTitles:
    """Compile the words beside titles."""
    any_of, titles = rules.beside_titles.any_of, rules.titles
    fresh, appoints, ending = any_of("fresh"), any_of("appoints"), any_of("holder_ending")
    degree = rf"(?:,? (?:[A-Z][A-Za-z]{{0,3}}\.){{1,3}}[A-Z]?(?=[ ,])|, {rules.degrees.any_of('plain')}\b)"
    title = rf"(?P<title>(?:[a-z][a-z-]+ ){{0,2}}[a-z][a-z-]+{ending})"
    return BesideTitles(
        after_title=pattern_of(rules.title_gaps, "two_titles"),
        before_organisation=pattern_of(rules.title_gaps, "to_body_before_name"),
        to_organisation=pattern_of(rules.title_gaps, "to_body"),
        governs=pattern_of(rules.title_gaps, "governs"),
        after_name=re.compile(
            rf"(?: ?\([^()\n]{{1,40}}\)| ?\*)?{degree}*(?:, \d\d)?"
            r"(?:,? who (?:is|was|serves as) |, (?:and )?|, ?\n| [-–—] |\n+| \(| (?:is|was|as) )"
            rf"(?:[a-z]{{1,2}} (?=the ))?{_ARTICLE}(?:[A-Za-z]+['’]s )?"
            rf"(?:{any_of('past', 'now')} )*"
        ),
        held=re.compile(
            rf"\b(?:{any_of('as_verb')}(?: [^.,\n;]{{1,50}}?)?? as|{any_of('post')} of|promoted to|"
            rf"(?:was|been|is) {appoints}(?: as| to be)?|{appoints} (?:him|her|them))"
            rf" (?:(?:the|its|a|an|our|their|his|her|{fresh}) )*(?=[A-Za-z])"
        ),
        appointed=re.compile(rf"\b(?i:{appoints}) (?:[A-Z][a-z]{{0,3}}\.? )?$"),
        acts=re.compile(rf"{any_of('acts')}\b", re.IGNORECASE),
        acts_as=re.compile(
            r"(?: \([^()\n]{1,40}\))?,?(?: (?:is|are|was|were|has|have|been|also|which|who))*"
            rf" {any_of('acts')} as (?:(?:an?|the|its|their|our|{any_of('sole')}) )*"
        ),
        of_persons=re.compile(rf"\b{any_of('of_person')}$", re.IGNORECASE),
        holder=re.compile(rf"(?!{any_of('no_holder')})[a-z]{{3,}}{ending}"),
        to_body=re.compile(rf", (?:(?:a|an|the|also|now) )?{title},? (?:of|at|for|with) (?:the )?"),
        from_body=re.compile(rf"['’]s? {title}, "),
        outside=titles.words("outside", "outside_before"),
        no_titles=titles.words("person"),
        stops=titles.words("stop"),
    )
