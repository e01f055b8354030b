"""Every identity code, e-mail address and telephone number is found, however it is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.privacy import Kind, check_character, find, is_iban, is_identity_code
from aukio.engines.privacy.tests import written

MANY = settings(max_examples=1_500)


def covered(text: str, start: int, end: int) -> str:
    """The signs of the place that nothing found covers, blanks and brackets left out."""
    hidden = {at for one in find(text) for at in range(one.start, one.end)}
    return "".join(text[at] for at in range(start, end) if at not in hidden and text[at].isalnum())


def seeded(sentence: str, secret: str) -> tuple[str, int, int]:
    start = sentence.index("{}")
    return sentence.replace("{}", secret), start, start + len(secret)


@MANY
@given(written.sentences, written.identity_codes())
def test_every_identity_code_is_found_whole(sentence, code):
    assert not covered(*seeded(sentence, code))


@MANY
@given(written.sentences, written.emails())
def test_every_address_of_mail_is_found_whole(sentence, address):
    assert not covered(*seeded(sentence, address))


@MANY
@given(written.sentences, written.phones())
def test_every_telephone_number_is_found_whole(sentence, number):
    assert not covered(*seeded(sentence, number))


@settings(max_examples=300)
@given(st.lists(written.identity_codes() | written.phones() | written.emails(), max_size=6))
def test_many_in_one_text_are_found_and_none_overlap(secrets):
    text = ""
    for secret in secrets:
        start = len(text) + len("Sitten: ")
        text += f"Sitten: {secret}; niin hän sanoi.\n"
        assert not covered(text, start, start + len(secret))
    found = find(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert all(0 <= one.start < one.end <= len(text) for one in find(text))


@pytest.mark.parametrize("code", ["131052-308T", "010594Y9021", "131052+308T", "131052A308T"])
def test_codes_of_every_century_are_right(code):
    assert is_identity_code(code) == (check_character(code[:6] + code[7:10]) == code[10])


def test_a_mistyped_code_is_found_but_not_certain():
    (found,) = find("Tunnus 131052-308X kirjattiin.")

    assert (found.kind, found.certain) == (Kind.IDENTITY, False)


def test_a_code_whose_hyphen_became_a_blank_is_found():
    (found,) = find("Tunnus 131052 308T.")

    assert (found.kind, found.certain) == (Kind.IDENTITY, True)


@pytest.mark.parametrize(
    "account", ["FI21 1234 5600 0007 85", "fi2112345600000785", "SE45 5000 0000 0583 9825 7466"]
)
def test_account_numbers_are_found_in_groups_and_without(account):
    (found,) = find(f"Tilille {account} kiitos.")

    assert (found.kind, found.certain) == (Kind.IBAN, True)
    assert is_iban(account)


def test_an_account_with_a_wrong_check_only_looks_like_one():
    (found,) = find("Tilille FI22 1234 5600 0007 85 kiitos.")

    assert (found.kind, found.certain) == (Kind.IBAN, False)


@pytest.mark.parametrize(
    "text",
    [
        "Tavattiin 01.02.2024 klo 08.30–16.00 kirjastossa.",
        "Maksoi 0,50 € tai 10 000 000 euroa, vuonna 2023–2024.",
        "Kunnassa on 12 345 asukasta ja 5,25 % vero.",
        "Möte den 3.5.2024 kl. 18:00, 25 personer.",
        "The 2030 agenda, room 101, pages 12-15, EU-27.",
        "Sivut 100–120, § 12, 3/2024, 1.1.–31.12.2025.",
        "Meet us at the library on Tuesday.",
        "Date 2024-05-12 and time 09:15.",
    ],
)
def test_dates_times_and_sums_are_left_in_peace(text):
    assert find(text) == ()


def test_a_thousand_plus_signs_are_read_too():
    assert all(one.end <= 2020 for one in find("soita (" + "+(" * 1000 + "040 123 4567"))
