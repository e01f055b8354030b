"""A visitor with a browser, who notices everything that is wrong with a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conftest import AXE
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
# No rule reads style sheets: axe need not fetch them again.
EVERY_RULE: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
# The slowest rule by far, and our own check of contrast sees every page in every language.
BUT_CONTRAST = {**EVERY_RULE, "rules": {"color-contrast": {"enabled": False}}}
# axe could not tell; our own check of contrast tells.
SETTLED_BY_US = {"color-contrast"}
TOLD = """(found) => Object.fromEntries(["violations", "incomplete"].map((kind) => [kind,
  found[kind].map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))]))"""
WATCH = """
window.aukioRefused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.aukioRefused.push(`${event.effectiveDirective}: ${event.blockedURI}`);
});
"""


class Visitor:
    """Opens pages in one window and collects faults; each fault says which page."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site = site
        self.faults: list[str] = []
        self._where = ""
        context.add_init_script(WATCH)
        self.page: Page = context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.note(f"script error: {error}"))
        self.page.on("request", self._asked)

    def note(self, fault: str) -> None:
        self.faults.append(f"{self._where}: {fault}")

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.note(f"console {message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.note(f"asked a stranger: {request.url}")

    def open(self, path: str, *, expected: int = 200) -> None:
        self._where = path
        answer = self.page.goto(f"{self.site}{path}", wait_until="load")
        status = answer.status if answer else 0
        if status != expected:
            self.note(f"answered {status}")
        refused = self.page.evaluate("window.aukioRefused")
        if refused:
            self.note(f"refused by the security policy: {refused}")

    def examine(self, width: int, rules: dict[str, Any] | None = EVERY_RULE) -> None:
        """Contrast and overflow of the open page at this width, and accessibility by ``rules``."""
        self._where = f"{self._where.split(' @')[0]} @{width}"
        self.page.set_viewport_size({"width": width, "height": 900})
        self._bring("aukioProbes", PROBES)
        for fault in self.page.evaluate("aukioProbes.faults()"):
            self.note(fault)
        if rules:
            self._axe(rules)

    def examine_both(self, *, thoroughly: bool) -> None:
        """The open page on a narrow and a wide screen, and the wide one in the dark.

        Thoroughly: by every rule on the wide screen. Otherwise, as in a language that comes after
        another, by every rule but contrast on the narrow one, where words have least room.
        """
        self.examine(320, BUT_CONTRAST)
        self.examine(1280, EVERY_RULE if thoroughly else None)
        self.in_the_dark()

    def see_contrast(self) -> None:
        for fault in self.page.evaluate("aukioProbes.contrastFaults()"):
            self.note(fault)

    def in_the_dark(self) -> None:
        """The same contrast for those who prefer dark screens."""
        self._where = f"{self._where.split(' @')[0]} @dark"
        self.page.emulate_media(color_scheme="dark")
        self.see_contrast()
        self.page.emulate_media(color_scheme="light")

    def _bring(self, name: str, source: str) -> None:
        """A script of ours into the open page, once."""
        if not self.page.evaluate(f"'{name}' in window"):
            self.page.evaluate(source)

    def _axe(self, rules: dict[str, Any]) -> None:
        self._bring("axe", AXE.read_text(encoding="utf-8"))
        # Only what is told crosses over to us: with every element, it would take longer than axe.
        found: dict[str, Any] = self.page.evaluate(f"axe.run({json.dumps(rules)}).then({TOLD})")
        for rule in found["violations"]:
            self.note(f"axe {rule['id']}: {_places(rule)}")
        for rule in found["incomplete"]:
            if rule["id"] not in SETTLED_BY_US:
                self.note(f"axe could not tell {rule['id']}: {_places(rule)}")


def _places(rule: dict[str, Any]) -> str:
    return "; ".join(node["html"][:120] for node in rule["nodes"][:3])


@contextmanager
def visitor(browser: Browser, site: str, **settings: Any) -> Iterator[Visitor]:
    """A visitor in a fresh window, gone afterwards."""
    context = browser.new_context(reduced_motion="reduce", **settings)
    try:
        yield Visitor(context, site)
    finally:
        context.close()
