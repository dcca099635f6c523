"""What came of a retraining, as text for the terminal."""

from collections.abc import Iterator, Sequence

from pipeline.extract.user_rules.rule_set import NAMES
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.saying import decision_in_words, subject_of
from pipeline.retrain.learning.trials import Trial
from pipeline.retrain.learning.wording import describe, describe_row
from pipeline.retrain.links.proof import Taught
from pipeline.retrain.retraining import Outcome

SHOWN = 5
"""Refused rules that are shown."""
NO_GOLD = "no annotated articles found (corpus/gold, or --gold)"


def lines_of_report(outcome: Outcome, *, examples: bool = False) -> Iterator[str]:
    """Give the lines of a retraining's report: notes, rules, scores, and what was done."""
    yield from outcome.notes
    places, rows = len(outcome.rules.decided), len(outcome.decided)
    yield f"{len(outcome.fresh)} new decisions; decided in all: {places} places, {rows} rows"
    yield from _decided(outcome.fresh)
    yield ""
    yield from _rules(outcome, examples)
    yield from _refused(outcome)
    for name, added in outcome.value_rows.items():
        yield from (f"{row.id}: {describe_row(name, row)}" for row in added)
    yield ""
    yield from _scores(outcome)
    if outcome.taught:
        yield ""
        yield from taught_lines(outcome.taught)
    yield ""
    yield _done(outcome)


def _decided(fresh: Sequence[Decision]) -> Iterator[str]:
    """Say what was decided about titles, organisations, speakers, values and entities, by table."""
    by_table: dict[str, list[Decision]] = {}
    for decision in fresh:
        if decision.table != "mentions":
            by_table.setdefault(decision.table, []).append(decision)
    for table, decisions in sorted(by_table.items()):
        for decision in decisions[:SHOWN]:
            yield f"  {table}: {subject_of(decision)}: {decision_in_words(decision)}"
        if len(decisions) > SHOWN:
            yield f"  {table}: {len(decisions) - SHOWN} more"


def _rules(outcome: Outcome, examples: bool) -> Iterator[str]:
    if not outcome.lesson.kept and not outcome.row_trials:
        yield "no rule is proven yet; what was decided is kept, and counts for the next corrections"
        return
    yield f"{'gain':>4} {'harm':>4} {'articles':>8} {'archive':>8}  rule"
    for row in outcome.row_trials:
        mended, broken = sum(row.mended.values()), sum(row.broken.values())
        what = f"{row.candidate.row.id}: {describe_row(row.candidate.file, row.candidate.row)}"
        yield f"{mended:4} {broken:4} {len(row.mended):8} {row.archive:8}  {what}"
        yield from (f"{'':29}{example}" for example in row.examples if examples)
    for trial in outcome.lesson.kept:
        archive = outcome.changes.articles[trial.rule.id]
        mended, broken = sum(trial.mended.values()), sum(trial.broken.values())
        yield f"{mended:4} {broken:4} {len(trial.mended):8} {archive:8}  {trial.rule.id}: {describe(trial.rule)}"
        for example in outcome.changes.examples[trial.rule.id] if examples else ():
            yield f"{'':29}{example}"
    yield f"(archive: articles of the {outcome.changes.looked_at} of the run in which the rule changes something)"


def _refused(outcome: Outcome) -> Iterator[str]:
    refused = sorted(outcome.lesson.refused, key=lambda trial: (-trial.gain, repr(trial.rule)))
    for trial in refused[:SHOWN]:
        where = _contradicted(outcome, trial)
        mended = sum(trial.mended.values())
        yield f"refused: {describe(trial.rule)} (mends {mended}): it contradicts what was decided in {where}"
    for row in outcome.rows_refused[:SHOWN]:
        what = describe_row(row.candidate.file, row.candidate.row)
        yield f"refused: {what} (mends {sum(row.mended.values())}): it breaks what is right in {', '.join(row.broken)}"
    if len(refused) > SHOWN:
        yield f"refused: {len(refused) - SHOWN} more that contradict decisions"


def _contradicted(outcome: Outcome, trial: Trial) -> str:
    evidence = outcome.lesson.evidence
    return ", ".join(evidence[n].article_id for n in sorted(trial.broken) if evidence[n].corrected)


def _scores(outcome: Outcome) -> Iterator[str]:
    articles = len(outcome.lesson.evidence)
    annotated = any(not one.corrected for one in outcome.lesson.evidence)
    if not annotated:
        yield f"{NO_GOLD}: proved on your own corrections only"
    kinds = "corrected and annotated" if annotated else "corrected"
    yield f"F1 on {articles} {kinds} articles, each by the rules that the others prove:"
    for label in NAMES:
        if label in outcome.before:
            before, after = outcome.before[label], outcome.after.get(label, 0.0)
            yield f"  {label:7} {before:6.2f} -> {after:6.2f}  {after - before:+.2f}"
    if outcome.links:
        yield "links that are right, of those annotated or decided, in the same way:"
    for link in outcome.links:
        yield f"  {link.name:12} {link.before:4} -> {link.after:4} of {link.judged:4}  {link.after - link.before:+}"


def taught_lines(taught: Taught) -> Iterator[str]:
    """Say what the links model was taught, and what that is worth."""
    decided = f"{taught.cells} decided links of {taught.articles} articles"
    if not taught.changes:
        yield f"links model: learns nothing from {decided}: {taught.refused}"
        return
    yield f"links model: learns from {decided}"
    yield f"  articles that didn't teach it: {taught.mended} cells become right, {taught.broken} wrong"
    if taught.elsewhere or (taught.others and not taught.refused):
        yield f"  {taught.others} other articles of the run: {taught.elsewhere} cells change that nobody decided"
    for name, (before, after) in taught.annotated.items():
        yield f"  annotated articles, {name}: {before} -> {after} (right less wrong)"
    yield f"  not used: {taught.refused}" if taught.refused else "  used"


def _done(outcome: Outcome) -> str:
    if outcome.written is None:
        return f"dry run: nothing was written; it would be rule set {outcome.version}"
    if outcome.used:
        return f"rule set {outcome.version} is in use ({outcome.written}); `pressfacts run --refresh` applies it"
    why = f"{'; '.join(outcome.lost)}: more than the tolerance" if outcome.lost else "as asked"
    return f"rule set {outcome.version} is written but not in use ({why}); `pressfacts rules use {outcome.version}`"
