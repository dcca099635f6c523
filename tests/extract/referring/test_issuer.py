"""What is told of an organisation by how it was found."""

import spacy

from pipeline.extract.referring.issuer import is_newswire, is_slug


def test_newswires_are_known_by_what_found_them() -> None:
    nlp = spacy.blank("en")
    for name in ("press_sentences", "press_names"):
        nlp.add_pipe(name)
    text = "TEMA, 3 March 2025 (GLOBE NEWSWIRE) -- The Ministry of Works met Reuters."
    found = {mention.text: mention for mention in nlp(text)._.mentions}
    assert {name for name, mention in found.items() if is_newswire(mention)} == {"GLOBE NEWSWIRE", "Reuters"}
    assert is_slug(text, found["GLOBE NEWSWIRE"]) and not is_slug(text, found["Reuters"])
    assert "Ministry of Works" in found
