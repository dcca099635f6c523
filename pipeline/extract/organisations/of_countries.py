"""Names of bodies that every country has to the country of each mention: three Supreme Courts in one article."""

from collections.abc import Iterable

from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.values.names.forms import on_one_line
from pipeline.values.organisations.generic import GenericNames
from pipeline.values.places import countries_of

APART = " \N{BULLET} "
"""Stands between a name and its country, where an article has bodies of one name in several countries."""

_REACH = 60
"""Characters around a name in which its country may stand."""


class BodiesOfCountries:
    """Tells bodies of one name by the country that stands beside them."""

    def __init__(self, rules: Rulebook) -> None:
        self.generic = GenericNames(rules.generic_bodies)
        self.countries = countries_of(rules)

    def named(self, text: str, orgs: Iterable[Mention]) -> dict[int, str]:
        """Give the words of each mention by its place, with its country where the article has bodies of several.

        A mention beside no country is of the same as the one before, the first ones of the same as the one after.
        """
        names = {org.start_char: on_one_line(org.text) for org in orgs}
        beside: dict[str, dict[int, str | None]] = {}
        for org in orgs:
            if self.generic.is_generic(name := names[org.start_char]):
                beside.setdefault(name, {})[org.start_char] = self._country_beside(text, org)
        for name, countries in beside.items():
            known = [country for country in countries.values() if country]
            if len(set(known)) > 1:
                here = known[0]
                for place, country in countries.items():
                    here = country or here
                    names[place] = f"{name}{APART}{here}"
        return names

    def _country_beside(self, text: str, org: Mention) -> str | None:
        begin = max(text.rfind("\n", 0, org.start_char) + 1, org.start_char - _REACH)
        part = text[begin : org.end_char + _REACH]
        return self.countries.beside(part, org.start_char - begin, org.end_char - begin)
