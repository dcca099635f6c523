"""Which format a file of annotations has, and the functions that read and write it."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.files import numbered_lines, write_atomically
from pipeline.retrain.interchange import doccano, label_studio, prodigy
from pipeline.retrain.interchange.annotated import AnnotatedText
from pipeline.retrain.interchange.docbin import read_docbin, write_docbin

SUFFIXES = (".jsonl", ".json", ".spacy")
"""Files that hold annotations; others are edited tables."""

Reader = Callable[[dict[str, Any], str], Iterator[AnnotatedText]]

_LINES: dict[str, Reader] = {
    "prodigy": prodigy.from_task,
    "doccano": doccano.from_record,
    "label-studio": label_studio.from_task,
}


def read_annotated(path: Path) -> list[AnnotatedText]:
    """Read a file of Prodigy, doccano, Label Studio or DocBin; which one it is follows from its content.

    Raises UsageError that names the file, the line and the remedy.
    """
    if path.suffix == ".spacy":
        return read_docbin(path)
    texts: list[AnnotatedText] = []
    for number, record in _records(path):
        place = f"{path.name}, record {number}"
        try:
            for text in _LINES[_format_of(record)](record, place):
                text.text.encode()  # a text that no file can hold is no article
                texts.append(replace(text, meta=dict(text.meta)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"{place}: not a record of {', '.join(_LINES)} ({error!r})") from None
    return texts


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        if text.lstrip().startswith("["):
            yield from enumerate(json.loads(text), 1)
            return
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path.name} can't be read ({error}); export it again as JSON in UTF-8") from None
    for number, line in numbered_lines(text):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UsageError(f"{path.name}, line {number}: not JSON ({error}); export it again") from None


def _format_of(record: dict[str, Any]) -> str:
    if "data" in record:
        return "label-studio"
    return "doccano" if {"label", "labels", "entities"} & record.keys() else "prodigy"


def _write_jsonl(to_record: Callable[[AnnotatedText], dict[str, Any]]) -> Callable[..., None]:
    def write(texts: Iterable[AnnotatedText], path: Path) -> None:
        with write_atomically(path) as file:
            file.writelines(json.dumps(to_record(text), ensure_ascii=False) + "\n" for text in texts)

    return write


def _write_json(texts: Iterable[AnnotatedText], path: Path) -> None:
    with write_atomically(path) as file:
        json.dump([label_studio.to_task(text) for text in texts], file, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Iterable[AnnotatedText], Path], None]] = {
    "prodigy": _write_jsonl(prodigy.to_task),
    "doccano": _write_jsonl(doccano.to_record),
    "label-studio": _write_json,
    "docbin": write_docbin,
}
"""Every format that annotations are written in, by name."""
