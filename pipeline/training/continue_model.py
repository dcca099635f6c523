"""A user's corrected articles to a model of their own: the tag layer goes on learning, with our gold as rehearsal."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from pipeline.errors import UsageError
from pipeline.extract.links.model import FOLDER
from pipeline.extract.model.agreement import agree
from pipeline.extract.model.encoder import PressNer
from pipeline.extract.model.tagging import Decoder
from pipeline.training.heads import Floats, SourceWords, carry_on, with_one
from pipeline.training.measure import Scores, lost, mean_f, scores
from pipeline.training.package import seal
from pipeline.training.prepared import allowed_tags
from pipeline.training.sets import LABELS, Annotated, read_gold

SPARED = 1.0
"""Points of F1 that may be lost on ours: a step that forgets more is not kept, whatever it gains on yours."""


@dataclass(frozen=True)
class EncodedArticle:
    """An article as the encoder reads it."""

    article: Annotated
    words: list[str]
    offsets: list[tuple[int, int]]
    states: Floats


def continue_model(
    articles: Path | Iterable[Path], *, base: Path, out: Path, rehearsal: Iterable[Path] = (), seed: int = 0
) -> dict[str, Any]:
    """Carry a model on with a user's annotated articles (JSONL as in corpus/gold), write it to `out`, give a report.

    A fifth of the user's articles and a fifth of the rehearsal are held out, chosen by `seed`. The step is kept that
    is best on yours, of those that lose no more than a point on ours; the report has the scores before and after.
    """
    nlp = spacy.load(base)
    ner = nlp.get_pipe("press_ner")
    assert isinstance(ner, PressNer)
    yours = split([read(nlp, ner, article) for article in read_all(articles)], seed)
    ours = split([read(nlp, ner, article) for article in read_all(rehearsal)], seed)
    if not yours[0]:
        raise UsageError("no annotated article to learn from: give at least one, better twenty")
    head = np.load(BytesIO(ner.parts["head"]), allow_pickle=False)
    held = {name: part for name, part in (("yours", yours[1] or yours[0]), ("ours", ours[1])) if part}

    first = {name: score(ner, head, part) for name, part in held.items()}

    def judge(layer: Floats) -> float:
        now = {name: score(ner, layer, part) for name, part in held.items()}
        forgot = "ours" in held and lost(first["ours"], now["ours"]) > SPARED
        return -1.0 if forgot else mean_f(now["yours"])

    after, step = carry_on(head, [together(part[0]) for part in (yours, ours) if part[0]], judge)
    report = {
        "articles": {"yours": len(yours[0]), "ours": len(ours[0])},
        "held_out": {"yours": len(yours[1]), "ours": len(ours[1])},
        "step": step,
        "seed": seed,
        "before": first,
        "after": {name: score(ner, after, part) for name, part in held.items()},
    }
    write(nlp, ner, after, out, report)
    keep_links(base, out)
    return report


def read_all(paths: Path | Iterable[Path]) -> list[Annotated]:
    """Read the annotated articles of some files."""
    return [article for path in ([paths] if isinstance(paths, Path) else paths) for article in read_gold(path)]


def read(nlp: Language, ner: PressNer, article: Annotated) -> EncodedArticle:
    """Give an article to the encoder."""
    doc = nlp.make_doc(article.text)
    words, states = ner.states(doc)
    return EncodedArticle(
        article, [doc[at].text for at in words], [(doc[at].idx, doc[at].idx + len(doc[at])) for at in words], states
    )


def split(articles: list[EncodedArticle], seed: int) -> tuple[list[EncodedArticle], list[EncodedArticle]]:
    """Hold out a fifth of the articles, by the hash of their text; none of fewer than five."""
    ordered = sorted(articles, key=lambda one: hashlib.sha256(f"{seed} {one.article.text}".encode()).hexdigest())
    held = len(ordered) // 5
    return ordered[held:], ordered[:held]


def together(articles: Sequence[EncodedArticle]) -> SourceWords:
    """Put the words of articles into one table."""
    allowed = [allowed_tags(one.article, one.offsets) for one in articles]
    return SourceWords(np.concatenate([one.states for one in articles]), np.concatenate(allowed))


def score(ner: PressNer, head: Floats, articles: Sequence[EncodedArticle]) -> Scores:
    """Score the spans that a tag layer finds in articles."""
    decoder, pairs = Decoder(LABELS), []
    for one in articles:
        logits = agree(with_one(one.states) @ head, one.words, decoder, share=ner.share)
        found = decoder.spans(logits)
        spans = [(one.offsets[start][0], one.offsets[end - 1][1], label) for start, end, label, _ in found]
        pairs.append((one.article.spans, spans))
    return scores(pairs, LABELS)


def keep_links(base: Path, out: Path) -> None:
    """Give the model the links model of the one that it carries on: both read the same states."""
    if (base / FOLDER).is_dir():
        shutil.copytree(base / FOLDER, out / FOLDER)
        seal(out)


def write(nlp: Language, ner: PressNer, head: Floats, out: Path, report: dict[str, Any]) -> None:
    """Write the model with its new tag layer, and what was done into its meta."""
    rows = BytesIO()
    np.save(rows, head, allow_pickle=False)
    before = hashlib.sha256(ner.parts["head"]).hexdigest()
    ner.parts = {**ner.parts, "head": rows.getvalue()}
    nlp.meta["continued"] = {**report, "base_head_sha256": before}
    nlp.meta["description"] = "press_en, carried on from a user's corrected articles."
    nlp.to_disk(out)
    seal(out)
    (out / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
