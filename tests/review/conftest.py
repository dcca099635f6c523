"""A run over a few articles of the corpus, made once, and the page over a copy of it."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="needs the extra `review`: pip install 'pressfacts[review]'")

from starlette.testclient import TestClient

from pipeline.review.app import make_app
from pipeline.review.desk import Desk
from pipeline.run import run
from pipeline.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus/articles"
ARTICLES = ("gov-gulf-desalination.txt", "legal-eu-lift-cartel.txt", "corp-appointment-lindqvist.txt")
HOSTILE = """<script>alert(1)</script> & "Sons" Ltd buys a bakery

LEEDS, 3 March 2025 - Orrin Foods Ltd said it paid £4 million. "<b>We</b> like bread," said Ada Obi, its chair.
"""


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "in").mkdir()
    for name in ARTICLES:
        shutil.copy(CORPUS / name, folder / "in" / name)
    (folder / "in/hostile.txt").write_text(HOSTILE, "utf-8")
    (folder / "in/empty.txt").write_text("")
    run([folder / "in"], Settings(output=str(folder / "out"), rules=""), today=date(2026, 1, 1))
    return folder / "out"


@pytest.fixture
def desk(finished: Path, tmp_path: Path) -> Desk:
    shutil.copytree(finished, tmp_path / "out")
    return Desk(run=tmp_path / "out", log=tmp_path / "log/decisions.jsonl", rules=tmp_path / "out/rules", who="ann")


class Page:
    """The page as a browser of this computer sees it."""

    def __init__(self, desk: Desk) -> None:
        app = make_app(desk, secret="secret")
        self.client = TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=True)

    def get(self, path: str, status: int = 200, **headers: str) -> str:
        answer = self.client.get(f"/secret/{path}", headers=headers)
        assert answer.status_code == status, answer.text
        return answer.text

    def post(self, path: str, status: int = 200, part: bool = True, **form: str) -> str:
        headers = {"origin": "http://127.0.0.1:8000"} | ({"hx-request": "true"} if part else {})
        answer = self.client.post(f"/secret/{path}", data=form, headers=headers)
        assert answer.status_code == status, answer.text
        return answer.text


@pytest.fixture
def page(desk: Desk) -> Iterator[Page]:
    yield Page(desk)


@pytest.fixture
def find(page: Page) -> Callable[..., tuple[str, str]]:
    """Find the article and the place of the first mention that fits filters."""

    def found(table: str = "mentions", **filters: str) -> tuple[str, str]:
        query = "&".join(f"f.{name}={value}" for name, value in filters.items())
        link = re.search(r"/article/(\w+)\?at=(\d+-\d+)", page.get(f"tables/{table}?{query}"))
        assert link, f"no row of {table} with {filters}"
        return link[1], link[2]

    return found
