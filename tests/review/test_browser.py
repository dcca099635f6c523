"""The page in a real browser: looked at, filtered, corrected, undone, merged, retrained; at three widths, by axe."""

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from pipeline.review.app import make_app
from pipeline.review.desk import Desk

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'pressfacts[dev]'")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.local_network,
    pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: apt-get install chromium"),
]

AXE = Path(__file__).parent / "axe.min.js"
"""axe-core 4.14.1 as npm has it, MPL-2.0: it finds what a screen reader or weak eyes would stumble over."""

PAGES = ("", "tables", "tables/facts", "tables/money?sort=low", "queue", "decisions", "retrain")


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    """Serve the page, as `pressfacts review` does."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(desk, secret="secret"), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/secret/"
    server.should_exit = True
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: "sync_api.Browser", address: str) -> Iterator["sync_api.Page"]:
    """Open the overview; what the browser complains of fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    assert [said for said in complaints if "409" not in said] == []
    context.close()


def article_with(tab: "sync_api.Page", address: str, words: str) -> None:
    """Open the article at the mention of some words, through the table of mentions."""
    tab.goto(f"{address}tables/mentions")
    tab.fill("#f-text", words)
    tab.wait_for_url(re.compile(rf"f\.text={words}"))
    tab.locator("td.at a").first.click()
    tab.wait_for_selector(".is-at")
    tab.wait_for_load_state("load")


def test_a_run_is_looked_at_filtered_corrected_undone(tab: "sync_api.Page", address: str, desk: Desk) -> None:
    assert "4 articles" in tab.locator("h1").inner_text()
    tab.get_by_role("link", name="Tables", exact=True).click()
    tab.get_by_role("link", name="money", exact=True).first.click()
    tab.wait_for_url(re.compile("tables/money"), wait_until="load")
    rows = tab.locator("tbody tr").count()
    tab.fill("#f-currency", "=GBP")
    tab.wait_for_url(re.compile("currency=%3DGBP"))
    assert tab.locator("tbody tr").count() == 1 < rows
    assert tab.evaluate("document.activeElement.id") == "f-currency", "who types goes on typing"
    article_with(tab, address, "Riyadh")
    tab.keyboard.press("x")
    tab.wait_for_selector("a.is-reject")
    assert "Rejected" in tab.locator("#toast").inner_text()
    tab.keyboard.press("u")
    tab.locator("#toast", has_text="Undone").wait_for()
    tab.reload()
    assert tab.locator("a.is-reject").count() == 0
    tab.keyboard.press("j")
    tab.locator("#panel .words").filter(has_not_text="Riyadh").wait_for()
    assert len(desk.log.read_text().splitlines()) == 2


def test_selected_words_are_added(tab: "sync_api.Page", address: str, desk: Desk) -> None:
    article_with(tab, address, "Riyadh")
    tab.evaluate("""() => {
        const all = [...document.querySelectorAll("#text [data-s]")];
        const text = all.find(s => s.innerText.includes("desalination plant"));
        const node = text.firstChild, at = node.data.indexOf("desalination plant"), range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + "desalination plant".length);
        document.getSelection().removeAllRanges(); document.getSelection().addRange(range);
    }""")
    tab.locator("#selected button", has_text="organisation").click()
    tab.wait_for_selector("a.is-add")
    assert '"words": "desalination plant"' in desk.log.read_text()


def test_what_was_decided_is_learned_and_the_tables_change(tab: "sync_api.Page", address: str) -> None:
    article_with(tab, address, "Riyadh")
    tab.keyboard.press("x")
    tab.wait_for_selector("a.is-reject")
    tab.goto(f"{address}tables/entities?f.label=%3DORG")
    name = tab.locator("tbody tr").nth(1).locator("a[href*='/entity/']").first.inner_text()
    tab.locator("td a[href*='/entity/']").first.click()
    tab.wait_for_load_state("networkidle")  # what is typed before the scripts are there finds nothing
    tab.fill("#other", name)
    tab.locator("#candidates button").first.click()
    tab.wait_for_selector("text=Decided: they are one")
    tab.goto(f"{address}retrain")
    tab.get_by_role("button", name="Show what would be learned").click()
    tab.get_by_role("button", name="Apply", exact=True).click()
    tab.wait_for_selector("text=Rule set 1 is in use")
    tab.get_by_role("button", name="Run again now").click()
    tab.wait_for_selector("text=What changed")
    assert "Riyadh" in tab.locator("pre").last.inner_text()
    tab.goto(f"{address}tables/mentions?f.text=Riyadh")
    assert "No row fits" in tab.locator("tbody").inner_text()
    tab.goto(f"{address}tables/entities?f.name=%3D{name}")
    assert "No row fits" in tab.locator("tbody").inner_text() or tab.locator("tbody tr").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_stumbles(browser: "sync_api.Browser", address: str, scheme: str) -> None:
    """Serious findings of axe: contrast, names, focus, structure; and nothing is wider than its screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{address}tables/people")
    entity = tab.locator("td a[href*='/entity/']").first.get_attribute("href")
    article = tab.locator("td.at a").first.get_attribute("href")
    tab.goto(f"{address}tables/mentions")
    mention = tab.locator("td.at a").first.get_attribute("href")
    for path in (*PAGES, entity, article, mention):
        tab.goto(path if str(path).startswith("http") else address.replace("/secret/", "") + str(path)
                 if str(path).startswith("/") else f"{address}{path}")  # fmt: skip
        found = findings(tab)
        assert not found, f"{path} ({scheme}): {found}"
        for width in (360, 768, 1600):
            tab.set_viewport_size({"width": width, "height": 800})
            wider = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wider <= 0, f"{path} is {wider} px wider than a screen of {width}"
    context.close()


def findings(tab: "sync_api.Page") -> list[str]:
    tab.evaluate(AXE.read_text("utf-8"))
    result = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]} {one['nodes'][0]['failureSummary'][:160]}"
            for one in result["violations"] if one["impact"] in ("serious", "critical")]  # fmt: skip
