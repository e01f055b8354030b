"""Take the README's picture from the running site: ``python tools/pictures.py ADDRESS``.

ADDRESS is where ``make run`` answers, with the sample data loaded.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
PICTURES = {
    "round": ("/en/dialogues/arjen-turva-2026/", 1280, 1000),
    "words": ("/en/dialogues/arjen-turva-2026/sentences/1/", 1280, 1000),
    "phone": ("/fi/dialogues/arjen-turva-2026/", 320, 700),
}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update",
         "--disable-sync")  # fmt: skip


def main(address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        for name, (path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            response = page.goto(address.rstrip("/") + path)
            if response is None or response.status != 200:
                sys.exit(f"{path} did not answer; is the sample data loaded?")
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
