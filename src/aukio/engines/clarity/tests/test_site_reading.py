"""One page from the web: what is main in it, how it is fetched, and what is refused."""

from __future__ import annotations

import gzip
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.clarity import (
    BlockKind,
    Fetcher,
    FetchError,
    Reason,
    UnusableDocumentError,
    fetch_document,
    read_page,
)
from aukio.engines.clarity._site import prose
from aukio.engines.clarity._site._addresses import AddressError, host_of, is_trap, normal
from aukio.engines.clarity._site._guard import PrivateAddressError, resolve
from aukio.engines.clarity._site._page import leave_out_repeated
from aukio.engines.clarity.tests.sites import Answer, page, serving

LOCAL = Fetcher(allow_local=True, seconds=1.0, largest=50_000)
LONG = "Voit hakea tukea verkossa. Täytä lomake ja lähetä se meille. Saat päätöksen kahdessa "
LONG += "viikossa. Soita meille, jos tarvitset apua hakemuksen tekemisessä."


def refused(address: str, fetcher: Fetcher = LOCAL) -> Reason:
    with pytest.raises(FetchError) as caught:
        fetch_document(address, fetcher)
    return caught.value.reason


def test_only_the_main_content_is_read_as_prose() -> None:
    read = read_page(page(LONG))
    assert prose(read.document).splitlines() == ["Tuen hakeminen", LONG]
    assert (read.title, read.language) == ("Sivu", "fi")


def test_a_page_without_main_loses_its_menus_banner_and_footer() -> None:
    source = "<header>Kunta</header><div role='navigation'>Valikko</div><p>Hae tukea.</p>"
    source += "<div role=contentinfo>Yhteys</div><div hidden>Piilossa</div>"
    assert prose(read_page(source).document) == "Hae tukea."


def test_words_in_another_language_are_not_judged_by_the_pages_language() -> None:
    source = f"<html lang=fi><main><p>{LONG}</p><p lang=en>The form must be returned.</p></main>"
    kinds = [block.kind for block in read_page(source).document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.FURNITURE]


def test_blocks_on_most_pages_of_a_site_are_left_out() -> None:
    pages = [read_page(f"<p>Evästeet: hyväksy.</p><p>Sivu {n}.</p>").document for n in range(5)]
    assert [prose(one) for one in leave_out_repeated(pages)] == [f"Sivu {n}." for n in range(5)]
    assert "Evästeet" in prose(leave_out_repeated(pages[:3])[0])


def test_a_page_says_whether_it_may_be_listed_and_followed() -> None:
    shy = read_page("<meta name='robots' content='noindex, nofollow'><a href='/a'>a</a>")
    assert not shy.may_list
    assert not shy.may_follow
    assert read_page("<a href='/a' rel='nofollow'>a</a><a href='/b'>b</a>").links == ("/b",)


@given(st.text("<>/ main nav h1 p&\"'=", max_size=80))
def test_any_markup_is_read_without_fault(source: str) -> None:
    assert isinstance(read_page(source).title, str)


def test_a_page_is_fetched_with_its_language_and_own_characters() -> None:
    latin = page("Mikäli tulet. " + LONG).replace("utf-8", "").encode("cp1252")
    with serving({"/a": Answer(latin, kind="text/html; charset=windows-1252")}) as site:
        document, language = fetch_document(f"{site.address}/a", LOCAL)
    assert language == "fi"
    assert "Mikäli tulet." in prose(document)


def test_a_charset_is_found_in_the_page_when_the_header_is_silent() -> None:
    source = page(LONG, head="<meta charset='iso-8859-1'>").encode("latin-1")
    with serving({"/a": Answer(source, kind="text/html")}) as site:
        assert "Täytä" in prose(fetch_document(f"{site.address}/a", LOCAL)[0])


def test_a_packed_answer_is_unpacked_within_its_bounds() -> None:
    bomb = gzip.compress(b"<p>" + b"a" * 5_000_000)
    pages = {
        "/a": Answer(gzip.compress(page(LONG).encode()), headers={"Content-Encoding": "gzip"}),
        "/bomb": Answer(bomb, headers={"Content-Encoding": "gzip"}),
        "/odd": Answer(b"x", headers={"Content-Encoding": "br"}),
    }
    with serving(pages) as site:
        assert "Täytä" in prose(fetch_document(f"{site.address}/a", LOCAL)[0])
        assert refused(f"{site.address}/bomb") is Reason.TOO_LARGE
        assert refused(f"{site.address}/odd") is Reason.KIND


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer("", 404), Reason.STATUS),
        (Answer("x" * 60_000), Reason.TOO_LARGE),
        (Answer("{}", kind="application/json"), Reason.KIND),
        (Answer("hidas", wait=3.0), Reason.SLOW),
        (Answer("x" * 8, wait=0.3, drip=True), Reason.SLOW),
        (Answer("", 302, headers={"Location": "/a"}), Reason.REDIRECTS),
        (Answer("", 302, headers={"Location": "file:///etc/passwd"}), Reason.ADDRESS),
        (Answer("", 302, headers={"Location": "http://169.254.169.254/"}), Reason.PRIVATE),
    ],
    ids=["missing", "large", "kind", "slow", "dripping", "circle", "file", "cloud"],
)
def test_what_cannot_or_must_not_be_read_is_told(answer: Answer, reason: Reason) -> None:
    with serving({"/a": answer}) as site:
        assert refused(f"{site.address}/a") is reason


def test_a_server_that_is_not_there_is_told() -> None:
    with serving({}) as site:
        address = site.address
    assert refused(f"{address}/a") is Reason.UNREACHABLE


def test_a_broken_document_is_refused() -> None:
    with (
        serving({"/a": Answer(b"PDF?", kind="application/pdf")}) as site,
        pytest.raises(UnusableDocumentError),
    ):
        fetch_document(f"{site.address}/a", LOCAL)


def test_ones_own_machine_is_refused_unless_allowed() -> None:
    with serving({"/a": page(LONG)}) as site:
        assert refused(f"{site.address}/a", Fetcher()) is Reason.PRIVATE
        assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    with pytest.raises(PrivateAddressError):
        resolve(address, 80, allow_local=False)


@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1", "::ffff:169.254.169.254"])
def test_link_local_addresses_are_refused_even_when_local_ones_are_allowed(address: str) -> None:
    with pytest.raises(PrivateAddressError):
        resolve(address, 80, allow_local=True)


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", (place, 80)) for place in ("93.184.215.14", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(PrivateAddressError, match=r"10\.0\.0\.7"):
        resolve("example.org", 80, allow_local=False)


def test_a_port_that_is_not_the_webs_is_refused() -> None:
    with pytest.raises(PrivateAddressError, match="Port 25"):
        resolve("93.184.215.14", 25, allow_local=False)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("HTTP://Example.FI:80", "http://example.fi/"),
        ("https://example.fi/a b?q=ä#x", "https://example.fi/a%20b?q=%C3%A4"),
        ("https://ääkkönen.fi/ä", "https://xn--kknen-fraa0m.fi/%C3%A4"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_an_address_has_one_form(written: str, form: str) -> None:
    assert normal(written) == form
    assert normal(form) == form


@pytest.mark.parametrize(
    "written", ["ftp://a.fi/", "/a", "http://", "http://u:p@a.fi/", "http://a:x/"]
)
def test_what_is_no_address_of_a_page_is_refused(written: str) -> None:
    with pytest.raises(AddressError):
        normal(written)


@given(st.text("abc:/?#[]@%. ä1", max_size=30))
def test_the_form_of_an_address_is_its_own_form(written: str) -> None:
    try:
        form = normal(f"https://example.fi/{written}")
    except AddressError:
        return
    assert normal(form) == form


def test_a_site_is_the_same_with_and_without_www() -> None:
    assert host_of("https://www.example.fi/a") == host_of("http://example.fi/")


@pytest.mark.parametrize("path", ["/a/b/a/b/a/b/a", "/" + "x" * 600, "/1/2/3/4/5/6/7/8/9/a/b/c/d"])
def test_endless_looking_addresses_are_traps(path: str) -> None:
    assert is_trap(f"https://example.fi{path}")
    assert not is_trap("https://example.fi/a/b")
