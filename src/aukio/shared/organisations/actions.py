"""Changes to organisations and their members."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.areas.models import Area
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations import business_id as business_ids
from aukio.shared.organisations.models import Kind, Membership, Organisation
from aukio.shared.organisations.public_rules import forget
from aukio.shared.organisations.roles import ADMIN, Role, find_role


class LastAdminFault(Fault):
    """Nobody would be left to look after the organisation's members."""


@transaction.atomic
def register_organisation(
    *,
    by: Person | None,
    name_fi: str,
    kind: str,
    name_sv: str = "",
    name_en: str = "",
    business_id: str = "",
    area: Area | None = None,
    is_sample: bool = False,
) -> Organisation:
    """Add an organisation. Raises ``Fault`` when a field cannot be used."""
    require("organisations.register_organisation", by)
    organisation = Organisation(
        name_fi=name_fi.strip(),
        name_sv=name_sv.strip() or None,
        name_en=name_en.strip() or None,
        kind=kind,
        business_id=business_ids.tidy(business_id),
        area=area,
        is_sample=is_sample,
    )
    _check_name(name_fi)
    _check_kind(kind)
    _check_business_id(organisation.business_id)
    organisation.save()
    record(
        by=by,
        verb="organisations.register_organisation",
        target=organisation,
        detail={"kind": kind, "business_id": organisation.business_id},
    )
    return organisation


@transaction.atomic
def add_member(
    *, by: Person | None, organisation: Organisation, person: Person, room: str, role: str
) -> Membership:
    """Give ``person`` a role on behalf of ``organisation``; again changes nothing."""
    require("organisations.manage_members", by, organisation)
    known = _known_role(room, role)
    membership, is_new = Membership.objects.get_or_create(
        person=person, organisation=organisation, room=known.room, role=known.code
    )
    if is_new:
        forget(person)
        record(
            by=by,
            verb="organisations.add_member",
            target=organisation,
            detail={"person": person.pk, "room": room, "role": role},
        )
    return membership


@transaction.atomic
def remove_member(*, by: Person | None, membership: Membership) -> None:
    """Take a role away. Raises ``LastAdminFault`` rather than leave nobody in charge."""
    organisation = Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    require("organisations.manage_members", by, organisation)
    if _is_last_admin(membership):
        raise LastAdminFault(
            _("This is the organisation's only administrator."),
            mend=_("Add another administrator first."),
        )
    removed, _by_model = Membership.objects.filter(pk=membership.pk).delete()
    if removed:
        forget(membership.person)
        record(
            by=by,
            verb="organisations.remove_member",
            target=organisation,
            detail={
                "person": membership.person_id,
                "room": membership.room,
                "role": membership.role,
            },
        )


def _is_last_admin(membership: Membership) -> bool:
    if (membership.room, membership.role) != (ADMIN.room, ADMIN.code):
        return False
    others = Membership.objects.filter(
        organisation_id=membership.organisation_id,
        room=ADMIN.room,
        role=ADMIN.code,
        person__is_active=True,
    ).exclude(pk=membership.pk)
    return not others.exists()


def _known_role(room: str, role: str) -> Role:
    known = find_role(room, role)
    if known is None:
        raise Fault(
            _("There is no role “%(role)s” in “%(room)s”.") % {"role": role, "room": room},
            where=pgettext("field", "role"),
            mend=_("Choose one of the roles that are listed."),
        )
    return known


def _check_name(name: str) -> None:
    if not name.strip():
        raise Fault(
            _("The organisation has no name."),
            where=pgettext("field", "name"),
            mend=_("Write the name in Finnish."),
        )


def _check_kind(kind: str) -> None:
    if kind not in Kind.values:
        raise Fault(
            _("“%(kind)s” is not a kind of organisation.") % {"kind": kind},
            where=pgettext("field", "kind"),
            mend=_("Use one of: %(kinds)s.") % {"kinds": ", ".join(Kind.values)},
        )


def _check_business_id(number: str) -> None:
    if not number:
        return
    try:
        business_ids.validate(number)
    except ValidationError as error:
        raise Fault(error.messages[0], where=pgettext("field", "business id")) from error
    if Organisation.objects.filter(business_id=number).exists():
        raise Fault(
            _("The business id %(number)s already belongs to an organisation here.")
            % {"number": number},
            where=pgettext("field", "business id"),
            mend=_("Use that organisation, or correct the id."),
        )
