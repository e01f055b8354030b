"""Aukio's own components and the tags templates reach them by."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from conftest import missing
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe
from lxml import html

from aukio.ui.components import own, tables
from aukio.ui.components.own import Link
from aukio.ui.markup import element, join

BUILD = Path(__file__).parents[1] / "static/ui/build"


def write(source: str, **context: object) -> str:
    request = RequestFactory().get("/fi/list/?q=vesi&page=2")
    whole = "{% load ui %}" + source
    return Template(whole).render(Context({"request": request, **context}))


def tree(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="div")


@pytest.mark.parametrize("kind", own.LIGHTS)
def test_a_light_is_a_word_beside_a_shape_the_ear_skips(kind: str):
    light = tree(own.light(kind, "Complete"))

    assert light.text_content() == "Complete"
    assert light.find(".//svg").get("aria-hidden") == "true"


def test_every_light_has_a_shape_of_its_own():
    assert len({str(own.light(kind, "")).split("<path", 1)[-1] for kind in own.LIGHTS}) >= 5


def test_an_unknown_light_is_refused():
    with pytest.raises(ValueError, match="green"):
        own.light("green", "Go")


def test_progress_is_a_bar_and_words():
    bar = tree(own.progress(30, 120, "Finding themes"))

    assert bar.find(".//progress").get("value") == "25"
    assert "25 per cent done" in bar.text_content()


def test_progress_of_unknown_length_has_no_value():
    assert tree(own.progress(0, 0, "Reading")).find(".//progress").get("value") is None


def test_progress_past_its_end_is_whole():
    assert tree(own.progress(130, 120, "Nearly")).find(".//progress").get("value") == "100"


def test_progress_is_asked_for_again_only_when_there_is_an_address():
    asked = tree(own.progress(1, 2, "Going", poll="/fi/jobs/1/status/")).find("div")

    assert asked.get("hx-get") == "/fi/jobs/1/status/"
    assert asked.get("hx-trigger") == "every 2s"
    assert tree(own.progress(1, 2, "Going")).find("div").get("hx-get") is None


def test_progress_tells_what_went_wrong():
    assert "No room" in own.progress(1, 2, "Going", fault="No room on the disk")


def test_an_empty_list_says_its_next_step():
    state = tree(own.empty_state("No records.", href="/fi/new/", action="Add one"))

    assert state.find(".//a").get("href") == "/fi/new/"


def test_an_empty_list_without_a_step_has_no_link():
    assert tree(own.empty_state("Nothing.")).find(".//a") is None


def test_the_chain_shows_only_the_sides_it_has():
    chain = tree(own.chain([Link("Round", "/fi/r/", "24 dialogues")], []))

    assert len(chain.findall(".//h2")) == 1
    assert "24 dialogues" in chain.text_content()


def test_a_chain_without_links_is_nothing():
    assert own.chain() == ""


def test_downloads_say_what_they_are():
    listed = tree(own.downloads([Link("CSV", "/x.csv", "12 kB")]))

    assert listed.find(".//a").get("download") is not None
    assert "12 kB" in listed.text_content()


def test_a_quote_keeps_its_language_and_leads_to_its_source():
    said = tree(own.quote("Vi orkar.", source="Vasa", href="/sv/d/1/", language="sv"))

    assert said.find(".//blockquote").get("lang") == "sv"
    assert said.find(".//figcaption/a").get("href") == "/sv/d/1/"


def test_people_s_words_can_never_become_markup():
    assert "<script" not in own.quote("<script>alert(1)</script>", source="<script>")
    assert "<script" not in write("{{ words|in_language:'sv' }}", words="<script>")


def test_count_line_counts_in_the_reader_s_language():
    with translation.override("fi"):
        assert own.count_line(1) == "1 tulos"
        assert own.count_line(3) == "3 tulosta"


def test_a_table_scrolls_in_a_region_that_is_named_and_can_be_focused():
    region = tree(
        write("{% table rows 'People' head=head %}", rows=[["Vaasa", 12000]], head=["a", "b"])
    )

    frame = region.find("div")
    assert (frame.get("role"), frame.get("tabindex"), frame.get("aria-label")) == (
        "region",
        "0",
        "People",
    )
    assert region.find(".//tbody//th").get("scope") == "row"


def test_numbers_in_a_table_stand_to_the_right_as_the_reader_writes_them():
    with translation.override("fi"):
        cell = tree(tables.table([["Vaasa", 12000]], caption="People")).find(".//td")

    assert "govuk-table__cell--numeric" in cell.get("class")
    assert cell.text == "12\xa0000"


def test_a_table_without_rows_is_nothing():
    assert tables.table([], head=["Area"], caption="People") == ""


def test_pages_keep_the_question():
    page = Paginator(range(100), 10).page(2)

    links = tree(write("{% pagination page %}", page=page)).xpath(".//a/@href")

    assert "?q=vesi&page=3" in links
    assert len([link for link in links if "q=vesi" in link]) == len(links)


def test_one_page_needs_no_pages():
    assert write("{% pagination page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_blocks_take_what_stands_between_them():
    written = write("{% details 'More' %}<p>{{ x }}</p>{% enddetails %}", x="<b>")

    assert "<p>&lt;b&gt;</p>" in written


@pytest.mark.parametrize("name", ["inset", "warning", "banner"])
def test_a_block_writes_its_content(name: str):
    assert "Inside" in write(f"{{% {name} %}}Inside{{% end{name} %}}")


def test_breadcrumbs_from_pairs_end_in_the_page_itself():
    crumbs = tree(write("{% breadcrumbs '/fi/' 'Front' '' 'Here' %}"))

    assert crumbs.xpath(".//a/@href") == ["/fi/"]
    assert crumbs.xpath(".//li[@aria-current='page']")[0].text == "Here"


def test_controls_without_a_form_have_labels():
    written = tree(
        write(
            "{% input 'Word' 'q' %}{% select 'Kind' pairs 'kind' value='b' %}"
            "{% radios 'One' pairs 'one' %}{% checkboxes 'Any' pairs 'any' %}"
            "{% textarea 'Text' 'text' %}{% file_upload 'File' 'file' %}",
            pairs=[("a", "Apple"), ("b", "Pear")],
        )
    )

    boxes = written.xpath(".//input | .//select | .//textarea")
    labelled = set(written.xpath(".//label/@for"))
    assert {box.get("id") for box in boxes} == labelled


def test_element_escapes_text_and_attributes():
    assert element("p", {"title": '"<'}, "<i>") == '<p title="&quot;&lt;">&lt;i&gt;</p>'


def test_element_leaves_out_what_is_false_and_keeps_what_is_safe():
    written = element("input", {"disabled": False, "checked": True, "value": None})

    assert written == "<input checked>"
    assert join([mark_safe("<b>"), None, "<"]) == "<b>&lt;"


def built(name: str) -> bytes:
    file = BUILD / name
    if not file.is_file():
        missing("The built front", "Type: npm ci --ignore-scripts && npm run build")
    return file.read_bytes()


@pytest.mark.parametrize(("name", "most"), [("aukio.css", 20_000), ("aukio.js", 25_000)])
def test_what_a_page_loads_stays_small(name: str, most: int):
    assert len(gzip.compress(built(name), 9)) <= most


def test_styles_ask_nothing_of_others_and_carry_no_fonts():
    text = built("aukio.css").decode()

    assert "@font-face" not in text
    assert "@import" not in text
    assert "GDS" not in text
    assert not re.findall(r"url\((?![\"']?data:)", text)


def test_a_tag_of_a_colour_keeps_its_colour():
    rules = re.findall(r"([^{}]*)\{([^{}]*)\}", built("aukio.css").decode())

    plain = [names for names, said in rules if ".govuk-tag" in names and "var(--blue" in said]
    assert plain
    assert all(
        ':not([class*="govuk-tag--"])' in names.replace("'", '"')
        or ":not([class*=govuk-tag--])" in names
        for names in plain
    )


def test_the_lock_file_holds_no_addresses():
    lock = Path(__file__).parents[4] / "package-lock.json"

    assert '"resolved"' not in lock.read_text(encoding="utf-8")
