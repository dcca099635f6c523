"""What a process died of to what is tried again of it, by one article at a time; what it dies of alone is an error."""

from dataclasses import replace

from pipeline.engines.deaths import Died, reason
from pipeline.engines.jobs import InputTurn, Job, Work
from pipeline.engines.tasks import FoundRows, Part, error_of
from pipeline.settings import Settings
from pipeline.store.facts import kept_row

_TRIES = 3
"""How often what is read or worked on alone may be killed from outside, until that is taken for its own doing."""


def again(job: Job, died: Died) -> list[Job]:
    """Give what is to be tried again, nothing where that would end in the same way: then it is an error."""
    if isinstance(job, Work) and len(job.batch) > 1:
        return [Work([article]) for article in job.batch]
    if died.is_foreign and job.deaths < _TRIES:
        return [job]
    if isinstance(job, InputTurn) and job.asked.chunk > 1 and job.fingerprint is not None:
        # What it had read and not yet said is lost: again, saying each article at once.
        job.asked = replace(job.asked, chunk=1)
        job.parts.clear()
        return [job]
    return []


def as_an_error(work: Work, died: Died, settings: Settings, maker: str) -> FoundRows:
    """Make what an article's process died of the error of that article."""
    (article,) = work.batch
    error = error_of(article.source, *reason(died, settings, "working on it"), stage="extract")
    return FoundRows(made_by=maker, rows=[kept_row(article, error, limits=settings.limits)], words=article.words)


def end_in_an_error(turn: InputTurn, died: Died, settings: Settings) -> None:
    """Make what the reader of an input died of its last part."""
    error = error_of(turn.asked.name, *reason(died, settings, "reading it"))
    fingerprint = turn.asked.fingerprint if turn.fingerprint is None else turn.fingerprint
    is_first = not turn.given and not turn.parts
    turn.parts.append(Part(name=turn.asked.name, fingerprint=fingerprint, items=[error], first=is_first, last=True))
