def test_the_terminal_shows_text_and_tables(pressfacts, release):
    result = pressfacts("show", release)
    assert result.exit_code == 0
    assert "Volta Foods lifts its outlook" in result.output
    assert "GHS 40,000,000" in result.output


def test_text_on_standard_input(pressfacts):
    result = pressfacts("show", input="Tano Ltd paid €5 million for the site on Monday.")
    assert result.exit_code == 0 and "EUR 5,000,000" in result.output


def test_the_page_is_written(pressfacts, release, tmp_path):
    result = pressfacts("show", release, "--html", "page.html")
    assert result.exit_code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<mark class="MONEY"' in page and "Ama Serwaa Boateng" in page


def test_an_unreadable_file_is_said(pressfacts, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    result = pressfacts("show", "empty.txt")
    assert result.exit_code == 2 and "empty.txt" in str(result.exception)
