"""A rule set's folder of JSONL, which spaCy's rulers read as far as they can, to typed rules and back."""

import json
from collections.abc import Iterable, Mapping
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from pipeline.errors import RulesError
from pipeline.extract.user_rules.rule_set import (
    CONTEXTS,
    DOES,
    EDITS,
    NAMES,
    PATTERNS,
    PINS,
    TESTS,
    DecidedCells,
    EditRule,
    PatternRule,
    RuleSet,
)
from pipeline.files import numbered_lines, write_atomically
from pipeline.records import as_article_id
from pipeline.values.text.anchors import Anchor

_ENDLESS = 2
"""Operators without an end that a pattern may have."""


def read_rule_set(folder: Path) -> RuleSet:
    """Read a rule set. Raises RulesError that names the file, the line and the remedy."""
    if not folder.is_dir():
        raise RulesError(f"{folder}: there is no such rule set; `pressfacts rules list` shows those that there are")
    patterns = [_pattern(record, place) for record, place in _lines(folder / PATTERNS)]
    patterns += [_pattern(record, place) for record, place in _lines(folder / CONTEXTS)]
    edits = [_edit(record, place) for record, place in _lines(folder / EDITS)]
    decided = [_decided(record, place) for record, place in _lines(folder / PINS)]
    return RuleSet(tuple(patterns), tuple(edits), tuple(decided))


def write_rule_set(rules: RuleSet, folder: Path) -> None:
    """Write a rule set, one file a kind, sorted by id; a plain EntityRuler or SpanRuler loads `patterns.jsonl`."""
    patterns = [_to_json(rule) for rule in sorted(rules.patterns, key=lambda rule: rule.id)]
    _write(folder / PATTERNS, (p for p in patterns if "left" not in p and "right" not in p))
    _write(folder / CONTEXTS, (p for p in patterns if "left" in p or "right" in p))
    _write(folder / EDITS, (_to_json(rule) for rule in sorted(rules.edits, key=lambda rule: rule.id)))
    places = (_place_to_json(one, one.anchor) for one in rules.decided if one.anchor)
    _write(folder / PINS, sorted(places, key=itemgetter("article_id", "start", "id")))


def _write(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    with write_atomically(path) as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _to_json(rule: PatternRule | EditRule) -> dict[str, Any]:
    plain = {name: getattr(rule, name) for name in rule.__slots__}
    order = sorted(plain, key=lambda name: name == "id") if isinstance(rule, PatternRule) else list(plain)
    return {name: plain[name] for name in order if plain[name] not in (None, (), "", 0) or name == "label"}


def _place_to_json(one: DecidedCells, at: Anchor) -> dict[str, Any]:
    old, label = one.instead_of, one.cells.get("label")
    plain = {"id": one.id, "article_id": one.article_id, "start": at.start, "words": at.words, "label": label}
    around = {"prefix": at.prefix, "suffix": at.suffix, "instead_of": [old.start, old.words] if old else None}
    return plain | {name: value for name, value in around.items() if value}


def _lines(path: Path) -> Iterable[tuple[dict[str, Any], str]]:
    if not path.is_file():
        return
    try:
        lines = list(numbered_lines(path.read_text(encoding="utf-8")))
    except (UnicodeDecodeError, OSError) as error:
        raise RulesError(f"{path.name} can't be read ({error}); save it as UTF-8") from None
    for number, line in lines:
        place = f"{path.name}, line {number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RulesError(f"{place}: not JSON ({error}); write one object a line") from None
        if not isinstance(record, dict):
            raise RulesError(f"{place}: must be an object in braces, not {line[:40]!r}")
        yield record, place


def _pattern(record: dict[str, Any], place: str) -> PatternRule:
    label, pattern = record.get("label"), record.get("pattern")
    if label not in NAMES:
        raise RulesError(f"{place}: label must be one of {', '.join(NAMES)}, not {label!r}")
    if not pattern or not isinstance(pattern, (str, list)):
        raise RulesError(f"{place}: pattern must be words or a list of spaCy's token patterns, not {pattern!r}")
    if isinstance(pattern, list):
        _check_tokens(pattern, place)
    sides = {side: tuple(_words(record.get(side, []), side, place)) for side in ("left", "right")}
    return PatternRule(str(record.get("id") or place.replace(", line ", ":")), label, pattern, **sides)


def _words(value: Any, name: str, place: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise RulesError(f"{place}: {name} must be a list of words, not {value!r}"[:300])
    return value


def _check_tokens(pattern: list[Any], place: str) -> None:
    """Refuse what takes spaCy time that grows with the square of a text, or worse: several operators without an end."""
    if not all(isinstance(token, dict) for token in pattern):
        raise RulesError(f'{place}: each token of a pattern must be an object, as in [{{"LOWER": "bank"}}]')
    endless = [str(token.get("OP", "")).startswith(("+", "*")) or ",}" in str(token.get("OP", "")) for token in pattern]
    if sum(endless) > _ENDLESS or any(a and b for a, b in pairwise(endless)):
        raise RulesError(f"{place}: OP + or * may stand {_ENDLESS} times, not behind each other; give {{1,5}}")


def _edit(record: dict[str, Any], place: str) -> EditRule:
    when, do = record.get("when", {}), record.get("do")
    if not isinstance(when, dict) or not all(isinstance(value, str) for value in when.values()):
        raise RulesError(f"{place}: `when` must be an object of words, not {when!r}"[:300])
    unknown = sorted(set(when) - set(TESTS))
    if do not in DOES or unknown or when.get("label") not in NAMES:
        what = f"there is no test {unknown[0]!r}" if unknown else f"do is one of {', '.join(DOES)}, not {do!r}"
        raise RulesError(f"{place}: {what}; `when` needs a label of {', '.join(NAMES)}")
    if do == "relabel" and record.get("to") not in NAMES:
        raise RulesError(f"{place}: `to` must be one of {', '.join(NAMES)}, not {record.get('to')!r}")
    by = record.get("by", 0)
    if not isinstance(by, int) or "id" not in record:
        raise RulesError(f"{place}: an edit needs an `id`, and `by` must be a whole number")
    return EditRule(str(record["id"]), when, do, record.get("to"), by)


def _decided(record: dict[str, Any], place: str) -> DecidedCells:
    try:
        instead = record.get("instead_of")
        at = Anchor(record["start"], record["words"], record.get("prefix", ""), record.get("suffix", ""))
        texts = (record["id"], at.words, at.prefix, at.suffix)
        if not isinstance(at.start, int) or not all(isinstance(text, str) for text in texts):
            raise TypeError("start must be a number, the words text")
        return DecidedCells(
            record["id"], as_article_id(record["article_id"]), "mentions", anchor=at,
            cells={"label": record["label"]}, instead_of=Anchor(int(instead[0]), str(instead[1])) if instead else None,
        )  # fmt: skip
    except (TypeError, KeyError, ValueError, IndexError) as error:
        raise RulesError(f"{place}: not a decided place ({error})") from None
