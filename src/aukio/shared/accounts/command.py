"""``aukio accounts``: inviting people, sign-in links, and who there is."""

from __future__ import annotations

from collections import defaultdict

import click
from django.db import transaction
from django.utils.translation import gettext as _

from aukio.shared.accounts import links, queries
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.faults import Fault
from aukio.shared.organisations import queries as organisations
from aukio.shared.organisations.actions import invite_member, register_organisation
from aukio.shared.organisations.models import Kind, Membership, Organisation
from aukio.shared.organisations.roles import Role, all_roles, find_role
from aukio.shared.terms.reporting import format_option, report_faults, write


@click.group(name="accounts")
def group() -> None:
    """People and sign-in links."""


@group.command()
@click.argument("email")
@click.option("--name", default="", help="The person's name.")
@click.option("--organisation", required=True, help="Name or business id.")
@click.option(
    "--kind",
    type=click.Choice(Kind.values),
    help="Register the organisation, of this kind, if it is not here yet.",
)
@click.option("--room", required=True, help="The room the role is for, such as dialogues.")
@click.option("--role", "code", required=True, help="The role in that room.")
@click.option("--language", type=click.Choice([code for code, _name in LANGUAGES]), default="fi")
@format_option
def invite(
    email: str,
    name: str,
    organisation: str,
    kind: str | None,
    room: str,
    code: str,
    language: str,
    format_: str,
) -> None:
    """Give a role to the person with this EMAIL, and write to them if they are new."""
    with report_faults(format_), transaction.atomic():
        role = _role(room, code)
        membership = invite_member(
            by=None,
            organisation=_organisation(organisation, kind),
            email=email,
            role=role,
            name=name,
            language=language,
        )
    text = _("%(email)s now has the role %(room)s.%(role)s.")
    said = {"email": membership.person.email, "room": room, "role": code}
    write({"person": membership.person_id, **said}, text % said, format_)


@group.command()
@click.argument("email")
@format_option
def link(email: str, format_: str) -> None:
    """Print a sign-in link for EMAIL: it works once, for 15 minutes."""
    with report_faults(format_):
        person = Person.objects.filter(email__iexact=email.strip(), is_active=True).first()
        if person is None:
            raise Fault(
                _("Nobody who may sign in has the address %(email)s.") % {"email": email},
                mend=_("See who there is with `aukio accounts people`."),
            )
    made = links.make(person)
    write({"person": person.pk, "link": made}, made, format_)


@group.command()
@format_option
def people(format_: str) -> None:
    """List everybody with their roles."""
    roles = _roles_by_person()
    found = list(queries.people())
    lines = [
        f"{one.pk:>6}  {one.email}  {one.name}  {' '.join(roles[one.pk])}".rstrip() for one in found
    ]
    answer = [
        {
            "person": one.pk,
            "email": one.email,
            "name": one.name,
            "language": one.language,
            "sample": one.is_sample,
            "roles": roles[one.pk],
        }
        for one in found
    ]
    write({"people": answer}, "\n".join(lines) or _("Nobody yet."), format_)


def _roles_by_person() -> dict[int, list[str]]:
    roles: dict[int, list[str]] = defaultdict(list)
    for membership in Membership.objects.all():
        held = f"{membership.room}.{membership.role}@{membership.organisation_id}"
        roles[membership.person_id].append(held)
    return roles


def _organisation(text: str, kind: str | None) -> Organisation:
    found = organisations.find_organisation(text)
    if found is None and kind:
        return register_organisation(by=None, name_fi=text, kind=kind)
    if found is None:
        raise Fault(
            _("There is no organisation “%(name)s”.") % {"name": text},
            where="--organisation",
            mend=_("Write its name or business id exactly, or give --kind to register it."),
        )
    return found


def _role(room: str, code: str) -> Role:
    found = find_role(room, code)
    if found is None:
        known = ", ".join(f"{role.room}.{role.code}" for role in all_roles())
        raise Fault(
            _("There is no role “%(role)s” in “%(room)s”.") % {"role": code, "room": room},
            where="--role",
            mend=_("The roles are: %(roles)s.") % {"roles": known},
        )
    return found
