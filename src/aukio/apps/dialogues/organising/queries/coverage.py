"""Who has been reached in a round, who is missing, and whom to ask next: facts only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from aukio.apps.dialogues import taking_part
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.organising.models import Announcement, Contact, Invited, ReplyKind
from aukio.apps.dialogues.queries.pages.people import UNKNOWN, People, in_full_fives
from aukio.apps.dialogues.queries.pages.places import Places, county_code, places
from aukio.apps.dialogues.queries.words import shown as in_reader_language
from aukio.shared.terms import queries as terms

MOST_ASKED = 8  # of one county: a list to act on, not a register


@dataclass(frozen=True)
class Line:
    """One language or group: in how many dialogues it was announced, and people if known."""

    label: str
    dialogues: int
    people: People


@dataclass(frozen=True)
class Ask:
    """Somebody to ask: an organisation that took part before, or a contact we have."""

    name: str
    why: str
    contact: int | None = None


@dataclass(frozen=True)
class Missing:
    county: str
    ask: tuple[Ask, ...]


@dataclass(frozen=True)
class Coverage:
    dialogues: int
    organisers: int
    first_timers: int
    municipalities: int
    unlisted: int
    places: Places
    missing: tuple[Missing, ...]
    languages: tuple[Line, ...]
    groups: tuple[Line, ...]
    bands: tuple[Line, ...]

    @property
    def missing_languages(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.languages if not one.dialogues)

    @property
    def missing_groups(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.groups if not one.dialogues)


def coverage(round: Round) -> Coverage:
    """The picture as it is now; a constant number of queries."""
    held = list(_held(Dialogue.objects.filter(round=round)))
    earlier = list(_held(_earlier(round)))
    told = list(Announcement.objects.filter(dialogue__round=round, called_off_at=None))
    where, people = places(round), taking_part.people(round)
    own = {one.organiser_id for one in held if one.organiser_id}
    before = {one.organiser_id for one in earlier}
    return Coverage(
        dialogues=len(held),
        organisers=len(own),
        first_timers=len(own - before),
        municipalities=len({one.municipality_id for one in held if one.municipality_id}),
        unlisted=sum(1 for one in told if not one.is_public),
        places=where,
        missing=_missing(round, where, earlier, own),
        languages=_lines("languages", (code for one in told for code in one.languages), {}),
        groups=_lines(
            "participant-groups",
            (code for one in told for code in one.groups),
            people.groups,
        ),
        bands=_lines("age-bands", (), people.age_bands),
    )


def _held(found: QuerySet[Dialogue]) -> QuerySet[Dialogue]:
    return found.select_related(
        "organiser", "round", "municipality__wellbeing", "municipality__region",
        "area__wellbeing", "area__region",
    )  # fmt: skip


def _earlier(round: Round) -> QuerySet[Dialogue]:
    """Dialogues of other rounds; real ones are not mixed with sample ones."""
    return (
        Dialogue.objects.exclude(round=round)
        .filter(round__is_sample=round.is_sample)
        .exclude(organiser=None)
        .order_by("-round__year", "-date")
    )


def _lines(
    vocabulary: str, told: Iterable[str], counted: dict[str, int | None]
) -> tuple[Line, ...]:
    """In the vocabulary's order."""
    dialogues = Counter(told)
    people = {code: in_full_fives(count) for code, count in counted.items()}
    return tuple(
        Line(label, dialogues[code], people.get(code, UNKNOWN))
        for code, label in terms.labels(vocabulary).items()
    )


def _missing(
    round: Round, where: Places, earlier: list[Dialogue], own: set[int]
) -> tuple[Missing, ...]:
    """Counties without a dialogue, each with whom to ask."""
    before = _took_part(earlier, own)
    contacts = _contacts(round, own)
    return tuple(
        Missing(one.name, tuple((before[one.code] + contacts[one.code])[:MOST_ASKED]))
        for one in where.counties
        if not one.dialogues
    )


def _took_part(earlier: list[Dialogue], own: set[int]) -> dict[str, list[Ask]]:
    """Organisations by county where they held a dialogue, each with the newest round."""
    found: dict[str, dict[int, Ask]] = defaultdict(dict)
    for one in earlier:
        county = county_code(one.municipality or one.area)
        if one.organiser is None or one.organiser_id in own or not county:
            continue
        title = in_reader_language(in_languages(one.round, "title")).text
        name = in_reader_language(in_languages(one.organiser, "name")).text
        found[county].setdefault(one.organiser.pk, Ask(name, f"{title} ({one.round.year})"))
    return defaultdict(list, {code: list(asked.values()) for code, asked in found.items()})


def _contacts(round: Round, own: set[int]) -> dict[str, list[Ask]]:
    """Contacts by county; not those who said no to this round, nor those who are in already."""
    said_no = Invited.objects.filter(invitation__round=round, reply=ReplyKind.NO)
    rows = (
        Contact.objects.filter(unsubscribed_at=None, is_sample=round.is_sample)
        .exclude(area=None)
        .exclude(pk__in=said_no.values("contact"))
        .exclude(organisation__in=own)
        .select_related("area__wellbeing", "area__region")
    )
    found: dict[str, list[Ask]] = defaultdict(list)
    for one in rows:
        found[county_code(one.area)].append(Ask(str(one), str(one.get_kind_display()), one.pk))
    return found
