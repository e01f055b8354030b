"""Scores, suppressions, glossary files, rewriting and facts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.clarity import (
    GOALS,
    Glossary,
    GlossaryError,
    Level,
    Profile,
    Request,
    Suppression,
    SuppressionError,
    check,
    facts,
    read_document,
    rewrite,
)
from aukio.engines.clarity._checking._score import Cost, figures, score

QUICK = Request(language="fi", deep=False)
STIFF = "Mikäli hakija haluaa, tulee lomake palauttaa. Lomake palautetaan kuntaan."
ALLOWED = "<!-- aukio: allow officialese: lainaus laista -->\nMikäli tulet.\n\nMikäli et tule."


def test_no_findings_is_a_full_score() -> None:
    assert score([], 100, language="fi", profile=Profile.EASY) == (100.0, ())


def test_the_score_is_taken_apart_into_its_findings() -> None:
    costs = [Cost("a", Level.ERROR, 1.0), Cost("b", Level.INFO, 1.0), Cost("a", Level.ERROR, 2.0)]
    _, shares = score(costs, 100, language="en", profile=Profile.WEB)
    assert [(one.rule, one.count, one.cost) for one in shares] == [("a", 2, 9.0), ("b", 1, 0.5)]


@given(st.lists(st.sampled_from(list(Level)), max_size=40), st.integers(1, 5000))
def test_a_score_lies_between_0_and_100_and_falls_with_findings(
    levels: list[Level], words: int
) -> None:
    costs = [Cost("rule", level, 1.0) for level in levels]
    value, _ = score(costs, words, language="sv", profile=Profile.OFFICIAL)
    worse, _ = (
        score([*costs, costs[0]], words, language="sv", profile=Profile.OFFICIAL)
        if (costs)
        else (0.0, ())
    )
    assert 0 <= worse <= value <= 100


def test_lix_is_information_with_a_warning_for_finnish() -> None:
    assert figures(["talossamme"] * 10, 1, "fi").lix_misleads
    assert figures(["huset"] * 10, 2, "sv").lix == 5.0


def test_the_same_text_scores_lower_for_easy_readers() -> None:
    text = "Hakemus käsitellään viraston laatiman ohjeen mukaan, ks. liite IV."
    easy = check(read_document(text), Request(profile=Profile.EASY, language="fi", deep=False))
    assert easy.score < check(read_document(text), QUICK).score


def test_messages_come_in_the_language_asked_for() -> None:
    asked = Request(language="fi", say_in="sv", deep=False)
    assert "Kanslispråk" in check(read_document(STIFF), asked).findings[0].message


def test_the_language_is_found_out() -> None:
    asked = Request(deep=False)
    assert check(read_document("Du får beslutet per post i dag."), asked).language == "sv"


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fi, sv and en"):
        check(read_document("Bonjour."), Request(language="fr"))


def test_a_goal_is_set_for_every_profile() -> None:
    assert set(GOALS) == set(Profile)


def test_a_comment_with_a_reason_covers_the_block_after_it() -> None:
    found = check(read_document(ALLOWED, ".md"), QUICK)
    assert [one.rule for one in found.findings] == ["officialese"]
    assert found.findings[0].start > ALLOWED.index("et tule") - 8
    assert [one.reason for one in found.suppressed] == ["lainaus laista"]


def test_a_comment_without_a_reason_is_itself_a_finding() -> None:
    found = check(read_document("<!-- aukio: allow officialese -->\nMikäli tulet.", ".md"), QUICK)
    assert {one.rule for one in found.findings} == {"officialese", "unexplained-suppression"}


def test_a_rule_can_be_let_be_with_a_reason_and_this_is_reported() -> None:
    asked = Request(
        language="fi", deep=False, suppressions=(Suppression("officialese", "oma tyyli"),)
    )
    found = check(read_document("Mikäli tulet."), asked)
    assert found.findings == ()
    assert found.score == 100
    assert found.suppressed[0].reason == "oma tyyli"


def test_a_suppression_needs_a_reason() -> None:
    with pytest.raises(SuppressionError, match="needs a reason"):
        Suppression("officialese", "  ")


def test_a_glossary_is_read_for_one_language() -> None:
    text = "fi:\n- preferred: hakemus\n  forbidden: [anomus]\nsv: []\n"
    terms = Glossary.from_yaml(text, "fi").terms
    assert (terms[0].preferred, terms[0].forbidden) == ("hakemus", ("anomus",))
    assert Glossary.from_yaml(text, "sv").terms == ()


@pytest.mark.parametrize(
    "text", ["fi: [", "- a", "fi:\n- forbidden: [a]", "fi:\n- {preferred: a, forbidden: b}"]
)
def test_a_broken_glossary_is_refused(text: str) -> None:
    with pytest.raises(GlossaryError):
        Glossary.from_yaml(text, "fi")


def test_rewriting_puts_sure_suggestions_in() -> None:
    text = "Mikäli tulet 2024-03-05, soita 0295123456 viipymättä."
    found = check(read_document(text), QUICK)
    assert rewrite(text, found.findings) == (
        "Jos tulet 5. maaliskuuta 2024, soita 0295\u00a0123\u00a0456 heti."
    )


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "mikäli",
                "viipymättä",
                "Oulu",
                "ei",
                "voi",
                "0295123456",
                "125000 euroa",
                "ainoastaan",
            ]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_rewriting_keeps_numbers_names_negations_and_modals(pieces: list[str]) -> None:
    text = "Talo " + " ".join(pieces) + "."
    again = rewrite(text, check(read_document(text), QUICK).findings)
    before, after = facts(text, "fi"), facts(again, "fi")
    assert before.numbers == after.numbers
    assert before.names == after.names
    assert before.modals == after.modals
    assert before.negations == after.negations


def test_facts_lost_are_named() -> None:
    before = facts("Maksa 25 euroa, jos et asu Oulussa.", "fi")
    after = facts("Maksa 52 euroa, jos asut Oulussa.", "fi")
    assert before.lost_in(after) == ("25", "et")


@pytest.mark.parametrize(
    ("language", "before", "after", "lost"),
    [
        ("fi", "Saat 512,40 euroa.", "Saat 51240 euroa.", ("512,40",)),
        ("fi", "Summa on 1 250 000.", "Summa on 1250000.", ()),
        ("fi", "Vastaa 5.3.2024.", "Vastaa 5. maaliskuuta 2024.", ()),
        ("fi", "Vastaa 5.3.2024.", "Vastaa 5. huhtikuuta 2024.", ("5.3.2024",)),
        ("fi", "Saat tuen edellyttäen, että vastaat.", "Saat tuen. Vastaat.", ("edellyttäen",)),
        ("sv", "Svara 5.3.2024.", "Svara den 5 mars 2024.", ()),
        ("sv", "Du får det förutsatt att du svarar.", "Du får det. Du svarar.", ("förutsatt",)),
        ("en", "Pay 1,250 euros by 2024-03-05.", "Pay 1250 euros by 5 March 2024.", ()),
        ("en", "You may, provided that you pay.", "You may. You pay.", ("provided that",)),
    ],
)
def test_numbers_dates_and_conditions_are_compared_by_what_they_say(
    language: str, before: str, after: str, lost: tuple[str, ...]
) -> None:
    assert facts(before, language).lost_in(facts(after, language)) == lost


def test_findings_point_into_markup() -> None:
    source = "<p>Tule, <b>mik&auml;li</b> voit.</p>"
    found = check(read_document(source, ".html"), QUICK).findings
    assert source[found[0].start : found[0].end] == "mik&auml;li"
