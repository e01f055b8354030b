"""Finnish clause equivalents (*lauseenvastikkeet*): a clause pressed into one verb form."""

from __future__ import annotations

from aukio.engines.clarity._structures._words import Sentence, Word

BY_THEN = frozenset({"mennessä", "mentäessä"})
DIRECTION = frozenset({"Ill", "All"})
GET_DONE = frozenset({"saada", "tulla"})
STOPS = frozenset(",;:–()")
# No clause any more, whatever stands before: `15 eurosta alkaen`, `perjantaista lähtien`.
FROZEN_EN = frozenset(["alkaen", "lähtien", "lukien", "riippuen", "johtuen", "koskien", "liittyen"])
FROZEN_MATTA = frozenset(
    [
        "välttämättä",
        "epäilemättä",
        "kieltämättä",
        "huolimatta",
        "riippumatta",
        "lukuunottamatta",
        "tietämättä",
    ]
)
SPOKEN_TO = ("ni", "si", "mme", "nne")
NOUNS = frozenset({"NOUN", "PRON", "PROPN"})


def temporal_essa(word: Word, sentence: Sentence) -> bool:
    """`hakemusta tehdessä`: while something is done; not `vuoteen 2030 mennessä` (by then)."""
    if not word.may_be(InfForm="2", Case="Ine"):
        return False
    if word.lower in BY_THEN:
        return not any(_is_goal(other) for other in sentence.before(word, 3))
    if sentence.parsed:
        return word.dep != "case"
    return not word.may_be(pos="NOUN")


def temporal_tuaan(word: Word, sentence: Sentence) -> bool:
    """`hakemuksen saavuttua`, `tultuaan`: after something; not `saada tehtyä` (get done)."""
    found = word.readings_with(
        VerbForm="Part", PartForm="Past", Voice="Pass", Case="Par", Number="Sing"
    )
    if not found:
        return False
    if any("Person[psor]" in reading for reading in found):
        # `Saatuanne päätöksen`: the parser, taught on news, takes a reader spoken to for a noun.
        return word.pos != "NOUN" or word.lower.endswith(SPOKEN_TO)
    if word.lower == "kuluttua" or _gets_done(word, sentence) or _is_said_of(word, sentence):
        return False
    following = sentence.next(word)
    if following is not None and _is_partitive_noun(following):
        return False
    return _has_genitive_subject(word, sentence)


def final_kseen(word: Word, sentence: Sentence) -> bool:
    """`saadakseen tukea`: in order to."""
    return any(
        reading.get("InfForm") == "1" and "Person[psor]" in reading for reading in word.readings
    )


def referative(word: Word, sentence: Sentence) -> bool:
    """`kertoi muuttavansa`, `katsoo hakijan olevan`: what someone says or thinks."""
    if not any(_is_genitive_participle(word, form) for form in ("Pres", "Past")):
        return False
    if not sentence.parsed:
        return word.lower.startswith(("olev", "olle")) or word.may_be(**{"Person[psor]": "3"})
    if word.dep.startswith(("cop", "aux")):
        return word.lower.startswith(("olev", "olle"))
    return not sentence.has_auxiliary(word) and word.dep in {"ccomp", "xcomp", "xcomp:ds", "csubj"}


def modal_en(word: Word, sentence: Sentence) -> bool:
    """`lakia soveltaen`: how something is done."""
    if not word.may_be(InfForm="2", Case="Ins"):
        return False
    if not sentence.parsed:
        return word.must_be(InfForm="2", Case="Ins") and word.lower not in FROZEN_EN
    return word.parsed_as(InfForm="2", Case="Ins") or (
        word.must_be(InfForm="2", Case="Ins") and word.dep not in {"case", "advmod"}
    )


def matta(word: Word, sentence: Sentence) -> bool:
    """`hakematta`: without doing; not the adverbs `välttämättä`, `huolimatta`."""
    if not word.may_be(InfForm="3", Case="Abe"):
        return False
    if not sentence.parsed:
        return word.lower not in FROZEN_MATTA
    if word.dep in {"case", "fixed"} or word.pos == "ADP":
        return False
    return not (word.lower in FROZEN_MATTA and word.dep == "advmod")


def _is_goal(word: Word) -> bool:
    """A time or place reached: `vuoteen`, `31.12.`, `2030`."""
    if word.text[0].isdigit() or word.get("Case") in DIRECTION:
        return True
    return any(reading.get("Case") in DIRECTION for reading in word.readings)


def _gets_done(word: Word, sentence: Sentence) -> bool:
    for other in reversed(sentence.before(word, 8)):
        if other.text in STOPS:
            break
        if other.lemmas & GET_DONE or other.lower.startswith(("saa", "sai", "tul")):
            return True
    return any(other.lemmas & GET_DONE for other in sentence.after(word, 2))


def _is_said_of(word: Word, sentence: Sentence) -> bool:
    """`se on sallittua`: what something is, with its own `olla`."""
    return any(child.dep.startswith("cop") for child in sentence.children(word))


def _is_partitive_noun(word: Word) -> bool:
    if word.pos:
        return word.get("Case") == "Par" and word.pos in {"NOUN", "ADJ", "PROPN"}
    return word.may_be(Case="Par", pos="NOUN")


def _has_genitive_subject(word: Word, sentence: Sentence) -> bool:
    if any(
        child.dep.startswith("nsubj") and child.get("Case") == "Gen"
        for child in sentence.children(word)
    ):
        return True
    near = sentence.before(word, 3)
    if sentence.parsed:
        return any(one.get("Case") == "Gen" and one.pos in NOUNS for one in near)
    return any(one.may_be(Case="Gen", pos="NOUN") for one in near)


def _is_genitive_participle(word: Word, form: str) -> bool:
    """Genitive, or nominative with a possessive, which stands for a genitive here."""
    return any(
        reading.get("Number", "Sing") == "Sing"
        and (reading.get("Case") == "Gen" or "Person[psor]" in reading)
        for reading in word.readings_with(VerbForm="Part", PartForm=form)
    )
