"""Sample people are marked as such and never come to a service in production."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from aukio.apps.dialogues.sample import load_sample
from aukio.project import sample
from aukio.shared.accounts.models import Person
from aukio.shared.organisations.public_rules import has_role


@pytest.mark.django_db
class TestLoading:
    @pytest.fixture(autouse=True)
    def _reference(self):
        from aukio.project.setup import DATA
        from aukio.shared.areas.actions import load as load_areas
        from aukio.shared.terms.actions import load as load_terms

        load_terms(by=None, path=DATA / "terms")
        load_areas(by=None, folder=DATA / "areas" / "2025", year=2025)

    def test_gives_each_sample_person_the_role_the_file_tells(self):
        sample.load_once(tell=lambda _words: None)

        core = Person.objects.get(name="Saara Malli")
        assert core.is_sample
        assert has_role(core, "dialogues", "core_group")
        assert not core.has_usable_password()

    def test_again_changes_nothing(self):
        sample.load_once(tell=lambda _words: None)
        before = Person.objects.count()
        sample.load_once(tell=lambda _words: None)

        assert Person.objects.count() == before

    def test_adds_people_to_a_round_that_was_loaded_before(self):
        load_sample(sample.DATA)

        sample.load_once(tell=lambda _words: None)

        told = (Path(sample.DATA) / "people.yaml").read_text(encoding="utf-8")
        assert Person.objects.filter(is_sample=True).count() == told.count("- name:")


def test_production_refuses_sample_data(settings):
    settings.PRODUCTION = True

    refused = CliRunner().invoke(sample.group, ["load"])

    assert refused.exit_code == 1
    assert "production" in refused.output


def test_everybody_in_the_file_has_an_address_that_nobody_can_have():
    import yaml

    people = yaml.safe_load((Path(sample.DATA) / "people.yaml").read_text(encoding="utf-8"))

    assert people["sample"] is True
    assert all(one["email"].endswith("@example.org") for one in people["people"])
