"""What nobody decided about, of what is found in an article."""

from types import SimpleNamespace as Row

from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.links.undecided import count_changed, undecided_cells


def person(title, organisation):
    return Row(person_id="p1", name="Ama Boateng", aliases=(), title=title, organisation=organisation, confidence=0.9)


def found(title="chairman", organisation="Volta Foods", direction="up", confidence=0.9):
    figure = Row(start_char=7, organisation_id="o1", measure="sales", direction=direction, confidence=confidence)
    return {"people": [person(title, organisation)], "percentages": [figure]}


def test_cells_that_nobody_decided_are_those_that_a_model_fills_in_less_the_decided_ones():
    decision = Decision(
        article_id="a1", table="people", action="set", before={"name": "Ama Boateng"}, after={"title": "director"}
    )
    assert undecided_cells(found(), [decision]) == {
        ("people", "p1", "organisation"): "Volta Foods",
        ("percentages", 7, "organisation"): "o1",
        ("percentages", 7, "measure"): "sales",
        ("percentages", 7, "direction"): "up",
        ("percentages", 7, "sure"): True,
    }


def test_a_cell_that_becomes_empty_or_is_filled_in_is_changed():
    before = undecided_cells(found(title=None))
    assert count_changed(before, undecided_cells(found(title=None))) == 0
    assert count_changed(before, undecided_cells(found(organisation=None, direction="down"))) == 3


def test_a_row_that_becomes_doubtful_is_changed():
    before = undecided_cells(found())
    assert count_changed(before, undecided_cells(found(confidence=0.8))) == 0
    assert count_changed(before, undecided_cells(found(confidence=0.1))) == 1
    assert count_changed(before, undecided_cells(found(confidence=None))) == 1
