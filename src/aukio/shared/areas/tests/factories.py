"""Divisions for tests, as files and as rows."""

from __future__ import annotations

from pathlib import Path

from aukio.shared.areas.models import Area

REGIONS = "code,name_fi,name_sv,name_en\n01,Uusimaa,Nyland,Uusimaa\n05,Kanta-Häme,Tavastland,\n"
WELLBEING = """\
code,kind,name_fi,name_sv,name_en,short_fi,short_sv,short_en
07,county,Kanta-Hämeen hyvinvointialue,Tavastlands välfärdsområde,,Kanta-Häme,Tavastland,
90,city,Helsingin kaupunki,Helsingfors stad,City of Helsinki,,,
"""
MUNICIPALITIES = """\
code,name_fi,name_sv,region_code,wellbeing_code
091,Helsinki,Helsingfors,01,
061,Forssa,Forssa,05,07
109,Hämeenlinna,Tavastehus,05,07
"""


def division(
    folder: Path,
    *,
    regions: str = REGIONS,
    wellbeing: str = WELLBEING,
    municipalities: str = MUNICIPALITIES,
) -> Path:
    folder.mkdir(exist_ok=True)
    sheets = {"regions": regions, "wellbeing": wellbeing, "municipalities": municipalities}
    for name, text in sheets.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def area(
    code: str = "091", name: str = "Helsinki", *, kind: str = "municipality", **fields
) -> Area:
    values = {"name_fi": name, "name_sv": name, "first_year": 2025, **fields}
    return Area.objects.create(kind=kind, code=code, **values)
