"""Take the pictures of the README and of the guides: ``python tools/pictures.py``.

Starts a site of its own with sample data, in a folder that is thrown away, goes through it as
the sample people would, and stops it. With an ADDRESS it uses the site that runs there instead;
the walk then reports on a measure of that site, so give it one that is only for trying.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
PAGES = {
    "round": ("/en/dialogues/arjen-turva-2026/", 1280, 1000),
    "words": ("/en/dialogues/arjen-turva-2026/sentences/1/", 1280, 1000),
    "phone": ("/fi/dialogues/arjen-turva-2026/", 320, 700),
}
LANGUAGES = ("fi", "sv", "en")
TEAM, LEAD, MEASURE = "Taina Esimerkki", "Leena Vetäjä", "1.1.1"
WIDTH, HEIGHT = 900, 640
COLOURS = 128
READY_WITHIN = 300  # seconds: the first start prepares a database
SAID = {
    "fi": ("Syksyn kierroksella oli 28 dialogia ja 27 järjestäjää.", "Kierroksen sivu"),
    "sv": ("Höstens omgång hade 28 dialoger och 27 arrangörer.", "Omgångens sida"),
    "en": ("The autumn round had 28 dialogues and 27 organisers.", "The round's page"),
}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update",
         "--disable-sync")  # fmt: skip


def main(address: str) -> None:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        if address:
            take_all(browser, address.rstrip("/"))
        else:
            with own_site() as started:
                take_all(browser, started)
        browser.close()


def take_all(browser: Browser, site: str) -> None:
    for name, (path, width, height) in PAGES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        open_page(page, site + path)
        keep(page, FOLDER / f"{name}.png")
        page.close()
    team_at_work(signed_in(browser, site, TEAM), site)
    lead_at_work(signed_in(browser, site, LEAD), site)


def team_at_work(page: Page, site: str) -> None:
    """The desk, the people of a measure, and an open half-year for the lead to report in."""
    today = date.today()
    open_page(page, f"{site}/en/plan/periods/")
    if page.get_by_label("Half-year").count():
        due = today + timedelta(days=30)
        page.get_by_label("Half-year").fill(f"{today.year}-{1 if today.month < 7 else 2}")
        for label, value in (("Day", due.day), ("Month", due.month), ("Year", due.year)):
            page.get_by_label(label, exact=True).fill(str(value))
        page.locator("form button.govuk-button").last.click()
    for language in LANGUAGES:
        open_page(page, f"{site}/{language}/plan/team/")
        keep(page, guide("team-desk", language))
        open_page(page, f"{site}/{language}/plan/{MEASURE}/people/")
        keep(page, guide("team-people", language))


def lead_at_work(page: Page, site: str) -> None:
    """From the task to the saved report: the very path of the guide, in each language."""
    for language in LANGUAGES:
        open_page(page, f"{site}/{language}/my-work/")
        keep(page, guide("lead-1-work", language))
        page.locator("a.aukio-task__title").first.click()
        keep(page, guide("lead-2-form", language))
    for language in LANGUAGES:
        done, title = SAID[language]
        open_page(page, f"{site}/{language}/plan/{MEASURE}/update/")
        page.locator("input[name=completion][value=substantial]").check()
        page.locator("textarea[name=done]").fill(done)
        page.locator("input[name=evidence_title]").fill(title)
        address = f"/{language}/dialogues/arjen-turva-2026/"
        page.locator("input[name=evidence_address]").fill(address)
        page.locator("main fieldset").last.evaluate("one => one.scrollIntoView()")
        keep(page, guide("lead-3-evidence", language))
        page.locator("main form button.govuk-button").last.click()
        page.wait_for_url(f"**/plan/{MEASURE}/")
        keep(page, guide("lead-4-saved", language))


def guide(name: str, language: str) -> Path:
    return FOLDER / "guides" / f"{name}.{language}.png"


def signed_in(browser: Browser, site: str, name: str) -> Page:
    """A window in which a sample person is signed in."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    open_page(page, f"{site}/en/account/login/")
    page.get_by_role("button", name=name).click()
    return page


def open_page(page: Page, address: str) -> None:
    response = page.goto(address)
    if response is None or response.status != 200:
        sys.exit(f"{address} did not answer; is the sample data loaded?")


def keep(page: Page, file: Path) -> None:
    """The window as a small picture: a page of text needs few colours."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


@contextmanager
def own_site() -> Iterator[str]:
    """A site with sample data on a free port, gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="aukio-pictures-") as folder:
        environment = {**os.environ, "AUKIO_SAMPLE": "yes", "AUKIO_DATA_DIR": folder}
        environment |= {"AUKIO_PUBLIC_URL": f"http://127.0.0.1:{port}"}
        command = [sys.executable, "-m", "aukio", "run", "--port", str(port)]
        running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            yield wait_for(f"http://127.0.0.1:{port}", running)
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=60)


def wait_for(address: str, running: subprocess.Popen[bytes]) -> str:
    """The address, once it answers."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and running.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/en/", timeout=5).close()  # noqa: S310
        except OSError:
            time.sleep(1)
        else:
            return address
    sys.exit("The site did not start.")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
