"""Voikko's words for word forms, said in Universal Dependencies' words."""

from __future__ import annotations

from collections.abc import Mapping

CASES = {
    "nimento": "Nom",
    "omanto": "Gen",
    "osanto": "Par",
    "olento": "Ess",
    "tulento": "Tra",
    "kohdanto": "Acc",
    "sisaolento": "Ine",
    "sisaeronto": "Ela",
    "sisatulento": "Ill",
    "ulkoolento": "Ade",
    "ulkoeronto": "Abl",
    "ulkotulento": "All",
    "vajanto": "Abe",
    "seuranto": "Com",
    "keinonto": "Ins",
}
CLASSES = {
    "teonsana": "VERB",
    "kieltosana": "AUX",
    "nimisana": "NOUN",
    "nimisana_laatusana": "ADJ",
    "laatusana": "ADJ",
    "seikkasana": "ADV",
    "asemosana": "PRON",
    "lukusana": "NUM",
    "suhdesana": "ADP",
    "sidesana": "CONJ",
    "nimi": "PROPN",
    "etunimi": "PROPN",
    "sukunimi": "PROPN",
    "paikannimi": "PROPN",
    "lyhenne": "ABBR",
    "etuliite": "PREFIX",
    "huudahdussana": "INTJ",
}
# Whether a name is somebody's first name, family name, or a place.
NAME_TYPES = {"etunimi": "Giv", "sukunimi": "Sur", "paikannimi": "Geo", "nimi": "Oth"}
MOODS = {
    "indicative": "Ind",
    "conditional": "Cnd",
    "potential": "Pot",
    "imperative": "Imp",
}
INFINITIVES = {"A-infinitive": "1", "E-infinitive": "2", "MA-infinitive": "3"}
PARTICIPLES = {
    "present_active": ("Pres", "Act"),
    "present_passive": ("Pres", "Pass"),
    "past_active": ("Past", "Act"),
    "past_passive": ("Past", "Pass"),
    "agent": ("Agt", "Act"),
    "negation": ("Neg", "Act"),
}


def features(analysis: Mapping[str, str], word: str) -> dict[str, str]:
    """Universal Dependencies features of one analysis of `word`.

    Keys beside UD's own: `lemma` and `pos`.
    """
    found = {
        "lemma": analysis.get("BASEFORM", word),
        "pos": CLASSES.get(analysis.get("CLASS", ""), "X"),
    }
    if name_type := NAME_TYPES.get(analysis.get("CLASS", "")):
        found["NameType"] = name_type
    if case := CASES.get(analysis.get("SIJAMUOTO", "")):
        found["Case"] = case
    if number := analysis.get("NUMBER"):
        found["Number"] = "Sing" if number == "singular" else "Plur"
    if possessive := analysis.get("POSSESSIVE"):
        found["Person[psor]"] = possessive[0]
    found.update(_verbal(analysis, word.casefold()))
    return found


def pieces(analysis: Mapping[str, str], word: str) -> tuple[str, ...]:
    """A compound cut at its joints, as written: `kunnan=talossa` → kunnan, talossa.

    Voikko's `STRUCTURE` has one sign for each character and `=` before each part.
    """
    found: list[str] = []
    at = 0
    for sign in analysis.get("STRUCTURE", "="):
        if sign == "=":
            found.append("")
            continue
        if at < len(word) and sign != "-" and found:
            found[-1] += word[at]
        at += 1
    return tuple(piece for piece in found if piece)


def _verbal(analysis: Mapping[str, str], word: str) -> dict[str, str]:
    found: dict[str, str] = {}
    mood = analysis.get("MOOD", "")
    if participle := PARTICIPLES.get(analysis.get("PARTICIPLE", "")):
        found["VerbForm"] = "Part"
        found["PartForm"], found["Voice"] = participle
    elif infinitive := INFINITIVES.get(mood):
        found["VerbForm"] = "Inf"
        found["InfForm"] = infinitive
        if infinitive == "2":
            found["Case"] = "Ine" if _is_essa(word) else "Ins"
    elif mood in MOODS:
        found["VerbForm"] = "Fin"
        found["Mood"] = MOODS[mood]
        found["Person"] = analysis.get("PERSON", "")
        found["Voice"] = "Pass" if found["Person"] == "4" else "Act"
        found["Negative"] = analysis.get("NEGATIVE", "")
    return found


def _is_essa(word: str) -> bool:
    return "essa" in word or "essä" in word
