"""What is told of an organisation by how it was found."""

import pytest
import spacy

from pipeline.extract.referring.issuer import is_newswire, is_slug, issuer_signs_of, main_body
from pipeline.rulebook.user_rows import rulebook_with
from tests.extract.marked import found


def test_newswires_are_known_by_what_found_them() -> None:
    nlp = spacy.blank("en")
    for name in ("press_sentences", "press_names"):
        nlp.add_pipe(name)
    text = "TEMA, 3 March 2025 (GLOBE NEWSWIRE) -- The Ministry of Works met Reuters."
    found = {mention.text: mention for mention in nlp(text)._.mentions}
    assert {name for name, mention in found.items() if is_newswire(mention)} == {"GLOBE NEWSWIRE", "Reuters"}
    assert is_slug(text, found["GLOBE NEWSWIRE"]) and not is_slug(text, found["Reuters"])
    assert "Ministry of Works" in found


@pytest.mark.parametrize(
    ("headline", "shown_by"),
    [
        ("Minutes of the meeting of [O Tema Town Council]", "minutes"),
        ("MINUTES: [O Tema Town Council], ordinary meeting", "minutes"),
        ("Change in the board\n\n[O Tema Town Council], press release, 3 May 2025", "release"),
        ("Change in the board\n\n[O Tema Town Council], press release in hand", "only_one"),
        ("Two minutes after [O Tema Town Council] slept", "only_one"),
    ],
)
def test_minutes_are_of_the_body_of_their_headline(headline: str, shown_by: str) -> None:
    marked = f"{headline}\n\nThe meeting was held in the hall."
    text = marked.replace("[O ", "").replace("]", "")
    main = main_body(text, found(marked, "mentions"), issuer_signs_of(rulebook_with(None)))
    assert main and (main.org.text, main.shown_by) == ("Tema Town Council", shown_by)
