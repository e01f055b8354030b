"""Reading and checking a whole site, against a real server."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.clarity import (
    AddressError,
    Bounds,
    CrawlStateError,
    Fetcher,
    FetchError,
    Profile,
    Reason,
    Request,
    SiteReport,
    check_site,
    read_document,
    site_as_csv,
    site_as_html,
    site_as_json,
    site_as_text,
)
from aukio.engines.clarity._site import _report
from aukio.engines.clarity._site._crawl import Crawler
from aukio.engines.clarity._site._reasons import SAID
from aukio.engines.clarity._site._robots import robots_of
from aukio.engines.clarity._site._state import State
from aukio.engines.clarity.command import group
from aukio.engines.clarity.tests.sites import Answer, Site, page, serving

GOOD = "Voit hakea tukea verkossa. Täytä lomake ja lähetä se meille. Saat päätöksen kahdessa "
GOOD += "viikossa. Soita meille, jos tarvitset apua hakemuksen tekemisessä."
STIFF = "Mikäli hakija haluaa tukea, tulee hakijan toimittaa lomake. Lomake palautetaan kuntaan. "
STIFF += "Hakijan tulee ilmoittaa muutoksista viipymättä. Liite IV on toimitettava 24/7."
QUICK = Request(Profile.WEB, deep=False)
BOUNDS = Bounds(delay=0)
LOCAL = Fetcher(allow_local=True, seconds=1.0)


def crawl(site: Site, **asked: object) -> SiteReport:
    given = {"fetcher": LOCAL, "bounds": BOUNDS, "request": QUICK, **asked}
    return check_site(f"{site.address}/", **given)  # type: ignore[arg-type]


def links(*paths: str) -> str:
    return "".join(f"<a href='{path}'>linkki</a>" for path in paths)


def paths(report: SiteReport, site: Site) -> list[str]:
    return [one.address.removeprefix(site.address) for one in report.pages]


def left_out(report: SiteReport, site: Site) -> dict[str, Reason]:
    return {one.address.removeprefix(site.address): one.reason for one in report.skipped}


def test_pages_are_reported_the_worst_first() -> None:
    with serving({"/": page(GOOD, links=links("/huono")), "/huono": page(STIFF)}) as site:
        report = crawl(site)
    assert paths(report, site) == ["/huono", "/"]
    assert report.pages[0].report.score < report.pages[1].report.score == 100
    assert report.below == 1
    assert report.stopped == ""


def test_findings_point_into_the_pages_own_html() -> None:
    with serving({"/": page(STIFF)}) as site:
        checked = crawl(site).pages[0]
    first = checked.report.findings[0]
    assert checked.document.source[first.start : first.end] == "Mikäli"


def test_what_robots_txt_closes_is_not_asked_for() -> None:
    pages: dict[str, Answer | str] = {
        "/robots.txt": "User-agent: *\nDisallow: /salainen\nDisallow: /*.php$\n",
        "/": page(GOOD, links=links("/salainen/a", "/x.php", "/auki")),
        "/auki": page(STIFF),
        "/salainen/a": page(STIFF),
        "/x.php": page(STIFF),
    }
    with serving(pages) as site:
        report = crawl(site)
    assert site.asked.count("/salainen/a") == site.asked.count("/x.php") == 0
    assert left_out(report, site) == {"/salainen/a": Reason.ROBOTS, "/x.php": Reason.ROBOTS}


def test_rules_for_aukio_go_before_rules_for_all() -> None:
    robots = "User-agent: *\nDisallow:\n\nUser-agent: Aukio-wording\nDisallow: /\n"
    with (
        serving({"/robots.txt": robots, "/": page(GOOD)}) as site,
        pytest.raises(FetchError) as caught,
    ):
        crawl(site)
    assert caught.value.reason is Reason.ROBOTS


def test_a_site_whose_robots_txt_fails_is_left_alone() -> None:
    with serving({"/robots.txt": Answer("", 500), "/": page(GOOD)}) as site:
        with pytest.raises(FetchError) as caught:
            crawl(site)
        assert "/" not in site.asked
    assert caught.value.reason is Reason.STATUS  # nobody asked machines not to read it


def test_a_host_that_does_not_answer_is_told_to_be_out_of_reach() -> None:
    assert robots_of("http://127.0.0.1:1", LOCAL).reason is Reason.UNREACHABLE


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_reports_tell_in_the_readers_language_why_a_page_was_left_out(language: str) -> None:
    pages: dict[str, Answer | str] = {"/robots.txt": "User-agent: *\nDisallow: /b\n"}
    with serving({**pages, "/": page(GOOD, links=links("/b"))}) as site:
        report = crawl(site)
    assert SAID[Reason.ROBOTS][language] in site_as_html(report, language)
    assert SAID[Reason.ROBOTS][language] in site_as_text(report, language)
    assert set(SAID) == set(Reason)


def test_the_pause_a_site_asks_for_is_kept() -> None:
    waits: list[float] = []
    robots = "User-agent: *\nCrawl-delay: 7\n"
    pages: dict[str, Answer | str] = {"/robots.txt": robots, "/b": page(STIFF)}
    with serving({**pages, "/": page(GOOD, links=links("/b"))}) as site:
        state = State(f"{site.address}/")
        Crawler(f"{site.address}/", LOCAL, BOUNDS, state, pause=waits.append).run()
        state.close()
    assert waits == [7.0]


def test_pages_of_the_sitemap_are_found_without_links() -> None:
    pages: dict[str, Answer | str] = {"/": page(GOOD), "/vain-kartalla": page(STIFF)}
    with serving(pages) as site:
        pages["/robots.txt"] = f"Sitemap: {site.address}/kartta.xml\n"
        space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        pages["/kartta.xml"] = (
            f"<sitemapindex {space}><sitemap><loc>{site.address}/osa.xml</loc></sitemap>"
            f"<sitemap><loc>{site.address}/kartta.xml</loc></sitemap></sitemapindex>"
        )
        pages["/osa.xml"] = f"<urlset {space}><url><loc>{site.address}/vain-kartalla</loc></url>\
<url><loc>https://muualla.example/</loc></url></urlset>"
        report = crawl(site)
    assert paths(report, site) == ["/vain-kartalla", "/"]


def test_a_sitemap_with_entities_or_no_xml_is_passed_over() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><urlset><loc>&c;</loc></urlset>'
    for content in (bomb, "<urlset>", "ei mitään"):
        with serving({"/": page(GOOD), "/sitemap.xml": content}) as site:
            assert paths(crawl(site), site) == ["/"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html", page(GOOD, head="<base href='http://['>", links=links("/a"))),
        ("text/html; charset=undefined", page(GOOD)),
        ("text/html; charset=utf-7", b"<html lang=fi><p>Hae tukea +2AA- nyt.</p>"),
        ("text/html", page(GOOD).replace("tukea", "tu\0kea")),
    ],
)
def test_a_page_with_odd_addresses_or_characters_does_not_stop_the_rest(
    kind: str, body: bytes | str
) -> None:
    robots = Answer("Sitemap: http://[\nSitemap: /sitemap.xml", kind="text/plain")
    odd = Answer(body, kind=kind)
    busy = Answer("", 503, headers={"Retry-After": "\xb2"})
    front = page(STIFF, links=links("/odd", "/busy"))
    pages = {"/": front, "/odd": odd, "/busy": busy, "/robots.txt": robots}
    with serving(pages) as site:
        report = crawl(site)
        assert set(paths(report, site)) == {"/", "/odd"}
    sources = "".join(one.document.source for one in report.pages)
    assert sources.encode("utf-8")
    assert "\0" not in sources


def test_only_the_same_site_is_read() -> None:
    with serving({"/": page(STIFF)}) as other:
        pages: dict[str, Answer | str] = {
            "/": page(GOOD, links=links(f"{other.address}/", "/pois")),
            "/pois": Answer("", 302, headers={"Location": f"{other.address}/"}),
        }
        with serving(pages) as site:
            report = crawl(site)
        assert other.asked == []
    assert left_out(report, site) == {"/pois": Reason.OTHER_SITE}


def test_circles_and_endless_addresses_come_to_an_end() -> None:
    calendar = {
        f"/kalenteri?paiva={day}": page(f"{GOOD} {day}", links=links(f"/kalenteri?paiva={day + 1}"))
        for day in range(100)
    }
    start = page(GOOD, links=links("/", "/#osa", "/kalenteri?paiva=0", "/a/a/a/a"))
    with serving({"/": start, **calendar}) as site:
        report = crawl(site, bounds=Bounds(delay=0, depth=60))
    assert site.asked.count("/") == 1
    assert len(report.pages) == 21  # the start and twenty queries of one path


def test_slow_and_broken_pages_do_not_stop_the_rest() -> None:
    others = ("/hidas", "/rikki", "/kuva.jpg", "/tyhja", "/sv", "/de", "/ok")
    pages: dict[str, Answer | str] = {
        "/": page(GOOD, links=links(*others)),
        "/hidas": Answer(page(STIFF), wait=1.5),
        "/rikki": Answer("", 500),
        "/tyhja": "<main></main>",
        "/sv": page("Du kan ansöka om stöd på webben. " * 5, lang="sv-FI"),
        "/de": page("Sie können die Hilfe beantragen. " * 5, lang="de"),
        "/ok": page(STIFF),
    }
    with serving(pages) as site:
        report = crawl(site)
    assert sorted(paths(report, site)) == ["/", "/ok", "/sv"]
    assert left_out(report, site) == {
        "/hidas": Reason.SLOW,
        "/rikki": Reason.STATUS,
        "/tyhja": Reason.NO_WORDS,
        "/de": Reason.LANGUAGE,
    }
    assert {page.report.language for page in report.pages} == {"fi", "sv"}
    assert "/kuva.jpg" not in site.asked


def test_the_same_words_under_two_addresses_count_once() -> None:
    pages: dict[str, Answer | str] = {
        "/": page(GOOD, links=links("/a", "/b", "/c")),
        "/a": page(STIFF),
        "/b": page(STIFF),
        "/c": Answer("", 301, headers={"Location": "/a"}),
    }
    with serving(pages) as site:
        report = crawl(site)
    assert paths(report, site) == ["/a", "/"]
    assert left_out(report, site) == {"/b": Reason.DUPLICATE, "/c": Reason.DUPLICATE}


def test_a_page_that_asks_not_to_be_listed_is_not() -> None:
    shy = page(STIFF, head="<meta name=robots content=noindex>", links=links("/edelleen"))
    with serving({"/": page(GOOD, links=links("/a")), "/a": shy, "/edelleen": page(STIFF)}) as site:
        report = crawl(site)
    assert left_out(report, site) == {"/a": Reason.ROBOTS}
    assert "/edelleen" in paths(report, site)


def test_a_busy_server_is_asked_once_more() -> None:
    pages: dict[str, Answer | str] = {"/": page(GOOD, links=links("/a"))}
    pages["/a"] = Answer("", 503, headers={"Retry-After": "0"})
    with serving(pages) as site:
        crawl(site)
    assert site.asked.count("/a") == 2


def test_other_texts_are_read_when_asked_for() -> None:
    pages: dict[str, Answer | str] = {"/": page(GOOD, links=links("/a.txt"))}
    pages["/a.txt"] = Answer(STIFF, kind="text/plain")
    with serving(pages) as site:
        assert left_out(crawl(site), site) == {"/a.txt": Reason.KIND}
        assert paths(crawl(site, bounds=Bounds(delay=0, documents=True)), site)[0] == "/a.txt"


def test_reading_ends_at_its_bounds_and_says_so() -> None:
    many = {f"/{n}": page(f"{GOOD} {n}") for n in range(9)}
    with serving({"/": page(GOOD, links=links(*many)), **many}) as site:
        report = crawl(site, bounds=Bounds(delay=0, pages=3))
        late = crawl(site, bounds=Bounds(delay=0.05, seconds=0.1))
        asked = crawl(site, stop=lambda: "Riittää.")
    assert len(report.pages) == 3
    assert "3 pages" in report.stopped
    assert "0.1 seconds" in late.stopped
    assert (asked.stopped, len(asked.pages)) == ("Riittää.", 0)


def test_a_stopped_crawl_goes_on_where_it_was(tmp_path: Path) -> None:
    many = {f"/{n}": page(f"{GOOD} {n}") for n in range(6)}
    kept = tmp_path / "tila.sqlite"
    with serving({"/": page(GOOD, links=links(*many)), **many}) as site:
        first = crawl(site, bounds=Bounds(delay=0, pages=3), kept_in=kept)
        asked = list(site.asked)
        whole = crawl(site, kept_in=kept)
    assert (len(first.pages), len(whole.pages)) == (3, 7)
    assert not {path for path in site.asked[len(asked) :] if path in asked} - {"/robots.txt"}


def test_a_state_of_another_crawl_is_refused(tmp_path: Path) -> None:
    kept, broken = tmp_path / "tila.sqlite", tmp_path / "rikki"
    broken.write_text("ei tietokanta " * 100, encoding="utf-8")
    with serving({"/": page(GOOD)}) as site:
        crawl(site, kept_in=kept)
        with pytest.raises(CrawlStateError, match="holds the crawl of"):
            check_site(f"{site.address}/a", fetcher=LOCAL, kept_in=kept)
        with pytest.raises(CrawlStateError, match="not a state file"):
            crawl(site, kept_in=broken)


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(AddressError):
        check_site("kunta")


class Counted(HTMLParser):
    """Open and closed elements of a page, to see that it is whole."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "li"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_report_is_told_in_four_forms() -> None:
    odd = page(STIFF).replace("<title>Sivu</title>", "<title>=1+1 &lt;b&gt;</title>")
    with serving({"/": odd, "/robots.txt": ""}) as site:
        report = crawl(site)
    data = site_as_json(report)
    assert list(data) == ["site", "documents", "skipped"]
    assert data["documents"][0]["findings"][0]["rule"] == "officialese"
    rows = list(csv.reader(io.StringIO(site_as_csv(report))))
    assert rows[1][2] == "'=1+1 <b>"
    for language in ("fi", "sv", "en"):
        shown = site_as_html(report, language)
        assert Counted(shown).open == []
        assert "<b>" not in shown
        assert site.address in site_as_text(report, language)


def test_a_very_long_page_is_checked_from_its_beginning_and_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = page(f"{STIFF} {GOOD}")
    words = len(STIFF.split())
    with serving({"/": page(STIFF, links=links("/pitka")), "/pitka": long}) as site:
        whole = crawl(site)
        monkeypatch.setattr(_report, "MOST_PAGE_WORDS", words)
        short = crawl(site)
    assert not any(one.is_cut for one in whole.pages)
    cut = next(one for one in short.pages if one.address.endswith("/pitka"))
    assert cut.is_cut
    assert 0 < cut.report.figures.words <= words
    assert cut.report.findings
    assert all(one.end <= long.index(GOOD) for one in cut.report.findings)
    data = {one["path"]: one["is_cut"] for one in site_as_json(short)["documents"]}
    assert data[cut.address]
    rows = {row["address"]: row["cut"] for row in csv.DictReader(io.StringIO(site_as_csv(short)))}
    assert rows[cut.address] == "yes"
    for language, said in (("fi", "Sivu on pitkä"), ("sv", "Sidan är lång"), ("en", "is long")):
        assert said in site_as_html(short, language)
        assert said in site_as_text(short, language)


@given(st.text("ab \n", max_size=200), st.integers(1, 8))
def test_first_words_are_the_beginning_and_no_more_than_asked(text: str, most: int) -> None:
    document = read_document(f"a{text}", ".txt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_report, "MOST_PAGE_WORDS", most)
        short = _report._first_words(document)
    assert len(short.text.split()) <= most
    assert document.text.startswith(short.text)
    assert all(one.start < one.end <= len(short.text) for one in short.blocks)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(one) for one in arguments])


def test_the_command_tells_its_outcome_by_exit_code(tmp_path: Path) -> None:
    options = ("--allow-local", "--quick", "--delay", "0", "--format", "json")
    with serving({"/": page(STIFF)}) as site:
        found = run("crawl", site.address, *options)
        fine = run("crawl", site.address, *options, "--goal", 0, "--out", tmp_path / "r.json")
        refused = run("crawl", site.address)
    assert found.exit_code == 1
    assert json.loads(found.stdout)["documents"][0]["path"] == f"{site.address}/"
    assert fine.exit_code == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["site"]["below"] == 1
    assert refused.exit_code == 2
    assert "not public" in refused.stderr or "Port" in refused.stderr


def test_check_takes_a_web_address_and_names_itself() -> None:
    agent = "Kunta-tarkistus/2"
    with serving({"/a": page(STIFF)}) as site:
        options = ("--quick", "--allow-local", "--user-agent", agent, "--format", "json")
        result = run("check", f"{site.address}/a", *options)
        missing = run("check", f"{site.address}/b", *options)
    data = json.loads(result.stdout)["documents"][0]
    assert (data["path"], data["language"]) == (f"{site.address}/a", "fi")
    assert site.agents == {agent}
    assert missing.exit_code == 2
    assert "404" in missing.stderr


def test_a_stop_signal_ends_reading_and_reports_what_was_read(tmp_path: Path) -> None:
    many = {f"/{n}": Answer(page(f"{STIFF} {n}"), wait=0.2) for n in range(40)}
    code = "from aukio.engines.clarity.command import group; group()"
    with serving({"/": page(GOOD, links=links(*many)), **many}) as site:
        command = [sys.executable, "-c", code, "crawl", site.address, "--quick", "--allow-local"]
        command += ["--delay", "0", "--state", str(tmp_path / "tila"), "--format", "json"]
        started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        until = time.monotonic() + 30
        while len(site.asked) < 6 and time.monotonic() < until:
            time.sleep(0.05)
        started.send_signal(signal.SIGINT)
        out, _ = started.communicate(timeout=60)
    data = json.loads(out)
    assert data["site"]["stopped"] == "Stopped by SIGINT."
    assert 1 <= len(data["documents"]) < 40
    assert started.returncode == 1
