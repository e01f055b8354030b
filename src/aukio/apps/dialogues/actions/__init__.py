"""Every change to the room's data: one function, one transaction, one audit event."""

from aukio.apps.dialogues.actions.dialogues import count_people, edit_dialogue, register_dialogue
from aukio.apps.dialogues.actions.drafts import start_draft
from aukio.apps.dialogues.actions.proposals import (
    QuotePlace,
    ThemeProposal,
    propose_quotes,
    propose_themes,
)
from aukio.apps.dialogues.actions.publishing import correct, publish
from aukio.apps.dialogues.actions.quotes import drop_quote, pick_quote
from aukio.apps.dialogues.actions.records import import_record, import_records, set_permission
from aukio.apps.dialogues.actions.rounds import create_round, edit_round, move_round
from aukio.apps.dialogues.actions.sentences import (
    edit_sentence,
    order_sentences,
    remove_sentence,
    set_ready,
    write_sentence,
)
from aukio.apps.dialogues.actions.themes import (
    accept_theme,
    create_theme,
    merge_themes,
    move_notes,
    order_themes,
    rename_theme,
    split_theme,
)
from aukio.apps.dialogues.actions.undo import undo
from aukio.apps.dialogues.actions.variants import (
    edit_variant_sentence,
    order_variant_sentences,
    remove_variant_sentence,
    set_variant_ready,
    write_variant_sentence,
)
from aukio.apps.dialogues.actions.versions import replace_record

__all__ = [
    "QuotePlace",
    "ThemeProposal",
    "accept_theme",
    "correct",
    "count_people",
    "create_round",
    "create_theme",
    "drop_quote",
    "edit_dialogue",
    "edit_round",
    "edit_sentence",
    "edit_variant_sentence",
    "import_record",
    "import_records",
    "merge_themes",
    "move_notes",
    "move_round",
    "order_sentences",
    "order_themes",
    "order_variant_sentences",
    "pick_quote",
    "propose_quotes",
    "propose_themes",
    "publish",
    "register_dialogue",
    "remove_sentence",
    "remove_variant_sentence",
    "rename_theme",
    "replace_record",
    "set_permission",
    "set_ready",
    "set_variant_ready",
    "split_theme",
    "start_draft",
    "undo",
    "write_sentence",
    "write_variant_sentence",
]
