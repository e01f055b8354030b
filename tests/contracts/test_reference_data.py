"""The reference data in `data/` is whole, consistent and in three languages."""

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
LANGUAGES = ("fi", "sv", "en")
ROOMS = {
    "dialogues",
    "wording",
    "spending",
    "openings",
    "claims",
    "algorithms",
    "academies",
    "learning",
    "practices",
    "network",
}
PLAN_FILE = DATA / "plan" / "finland-2023-2027.yaml"
PLAN_SOURCE = Path("plan") / "open-government-action-plan-2023-2027.en.txt"
AREA_YEARS = sorted(p for p in (DATA / "areas").iterdir() if p.is_dir())
VOCABULARIES = sorted((DATA / "terms").glob("*.yaml"))

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def assert_in_three_languages(texts: dict[str, str], where: str) -> None:
    assert set(texts) == set(LANGUAGES), where
    for language, text in texts.items():
        assert isinstance(text, str), f"{where} {language}: {text!r} is not text"
        assert text, f"{where} {language} is empty"
        assert text == " ".join(text.split()), f"{where} {language} has stray white space"


# The plan


def plan() -> dict[str, Any]:
    return load(PLAN_FILE)


def sub_commitments() -> list[dict[str, Any]]:
    return [s for c in plan()["commitments"] for s in c["sub_commitments"]]


def measures() -> list[dict[str, Any]]:
    return [m for s in sub_commitments() for m in s["measures"]]


def texts_of(node: Any, path: str = "plan") -> Iterator[tuple[str, dict[str, str]]]:
    """Every mapping of languages to text below `node`, with the way to it."""
    if isinstance(node, dict):
        if "en" in node:
            yield path, node
            return
        for key, value in node.items():
            yield from texts_of(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts_of(value, f"{path}[{index}]")


def test_plan_numbers_run_without_gaps() -> None:
    per_section = {"1.1": 5, "1.2": 4, "2.1": 4, "2.2": 4, "3.1": 4, "3.2": 4}
    assert [c["number"] for c in plan()["commitments"]] == ["1", "2", "3"]
    assert [s["number"] for s in sub_commitments()] == list(per_section)
    expected = [f"{s}.{n}" for s, count in per_section.items() for n in range(1, count + 1)]
    assert [m["number"] for m in measures()] == expected
    assert len(expected) == 25


def test_every_text_of_the_plan_is_in_three_languages() -> None:
    found = list(texts_of(plan()))
    assert len(found) > 25 * 2
    for where, texts in found:
        assert_in_three_languages(texts, where)


def test_translated_texts_differ_from_the_original() -> None:
    for measure in measures():
        texts = measure["text"]
        assert len(set(texts.values())) == 3, measure["number"]


@pytest.mark.parametrize("measure", measures(), ids=lambda m: m["number"])
def test_measure_has_everything_a_page_shows(measure: dict[str, Any]) -> None:
    assert measure["translation"] == {"en": "original", "fi": "aukio", "sv": "aukio"}
    assert set(measure["translation"].values()) <= set(plan()["translation_kinds"])
    assert_in_three_languages(measure["lead"], "lead")
    assert (measure["start"], measure["end"]) == ("2023", "2027")
    assert measure["rooms"]
    assert set(measure["rooms"]) <= ROOMS
    assert all(len(title) <= 75 for title in measure["title"].values())


def test_every_room_carries_some_measure() -> None:
    assert {room for m in measures() for room in m["rooms"]} == ROOMS


def plain_source(markdown: str) -> str:
    """The source as running text: links replaced by their words, escapes and breaks removed."""
    linked = re.sub(r"\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\1", markdown)
    return " ".join(re.sub(r"\\(?=[()\[\]])", "", linked).split())


def realdata(name: Path) -> Path:
    """A file of the real data; where there is none, skip, but fail in continuous integration."""
    folder = Path(os.environ.get("AUKIO_REALDATA") or ROOT.parent / "shared" / "data")
    path = folder / name
    if not path.is_file():
        message = f"no real data at {path}: set AUKIO_REALDATA"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.mark.realdata
def test_english_texts_are_word_for_word_from_the_published_plan() -> None:
    source = plain_source(realdata(PLAN_SOURCE).read_text(encoding="utf-8"))
    wanted = [m["text"]["en"] for m in measures()]
    wanted += [s["text"]["en"] for s in sub_commitments()]
    wanted += [c["title"]["en"] for c in plan()["commitments"]]
    for section in plan()["introduction"]:
        wanted.append(section["heading"]["en"])
        wanted += [paragraph["en"] for paragraph in section["paragraphs"]]
    wanted.append(plan()["motto"]["en"])
    assert [text for text in wanted if text not in source] == []


# Areas


@pytest.mark.parametrize("folder", AREA_YEARS, ids=lambda p: p.name)
class TestAreas:
    def test_regions(self, folder: Path) -> None:
        regions = rows(folder / "regions.csv")
        codes = {f"{n:02}" for n in range(1, 22)} - {"03", "20"}
        assert [r["code"] for r in regions] == sorted(codes)
        assert len(regions) == 19
        assert all(r["name_fi"] and r["name_sv"] and r["name_en"] for r in regions)

    def test_wellbeing_services_counties(self, folder: Path) -> None:
        areas = rows(folder / "wellbeing.csv")
        counties = [a["code"] for a in areas if a["kind"] == "county"]
        assert counties == [f"{n:02}" for n in range(1, 22)]
        others = {a["kind"]: a["code"] for a in areas if a["kind"] != "county"}
        assert others == {"city": "90", "autonomous_region": "91"}
        assert all(value for area in areas for value in area.values())

    def test_municipality_codes_are_three_digit_text(self, folder: Path) -> None:
        codes = [m["code"] for m in rows(folder / "municipalities.csv")]
        assert all(re.fullmatch(r"\d{3}", code) for code in codes)
        assert codes == sorted(set(codes))

    def test_every_municipality_has_names_and_a_known_region(self, folder: Path) -> None:
        regions = {r["code"] for r in rows(folder / "regions.csv")}
        municipalities = rows(folder / "municipalities.csv")
        assert all(m["name_fi"] and m["name_sv"] for m in municipalities)
        assert {m["region_code"] for m in municipalities} == regions

    def test_all_but_helsinki_and_aland_have_a_county(self, folder: Path) -> None:
        counties = {a["code"] for a in rows(folder / "wellbeing.csv") if a["kind"] == "county"}
        municipalities = rows(folder / "municipalities.csv")
        without = [m for m in municipalities if not m["wellbeing_code"]]
        aland = [m for m in municipalities if m["region_code"] == "21"]
        assert len(aland) == 16
        assert without == [m for m in municipalities if m in aland or m["code"] == "091"]
        assert {m["wellbeing_code"] for m in municipalities} - {""} == counties

    def test_only_uusimaa_is_divided_between_counties(self, folder: Path) -> None:
        pairs = {
            (m["region_code"], m["wellbeing_code"])
            for m in rows(folder / "municipalities.csv")
            if m["wellbeing_code"]
        }
        regions_of = Counter(county for _, county in pairs)
        counties_of = Counter(region for region, _ in pairs)
        assert set(regions_of.values()) == {1}
        assert {r for r, n in counties_of.items() if n > 1} == {"01"}
        assert counties_of["01"] == 4

    def test_language_status(self, folder: Path) -> None:
        municipalities = rows(folder / "municipalities.csv")
        assert {m["language_status"] for m in municipalities} == {"fi", "sv", "fi-sv", "sv-fi"}
        assert all(
            (m["language_status"] == "sv") == (m["region_code"] == "21") for m in municipalities
        )
        known = {t["code"] for t in load(DATA / "terms" / "languages.yaml")["terms"]}
        spoken = {code for m in municipalities for code in m["sami_languages"].split()}
        assert spoken == {"se", "smn", "sms"}
        assert spoken <= known


def test_municipalities_of_2025() -> None:
    municipalities = rows(DATA / "areas" / "2025" / "municipalities.csv")
    by_code = {m["code"]: m for m in municipalities}
    assert len(municipalities) == 308
    assert Counter(m["language_status"] for m in municipalities) == {
        "fi": 259,
        "fi-sv": 18,
        "sv": 16,
        "sv-fi": 15,
    }
    # Recommendation of 2019: 114 municipalities have different names in the two languages.
    assert sum(m["name_fi"] != m["name_sv"] for m in municipalities) == 114
    assert "588" not in by_code, "Pertunmaa was merged into Mäntyharju"
    assert by_code["005"]["name_fi"] == "Alajärvi"
    assert by_code["092"]["wellbeing_code"] == by_code["245"]["wellbeing_code"] == "04"


# Terms


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda p: p.stem)
def test_vocabulary_is_well_formed(path: Path) -> None:
    vocabulary = load(path)
    assert vocabulary["id"] == path.stem
    assert_in_three_languages(vocabulary["label"], path.stem)
    codes = [term["code"] for term in vocabulary["terms"]]
    assert all(isinstance(code, str) and re.fullmatch(r"[a-z0-9_+-]+", code) for code in codes)
    assert len(codes) == len(set(codes))
    for holder in (vocabulary, *vocabulary["terms"]):
        assert_in_three_languages(holder["label"], path.stem)
        if "note" in holder:
            assert_in_three_languages(holder["note"], path.stem)
    for language in LANGUAGES:
        labels = [term["label"][language] for term in vocabulary["terms"]]
        assert len(labels) == len(set(labels)), f"{path.stem}: two terms look alike in {language}"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (
            "organisation-kinds",
            "ministry state_agency wellbeing_services_county municipality joint_authority "
            "civil_society research company other",
        ),
        ("age-bands", "0-17 18-29 30-50 51-65 66-80 81+"),
        ("dialogue-modes", "in_person online hybrid"),
        ("completion", "not_started limited substantial complete"),
        ("obstacles", "funding resources priorities approvals dependency other"),
        ("translation-status", "original machine human_checked"),
        ("seasons", "spring autumn"),
    ],
)
def test_fixed_vocabularies_keep_their_codes_and_order(name: str, codes: str) -> None:
    terms = load(DATA / "terms" / f"{name}.yaml")["terms"]
    assert [term["code"] for term in terms] == codes.split()


def test_age_bands_join_without_gap_or_overlap() -> None:
    bands = load(DATA / "terms" / "age-bands.yaml")["terms"]
    assert bands[0]["from"] == 0
    assert "to" not in bands[-1]
    for younger, older in pairwise(bands):
        assert older["from"] == younger["to"] + 1


def test_glossary_gives_every_word_in_three_languages() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    table = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    words = [[cell.strip() for cell in row] for row in table[2:]]
    assert len(words) == 23
    assert all(len(row) == 3 and all(row) for row in words)
    assert len({row[0] for row in words}) == len(words)


def test_licence_is_the_whole_european_union_public_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    articles = re.findall(r"^(\d+)\.\s*[A-Z]", text, flags=re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert "new versions of this Licence or updated versions of\nthe Appendix" in text
    assert text.endswith("require the production of a new EUPL version.\n")
