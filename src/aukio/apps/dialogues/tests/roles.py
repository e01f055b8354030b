"""Everybody who comes to the room, and the words only some of them may read.

The vocabulary of the matrix of roles and objects; ``test_matrix.py`` tells how it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Round, TextStatus, Voice
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.scene import Scene, scene
from aukio.shared.accounts.models import Person
from aukio.shared.organisations.models import Kind, Organisation
from aukio.shared.organisations.tests.factories import member, organisation

PUBLIC = "public"
PARTICIPANT = "participant with a code"
SCRIBE = "scribe with a code"
OUTSIDER = "somebody of another room"
OTHER_ORGANISER = "organiser of another dialogue"
ORGANISER = "organiser"
CORE = "core group"
OTHER_OWNER = "owner of another question"
OWNER = "owner"
EDITOR = "editor"

Roles = frozenset[str]
NOBODY: Roles = frozenset()
ORGANISERS: Roles = frozenset({ORGANISER, OTHER_ORGANISER})
OWNERS: Roles = frozenset({OWNER, OTHER_OWNER})
WITH_ACCOUNT: Roles = ORGANISERS | OWNERS | {OUTSIDER, CORE, EDITOR}
ALL: Roles = WITH_ACCOUNT | {PUBLIC, PARTICIPANT, SCRIBE}


@dataclass(frozen=True)
class Row:
    """Who may open an address, and who may send something to it."""

    get: Roles = NOBODY
    post: Roles = NOBODY


def read(*roles: str) -> Row:
    """A page, file or feed that is only read."""
    return Row(get=frozenset(roles))


def form(*roles: str) -> Row:
    """A page whose form is sent to the same address."""
    return Row(get=frozenset(roles), post=frozenset(roles))


def button(*roles: str) -> Row:
    """An address that only takes what is sent."""
    return Row(post=frozenset(roles))


@dataclass(frozen=True)
class Key:
    """A private code in an address: its holder's own; anybody else comes with a wrong one."""

    holder: str
    token: str


@dataclass(frozen=True)
class Secret:
    """A ``word`` that stands beside a ``cue`` one may search for; ``may``: who reads it."""

    cue: str
    word: str
    may: Roles

    @property
    def text(self) -> str:
        return f"{self.cue} {self.word}"


@dataclass(frozen=True)
class Here:
    """A published round and its people; wings add what is theirs."""

    made: Scene
    organisation: Organisation
    ministry: Organisation
    people: Mapping[str, Person]
    secrets: list[Secret] = field(default_factory=list)

    @property
    def round(self) -> Round:
        return self.made.round

    def hide(self, cue: str, *may: str) -> str:
        """A text with a word that nobody but these roles may find; all of them must."""
        made = Secret(cue, f"{cue}nkätkö", frozenset(may))
        assert made.word not in {one.word for one in self.secrets}, f"“{cue}” is hidden already"
        self.secrets.append(made)
        return made.text

    def hide_address(self, name: str, *may: str) -> str:
        """An e-mail address that nobody but these roles may find; all of them must."""
        address = f"{name}@salainen.example.org"
        self.secrets.append(Secret(name, address, frozenset(may)))
        return address


WISH = {"fi": "Moni toivoi busseja.", "sv": "Många önskade bussar.", "en": "Many want buses."}


def _scene() -> Scene:
    """Published, with as many sentences as a brief needs, shared ones and a wish."""
    made = scene(slug="matrix-round", published=False, more=3)
    checked = dict.fromkeys(WISH, TextStatus.ORIGINAL)
    for voice in (Voice.SHARED, Voice.RARE):
        wish = actions.write_sentence(
            by=None, theme=made.theme, texts=WISH, statuses=checked, voice=voice
        )
        actions.pick_quote(by=None, sentence=wish, note=made.records[1].notes.first())
    summary = made.sentence.summary
    actions.write_variant_sentence(
        by=None, summary=summary, kind="short", texts=WISH, sources=[made.sentence]
    )
    actions.set_variant_ready(by=None, summary=summary, kind="short", languages=["fi"])
    actions.publish(by=None, round=made.round)
    made.round.refresh_from_db()
    return made


def here() -> Here:
    """One round; the organiser holds its first dialogue, the owner answers for a ministry."""
    made = _scene()
    own = made.dialogues[0].organiser
    assert own is not None
    ministry = organisation(name_fi="Malliministeriö", kind=Kind.MINISTRY)
    people = {
        OUTSIDER: make.outsider(),
        OTHER_ORGANISER: make.organiser(),
        ORGANISER: make.organiser(own),
        CORE: make.core_group(),
        OTHER_OWNER: member(organisation(), "dialogues", "owner"),
        OWNER: member(ministry, "dialogues", "owner"),
        EDITOR: member(organisation(), "dialogues", "editor"),
    }
    return Here(made, own, ministry, people)
