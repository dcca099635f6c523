"""`pressfacts show`: one article, its mentions highlighted, and its tables."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import AnyLanguage, Model, SettingsFile
from pipeline.errors import UsageError
from pipeline.files import write_atomically
from pipeline.plain import harmless


def show(
    file: Annotated[str, typer.Argument(help="File with an article, or - for text on standard input.")] = "-",
    html: Annotated[
        Path | None, typer.Option(help="Write the page to this file instead: one HTML file, nothing to fetch.")
    ] = None,
    model: Model = None,
    any_language: AnyLanguage = None,
    settings: SettingsFile = None,
) -> None:
    """Show an article with its mentions highlighted, and the tables under it.

    ```sh
    pressfacts show corpus/articles/gov-hk-investment.txt
    pbpaste | pressfacts show
    pressfacts show release.html --html release-facts.html
    ```
    """
    from pipeline.engines.guarded import read_guarded
    from pipeline.export.page import block, page_of_articles
    from pipeline.export.terminal import print_article as show_in_terminal
    from pipeline.extract.document.finds import make_doc, records_on
    from pipeline.extract.opening import open_pipeline
    from pipeline.records import Article
    from pipeline.settings import load_settings

    console = Console()
    chosen = load_settings(settings, any_language=any_language, model=model)
    items = list(read_guarded([file], chosen, today=date.today()))
    articles = [item for item in items if isinstance(item, Article)]
    if not articles:
        reasons = "; ".join(f"{item.source}: {item.message}" for item in items if not isinstance(item, Article))
        raise UsageError(f"nothing to show: {reasons or f'{file} holds no article'}")
    nlp = open_pipeline(chosen)
    blocks = []
    for article in articles:
        doc = nlp(make_doc(nlp, article))
        found = records_on(doc)
        if html:
            blocks.append(block(article.title or article.source, article.text, found, doc._.zones))
        else:
            show_in_terminal(console, article.text, found)
    if html:
        with write_atomically(html) as out:
            out.write(page_of_articles(articles[0].title or file, blocks))
        console.print(f"{harmless(str(html))}: {len(blocks)} article{'s' if len(blocks) > 1 else ''}", markup=False)
