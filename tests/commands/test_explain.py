"""`explain` says for any cell which pass and row decided it, for a file and for an article of a run."""

import csv

import pytest

TEXT = """Kasoa Terminals buys a second crane

TEMA, Ghana, 3 March 2025 - Kasoa Terminals Ltd said on Monday that its chief executive, Ama Boateng, had signed.

"We now have two of them," said Ama Boateng. The company spent €11.4 million on the crane.
"""


@pytest.fixture
def run(pressfacts, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    assert pressfacts("run", "in").exit_code == 0
    with (tmp_path / "outputs" / "articles.csv").open() as file:
        return next(csv.DictReader(file))


CELLS = (
    ("Ama Boateng", "people.title", "press_people/its_holder", "takes the title 'chief executive'"),
    ("Ama Boateng", "people.organisation", "press_people/its_holder", "takes the organisation 'Kasoa Terminals Ltd'"),
    ("We now have two", "quotes.speaker", "press_quotes/said_name", "takes the speaker 'Ama Boateng'"),
    ("€11.4 million", "money.organisation_id", "press_measures/owner/noun/company", "means 'Kasoa Terminals Ltd'"),
    ("€11.4 million", "money.measure", "press_measures/measure/given", "measures 'crane'"),
    ("€11.4 million", "money.measure", "press_links/least/measure", "'crane' is sure enough"),
    ("€11.4 million", "money.organisation_id", "press_links/model", "'Kasoa Terminals Ltd': for it speak"),
    ("Ama Boateng", "people.title", "press_links/least/title", "'Ama Boateng' is sure enough"),
    ("Kasoa Terminals Ltd", "organisations.aliases", "press_organisations/alike/legal", "for a name of"),
)


@pytest.mark.parametrize(("at", "cell", "by", "what"), CELLS)
def test_any_cell_of_a_run_is_explained_by_its_row(pressfacts, run, at, cell, by, what):
    for named in (run["article_id"], run["source"]):
        output = pressfacts("explain", named, "--at", at, "--cell", cell).output
        of_cell = output[output.index(f"\n{cell} = ") :]
        assert any(line.split()[0] == by and what in line for line in of_cell.splitlines() if line.strip())


def test_a_cell_that_needed_no_choice_names_what_found_its_row(pressfacts, run):
    output = pressfacts("explain", run["article_id"], "--at", "€11.4 million", "--cell", "money.currency").output
    assert "money: currency EUR" in output and "press_money/euro (currencies.csv)" in output


def test_words_that_are_nothing_are_said_to_be(pressfacts, run):
    output = pressfacts("explain", run["article_id"], "--at", "signed").output
    assert "Nothing takes these words for a name, a title, a value or a quotation." in output


def test_an_article_that_no_run_has_read_is_said(pressfacts, run):
    result = pressfacts("explain", "0123456789abcdef", "--at", "Ama")
    assert result.exit_code == 2 and "no article_id or source in outputs" in str(result.exception)


@pytest.mark.parametrize(
    ("cell", "said"),
    [("nosuch", "give a table (mentions, people,"), ("people.tilte", "people has the cells"), ("", "give a table")],
)
def test_a_cell_that_no_table_has_is_said_with_those_that_there_are(pressfacts, run, cell, said):
    result = pressfacts("explain", run["article_id"], "--at", "Ama Boateng", "--cell", cell)
    assert result.exit_code == 2 and said in str(result.exception)


def test_why_there_is_no_row_answers_for_its_cells(pressfacts, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT + "\nSee files/50%20copy.pdf for more.\n")
    output = pressfacts("explain", "a.txt", "--at", "50%", "--cell", "percentages.direction").output
    assert "its sign is a code in an address" in output


def test_what_bears_a_name_out_is_named_as_the_table_names_it(pressfacts, run):
    output = pressfacts("explain", run["article_id"], "--at", "Kasoa Terminals Ltd", "--cell", "mentions.label").output
    found_by = output.split("found by", 1)[1].split()[0].rpartition("/")[2]
    assert any(found_by in line for line in output.split("mentions.label =", 1)[1].splitlines())


def test_a_cell_about_which_nothing_was_decided_is_said_with_those_that_stand_there(pressfacts, run):
    output = pressfacts("explain", run["article_id"], "--at", "Ama Boateng", "--cell", "money.currency").output
    assert "Nothing was decided here about money.currency: these words have mentions.label" in output


def test_a_word_that_several_rows_read_is_told_in_one_line(pressfacts, run):
    output = pressfacts("explain", run["article_id"], "--at", "€11.4 million", "--cell", "money.measure").output
    told = [line.partition(": it stands ")[0].partition("reads ")[2].split(" as ")[0] for line in output.splitlines()]
    words = [(word, line.partition(": it stands ")[2].partition(" (")[0].partition(";")[0])
             for word, line in zip(told, output.splitlines(), strict=True) if word]  # fmt: skip
    assert "; also as `" in output and len(words) == len(set(words))
