"""How many inflected forms are found: the reason why terms are ours and not the database's."""

from __future__ import annotations

import pytest

from aukio.shared.search import queries
from aukio.shared.search.tests.factories import entry

pytestmark = pytest.mark.django_db

FORMS = {
    "fi": {
        "kunta": "kunnan kuntaa kunnassa kunnasta kuntaan kunnalla kunnalta kunnat kuntien",
        "nuori": "nuoren nuorta nuoressa nuorelle nuoret nuorten nuoria nuorilla nuorille nuorista",
        "palvelu": "palvelun palvelua palvelussa palvelut palvelujen palveluita palveluissa",
        "päätös": "päätöksen päätöstä päätöksessä päätökset päätösten päätöksiä päätöksistä",
        "dialogi": "dialogin dialogia dialogissa dialogit dialogien dialogeja dialogeissa",
        "lapsi": "lapsen lasta lapsella lapset lasten lapsia lapsille lapsista",
        "työ": "työn työtä työssä työstä työhön työt töiden töissä",
        "asukas": "asukkaan asukasta asukkaat asukkaiden asukkaita asukkaille",
        "hyvinvointialue": "hyvinvointialueen hyvinvointialueella hyvinvointialueet",
        "toimenpide": "toimenpiteen toimenpidettä toimenpiteet toimenpiteitä toimenpiteiden",
    },
    "sv": {
        "kommun": "kommunen kommuner kommunerna kommunens kommunernas",
        "beslut": "beslutet besluten beslutets",
        "dialog": "dialogen dialoger dialogerna",
        "tjänst": "tjänsten tjänster tjänsterna tjänsternas",
        "invånare": "invånaren invånarna invånarnas",
        "ungdom": "ungdomen ungdomar ungdomarna ungdomars",
        "åtgärd": "åtgärden åtgärder åtgärderna",
        "välfärdsområde": "välfärdsområdet välfärdsområden välfärdsområdena",
    },
    "en": {
        "municipality": "municipalities",
        "decision": "decisions",
        "service": "services",
        "child": "children",
        "dialogue": "dialogues",
        "participate": "participates participated participating",
        "commitment": "commitments",
        "woman": "women",
    },
}
LEAST = {"fi": 0.9, "sv": 0.9, "en": 0.95}


def is_found(word: str, form: str, language: str) -> bool:
    """Whether a text with the form is found by the word, and one with the word by the form."""
    found = {hit.title for hit in queries.find(word, language, 500)}
    back = {hit.title for hit in queries.find(form, language, 500)}
    return form in found and word in back


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_forms_of_a_word_find_each_other(language: str):
    pairs = [(word, form) for word, forms in FORMS[language].items() for form in forms.split()]
    texts = {text for pair in pairs for text in pair}
    for number, text in enumerate(sorted(texts)):
        entry(0, object_id=str(number), language=language, title=text, summary="", text="").save()

    missed = [pair for pair in pairs if not is_found(*pair, language)]

    assert 1 - len(missed) / len(pairs) >= LEAST[language], missed


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Kunnan talous", "kuntoutus"),
        ("Nuorten talo", "nuotta"),
        ("Kommunens beslut", "kommunikation"),
        ("The decision of the county", "country"),
    ],
)
def test_words_that_only_look_alike_do_not_find_each_other(text: str, query: str):
    entry(0, title=text, summary="", text="").save()

    assert queries.find(query, "fi") == []
