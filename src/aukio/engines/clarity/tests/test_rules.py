"""What each rule finds, and what it leaves alone."""

from __future__ import annotations

import time

import pytest

from aukio.engines.clarity import (
    Document,
    Finding,
    Glossary,
    Means,
    Profile,
    Report,
    Request,
    Term,
    available,
    check,
    read_document,
)

LONG = {
    "fi": "Talo " + "on kaunis ja " * 12 + "uusi.",
    "sv": "Huset " + "är vackert och " * 14 + "nytt.",
    "en": "The house " + "is fine and " * 14 + "new.",
}


def report(
    text: str, language: str, profile: str = "official", *, ending: str = ".txt", deep: bool = False
) -> Report:
    asked = Request(
        profile=Profile(profile), language=language, deep=deep, means=Means(syntax=False)
    )
    return check(read_document(text, ending), asked)


def of_rule(found: Report, rule: str) -> list[Finding]:
    return [one for one in found.findings if one.rule == rule]


def words(text: str, language: str, rule: str, profile: str = "easy", **how: object) -> list[str]:
    found = of_rule(report(text, language, profile, **how), rule)  # type: ignore[arg-type]
    return [" ".join(text[one.start : one.end].split()) for one in found]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_long_sentence_is_found_and_a_short_one_is_not(language: str) -> None:
    assert len(words(LONG[language], language, "long-sentence", "official")) == 1
    assert words("Tuki. Stöd. Aid.", language, "long-sentence", "easy") == []


def test_a_longer_sentence_costs_more() -> None:
    longer = LONG["fi"].replace("uusi.", "on kaunis ja " * 12 + "uusi.")
    assert report(longer, "fi").score < report(LONG["fi"], "fi").score


SURFACE = [
    ("fi", "passive-instruction", "Lomake palautetaan kuntaan.", ["palautetaan"]),
    ("fi", "passive-instruction", "Päätös lähetetään hakijalle.", []),
    ("fi", "plain-must", "Liite on toimitettava heti.", ["on toimitettava"]),
    ("fi", "plain-must", "Viranomaisen on toimittava nopeasti.", []),
    ("fi", "plain-may", "Voit valittaa päätöksestä.", []),
    ("fi", "plain-may", "Hakemusta on mahdollista täydentää.", ["on mahdollista"]),
    ("fi", "no-address", "Hakijan tulee ilmoittautua.", ["Hakijan"]),
    ("fi", "no-address", "Sinun pitää ilmoittautua.", []),
    ("sv", "passive-instruction", "Blanketten ska fyllas i.", ["ska fyllas i"]),
    ("sv", "plain-must", "Du är skyldig att svara.", ["är skyldig att"]),
    ("sv", "no-address", "Sökanden ska svara.", ["Sökanden"]),
    ("en", "passive-instruction", "The form must be signed.", ["must be signed"]),
    ("en", "plain-must", "You are required to reply.", ["are required to"]),
    ("en", "plain-may", "You are entitled to appeal.", ["are entitled to"]),
    ("en", "no-address", "The applicant must reply.", ["The applicant"]),
    ("fi", "double-negation", "Asia ei ole mahdoton.", ["ei ole mahdoton"]),
    ("sv", "double-negation", "Det är inte omöjligt.", ["inte omöjligt"]),
    ("en", "double-negation", "It is not impossible.", ["not impossible"]),
    ("en", "double-negation", "It is not possible.", []),
    ("fi", "officialese", "Mikäli tulet, soita.", ["Mikäli"]),
    ("sv", "officialese", "Detta skall göras.", ["skall"]),
    ("en", "officialese", "Call prior to a visit.", ["prior to"]),
    ("fi", "abbreviation", "Täytä TPA nyt. TPA on tärkeä.", ["TPA"]),
    ("fi", "abbreviation", "Työkyvyn arvio (TPA) alkaa. TPA on tärkeä.", []),
    ("fi", "abbreviation", "Kysy Kelasta ja EU:sta.", []),
    ("fi", "short-form", "Ota esim. passi mukaan.", ["esim."]),
    ("sv", "short-form", "Ta t.ex. passet med.", ["t.ex."]),
    ("en", "short-form", "Bring e.g. a passport.", ["e.g."]),
    ("en", "capitals", "RETURN THE FORM TO US.", ["RETURN THE FORM TO US."]),
    ("fi", "roman-numeral", "Katso luku XIV.", ["XIV"]),
    ("fi", "number-range", "Avoinna 9–12.", ["9–12"]),
    ("en", "round-the-clock", "Open 24/7.", ["24/7"]),
    ("fi", "long-number", "Summa on 1250000 euroa.", ["1250000"]),
    ("fi", "date-form", "Tule 2024-03-05.", ["2024-03-05"]),
    ("fi", "phone-form", "Soita 0295123456.", ["0295123456"]),
    ("fi", "phone-form", "Soita 0295 123 456.", []),
    ("fi", "list-in-sentence", "Ota passi, lasku, kortti, kuva ja kynä.", None),
    ("en", "broken-line", "We pay the support and\nit comes soon.", ["and"]),
    ("fi", "plain-must", "Hakijan tulee kotona täyttää lomake.", ["Hakijan tulee kotona täyttää"]),
    ("fi", "plain-must", "Liitteen tulee olla selkeä.", ["Liitteen tulee olla"]),
    ("fi", "plain-must", "Raha tulee tilille perjantaina. Hän tulee ehkä huomenna.", []),
    ("fi", "plain-must", "Tuki on riittävä. Työ on kestävä ja haastava.", []),
    (
        "fi",
        "double-negation",
        "Emme voi olla huomauttamatta tästä.",
        ["Emme voi olla huomauttamatta"],
    ),
    ("fi", "double-negation", "Ei ole epäselvää, kuka päättää.", ["Ei ole epäselvää"]),
    ("fi", "double-negation", "Se ei välttämättä haittaa.", []),
    ("sv", "double-negation", "Vi kan inte låta bli att nämna det.", ["inte låta bli"]),
    ("sv", "double-negation", "Inte du utan vi.", []),
    ("en", "double-negation", "We cannot fail to notice.", ["cannot fail to"]),
    ("fi", "roman-numeral", "Kaarle XII oli kuningas. Lue luku XIV.", ["XIV"]),
    ("en", "roman-numeral", "King Charles III opened Part II.", ["II"]),
]


@pytest.mark.parametrize(("language", "rule", "text", "expected"), SURFACE)
def test_surface_rules(language: str, rule: str, text: str, expected: list[str] | None) -> None:
    found = words(text, language, rule)
    assert found == ([text] if expected is None else expected)


SUGGESTED = [
    ("fi", "Mikäli tulet, soita.", "jos", "Jos"),
    ("fi", "Summa on 1250000 euroa.", "1", "1\u00a0250\u00a0000"),
    ("en", "It costs 1250000 euros.", "1", "1,250,000"),
    ("fi", "Soita 0295123456.", "0", "0295\u00a0123\u00a0456"),
    ("fi", "Soita +358295123456.", "+", "+358\u00a0295\u00a0123\u00a0456"),
    ("fi", "Tule 2024-03-05.", "5", "5. maaliskuuta 2024"),
    ("en", "Come on 2024-03-05.", "5", "5 March 2024"),
]


@pytest.mark.parametrize(("language", "text", "_", "suggestion"), SUGGESTED)
def test_sure_suggestions(language: str, text: str, _: str, suggestion: str) -> None:
    assert suggestion in {one.suggestion for one in report(text, language, "easy").findings}


def test_a_hint_is_not_a_suggestion() -> None:
    assert [one.suggestion for one in report("Kunnan toimesta.", "fi").findings] == [None]


def test_a_line_of_numerals_is_checked_in_no_more_time_than_another() -> None:
    begun = time.monotonic()
    report("XIV " * 10_000, "fi", "easy")
    assert time.monotonic() - begun < 10


def test_roman_numerals_are_given_in_figures() -> None:
    assert "14" in of_rule(report("Katso luku XIV.", "fi", "easy"), "roman-numeral")[0].message


@pytest.mark.parametrize(
    ("language", "heading"), [("fi", "Yleistä"), ("sv", "Övrigt"), ("en", "General")]
)
def test_a_heading_that_says_nothing(language: str, heading: str) -> None:
    text = f"# {heading}\n\n# Tuki 2025\n"
    assert words(text, language, "vague-heading", ending=".md") == [heading]


@pytest.mark.parametrize(
    ("language", "link"), [("fi", "lue lisää"), ("sv", "här"), ("en", "click here")]
)
def test_a_link_that_says_nothing(language: str, link: str) -> None:
    text = f"<p>Text <a href='/x'>{link}</a> and <a href='/y'>form 23</a>.</p>"
    assert words(text, language, "vague-link", "web", ending=".html") == [link]


def test_a_letter_without_contact_details() -> None:
    letter = "Saat päätöksen pian. " * 40
    assert len(words(letter, "fi", "no-contact")) == 1
    assert words(letter + "Soita: puhelin 0295 123 456.", "fi", "no-contact") == []


def test_a_letter_that_begins_with_the_law() -> None:
    letter = "Lain 12 §:n mukaan maksu peritään. " + "Maksa lasku pian. " * 40
    assert len(words(letter, "fi", "matter-late")) == 1
    assert words("Maksa lasku pian. " * 40, "fi", "matter-late") == []


def test_a_long_text_without_headings() -> None:
    text = "Vi hjälper dig gärna. " * 80
    assert len(words(text, "sv", "no-headings")) == 1
    assert words(f"# Hjälp\n\n{text}\n\n## Mer\n\nText.", "sv", "no-headings", ending=".md") == []


def test_a_long_heading_and_a_long_paragraph() -> None:
    text = f"# {'sana ' * 15}\n\n" + "Me autamme. " * 70
    assert len(words(text, "fi", "long-heading", ending=".md")) == 1
    assert len(words(text, "fi", "long-paragraph", ending=".md")) == 1


def test_a_summary_that_does_not_summarise() -> None:
    text = "# Summary\n\n" + "We help you. " * 90 + "\n\n# Rest\n\nText."
    assert len(words(text, "en", "long-summary", ending=".md")) == 1


DEEP = [
    ("en", "rare-word", "We adjudicate quickly.", ["adjudicate"]),
    ("en", "rare-word", "We help people.", []),
    ("sv", "long-compound", "Folkpensionsanstalten svarar.", ["Folkpensionsanstalten"]),
    ("fi", "many-subclauses", "Soita, kun tulet, jos voit.", ["Soita, kun tulet, jos voit."]),
    ("fi", "rare-form", "Hän tulee perheineen.", ["perheineen"]),
    ("fi", "clause-equivalent", "Tee se saadaksesi tukea.", ["saadaksesi"]),
    ("fi", "nominalisation-stack", "Käsittelyn nopeuttamisen edistäminen jatkuu.", None),
]


@pytest.mark.parametrize(("language", "rule", "text", "expected"), DEEP)
def test_deep_rules(language: str, rule: str, text: str, expected: list[str] | None) -> None:
    found = words(text, language, rule, deep=True)
    assert len(found) == 1 if expected is None else found == expected


@pytest.mark.skipif(not available("fi").syntax, reason="spaCy model missing")
def test_participles_before_nouns_are_found_with_the_parser() -> None:
    asked = Request(profile=Profile.EASY, language="fi")
    found = check(read_document("Hakemukseen liitettävät todistukset puuttuvat."), asked)
    assert "participle-attribute" in {one.rule for one in found.findings}


def test_a_verb_at_the_far_end() -> None:
    text = (
        "Kunnan sosiaalitoimen viime vuonna uusien ohjeiden mukaan huolella läpi käymät kaikki "
        "avoimet hakemukset hyväksyttiin."
    )
    assert len(words(text, "fi", "late-verb", deep=True)) == 1


GOOD = {
    "fi": "Hae tukea verkossa. Täytä lomake ja lähetä se meille. Saat päätöksen kahdessa "
    "viikossa. Jos tarvitset apua, soita meille: 0295 123 456.",
    "sv": "Ansök om stöd på webben. Fyll i blanketten och skicka den till oss. Du får beslutet "
    "inom två veckor. Ring oss om du behöver hjälp: 0295 123 456.",
    "en": "Apply for support online. Fill in the form and send it to us. You will get the "
    "decision in two weeks. Call us if you need help: 0295 123 456.",
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("profile", ["easy", "official", "web"])
def test_a_good_text_is_left_in_peace(language: str, profile: str) -> None:
    found = report(GOOD[language], language, profile, deep=True)
    assert [one.rule for one in found.findings] == []
    assert found.score == 100


def test_a_menu_is_not_judged() -> None:
    page = "<nav>MIKÄLI HAKIJA HALUAA TUKEA NYT</nav><p>Hae tukea.</p>"
    assert report(page, "fi", "easy", ending=".html").findings == ()


def glossed(text: str, *terms: Term) -> list[Finding]:
    document: Document = read_document(text)
    asked = Request(language="fi", glossary=Glossary(terms), deep=False)
    return [one for one in check(document, asked).findings if one.rule.startswith("glossary")]


def test_a_forbidden_word_is_found_in_its_inflected_forms() -> None:
    found = glossed("Lähetä anomus. Anomuksen voi perua.", Term("hakemus", ("anomus",)))
    assert [one.suggestion for one in found] == ["hakemus", None]


def test_an_explanation_that_ends_with_a_full_stop_is_told_with_one() -> None:
    [found] = glossed("Päätös tuli.", Term("päätös", explanation="Kirje, jossa asia päätetään."))
    assert found.message.endswith("päätetään.")
    assert not found.message.endswith("..")


def test_a_term_to_explain_is_found_once_and_not_when_explained() -> None:
    term = Term("valitusosoitus", explanation="ohje, miten voit valittaa")
    assert len(glossed("Saat valitusosoituksen. Valitusosoitus on tärkeä.", term)) == 1
    assert glossed("Saat valitusosoituksen eli ohje, miten voit valittaa.", term) == []


@pytest.mark.parametrize(
    "when", ["arkisin", "Iltaisin", "kesäisin", "viikonloppuisin", "torstaisin"]
)
def test_everyday_words_for_when_are_no_rare_forms(when: str) -> None:
    text = f"Hakemuksen käsittely\n\nLisätietoja antaa ko. viranomainen {when} klo 8-16.\n"
    assert "rare-form" not in {one.rule for one in report(text, "fi", "official").findings}


def test_a_range_in_finnish_has_the_endings_one_hears() -> None:
    found = of_rule(report("Auki 9–14. Ikä 18–64. Sivut 20–100.", "fi", "easy"), "number-range")
    assert [one.message.split("Kirjoita ")[-1] for one in found] == [
        "9:stä 14:ään.",
        "18:sta 64:ään.",
        "20:stä 100:aan.",
    ]


def test_a_list_is_told_by_all_its_things() -> None:
    found = report("Ota passi, kortti, lasku, kirje ja kuva.", "fi", "easy")
    assert "5 asiaa" in of_rule(found, "list-in-sentence")[0].message
