"""An earlier invented round, and links from it to the newest: so that trends have two rounds."""

from __future__ import annotations

from pathlib import Path

import yaml
from django.db import transaction

from aukio.apps.dialogues.foresight.actions import link_by_hand
from aukio.apps.dialogues.foresight.models import Link
from aukio.apps.dialogues.models import Round, Theme
from aukio.apps.dialogues.sample import load_sample as load_round


@transaction.atomic
def load_sample(folder: Path) -> bool:
    """Load the round and its links once; says whether anything was loaded.

    Nothing is loaded before the round that it is compared with is there.
    """
    told = yaml.safe_load((folder / "links.yaml").read_text(encoding="utf-8"))
    earlier, later = told["rounds"]
    themes = Theme.objects.filter(round__is_sample=True, merged_into=None)
    if Link.objects.filter(later__round__slug=later).exists():
        return False
    if not Round.objects.filter(slug=later, is_sample=True).exists():
        return False
    load_round(folder)
    for one in told["links"]:
        link_by_hand(
            by=None,
            one=themes.get(round__slug=earlier, title_fi=one["earlier"]).pk,
            other=themes.get(round__slug=later, title_fi=one["later"]).pk,
        )
    return True
