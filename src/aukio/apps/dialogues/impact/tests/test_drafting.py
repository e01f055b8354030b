"""The machine proposes a brief; a person accepts, edits and publishes it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.faults import Frozen, InputFault, PublishRefused
from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.choosing import choose_findings, choose_wishes, says_a_wish
from aukio.apps.dialogues.impact.models import Brief, Edition, News, Point, PointKind
from aukio.apps.dialogues.impact.sources import Source, sources_of
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.models import Origin, TextStatus
from aukio.apps.dialogues.tests.factories import RoundFactory, organiser
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


def source(pk: int, *, heard: int = 1, voice: str = "shared", theme: int = 1, fi: str = "x"):
    return Source(pk, {"fi": fi}, {"fi": "original"}, voice, theme, {"fi": "T"}, heard, heard)


class TestChoosing:
    def test_what_was_heard_in_most_dialogues_comes_first(self) -> None:
        found = choose_findings([source(1, heard=2), source(2, heard=9), source(3, heard=5)])

        assert [one.id for one in found] == [2, 3, 1]

    def test_each_theme_gets_a_finding_before_any_gets_two(self) -> None:
        told = [source(1, heard=9), source(2, heard=8), source(3, theme=2), source(4, theme=3)]

        assert {one.theme for one in choose_findings(told)} == {1, 2, 3}

    @pytest.mark.parametrize("voice", ["opposing", "rare"])
    def test_a_voice_that_differs_takes_the_last_place_when_none_came_up(self, voice: str) -> None:
        told = [source(n, heard=9 - n) for n in range(5)] + [source(9, voice=voice)]

        assert [one.id for one in choose_findings(told)] == [0, 1, 9]

    def test_a_short_summary_gives_what_it_has(self) -> None:
        assert [one.id for one in choose_findings([source(1)])] == [1]
        assert choose_findings([]) == []

    @pytest.mark.parametrize(
        "text", ["Moni toivoi lisää vuoroja.", "Hoitoa pitäisi saada ajoissa.", "Kaivattiin apua."]
    )
    def test_a_wish_is_known_by_its_verb(self, text: str) -> None:
        assert says_a_wish(source(1, fi=text))

    def test_a_plain_experience_is_no_wish(self) -> None:
        assert not says_a_wish(source(1, fi="Ilta oli pitkä ja hiljainen."))

    def test_a_finding_is_not_told_again_as_a_wish(self) -> None:
        wish = source(1, fi="Toivottiin rauhaa.")

        assert choose_wishes([wish], [wish]) == []


class TestDraft:
    def test_it_proposes_three_findings_with_a_rare_voice_and_the_wish(self) -> None:
        made = make.told()

        brief = actions.draft_brief(by=None, round=made.round)

        findings = brief.points.filter(kind=PointKind.FINDING)
        assert findings.count() == 3
        assert make.sentence_of(made, make.RARE["fi"]).pk in {p.sentence_id for p in findings}
        (wish,) = brief.points.filter(kind=PointKind.WISH)
        assert wish.sentence == make.sentence_of(made, make.WISH["fi"])

    def test_everything_is_a_proposal_until_a_person_accepts_it(self) -> None:
        brief = actions.draft_brief(by=None, round=make.told().round)

        assert set(brief.points.values_list("origin", "accepted")) == {(Origin.MACHINE, False)}
        assert not brief.accepted
        assert brief.ask_fi
        assert brief.ask_sv != brief.ask_en

    def test_drafting_again_keeps_what_was_accepted(self) -> None:
        made = make.told()
        brief = actions.draft_brief(by=None, round=made.round)
        kept = brief.points.filter(kind=PointKind.FINDING).first()
        actions.edit_point(by=None, point=kept, texts={"fi": "Omin sanoin."}, statuses={})

        actions.draft_brief(by=None, round=made.round)

        assert Point.objects.get(pk=kept.pk).text_fi == "Omin sanoin."
        assert brief.points.filter(kind=PointKind.FINDING).count() == 3

    def test_a_summary_being_written_is_enough_to_draft_from(self) -> None:
        made = scene(published=False)

        assert sources_of(made.round).version == 0
        assert actions.draft_brief(by=None, round=made.round).points.exists()

    def test_without_a_sentence_there_is_nothing_to_draft_from(self) -> None:
        with pytest.raises(InputFault, match="no sentences"):
            actions.draft_brief(by=None, round=RoundFactory())
        assert not Brief.objects.exists()

    def test_an_organiser_may_not_draft(self) -> None:
        made = make.told()

        with pytest.raises(PermissionDenied):
            actions.draft_brief(by=organiser(), round=made.round)

    def test_it_is_audited_once(self) -> None:
        actions.draft_brief(by=None, round=make.told().round)

        assert Event.objects.filter(verb="impact.draft_brief").count() == 1


class TestPoints:
    def test_a_sentence_of_another_round_is_refused(self) -> None:
        brief = actions.draft_brief(by=None, round=make.told().round)
        other = make.told()

        with pytest.raises(InputFault, match="not in this round"):
            actions.add_point(by=None, brief=brief, sentence=other.sentence, kind=PointKind.FINDING)

    def test_a_sentence_is_taken_once(self) -> None:
        brief = actions.draft_brief(by=None, round=make.told().round)
        used = brief.points.first().sentence

        with pytest.raises(InputFault, match="already"):
            actions.add_point(by=None, brief=brief, sentence=used, kind=PointKind.WISH)

    def test_points_change_places(self) -> None:
        brief = actions.draft_brief(by=None, round=make.told().round)
        first, second, third = brief.points.filter(kind=PointKind.FINDING)

        actions.move_point(by=None, point=third, to=0)

        assert list(brief.points.filter(kind=PointKind.FINDING)) == [third, first, second]

    def test_a_point_goes_when_its_sentence_is_removed_from_the_summary(self) -> None:
        made = make.told()
        brief = actions.draft_brief(by=None, round=made.round)
        point = brief.points.first()

        room.remove_sentence(by=None, sentence=point.sentence)

        assert not Point.objects.filter(pk=point.pk).exists()


class TestPublishing:
    def test_what_is_accepted_and_fits_is_published_and_told(self) -> None:
        made = make.told()

        edition = make.edition(made)

        assert edition.content["languages"] == ["fi", "sv", "en"]
        assert edition.content["figures"]["dialogues"] == 3
        assert News.objects.filter(edition=edition).exists()

    def test_every_claim_leads_to_a_published_sentence(self) -> None:
        made = make.told()
        content = make.edition(made).content

        known = sources_of(made.round).by_id()
        assert all(one["sentence"] in known for one in content["findings"] + content["wishes"])

    def test_what_nobody_accepted_is_refused_with_every_reason(self) -> None:
        brief = actions.draft_brief(by=None, round=make.told().round)

        with pytest.raises(PublishRefused) as refused:
            actions.publish_brief(by=None, brief=brief)

        told = " ".join(one.what for one in refused.value.offences)
        assert "accepted" in told
        assert "what is asked" in told
        assert not Edition.objects.exists()

    def test_a_brief_of_an_unpublished_summary_is_refused(self) -> None:
        brief = make.accepted(scene(published=False, more=3))

        with pytest.raises(PublishRefused) as refused:
            actions.publish_brief(by=None, brief=brief)

        assert any("summary" in one.what for one in refused.value.offences)

    def test_a_brief_that_does_not_fit_one_page_is_refused(self) -> None:
        brief = make.accepted(make.told())
        for point in brief.points.all():
            actions.edit_point(
                by=None, point=point, texts={"fi": "Moni oli yksin. " * 150}, statuses={}
            )

        with pytest.raises(PublishRefused) as refused:
            actions.publish_brief(by=None, brief=brief)

        (only,) = refused.value.offences
        assert "pages" in only.what
        assert only.where == "Finnish"

    def test_two_findings_are_too_few(self) -> None:
        brief = make.accepted(make.told())
        actions.drop_point(by=None, point=brief.points.filter(kind=PointKind.FINDING).first())

        with pytest.raises(PublishRefused):
            actions.publish_brief(by=None, brief=brief)

    def test_a_sentence_corrected_away_is_refused(self) -> None:
        made = make.told()
        brief = make.accepted(made)
        gone = make.sentence_of(made, make.RARE["fi"])
        other = make.told()
        Point.objects.filter(sentence=gone).update(sentence=other.sentence)

        with pytest.raises(PublishRefused) as refused:
            actions.publish_brief(by=None, brief=brief)

        assert any("no longer" in one.what for one in refused.value.offences)

    def test_a_correction_needs_a_reason_and_both_versions_stay(self) -> None:
        made = make.told()
        make.edition(made)
        brief = made.round.brief

        with pytest.raises(InputFault, match="reason"):
            actions.publish_brief(by=None, brief=brief)
        second = actions.publish_brief(by=None, brief=brief, reason="Luku oli väärä.")

        assert (second.version, second.reason) == (2, "Luku oli väärä.")
        assert Edition.objects.count() == 2

    def test_an_edition_never_changes(self) -> None:
        edition = make.edition(make.told())

        with pytest.raises(Frozen):
            edition.save()
        with pytest.raises(Frozen):
            edition.delete()

    def test_an_edited_text_keeps_its_sentence_and_its_translation_status(self) -> None:
        brief = make.accepted(make.told())
        point = brief.points.first()
        actions.edit_point(
            by=None,
            point=point,
            texts={"fi": "Lyhyesti.", "en": "In short."},
            statuses={"en": TextStatus.MACHINE},
        )

        content = actions.publish_brief(by=None, brief=brief).content

        (told,) = [one for one in content["findings"] if one["sentence"] == point.sentence_id]
        assert (told["text"]["fi"], told["status"]["en"]) == ("Lyhyesti.", "machine")
        assert told["text"]["sv"]
