"""A corpus in three languages, and the rows of the index made from it."""

from __future__ import annotations

from datetime import date

from aukio.shared.search.entries import make_entry
from aukio.shared.search.models import SearchEntry

CORPUS = (
    ("fi", "Nuorten osallisuus kunnissa", "Miten kunta kuulee nuoria?", "Kuntien päätökset."),
    ("fi", "Ikääntyneiden palvelut", "Hyvinvointialueet ja kunnat yhdessä.", "Palvelut kotiin."),
    ("fi", "Luonnon monimuotoisuus", "Metsien ja vesien suojelu.", "Kunnan metsät ja rannat."),
    ("fi", "Kunnan talous", "Ostolaskut avoimiksi.", "Laskuja avataan vuosittain."),
    ("sv", "Ungas delaktighet i kommunen", "Hur lyssnar kommunen?", "Kommunernas beslut."),
    ("sv", "Tjänster för äldre", "Välfärdsområdena och kommunerna.", "Hemvården växer."),
    ("sv", "Naturens mångfald", "Skydd av skogar och vatten.", "Kommunens skogar."),
    ("en", "Young people in municipalities", "Does the municipality listen?", "Decisions made."),
    ("en", "Services for older people", "Counties and municipalities.", "Care at home is growing."),
    ("en", "Biodiversity", "Protecting forests and waters.", "Forests of the municipality."),
    ("en", "Helsinki", "A city.", "Helsinki, Helsingfors, 1e5, 005 and a-b."),
    ("fi", "Helsinki", "Kaupunki.", "Helsingin kaupunki, COVID-19 ja 2,5 %."),
    ("sv", "Helsingfors", "En stad.", "Helsingfors stad och ſträng 🎉 ﬁnt."),
    ("fi", "Ääkköset", "Äänestys, åländska, žurnalistit, Čohkkiras, ŋ ja ǩ.", "Ääniä!"),
)


def entry(number: int, **changes) -> SearchEntry:
    """The corpus's text of this number as a row, not saved."""
    language, title, summary, text = CORPUS[number % len(CORPUS)]
    values = {
        "kind": "letter" if number % 2 else "note",
        "object_id": str(number),
        "language": language,
        "title": title,
        "summary": summary,
        "text": text,
        "url": f"/{language}/letters/{number}",
        "date": date(2024, 1, 1 + number % 5) if number % 3 else None,
    }
    return make_entry(**{**values, **changes})


def index_corpus(copies: int = 1, using: str = "default") -> None:
    """Store the corpus so many times over."""
    rows = [entry(number) for number in range(copies * len(CORPUS))]
    SearchEntry.objects.using(using).bulk_create(rows)
