import re
from pathlib import Path

import pytest

from pipeline import compiling
from pipeline.compiling import KeptPatterns

PATTERNS = [
    (r"(?P<who>Ama|Ada) (?P<verb>said|told)\b(?!\w)", 0),
    (r"(?i:minister|président) of (\w+)(?:['’]s)?", re.IGNORECASE),
    (r"(?<!\w)[A-ZÀ-Þ\ue000][\w’-]*(?=,)|^x$", re.MULTILINE),
]
TEXT = "Ama said the Minister of Trade's\nx\nÉlan, told Ada told PRÉSIDENT of Togo"


def facts(pattern: re.Pattern[str]) -> tuple[object, ...]:
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), pattern.findall(TEXT)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "kept.patterns"


def test_what_is_kept_is_what_python_compiles(path: Path) -> None:
    first = KeptPatterns(path)
    made = [first.compile(*pattern) for pattern in PATTERNS]
    first.keep()
    again = KeptPatterns(path)
    for one, pattern in zip(made, PATTERNS, strict=True):
        assert facts(one) == facts(again.compile(*pattern)) == facts(re.compile(*pattern))


def test_nothing_is_compiled_that_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = KeptPatterns(path)
    first.compile(*PATTERNS[0])
    first.keep()
    monkeypatch.setattr(compiling, "_code_of", lambda *_: pytest.fail("compiled"))
    assert KeptPatterns(path).compile(*PATTERNS[0]).search(TEXT)


@pytest.mark.parametrize("data", [b"", b"\xff" * 40, b"(" * 9])
def test_a_damaged_file_is_no_file(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert facts(KeptPatterns(path).compile(*PATTERNS[1])) == facts(re.compile(*PATTERNS[1]))


def test_what_another_python_made_is_not_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = KeptPatterns(path)
    first.compile(*PATTERNS[0])
    monkeypatch.setattr(compiling, "_MADE_BY", ("another", 1, 4))
    first.keep()
    monkeypatch.undo()
    anew: list[object] = []
    monkeypatch.setattr(compiling, "_code_of", lambda *asked: anew.append(asked))
    assert facts(KeptPatterns(path).compile(*PATTERNS[0])) == facts(re.compile(*PATTERNS[0]))
    assert path.is_file() and anew == [PATTERNS[0]]


def test_where_nobody_may_write_all_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "file").write_text("")
    kept = KeptPatterns(tmp_path / "file" / "kept.patterns")
    assert kept.compile(*PATTERNS[0]).search(TEXT)
    kept.keep()


def test_a_pattern_that_is_wrong_is_said_as_ever(path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(path).compile("(a")
