"""Names, addresses, plates and rare combinations: hints that a person looks at."""

from __future__ import annotations

import pytest

from aukio.engines.privacy import Kind, find


def told(text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Puhuin Matti Virtasen kanssa.", "Matti Virtasen"),
        ("Sain apua Anna-Liisa Koskelalta eilen.", "Anna-Liisa Koskelalta"),
        ("Jag träffade Anders af Hällström i går.", "Anders af Hällström"),
        ("We heard Mary Smith's story.", "Mary Smith's"),
        ("Siellä oli Fatima Hassan.", "Fatima Hassan"),
        ("Kiitos Pekka V. kirjasta.", "Pekka V."),
    ],
)
def test_a_first_name_takes_the_words_after_it(text, name):
    assert told(text) == [(Kind.NAME, name)]
    assert find(text)[0].certain


@pytest.mark.parametrize(
    "text",
    [
        "Soitin Pekalle.",
        "Antin auto hajosi.",
        "Tapasin Virtasen torilla.",
        "Vi pratade med fru Sundqvist.",
        "Kysyin Henrikiltä.",
        "Eikä Maijasta kuultu.",
    ],
)
def test_a_name_by_itself_is_a_hint(text):
    (found,) = find(text)

    assert (found.kind, found.certain) == (Kind.NAME, False)


@pytest.mark.parametrize(
    "text",
    ["Ilta on pitkä.", "Lumi sulaa.", "Onni on täällä.", "Hans son flyttade.", "Suvi tulee."],
)
def test_words_that_are_names_too_are_left_at_the_beginning(text):
    assert [one for one in find(text) if one.certain] == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Asun osoitteessa Mannerheimintie 12 B 34 nyt.", "Mannerheimintie 12 B 34"),
        ("Pysäkki on Kuusikadulla 3.", "Kuusikadulla 3"),
        ("Hon bor på Storgatan 5 A.", "Storgatan 5 A"),
        ("He lives at 12 High Street.", "12 High Street"),
        ("Posti 00100 Helsinki tuli.", "00100 Helsinki"),
        ("Brev till 111 22 Stockholm kom.", "111 22 Stockholm"),
        ("Lähetä PL 123 sinne.", "PL 123"),
    ],
)
def test_addresses_are_found(text, address):
    assert (Kind.ADDRESS, address) in told(text)


@pytest.mark.parametrize("text", ["Auto ABC-123 seisoi.", "Bilen ABC 12D stod där."])
def test_marks_of_cars_are_found(text):
    assert [kind for kind, _words in told(text)] == [Kind.PLATE]


@pytest.mark.parametrize(
    "text",
    [
        "Olen kylän ainoa lääkäri.",
        "54-vuotias rehtori muutti Kuhmoon.",
        "Hon är den enda prästen här.",
        "En 61-årig rektor bor i Kristinestad.",
        "She was the only councillor there.",
    ],
)
def test_rare_combinations_are_hinted_at(text):
    assert Kind.RARE in [kind for kind, _words in told(text)]


def test_a_heavier_kind_keeps_its_name_where_two_overlap():
    (found,) = find("matti.virtanen.0401234567@example.fi")

    assert found.kind == Kind.EMAIL


def test_a_thousand_sentences_are_read_in_under_a_second_each_hundred():
    import time

    text = (
        "Ilta on pitkä ja kukaan ei soita minulle enää. Matti Virtanen sanoi 040 1234567.\n" * 1000
    )
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Numero oli nolla neljä nolla yksi kaksi kolme.", "nolla neljä nolla yksi kaksi kolme"),
        ("Ring noll fyra noll, ett två tre fyra!", "noll fyra noll, ett två tre fyra"),
    ],
)
def test_a_telephone_number_said_in_words_is_a_hint(text, number):
    (one,) = find(text)

    assert (text[one.start : one.end], one.kind, one.certain) == (number, Kind.PHONE, False)


def test_a_few_numbers_in_words_are_nothing():
    assert not find("Lapsia oli yksi, kaksi tai kolme.")


def test_an_address_of_mail_told_wholly_in_words_is_found_whole():
    text = "My e-mail is jane dot doe at example dot org, write."

    assert (Kind.EMAIL, "jane dot doe at example dot org") in told(text)
