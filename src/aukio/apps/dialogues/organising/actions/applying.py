"""Bringing one's organisation in; the core group confirms."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.organising.actions import letters
from aukio.apps.dialogues.organising.actions._checks import fitting, needed
from aukio.apps.dialogues.organising.models import Application, ApplicationState
from aukio.apps.dialogues.rules import ORGANISER
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.areas.models import Area
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.mail.actions import queue
from aukio.shared.organisations import business_id as business_ids
from aukio.shared.organisations.actions import add_member, register_organisation
from aukio.shared.organisations.models import Kind, Organisation
from aukio.shared.organisations.roles import ADMIN

MOST_WAITING = 5


@transaction.atomic
def apply(
    *,
    by: Person,
    name_fi: str,
    kind: str,
    name_sv: str = "",
    name_en: str = "",
    business_id: str = "",
    municipality: Area | None = None,
    text: str = "",
) -> Application:
    """Ask for one's organisation to be added. Any signed-in person may. Raises ``Fault``."""
    name = needed(name_fi, pgettext("field", "Name of the organisation"), 200)
    number = business_ids.tidy(business_id)
    if number and not business_ids.is_right(number):
        raise Fault(
            _("“%(number)s” is not a business id.") % {"number": number[:20]},
            where=pgettext("field", "Business id"),
            mend=_("Check each digit, or leave it empty."),
        )
    if kind not in Kind.values:
        raise Fault(_("Choose the kind of organisation from the list."))
    waiting = Application.objects.filter(person=by, state=ApplicationState.WAITING)
    if waiting.count() >= MOST_WAITING:
        raise Fault(
            _("Several organisations of yours are already waiting."),
            mend=_("Wait until the core group has looked at them."),
        )
    given = Application(
        person=by,
        name_fi=name,
        name_sv=fitting(name_sv, pgettext("field", "Name in Swedish"), 200),
        name_en=fitting(name_en, pgettext("field", "Name in English"), 200),
        kind=kind,
        business_id=number,
        municipality=municipality,
        text=fitting(text, pgettext("field", "Message to the core group"), 1000),
    )
    try:
        with transaction.atomic():
            given.save()
    except IntegrityError:
        return waiting.get(name_fi=name)
    record(by=by, verb="organising.apply", target=given)
    return given


@transaction.atomic
def decide(
    *,
    by: Person | None,
    application: Application,
    confirm: bool,
    reason: str = "",
    existing: Organisation | None = None,
) -> Application:
    """Confirm or not; the person is told. ``existing``: it was here under another name.

    Whoever asked becomes an organiser and, of a new organisation, its administrator. Raises
    ``Fault`` when somebody has decided already, or when a refusal has no reason.
    """
    require("organising.decide_application", by, application)
    found = Application.objects.select_for_update().select_related("person").get(pk=application.pk)
    if found.state != ApplicationState.WAITING:
        raise Fault(_("This has already been decided."))
    why = fitting(reason, pgettext("field", "Reason"), 1000)
    if not confirm and not why:
        raise Fault(
            _("The reason is missing."),
            where=pgettext("field", "Reason"),
            mend=_("Tell the person why, in a sentence or two."),
        )
    if confirm:
        found.organisation = existing or _registered(found)
        _let_in(found, is_new=existing is None)
    found.state = ApplicationState.CONFIRMED if confirm else ApplicationState.REFUSED
    found.reason = why
    found.decided_by = by
    found.decided_at = timezone.now()
    found.save()
    _tell(found)
    detail = {"confirmed": confirm, "organisation": found.organisation_id}
    record(by=by, verb="organising.decide_application", target=found, detail=detail)
    return found


def _registered(application: Application) -> Organisation:
    # The service adds it: the core group's rule has been asked above.
    return register_organisation(
        by=None,
        name_fi=application.name_fi,
        name_sv=application.name_sv,
        name_en=application.name_en,
        kind=application.kind,
        business_id=application.business_id,
        area=application.municipality,
    )


def _let_in(application: Application, *, is_new: bool) -> None:
    """Organiser; and administrator of an organisation that nobody looked after before."""
    roles = [ORGANISER, ADMIN] if is_new else [ORGANISER]
    assert application.organisation is not None
    for role in roles:
        add_member(
            by=None,
            organisation=application.organisation,
            person=application.person,
            room=role.room,
            role=role.code,
        )


def _tell(application: Application) -> None:
    person = application.person
    with translation.override(person.language):
        if application.state == ApplicationState.CONFIRMED:
            written = letters.letter(
                _("You can now register dialogues"),
                _("%(name)s has been added. Register a dialogue here:\n%(link)s")
                % {"name": application.name_fi, "link": letters.whole("own")},
                application.reason,
            )
        else:
            written = letters.letter(
                _("About your organisation"),
                _("%(name)s was not added. The reason:") % {"name": application.name_fi},
                application.reason,
            )
        queue(
            to=person.email,
            subject=written.subject,
            text=written.text,
            language=person.language,
            about=application,
            key=f"organising.application:{application.pk}",
        )
