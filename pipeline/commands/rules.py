"""`pressfacts rules`, `diff` and `annotations`: the history of rule sets, and runs side by side."""

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.printing import print_line
from pipeline.commands.retrain import LOG, RUN, Rules, Run, now
from pipeline.errors import UsageError

rules = typer.Typer(
    help="The rule sets that were learned from corrections: list, show, compare, use, undo.", no_args_is_help=True
)


Named = Annotated[Path | None, typer.Argument(metavar="[RUN]", help="Folder of the run.", show_default="outputs")]


def rules_in(folder: Path | None, run: Path) -> Path:
    """Give the folder of rule sets: the one that is named, or that of a run."""
    return folder or run / "rules"


@rules.command("list")
def list_(of: Named = None, folder: Rules = None, run: Run = RUN) -> None:
    """List the rule sets, the oldest first; `*` marks the one in use."""
    from pipeline.retrain.versions.history import RuleSets

    sets = RuleSets(rules_in(folder, of or run))
    for version in sets.versions():
        about, kept = sets.about(version), sets.read(version)
        mark = "*" if version == sets.current() else " "
        rows = sum(map(len, sets.rows(version).values()))
        decided = f"{len(kept.decided)} decided places, {len(sets.decided_rows(version))} decided rows"
        count = f"{len(kept.rules)} rules, {rows} rows of rule files, {decided}"
        print_line(f"{mark} {version:>4}  {about.get('when', '')}  {about.get('who', '')}  {count}")
    if not sets.versions():
        print_line(f"no rule sets in {sets.folder} yet; `pressfacts retrain EDITED.csv` makes one")


@rules.command()
def show(version: Annotated[str | None, typer.Argument(help="Which one.", show_default="the one in use")] = None,
         folder: Rules = None, run: Run = RUN) -> None:  # fmt: skip
    """Show a rule set: each rule, what it mended and broke, and the scores before and after."""
    from pipeline.retrain.learning.wording import describe, describe_decided, describe_row
    from pipeline.retrain.versions.history import RuleSets

    sets = RuleSets(rules_in(folder, run))
    chosen = version or sets.current()
    if chosen is None:
        raise UsageError(
            f"no rule set is in use in {sets.folder}; name one: {', '.join(sets.versions()) or 'there are none'}"
        )
    kept, evidence = sets.read(chosen), sets.evidence(chosen)
    rows = [(row.id, describe_row(name, row)) for name, added in sets.rows(chosen).items() for row in added]
    for rule_id, what in [*rows, *((rule.id, describe(rule)) for rule in kept.rules)]:
        known = evidence.get(rule_id, {})
        print_line(f"{known.get('mended', 0):4} mended {known.get('broken', 0):3} broken  {rule_id}: {what}")
    decided = sets.decided_rows(chosen)
    print_line(f"{len(kept.decided)} decided places, {len(decided)} decided rows")
    for row in decided:
        print_line(f"  {describe_decided(row)}")
    print_line(json.dumps(sets.about(chosen), ensure_ascii=False))


@rules.command()
def diff(before: str, after: str, folder: Rules = None, run: Run = RUN) -> None:
    """Show what two rule sets don't share: `-` only in the first, `+` only in the second."""
    from pipeline.retrain.versions.history import RuleSets, difference

    sets = RuleSets(rules_in(folder, run))
    print_line("\n".join(difference(sets.lines(before), sets.lines(after))) or "no difference")


@rules.command()
def use(
    version: Annotated[str, typer.Argument(help="A version, or `none`.")], folder: Rules = None, run: Run = RUN
) -> None:
    """Put a rule set to use; `pressfacts run --refresh` applies it to what was run before."""
    from pipeline.retrain.versions.history import RuleSets

    RuleSets(rules_in(folder, run)).use(None if version == "none" else version, when=now())
    print_line(f"rule set {version} is in use")


@rules.command()
def undo(of: Named = None, folder: Rules = None, run: Run = RUN) -> None:
    """Put to use again what was in use before the last change."""
    from pipeline.retrain.versions.history import RuleSets

    print_line(f"rule set {RuleSets(rules_in(folder, of or run)).undo(when=now()) or 'none'} is in use")


@rules.command("report")
def report_(run: Run = RUN, folder: Rules = None, log: Annotated[Path, typer.Option()] = LOG) -> None:
    """Count what each rule found in a run, and how much of it was corrected since."""
    from pipeline.retrain.runs.exported import read_exported
    from pipeline.retrain.versions.usage import usage_in_words, worth_of_rules

    print_line(usage_in_words(worth_of_rules(read_exported(run), log, rules_in(folder, run))))


def diff_runs(
    run_a: Annotated[Path, typer.Argument(help="Folder of a run.")],
    run_b: Annotated[Path, typer.Argument(help="Folder of another run.")],
    table: Annotated[list[str] | None, typer.Option(help="Table to compare; by default all.")] = None,
    limit: Annotated[int, typer.Option(help="Changes that are shown of each table.")] = 20,
) -> None:
    """Show what changed between two runs, on the articles that both have.

    ```sh
    pressfacts diff outputs/before outputs/after --table mentions
    ```
    """
    from pipeline.retrain.runs.diff import compare_runs
    from pipeline.retrain.runs.exported import read_exported

    a, b = (read_exported(folder, remedy="give the folders of two runs, as after -o") for folder in (run_a, run_b))
    for line in compare_runs(a, b, tables=table, limit=limit):
        print_line(line)


def annotations(
    to: Annotated[Path, typer.Argument(help="File to write.")],
    format_: Annotated[str, typer.Option("--as", help="prodigy, doccano, label-studio or docbin.")],
    run: Run = RUN,
) -> None:
    """Write a run's articles and mentions for an annotation tool; `pressfacts retrain` reads what comes back."""
    from pipeline.retrain.corrections.annotations import annotated_texts
    from pipeline.retrain.interchange.formats import FORMATS
    from pipeline.retrain.runs.exported import read_exported

    if format_ not in FORMATS:
        raise UsageError(f"--as {format_}: the formats are {', '.join(FORMATS)}")
    FORMATS[format_](annotated_texts(read_exported(run)), to)
