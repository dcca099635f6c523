"""Each pass over people, quotations and figures says in the trace what it did, to what, and by which row."""

import pytest

from pipeline.extract.document.trace import notes, start_trace
from tests.extract.marked import everything, marked_doc

SAID: tuple[tuple[str, str, str], ...] = (
    (
        "[P Ama Boateng], chair of [O Volta Foods], spoke.",
        "press_people/said/name_role_of_org",
        "ties 'Ama Boateng' to the title 'chair' and the organisation 'Volta Foods': the words between them say so",
    ),
    (
        "[O Volta Foods] grew. Its chief executive, [P Ama Boateng], spoke.",
        "press_people/referred/its_holder",
        "ties 'Ama Boateng' to the title 'chief executive' and the organisation 'Volta Foods': `the company`, `its`",
    ),
    (
        "[P Kofi Adu], coach of [O Tema Stars], slept. His assistant, [P Ada Obi], spoke.",
        "press_people/colleagues/his_colleague",
        "ties 'Ada Obi' to the organisation 'Tema Stars': the person named before works there, whose deputy it is",
    ),
    (
        "[O Sfax] judge frees a boy\n\nSFAX, Tunisia, 7 April 2025 - A boy slept there, and his mother was glad.",
        "press_names/datelined",
        "makes LOC 'Sfax' of ORG 'Sfax': the dateline has it, and nothing else does",
    ),
    (
        "The [O Volta Commission] met.\n\nThe [R commissioner], [P Ada Obi], left for [L Accra].",
        "press_people/main/main_organisation",
        "ties 'Ada Obi' to the title 'commissioner' and the organisation 'Volta Commission': the title is one within",
    ),
    (
        '"We will open it soon," said [P Ama Boateng].',
        "press_quotes/marked",
        "adds 'We will open it soon,': they stand in quotation marks",
    ),
    (
        '"We will open it soon," said [P Ama Boateng].',
        "press_quotes/spoken/said_name",
        "finds a name or a title beside it, which means 'Ama Boateng'",
    ),
    (
        'They call it "Salt" there, said [P Ama Boateng].',
        "press_quotes/long",
        "drops 'Salt': fewer than 3 words are no speech without a mark at their end, and no name",
    ),
    (
        '[P Ama Boateng] wrote "The Salt of Tema" in 2019.',
        "press_quotes/said",
        "drops 'The Salt of Tema': nothing says that somebody says them",
    ),
    (
        "[O Volta Foods] said that its revenue fell to €5 million.",
        "press_measures/measure",
        "takes 'level': nothing by it tells a change",
    ),
    (
        "[O Volta Foods] said that its revenue fell to €5 million.",
        "press_measures/owner/named",
        "takes 'Volta Foods': the last organisation that its sentence names",
    ),
    (
        "Trade reached HK$307 billion ($39.4 billion).",
        "press_measures/restated",
        "takes what the amount before it has: it restates the amount before it in another currency",
    ),
)


@pytest.mark.parametrize(("marked", "by", "what"), SAID)
def test_a_pass_says_what_it_did(marked: str, by: str, what: str) -> None:
    doc = marked_doc(everything(), marked)
    start_trace(doc)
    for _, component in everything().pipeline:
        doc = component(doc)
    said = {(note.by, note.what[: len(what)]) for note in notes(doc)}
    assert (by, what) in said
