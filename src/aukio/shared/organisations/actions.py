"""Changes to organisations and their members."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.shared.accounts.access import require
from aukio.shared.accounts.actions import ensure_person
from aukio.shared.accounts.models import Person
from aukio.shared.areas.models import Area
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations import business_id as business_ids
from aukio.shared.organisations.models import Kind, Membership, Organisation
from aukio.shared.organisations.public_rules import forget
from aukio.shared.organisations.roles import ADMIN, KEEPER, Role, find_role
from aukio.shared.organisations.rules import Giving


class LastOneFault(Fault):
    """Nobody would be left in charge of the organisation or the service."""


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
    known = _known_role(room, role)
    require("organisations.give_role", by, Giving(organisation, known))
    membership, is_new = Membership.objects.get_or_create(
        person=person, organisation=organisation, room=known.room, role=known.code
    )
    if is_new:
        forget(person)
        _record_member(by, "organisations.add_member", membership)
    return membership


@transaction.atomic
def invite_member(
    *,
    by: Person | None,
    organisation: Organisation,
    email: str,
    role: Role,
    name: str = "",
    language: str = "fi",
) -> Membership:
    """Give a role to whoever has the address; write to them if they are new here."""
    require("organisations.give_role", by, Giving(organisation, role))
    person, _is_new = ensure_person(by=by, email=email, name=name, language=language)
    return add_member(
        by=by, organisation=organisation, person=person, room=role.room, role=role.code
    )


@transaction.atomic
def remove_member(*, by: Person | None, membership: Membership) -> None:
    """Take a role away. Raises ``LastOneFault`` rather than leave nobody in charge."""
    organisation = Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    require("organisations.manage_members", by, organisation)
    if _is_last_one(membership):
        raise LastOneFault(
            _("Nobody else has this role, and somebody must."),
            mend=_("Give the role to somebody else first."),
        )
    held = Membership.objects.filter(pk=membership.pk).first()
    if held is None:
        return
    _record_member(by, "organisations.remove_member", held)
    held.delete()
    forget(membership.person)
    if by is not None and by.pk == membership.person_id:
        forget(by)


def _record_member(by: Person | None, verb: str, membership: Membership) -> None:
    record(
        by=by,
        verb=verb,
        target=membership.organisation,
        detail={
            "person": membership.person_id,
            "room": membership.room,
            "role": membership.role,
        },
    )


def _is_last_one(membership: Membership) -> bool:
    """Each organisation keeps an administrator, and the service a keeper.

    The rows are locked in one order, so that two people who leave at the same moment
    cannot both count on the other.
    """
    held = (membership.room, membership.role)
    if held not in {(KEEPER.room, KEEPER.code), (ADMIN.room, ADMIN.code)}:
        return False
    same = Membership.objects.filter(room=membership.room, role=membership.role)
    if held == (ADMIN.room, ADMIN.code):
        same = same.filter(organisation_id=membership.organisation_id)
    locked = same.select_for_update(of=("self",)).select_related("person").order_by("pk")
    return not any(one.person.is_active for one in locked if one.pk != membership.pk)


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
