"""`pressfacts explain`: why a stretch of an article became a mention, or why not."""

from datetime import date
from typing import Annotated

import typer

from pipeline.commands.options import Model, SettingsFile
from pipeline.errors import UsageError


def explain(
    file: Annotated[str, typer.Argument(help="File with an article, or - for standard input.")],
    at: Annotated[str, typer.Option(help="Words of the article, as printed.")],
    nth: Annotated[int, typer.Option(help="Which occurrence of the words.", min=1)] = 1,
    model: Model = None,
    settings: SettingsFile = None,
) -> None:
    """Say which component and rule made a mention, what else was considered, and what spoke against it.

    pressfacts explain release.txt --at "Volta Foods"
    """
    from pipeline.extract.document.finds import make_doc
    from pipeline.extract.explain import explain as steps_of
    from pipeline.extract.opening import open_pipeline
    from pipeline.ingest import read_articles
    from pipeline.records import Article
    from pipeline.settings import load_settings

    chosen = load_settings(settings, model=model, any_language=True)
    items = read_articles([file], chosen, today=date.today())
    article = next((item for item in items if isinstance(item, Article) and at in item.text), None)
    if article is None:
        raise UsageError(f"{file} holds no {at!r}: give the words exactly as the article prints them")
    start = -1
    for _ in range(nth):
        start = article.text.find(at, start + 1)
        if start < 0:
            raise UsageError(f"{at!r} stands in {file} fewer than {nth} times")
    nlp = open_pipeline(chosen)
    print(f"{at!r} at {start}")
    for step in steps_of(nlp, make_doc(nlp, article), start, start + len(at)):
        print(f"  {step.by:32} {step.what}")
