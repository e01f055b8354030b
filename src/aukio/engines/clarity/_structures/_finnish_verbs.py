"""Finnish finite verbs: passive and potential."""

from __future__ import annotations

from aukio.engines.clarity._structures._words import Sentence, Word, any_lower

NEGATIONS = frozenset({"ei", "eikä", "ellei", "eihän", "älköön", "älkööt"})
FORMS_OF_BE = frozenset(
    [
        "on",
        "oli",
        "ole",
        "ollut",
        "olisi",
        "olleet",
        "lienee",
        "olla",
        "olkoon",
        "onko",
        "oliko",
        "olisiko",
        "ovat",
        "olivat",
    ]
)
REACH = 4


def passive(word: Word, sentence: Sentence) -> bool:
    """Passive verb in any tense: `tehdään`, `ei tehty`, `on tehty`; the verb, not its `olla`.

    A participle without an auxiliary describes a noun and is another kind.
    """
    finite = word.may_be(VerbForm="Fin", Voice="Pass")
    if not sentence.parsed:
        return _passive_by_form(word, sentence, finite)
    if word.parsed_as(VerbForm="Fin", Voice="Pass"):
        return finite
    if word.must_be(VerbForm="Fin", Voice="Pass"):
        return word.pos in {"VERB", "AUX", "NOUN"}
    if word.parsed_as(PartForm="Past", Voice="Pass"):
        return sentence.has_auxiliary(word)
    if not finite or word.get("VerbForm") not in {"", "Fin"} or word.get("Person"):
        return False
    if word.may_be(VerbForm="Fin", Voice="Pass", Negative="true"):
        return any(child.lower in NEGATIONS for child in sentence.children(word))
    return word.pos in {"VERB", "AUX"}


def _passive_by_form(word: Word, sentence: Sentence, finite: bool) -> bool:
    """Without a parser: sure endings; participles and connegatives need their partner near."""
    near = sentence.before(word, REACH)
    if word.may_be(VerbForm="Part", PartForm="Past", Voice="Pass", Case="Nom"):
        return any_lower(near, FORMS_OF_BE)
    if not finite:
        return False
    if word.may_be(VerbForm="Fin", Voice="Pass", Negative="true"):
        return any_lower(near, NEGATIONS)
    return word.lower.endswith(("an", "än", "in"))


def potential(word: Word, sentence: Sentence) -> bool:
    """Potential mood: `tehnee`, `saataneen`."""
    if not word.may_be(Mood="Pot"):
        return False
    if not sentence.parsed:
        return word.must_be(Mood="Pot")
    if word.get("Mood") == "Pot":
        return True
    return word.pos in {"VERB", "AUX"} and word.get("VerbForm") != "Inf"
