"""Takes the pictures of the guide anew: `python docs/pictures.py`, with playwright and a Chromium on this computer."""

import os
import shutil
import socket
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from pipeline.review.app import make_app
from pipeline.review.desk import Desk
from pipeline.run import run
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pages/pictures"


def take(page: Page, address: str) -> None:
    """Go through the seven jobs and take a picture of each."""

    def picture(name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.screenshot(path=PICTURES / f"{name}.png")

    page.goto(address)
    picture("overview")
    page.goto(f"{address}tables/money?sort=low&order=down&show=text&show=low&show=currency&show=measure&show=organisation"
              "&show=sentence")  # fmt: skip
    picture("table")
    page.goto(f"{address}tables/mentions?f.text=Riyadh")
    page.locator("td.at a").first.click()
    page.get_by_role("link", name="AED3.4 billion").first.click()
    page.locator(".value").wait_for()
    picture("article")
    page.get_by_role("link", name="Correct the value").click()
    page.locator("#field-low").wait_for()
    picture("correct")
    page.goto(f"{address}tables/entities?f.label=%3DPERSON&sort=quotes&order=down")
    page.locator("td a[href*='/entity/']").first.click()
    picture("entity")
    for words, key in (("Riyadh", "a"), ("Barcelona", "a"), ("Al Ruwais", "x")):
        page.goto(f"{address}tables/mentions?f.text={words}")
        page.locator("td.at a").first.click()
        page.wait_for_load_state("load")
        page.keyboard.press(key)
        page.locator("#toast span").wait_for()
    page.goto(f"{address}queue")
    picture("queue")
    page.goto(f"{address}retrain")
    page.get_by_role("button", name="Show what would be learned").click()
    page.get_by_text("if you apply it").wait_for(timeout=300_000)
    picture("retrain")


def main() -> None:
    """Run over the corpus, serve the page, take the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "outputs"
        os.chdir(ROOT)  # so that the pictures show no path of this computer
        run(["corpus/articles"], Settings(output=str(out), rules=""), today=date(2026, 1, 1))
        desk = Desk(run=out, log=Path(place) / "decisions.jsonl", rules=out / "rules", gold=None, who="ann")
        listening = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(desk, secret="secret"), log_level="warning"))
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1240, "height": 780}, color_scheme="light")
            page.set_default_timeout(60_000)
            take(page, f"http://127.0.0.1:{listening.getsockname()[1]}/secret/")


if __name__ == "__main__":
    main()
