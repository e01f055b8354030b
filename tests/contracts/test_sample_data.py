"""The invented sample round keeps the promises its README makes."""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "sample"
LANGUAGES = {"fi", "sv", "en"}
YAML_FILES = ["organisations.yaml", "round.yaml", "dialogues.yaml", "summary.yaml"]


def load(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def codes(vocabulary: str) -> set[str]:
    """The codes of one of the coded vocabularies in data/terms."""
    text = (DATA / "terms" / f"{vocabulary}.yaml").read_text(encoding="utf-8")
    return {term["code"] for term in yaml.safe_load(text)["terms"]}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def notes_of(record: str) -> dict[int, str]:
    """The notes of a record by line number: non-empty lines, less a heading on the first line."""
    lines = (FOLDER / "records" / record).read_text(encoding="utf-8").split("\n")
    return {
        number: line
        for number, line in enumerate(lines, start=1)
        if line.strip() and not (number == 1 and line.startswith("#"))
    }


@pytest.fixture(scope="module")
def dialogues() -> list[dict[str, Any]]:
    return load("dialogues.yaml")["dialogues"]


@pytest.fixture(scope="module")
def notes(dialogues: list[dict[str, Any]]) -> dict[tuple[str, int], str]:
    return {
        (dialogue["record"], line): text
        for dialogue in dialogues
        for line, text in notes_of(dialogue["record"]).items()
    }


@pytest.fixture(scope="module")
def sentences() -> list[dict[str, Any]]:
    return [s for theme in load("summary.yaml")["themes"] for s in theme["sentences"]]


def test_every_file_is_utf8_with_lf_line_ends_and_no_byte_order_mark():
    for path in (p for p in FOLDER.rglob("*") if p.is_file()):
        raw = path.read_bytes()
        raw.decode("utf-8")
        assert b"\r" not in raw, path
        assert not raw.startswith(b"\xef\xbb\xbf"), path
        assert raw.endswith(b"\n"), path


@pytest.mark.parametrize("name", YAML_FILES)
def test_every_yaml_file_is_labelled_sample(name: str):
    assert load(name)["sample"] is True


def test_the_readme_says_plainly_that_all_is_invented():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "Everything in this folder is invented" in text
    assert "Nothing may be concluded" in text


def test_every_record_says_on_its_first_line_that_it_is_invented(dialogues):
    words = re.compile("keksit|näyte|exempel|påhitt|sample|invented", re.IGNORECASE)
    for dialogue in dialogues:
        text = (FOLDER / "records" / dialogue["record"]).read_text(encoding="utf-8")
        assert words.search(text.split("\n")[0]), dialogue["record"]


def test_there_are_enough_dialogues_notes_and_languages(dialogues, notes):
    assert len(dialogues) >= 24
    assert len(notes) >= 600
    assert {d["language"] for d in dialogues} == LANGUAGES


def test_each_dialogue_has_its_own_record_and_no_record_is_left_over(dialogues):
    named = [d["record"] for d in dialogues]
    assert len(set(named)) == len(named)
    assert set(named) == {p.name for p in (FOLDER / "records").iterdir()}
    for d in dialogues:
        assert d["record"] == f"{d['number']:02d}-{d['language']}.txt"


def test_the_dialogues_reach_most_of_the_country(dialogues):
    places = [d["wellbeing_services_county"] for d in dialogues]
    assert len({county["code"] for county in places if county}) >= 15


def test_each_place_is_a_real_municipality_of_the_county_named(dialogues):
    areas = DATA / "areas" / "2025"
    towns = {row["code"]: row for row in table(areas / "municipalities.csv")}
    counties = {
        row["code"]: row for row in table(areas / "wellbeing.csv") if row["kind"] == "county"
    }
    for d in dialogues:
        assert_place(d, towns, counties)


def assert_place(
    dialogue: dict[str, Any], towns: dict[str, dict[str, str]], counties: dict[str, dict[str, str]]
) -> None:
    town = towns[dialogue["municipality"]["code"]]
    for language, name in dialogue["municipality"]["name"].items():
        assert town[f"name_{language}"] == name
    county = dialogue["wellbeing_services_county"]
    if county is None:  # Helsinki and Åland have none
        assert town["wellbeing_code"] not in counties
        return
    assert town["wellbeing_code"] == county["code"]
    for language, name in county["name"].items():
        assert counties[county["code"]][f"short_{language}"] == name


def test_every_code_is_in_its_vocabulary(dialogues):
    for d in dialogues:
        assert d["mode"] in codes("dialogue-modes")
        assert {d["language"], *d["other_languages_spoken"]} <= codes("languages")
        assert set(d["participants"]["age_bands"]) == codes("age-bands")
        assert set(d["participants"]["groups"]) <= codes("participant-groups")
    assert load("round.yaml")["season"] in codes("seasons")


def test_each_dialogue_had_6_to_25_people_and_its_counts_add_up(dialogues):
    for d in dialogues:
        people = d["participants"]
        assert 6 <= people["total"] <= 25
        assert sum(people["age_bands"].values()) <= people["total"]
        assert all(5 <= count <= people["total"] for count in people["groups"].values())


def test_organisers_exist_and_have_a_known_kind_and_three_names(dialogues):
    organisations = {o["id"]: o for o in load("organisations.yaml")["organisations"]}
    assert len(organisations) >= 24
    assert {d["organiser"] for d in dialogues} <= set(organisations)
    for organisation in organisations.values():
        assert organisation["kind"] in codes("organisation-kinds")
        assert set(organisation["name"]) == LANGUAGES


def test_some_groups_gave_no_permission_to_quote_and_say_why(dialogues):
    refused = [d for d in dialogues if not d["may_publish_quotes"]]
    assert len(refused) >= 3
    assert all(d["permission_note"] for d in refused)


def test_no_two_notes_are_alike(notes):
    plain = Counter(re.sub(r"\W+", " ", text).strip().casefold() for text in notes.values())
    assert [text for text, times in plain.items() if times > 1] == []


def test_a_note_is_a_sentence_or_some_not_a_word_or_a_page(notes):
    for text in notes.values():
        assert 8 <= len(text.split()) <= 45, text
        assert text == text.strip()


def test_notes_hold_no_identity_code_telephone_number_or_address(notes):
    private = re.compile(r"\d{6}[-+A]\d{3}\w|\+?\d[\d -]{6,}\d|\S+@\S+|https?:")
    assert [text for text in notes.values() if private.search(text)] == []


def test_every_note_has_exactly_one_theme_code(notes):
    rows = [(r["record"], int(r["line"])) for r in table(FOLDER / "assignments.csv")]
    assert len(rows) == len(set(rows))
    assert set(rows) == set(notes)


def test_the_summary_gathers_every_theme_code_once():
    covered = [code for theme in load("summary.yaml")["themes"] for code in theme["covers"]]
    used = {row["theme_code"] for row in table(FOLDER / "assignments.csv")}
    assert sorted(covered) == sorted(used - {"other"})


def test_the_summary_is_short_and_in_three_languages(sentences):
    themes = load("summary.yaml")["themes"]
    assert 8 <= len(themes) <= 10
    assert all(2 <= len(theme["sentences"]) <= 4 for theme in themes)
    assert len(sentences) >= 24
    for item in [*sentences, *(t[key] for t in themes for key in ("title", "description"))]:
        assert all(item[language].strip() for language in LANGUAGES)


def test_every_sentence_rests_on_exact_words_from_a_record_with_permission(
    sentences, dialogues, notes
):
    permitted = {d["record"] for d in dialogues if d["may_publish_quotes"]}
    for sentence in sentences:
        assert 1 <= len(sentence["sources"]) <= 4
        for source in sentence["sources"]:
            assert source["record"] in permitted
            assert source["quote"] in notes[source["record"], source["line"]]


def test_the_round_and_the_files_name_the_same_round():
    slug = load("round.yaml")["slug"]
    assert load("dialogues.yaml")["round"] == slug
    assert load("summary.yaml")["round"] == slug
