"""A rule set's folder of JSONL, which spaCy's rulers read as far as they can, to typed rules and back."""

import json
from collections.abc import Iterable, Mapping
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
    DecidedPlace,
    EditRule,
    PatternRule,
    RuleSet,
)
from pipeline.files import numbered_lines, write_atomically
from pipeline.records import as_article_id


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
    _write(folder / PINS, (_to_json(d) for d in sorted(rules.decided, key=lambda d: (d.article_id, d.start, d.id))))


def _write(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    with write_atomically(path) as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _to_json(rule: PatternRule | EditRule | DecidedPlace) -> dict[str, Any]:
    plain = {name: getattr(rule, name) for name in rule.__slots__}
    order = sorted(plain, key=lambda name: name == "id") if isinstance(rule, PatternRule) else list(plain)
    return {name: plain[name] for name in order if plain[name] not in (None, (), "", 0) or name in ("label", "start")}


def _lines(path: Path) -> Iterable[tuple[dict[str, Any], str]]:
    if not path.is_file():
        return
    for number, line in numbered_lines(path.read_text(encoding="utf-8")):
        place = f"{path.name}, line {number}"
        if line.strip():
            try:
                yield json.loads(line), place
            except ValueError as error:
                raise RulesError(f"{place}: not JSON ({error}); write one object a line") from None


def _pattern(record: dict[str, Any], place: str) -> PatternRule:
    label, pattern = record.get("label"), record.get("pattern")
    if label not in NAMES:
        raise RulesError(f"{place}: label must be one of {', '.join(NAMES)}, not {label!r}")
    if not pattern or not isinstance(pattern, (str, list)):
        raise RulesError(f"{place}: pattern must be words or a list of spaCy's token patterns, not {pattern!r}")
    sides = {side: tuple(record.get(side, ())) for side in ("left", "right")}
    return PatternRule(str(record.get("id") or place.replace(", line ", ":")), label, pattern, **sides)


def _edit(record: dict[str, Any], place: str) -> EditRule:
    when, do = record.get("when", {}), record.get("do")
    unknown = sorted(set(when) - set(TESTS))
    if do not in DOES or unknown or when.get("label") not in NAMES:
        what = f"there is no test {unknown[0]!r}" if unknown else f"do is one of {', '.join(DOES)}, not {do!r}"
        raise RulesError(f"{place}: {what}; `when` needs a label of {', '.join(NAMES)}")
    if do == "relabel" and record.get("to") not in NAMES:
        raise RulesError(f"{place}: `to` must be one of {', '.join(NAMES)}, not {record.get('to')!r}")
    return EditRule(str(record["id"]), when, do, record.get("to"), int(record.get("by", 0)))


def _decided(record: dict[str, Any], place: str) -> DecidedPlace:
    try:
        instead = record.get("instead_of")
        record = {**record, "article_id": as_article_id(record["article_id"])}
        return DecidedPlace(**{**record, "instead_of": (int(instead[0]), str(instead[1])) if instead else None})
    except (TypeError, KeyError, ValueError, IndexError) as error:
        raise RulesError(f"{place}: not a decided place ({error})") from None
