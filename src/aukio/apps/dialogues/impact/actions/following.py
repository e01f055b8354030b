"""News by mail for those who took part, and out again with one click (RFC 8058).

Anyone may ask; the letter that asks to confirm is the proof of the address. Organisers of the
round are told without asking, because the round is theirs, and may stop likewise. Links in
letters are signed; they open a page, and only a POST changes anything.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max, Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.impact.models import Follower, News, NewsKind
from aukio.apps.dialogues.models import Publication, Round
from aukio.apps.dialogues.rules import ORGANISER
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.sealing import seal, unseal
from aukio.shared.faults import Fault
from aukio.shared.mail.actions import queue
from aukio.shared.mail.models import Message, State

SALT = "impact.follower"
UNCONFIRMED_KEPT = timedelta(days=7)
KEPT = timedelta(days=3 * 365)
SETTLED = timedelta(seconds=30)  # a transaction that began earlier has ended by then


@transaction.atomic
def follow(*, email: str, round: Round, language: str) -> Follower:
    """Ask for news of a round. A letter asks to confirm; until then nothing else is sent.

    Says nothing about whether the address was here before. Raises ``Fault``.
    """
    follower = _row(email, round, language)
    with translation.override(language):
        told = _(
            "You or somebody else asked for news of what happened with what was said in: "
            "%(round)s.\n\nOpen this page and confirm. If you did not ask for this, do nothing: "
            "the address is deleted in a week.\n%(link)s"
        )
        title = named(in_languages(round, "title"), language)
        queue(
            to=email.strip(),
            subject=_("Confirm that you want to know what happens next"),
            text=told % {"link": address_of(follower), "round": title},
            language=language,
            key=f"impact.follow:{follower.pk}:{timezone.localdate()}",
        )
    return follower


@transaction.atomic
def follow_confirmed(*, email: str, round: Round, language: str) -> Follower:
    """For those whose address has been proved elsewhere, as by the link in a letter to them."""
    follower = _row(email, round, language)
    confirm(follower=follower)
    return follower


def find_follower(token: str) -> Follower:
    """The follower the signed token opens. Raises ``Http404`` for any other."""
    try:
        pk = signing.Signer(salt=SALT).unsign(token)
    except signing.BadSignature as error:
        raise Http404 from error
    found = Follower.objects.select_related("round").filter(pk=pk, stopped=None).first()
    if found is None:
        raise Http404
    return found


def token_of(follower: Follower) -> str:
    return signing.Signer(salt=SALT).sign(str(follower.pk))


def address_of(follower: Follower, route: str = "following") -> str:
    """The whole address of the follower's page, in the language now active."""
    return f"{settings.PUBLIC_URL}{reverse(f'impact:{route}', args=[token_of(follower)])}"


@transaction.atomic
def confirm(*, follower: Follower) -> None:
    """From now on news is sent. Confirming again changes nothing."""
    newest = News.objects.aggregate(newest=Max("pk"))["newest"] or 0
    Follower.objects.filter(pk=follower.pk, confirmed=None).update(
        confirmed=timezone.now(), told_until=newest
    )


@transaction.atomic
def stop(*, follower: Follower) -> None:
    """Forget the address, and letters the mail server has not taken yet.

    Of an organiser only the wish not to be written to is kept.
    """
    mine = Q(key__startswith=f"impact.news:{follower.pk}:")
    mine |= Q(key__startswith=f"impact.follow:{follower.pk}:")
    Message.objects.filter(mine, state=State.WAITING).delete()
    rows = Follower.objects.filter(pk=follower.pk)
    if follower.is_organiser:
        rows.update(stopped=timezone.now(), sealed_email="")
    else:
        rows.delete()


def tell_news() -> int:
    """One letter to each follower with what has happened since the last one.

    Returns how many were written.
    """
    gather()
    settled = News.objects.filter(at__lte=timezone.now() - SETTLED)
    newest = settled.aggregate(newest=Max("pk"))["newest"] or 0
    waiting = Follower.objects.exclude(confirmed=None).filter(stopped=None, told_until__lt=newest)
    return sum(_tell(pk, newest) for pk in list(waiting.values_list("pk", flat=True)))


def gather() -> None:
    """Make news of summaries published since the last time: the room knows nothing of the wing."""
    known = News.objects.exclude(publication=None).values("publication")
    fresh = Publication.objects.exclude(pk__in=known).defer("content", "notes")
    for publication in fresh.select_related("round").order_by("pk"):
        with transaction.atomic():
            news, is_new = News.objects.get_or_create(
                publication=publication,
                defaults={
                    "round": publication.round,
                    "kind": NewsKind.SUMMARY,
                    "at": publication.published_at,
                },
            )
            if is_new:
                _add_organisers(publication.round, told_until=news.pk - 1)


def forget_followers() -> int:
    """Delete those who never confirmed, and those whose day has come. Returns how many."""
    now = timezone.now()
    unconfirmed = Follower.objects.filter(confirmed=None, asked__lt=now - UNCONFIRMED_KEPT)
    old = Follower.objects.filter(delete_on__lte=timezone.localdate(now))
    return unconfirmed.delete()[0] + old.delete()[0]


def _add_organisers(round: Round, *, told_until: int) -> None:
    """Organisers of this round's dialogues, but not those who have stopped."""
    if round.is_sample:
        return
    people = Person.objects.filter(
        is_active=True,
        memberships__room=ORGANISER.room,
        memberships__role=ORGANISER.code,
        memberships__organisation__in=round.dialogues.values("organiser"),
    ).distinct()
    for person in people:
        Follower.objects.get_or_create(
            round=round,
            email_hash=_hash(person.email),
            defaults={
                "sealed_email": seal(person.email),
                "language": person.language,
                "is_organiser": True,
                "confirmed": timezone.now(),
                "told_until": told_until,
                "delete_on": timezone.localdate() + KEPT,
            },
        )


def _row(email: str, round: Round, language: str) -> Follower:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Fault(
            _("This is not an e-mail address."),
            where=pgettext("field", "e-mail address"),
            mend=_("Write it like name@example.fi."),
        ) from error
    row, _is_new = Follower.objects.get_or_create(
        round=round,
        email_hash=_hash(address),
        defaults={
            "sealed_email": seal(address),
            "language": language,
            "delete_on": timezone.localdate() + KEPT,
        },
    )
    if row.stopped is not None:  # an organiser who asks again
        row.stopped, row.confirmed, row.sealed_email = None, None, seal(address)
        row.is_organiser = False
        row.save(update_fields=["stopped", "confirmed", "sealed_email", "is_organiser"])
    return row


def _hash(email: str) -> str:
    return salted_hmac(SALT, email.strip().lower(), algorithm="sha256").hexdigest()


@transaction.atomic
def _tell(pk: int, newest: int) -> bool:
    one = (
        Follower.objects.select_for_update(of=("self",))
        .select_related("round")
        .filter(pk=pk, told_until__lt=newest)
        .first()
    )
    if one is None:
        return False
    found = list(
        News.objects.filter(round=one.round, pk__gt=one.told_until, pk__lte=newest).select_related(
            *("entry__question__theme", "entry__question__owner", "publication", "edition"),
            "change__question__owner",
        )
    )
    one.told_until = newest
    one.save(update_fields=["told_until"])
    email = unseal(one.sealed_email)  # nothing when the keys have been changed
    if found and email:
        _write(one, email, found, newest)
    return bool(found and email)


def _write(one: Follower, email: str, news: list[News], newest: int) -> None:
    with translation.override(one.language):
        lines = "\n".join(f"{_line(item, one.language)}\n{_page(item)}\n" for item in news)
        text = _("%(news)s\nNo more letters? Open this page and say so:\n%(link)s\n")
        queue(
            to=email,
            subject=_("What happened with what you said: %(round)s")
            % {"round": named(in_languages(one.round, "title"), one.language)},
            text=text % {"news": lines, "link": address_of(one)},
            language=one.language,
            key=f"impact.news:{one.pk}:{newest}",
            headers={
                "List-Unsubscribe": f"<{address_of(one, 'following-stop')}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )


def _line(item: News, language: str) -> str:
    told = item.entry or item.change
    if told is None:
        return str(NewsKind(item.kind).label)
    theme = named(told.question.theme_title, language)
    return f"{told.question.owner}: {told.get_kind_display()}. {theme}"


def _page(item: News) -> str:
    told = item.entry or item.change
    if told is not None:
        path = reverse("impact:question", args=[told.question_id])
    elif item.edition is not None:
        path = reverse("impact:brief", args=[item.round.slug])
    else:
        path = reverse("dialogues:round", args=[item.round.slug])
    return f"{settings.PUBLIC_URL}{path}"
