"""`pressfacts retrain` and `pressfacts rules`: corrections to rules, and the history of rule sets."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import Model
from pipeline.commands.printing import print_line
from pipeline.commands.progress import ShownStages

Rules = Annotated[
    Path | None, typer.Option("--rules", help="Folder of the rule sets.", show_default="rules in the folder of the run")
]
Run = Annotated[Path, typer.Option("--run", help="Folder of the run that was corrected.")]
Gold = Annotated[
    Path | None,
    typer.Option(help="Annotated articles to prove the rules on.", show_default="corpus/gold, where there is one"),
]
GOLD, SERIES, RUN, LOG = (
    Path(p) for p in ("corpus/gold", "corpus/series", "outputs", "corpus/corrections/decisions.jsonl")
)


def retrain(
    corrected: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Corrected tables (CSV or XLSX), or annotations: Prodigy, doccano, Label Studio (JSON), spaCy DocBin. "
            "None learns from the log alone."
        ),
    ] = None,
    run: Run = RUN,
    gold: Gold = None,
    rules: Annotated[
        Path | None, typer.Option(help="Folder of the rule sets.", show_default="rules in the folder of the run")
    ] = None,
    log: Annotated[Path, typer.Option(help="Log of decisions, which is only ever appended to.")] = LOG,
    table: Annotated[str | None, typer.Option(help="Which table the file is, where its name doesn't say.")] = None,
    who: Annotated[str | None, typer.Option(help="Who decided.", show_default="your login")] = None,
    apply: Annotated[
        bool | None,
        typer.Option(
            "--apply/--no-apply", help="Put the new rules to use in any case, or in none.", show_default="if safe"
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would come of it, and write nothing.")] = False,
    tolerance: Annotated[float, typer.Option(help="F1 points that a label may lose at most.")] = 0.3,
    examples: Annotated[bool, typer.Option("--examples", help="Show what each rule would change.")] = False,
    model: Model = None,
) -> None:
    """Learn rules from corrected tables, prove them on annotated articles, and put them to use if they are safe.

    Edit mentions.csv (or people, organisations, money, percentages, quotes, entities) in a spreadsheet: add a column
    `reject` and write x into it, change a label, the words, a name, a title, a speaker or a value, add a row for what
    was missed (article and text are enough), or give two entities one id. Articles in which you decided something count
    as read whole. What corrections teach the model of links is used only where hardly another cell of the run changes.

    ```sh
    pressfacts retrain mentions.csv
    pressfacts retrain mentions.csv annotated.jsonl --run outputs/2024 --dry-run --examples
    ```
    """
    from pipeline.retrain.learning.test_bed import Proof
    from pipeline.retrain.report import lines_of_report
    from pipeline.retrain.retraining import RetrainPlan
    from pipeline.retrain.retraining import retrain as learn_from
    from pipeline.retrain.stages import Stages

    sets = rules or run / "rules"
    plan = RetrainPlan(
        corrected=corrected or [], run=run, log=log, rules=sets, table=table, who=who or getpass.getuser(), when=now()
    )
    proof = Proof(gold or (GOLD if GOLD.is_dir() else None), sets, model)
    with ShownStages() as shown:
        outcome = learn_from(plan, proof, tolerance=tolerance, write=not dry_run, apply=apply, say=Stages(shown))
    print_line("\n".join(lines_of_report(outcome, examples=examples)))


def benchmark_retrain(
    gold: Annotated[Path, typer.Argument(help="Annotated articles.")] = SERIES,
    corrected: Annotated[
        list[int] | None, typer.Option(help="How many are corrected.", show_default="0 5 10 20")
    ] = None,
    splits: Annotated[int, typer.Option(help="Random splits.")] = 8,
    left: Annotated[int | None, typer.Option(help="Articles left over.", show_default="half of them")] = None,
    also: Annotated[
        Path | None, typer.Option(help="Other annotated articles to prove rules on.", show_default="corpus/gold")
    ] = None,
    model: Model = None,
) -> None:
    """Simulate a user who corrects some articles by their annotation; measure on the articles that are left.

    Articles of a few sources, as a press monitor has them, show what corrections are worth: names, units and titles
    come again. In articles that have nothing to do with each other hardly an error does.

    ```sh
    pressfacts benchmark retrain
    pressfacts benchmark retrain gold.jsonl --splits 10
    ```
    """
    from pipeline.extract.opening import open_pipeline
    from pipeline.retrain.simulate import curve_in_words, read_bench, simulate
    from pipeline.settings import load_settings

    sizes = sorted({0, *(corrected or (5, 10, 20))})
    with Console(stderr=True).status("running the pipeline ...") as status:
        nlp = open_pipeline(load_settings(model=model, rules=""))  # What was learned already would be measured too.
        bench = read_bench(nlp, gold)
        other = read_bench(nlp, also or GOLD) if also or GOLD.is_dir() else None
        evidence = [other.evidence(n, corrected=False) for n in range(len(other.articles))] if other else []
        half = left or len(bench.articles) // 2
        for split, size, curve in simulate(bench, sizes=sizes, splits=splits, left=half, also=evidence):
            status.update(f"split {split + 1} of {splits}, {size} corrected")
            measured = curve
    print_line(curve_in_words(measured))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
