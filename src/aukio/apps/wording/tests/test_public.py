"""What other rooms get of the wording room: a score at once, and nothing kept."""

from __future__ import annotations

import pytest

from aukio.apps.wording.public import quick_score


def test_plain_text_scores_higher_than_officialese():
    plain = quick_score("Bussi lähtee kello viisi. Tule ajoissa.", language="fi")
    heavy = quick_score(
        "Esityksen toimeenpanemisen edellytyksenä olevan selvityksen laatimisen "
        "aloittamisen ajankohdan vahvistamisesta on ilmoitettava viipymättä.",
        language="fi",
    )

    assert plain.score > heavy.score
    assert plain.is_good
    assert plain.words == 6


@pytest.mark.parametrize("profile", ["official", "easy"])
def test_every_profile_has_its_goal(profile):
    assert 0 < quick_score("Hej.", language="sv", profile=profile).goal <= 100
