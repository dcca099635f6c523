"""Sentences to invented articles whose links are known: of the kinds that press texts mix up.

Those of `sentences.csv` tell what titles, figures and quotations say; those of `ties.csv` who works where, by what they
do there, and who doesn't. A sentence has slots: `{P1}` a person, `{p1}` the surname, `{he1}`, `{his1}`, `{him1}`;
`{O1}` an organisation, `{R1}` a role or `{R:words}`, `{L1}` a place, `{q:P1}` what P1 says (`Q` ends with a full stop,
`f` without a mark), `{$1 level - O1}` an amount that measures `[1:words]`, with its part, direction and owner. Its
facts say who holds which role where: `R1=P1@O1 former`, or `P1@O2`.

Where it matters what kind of body it is, `{T1}` is a new organisation of any kind, or of those that are named
(`{T1:club|school}`), later `{O1}`; `{t1}` is the noun for it (`union`), `{r1}` a title R1 that is held in such a body,
`{n1}` one with the noun before it (`Union president`), and `{v1}` a public office R1 that is held in none of them.
"""

import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.training.links.gold import Links

HERE = Path(__file__).parent
TIES = (0, 1, 2, 3)
"""How many sentences of an article may say who works where."""
PRONOUNS = {
    "he": {"she": "she", "he": "he"},
    "his": {"she": "her", "he": "his"},
    "him": {"she": "her", "he": "him"},
}
_SLOT = re.compile(r"\{([^{}]*)\}|\[(\d):([^\[\]]*)\]")
_FACT = re.compile(r"(?:(?P<role>R\d)=)?(?P<person>[P-]\d?)@(?P<org>[O-]\d?)(?P<former> former)?")


@dataclass
class Sheet:
    """An article in the making."""

    chance: random.Random
    words: dict[str, list[str]]
    text: str = ""
    number: int = 0
    names: list[tuple[int, int, str]] = field(default_factory=list)
    links: Links = field(default_factory=lambda: Links([]))
    forms: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """First form, later form and pronoun of each person and organisation."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Kind of each organisation of which one was asked for."""

    def pick(self, kind: str) -> str:
        return self.chance.choice(self.words[kind])

    def named(self, identity: str) -> tuple[str, str, str]:
        """Give the forms of a name; a new one at its first use."""
        if identity not in self.forms:
            if identity[0] == "p":
                kind = self.chance.choice(("she", "he"))
                taken = {later for _, later, _ in self.forms.values()}
                free = [word for word in self.words["surname"] if word not in taken]
                surname = self.chance.choice(free)
                self.forms[identity] = (f"{self.pick(kind)} {surname}", surname, kind)
            else:
                name = self._body(self.kinds.get(identity))
                self.forms[identity] = (name, name, "it")
        return self.forms[identity]

    def _body(self, kind: str | None) -> str:
        """Make up the name of an organisation: `*` stands for a made-up word, `^` for a place."""
        form = self.pick(f"{kind}_body") if kind else f"* {self.pick('org_kind')}"
        return form.replace("*", self.pick("org_name")).replace("^", self.pick("place"))

    def name(self, identity: str, text: str) -> None:
        self.names.append((len(self.text), len(self.text) + len(text), identity))
        self.text += text


def invented(count: int, *, seed: int = 0) -> Iterator[tuple[dict[str, Any], Links]]:
    """Give articles with their links, in the shape of `read_links`."""
    with (HERE / "invented_words.csv").open(encoding="utf-8", newline="") as file:
        words = {row["kind"]: row["words"].split(";") for row in csv.DictReader(file)}
    sentences, ties = (list(_rows(HERE / name)) for name in ("sentences.csv", "ties.csv"))
    chance = random.Random(seed)
    for number in range(count):
        sheet = Sheet(chance, words)
        sheet.text = sheet.pick("headline") + "\n\n"
        if chance.random() < 0.7:
            sheet.text += f"{sheet.pick('place')}, {chance.randint(1, 28)} March 2025 - "
        count_of_ties = chance.choice(TIES)
        rows = chance.sample(sentences, chance.choice((1, 2, 3))) + chance.sample(ties, count_of_ties)
        for row in chance.sample(rows, len(rows)):
            _write(sheet, row)
        yield (
            {"id": f"invented-{seed}-{number}", "text": sheet.text.rstrip(), "published": "2025-03-30"},
            Links(sheet.names, sheet.links.roles, sheet.links.people, sheet.links.values, sheet.links.quotes),
        )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write(sheet: Sheet, row: dict[str, str]) -> None:
    """Write one sentence; its people are new, its first organisation may be one of the article's."""
    sheet.number += 1
    known = [one for one in sheet.forms if one[0] == "o"]
    local: dict[str, str] = {}

    def identity(slot: str) -> str:
        if slot not in local:
            fresh = f"{slot[0].lower()}{sheet.number}{slot[1]}"
            again = slot == "O1" and "{T1" not in row["text"] and known and sheet.chance.random() < 0.4
            local[slot] = sheet.chance.choice(known) if again else fresh
        return local[slot]

    roles: dict[str, tuple[int, int, str]] = {}
    measures: dict[str, tuple[int, int, str]] = {}
    values: list[tuple[int, int, str, Sequence[str]]] = []
    if row["kind"] == "list" and not sheet.text.endswith("\n\n"):
        sheet.text = sheet.text.rstrip() + "\n\n"
    at = 0
    for slot in _SLOT.finditer(row["text"]):
        sheet.text += row["text"][at : slot.start()]
        at = slot.end()
        if slot[2]:
            measures[slot[2]] = (len(sheet.text), len(sheet.text) + len(slot[3]), slot[3])
            sheet.text += slot[3]
        else:
            _fill(sheet, slot[1], identity, roles, values)
    sheet.text += row["text"][at:]
    for fact in _FACT.finditer(row["facts"] or ""):
        person = identity(fact["person"]) if fact["person"] != "-" else None
        org = identity(fact["org"]) if fact["org"] != "-" else None
        if fact["role"]:
            start, end, text = roles.pop(fact["role"])
            sheet.links.roles.append(
                {
                    "start": start,
                    "end": end,
                    "text": text,
                    "person": person,
                    "organisation": org,
                    "former": bool(fact["former"]),
                }
            )
        elif person:
            sheet.links.people[person] = org
    for start, end, label, (mark, part, turn, owner) in values:
        low, high, text = measures[mark]
        sheet.links.values.append(
            {"start": start, "end": end, "label": label, "measure": text, "measure_at": [low, high], "role": part,
             "direction": None if turn == "-" else turn, "organisation": None if owner == "-" else identity(owner)}
        )  # fmt: skip
    sheet.text += "\n\n" if row["kind"] == "list" or sheet.chance.random() < 0.5 else " "
    if sheet.chance.random() < 0.4:
        sheet.text += sheet.pick("filler") + sheet.chance.choice((" ", "\n\n"))


def _fill(sheet: Sheet, slot: str, identity: Any, roles: dict[str, Any], values: list[Any]) -> None:
    kind, _, rest = slot.partition(":")
    if kind in ("q", "Q", "f"):
        words = sheet.pick("fragment" if kind == "f" else "said")
        end = {"q": ",", "Q": ".", "f": ""}[kind]
        opened, closed = sheet.chance.choice(("“”", '""'))
        sheet.text += opened
        start = len(sheet.text)
        sheet.text += words + end
        speaker = None if rest == "-" else identity(rest)
        sheet.links.quotes.append({"start": start, "end": len(sheet.text), "speaker": speaker})
        sheet.text += closed
    elif slot[0] in "Ttrnv" and kind[1:].isdigit():
        _fill_typed(sheet, kind, identity, roles, rest.split("|") if rest else sheet.words["kind"])
    elif slot[0] in "PO":
        sheet.name(identity(slot), sheet.named(identity(slot))[0])
    elif slot[0] == "p":
        sheet.name(identity("P" + slot[1]), sheet.named(identity("P" + slot[1]))[1])
    elif slot[:-1].lower() in PRONOUNS:
        word = PRONOUNS[slot[:-1].lower()][sheet.named(identity("P" + slot[-1]))[2]]
        sheet.text += word.capitalize() if slot[0] == "H" else word
    elif slot[0] == "R":
        words = rest or sheet.pick("role")
        roles["R1" if kind == "R" else kind] = (len(sheet.text), len(sheet.text) + len(words), words)
        sheet.text += words
    elif slot[0] == "L":
        sheet.text += sheet.pick("place")
    else:
        mark, *told = slot.split()
        money = mark[0] == "$"
        digits = f"{sheet.chance.randint(1, 90)}{sheet.chance.choice(('', '.5', '.2'))}"
        words = (
            f"{sheet.chance.choice('$€£')}{digits} {sheet.chance.choice(('million', 'billion'))}"
            if money
            else digits + sheet.chance.choice(("%", " per cent"))
        )
        values.append(
            (len(sheet.text), len(sheet.text) + len(words), "MONEY" if money else "PERCENT", (mark[1:], *told))
        )
        sheet.text += words


def _fill_typed(sheet: Sheet, slot: str, identity: Any, roles: dict[str, Any], kinds: Sequence[str]) -> None:
    """Write an organisation of a kind, its noun, a title in it, or a public office."""
    body = identity("O" + slot[1])
    if slot[0] == "T":
        free = [kind for kind in kinds if kind not in sheet.kinds.values()]
        sheet.kinds[body] = sheet.chance.choice(free or kinds)
        sheet.name(body, sheet.named(body)[0])
        return
    kind = sheet.kinds.get(body, "company")
    words = sheet.pick({"t": f"{kind}_noun", "v": "office"}.get(slot[0], f"{kind}_role"))
    if slot[0] == "n":
        words = f"{sheet.pick(f'{kind}_noun').capitalize()} {words}"
    if sheet.text.endswith((". ", "\n\n")):
        words = words[0].upper() + words[1:]
    if slot[0] != "t":
        roles["R" + slot[1]] = (len(sheet.text), len(sheet.text) + len(words), words)
    sheet.text += words
