"""A fault in a file of votes, told at the command line in the reader's own language.

The English words of a fault name what was in the file; in Finnish and Swedish its kind is
told, with the same file, row and cell.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from aukio.engines.opinions._faults import VotesFault

_TOLD: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "fi": {
        "missing": ("Tiedostoa ei löydy.", "Tarkista nimi ja kansio."),
        "unreadable": ("Tiedostoa ei voi avata.", "Tarkista oikeudet."),
        "too-large": ("Tiedosto on liian suuri.", "Vie yksi keskustelu kerrallaan."),
        "heading": (
            "Sarake puuttuu otsikkoriviltä.",
            "Anna Polis-viennin votes.csv tai participants-votes.csv.",
        ),
        "id": ("Tunnus puuttuu.", "Jokaisessa kannanotossa on molemmat tunnukset."),
        "vote": ("Tämä ei ole kannanotto.", "Kannanotto on 1, 0 (ohitus) tai -1."),
        "time": ("Tämä ei ole aika.", "Aika on kokonaisluku, millisekunteja."),
        "twice": ("Sama tunnus on kahdesti.", "Jätä kustakin yksi."),
        "rows": ("Rivillä ei ole otsikon soluja.", "Vie tiedosto uudelleen tai korjaa rivi."),
        "no-rows": ("Tiedostossa ei ole kannanottoja.", "Lisää rivi jokaiselle kannanotolle."),
        "sign": ("Samaa ja eri mieltä ovat väärin päin.", "Vaihda --agree-is."),
        "": ("Tiedostoa ei voi lukea taulukkona.", "Anna CSV-tiedosto merkistössä UTF-8."),
    },
    "sv": {
        "missing": ("Filen finns inte.", "Kontrollera namnet och mappen."),
        "unreadable": ("Filen kan inte öppnas.", "Kontrollera rättigheterna."),
        "too-large": ("Filen är för stor.", "Exportera ett samtal åt gången."),
        "heading": (
            "En kolumn saknas på rubrikraden.",
            "Ge votes.csv eller participants-votes.csv ur en Polis-export.",
        ),
        "id": ("Id saknas.", "Varje ställningstagande har båda id:na."),
        "vote": ("Det här är inget ställningstagande.", "Skriv 1, 0 (hoppar över) eller -1."),
        "time": ("Det här är ingen tid.", "Tiden är ett heltal i millisekunder."),
        "twice": ("Samma id finns två gånger.", "Behåll ett av varje."),
        "rows": ("Raden har inte rubrikens celler.", "Exportera filen på nytt eller rätta raden."),
        "no-rows": ("Filen har inga ställningstaganden.", "Lägg till en rad för vart och ett."),
        "sign": ("Att hålla med och inte hålla med är omvänt.", "Byt --agree-is."),
        "": ("Filen kan inte läsas som en tabell.", "Ge en CSV-fil i teckenkodningen UTF-8."),
    },
}
_ROW: Final = {"fi": "rivi", "sv": "rad"}
_CELL: Final = {"fi": "solu", "sv": "cell"}


def own_language() -> str:
    """The language the reader's terminal is set to: fi, sv or en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if code := os.environ.get(name, "")[:2].lower():
            return code if code in _TOLD else "en"
    return "en"


def told(fault: VotesFault, language: str) -> str:
    """Where, what and how to mend, on one line."""
    if language not in _TOLD:
        return str(fault)
    known = _TOLD[language]
    what, mend = known.get(fault.kind, known[""])
    row = f"{_ROW[language]} {fault.row}" if fault.row else ""
    cell = f"{_CELL[language]} ”{fault.cell}”" if fault.cell else ""
    where = ", ".join(part for part in (fault.file, row, cell) if part)
    return f"{where}: {what} {mend}"
