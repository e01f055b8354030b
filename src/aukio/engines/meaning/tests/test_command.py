"""``aukio meaning``: a stable contract for machines, plain words for people."""

import json

import pytest
from click.testing import CliRunner

from aukio.engines.meaning.command import group

TABLE = (
    "nro;teksti;kieli\na;Bussit kulkevat liian harvoin.;fi\nb;;fi\nc;Bussarna går för sällan.;sv\n"
)


@pytest.fixture
def run(tmp_path):
    def call(verb, *options, content=TABLE):
        path = tmp_path / "x.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return CliRunner().invoke(group, [verb, str(path), *options])

    return call


def test_themes_for_machines(run):
    done = run(
        "themes", "--text", "teksti", "--language", "kieli", "--id", "nro", "--format", "json"
    )
    answer = json.loads(done.stdout)
    assert done.exit_code == 0
    assert set(answer) == {"themes", "assignments", "coverage"}
    assert [row["id"] for row in answer["assignments"]] == ["a", "b", "c"]
    assert set(answer["themes"][0]) == {"id", "label", "size", "quotes"}


def test_quotes_for_machines(run):
    done = run("quotes", "--text", "teksti", "--count", "1", "--format", "json")
    answer = json.loads(done.stdout)
    (quote,) = answer["quotes"]
    assert quote["id"] in {"1", "3"}
    assert quote["text"][quote["start"] : quote["end"]] == quote["text"]
    assert 0 <= answer["coverage"] <= 1


@pytest.mark.parametrize("verb", ["themes", "quotes"])
def test_people_get_sentences(run, verb):
    done = run(verb, "--text", "teksti")
    assert done.exit_code == 0
    assert "The quotes cover" in done.stdout


@pytest.mark.parametrize(
    ("content", "options", "told"),
    [
        ("", ["--text", "teksti"], "empty"),
        ("a,b\n", ["--text", "a"], "no rows"),
        (TABLE, ["--text", "words"], "nro, teksti, kieli"),
        ("a,b\n1,2\n1,2,3\n", ["--text", "a"], "row 3"),
        ("a,b\nx,2\nx,3\n", ["--text", "b", "--id", "a"], "Rows 2 and 3"),
        ("a,b\n,2\n", ["--text", "b", "--id", "a"], "Row 2 has no id"),
        (b"\x89PNG\r\n\x1a\n", ["--text", "a"], "an image"),
    ],
)
@pytest.mark.parametrize("verb", ["themes", "quotes"])
def test_unusable_input_ends_with_two_and_one_line(run, verb, content, options, told):
    done = run(verb, *options, content=content)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_missing_file_is_named(tmp_path):
    done = CliRunner().invoke(group, ["themes", str(tmp_path / "no.csv"), "--text", "a"])
    assert done.exit_code == 2
    assert "no.csv" in done.stderr


@pytest.mark.parametrize(
    "table",
    [
        "teksti\nYksi rivi.\n",
        "teksti\n" + "Sama lause.\n" * 12,
        'teksti\n""\n""\n""\n',
        "teksti\n" + "sana " * 5_000 + "\n",
        "teksti\nВсе автобусы опаздывают.\n公交车太少了。\nالحافلات قليلة\n🚌🚌\n12345\n",
        "\ufeffteksti;title\n;Vain otsikko\nBussit.;\n",
    ],
    ids=["one row", "the same words", "empty", "very long", "other scripts", "titles alone"],
)
def test_any_words_give_an_answer_with_every_row_in_it(run, table):
    done = run("themes", "--text", "teksti", "--format", "json", content=table)
    assert done.exit_code == 0, done.output
    answer = json.loads(done.stdout)
    placed = {theme["id"] for theme in answer["themes"]}
    assert answer["assignments"]
    assert {row["theme"] for row in answer["assignments"]} <= placed
    assert sum(theme["size"] for theme in answer["themes"]) == len(answer["assignments"])


def test_a_title_is_never_quoted(run):
    table = "title,teksti\nBussit,Ne kulkevat liian harvoin illalla.\nPuisto,Penkkejä on vähän.\n"
    done = run("themes", "--text", "teksti", "--format", "json", content=table)
    quotes = [one for theme in json.loads(done.stdout)["themes"] for one in theme["quotes"]]
    rows = [line.split(",")[1] for line in table.splitlines()[1:]]
    assert quotes
    for quote in quotes:
        assert rows[int(quote["id"]) - 1][quote["start"] : quote["end"]] == quote["text"]
