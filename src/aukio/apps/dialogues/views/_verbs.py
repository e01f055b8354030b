"""A round's changes in words."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

WORDS = {
    "propose_themes": pgettext_lazy("change", "the machine proposed themes"),
    "create_theme": pgettext_lazy("change", "a theme was added"),
    "merge_themes": pgettext_lazy("change", "themes were merged"),
    "split_theme": pgettext_lazy("change", "a theme was split"),
    "rename_theme": pgettext_lazy("change", "a theme was renamed"),
    "accept_theme": pgettext_lazy("change", "a theme was accepted"),
    "move_notes": pgettext_lazy("change", "notes were moved"),
    "order_themes": pgettext_lazy("change", "the order of themes was changed"),
    "write_sentence": pgettext_lazy("change", "a sentence was written"),
    "edit_sentence": pgettext_lazy("change", "a sentence was changed"),
    "remove_sentence": pgettext_lazy("change", "a sentence was removed"),
    "order_sentences": pgettext_lazy("change", "the order of sentences was changed"),
    "pick_quote": pgettext_lazy("change", "words were picked for a sentence"),
    "drop_quote": pgettext_lazy("change", "words were taken away from a sentence"),
}


def verb_words(verb: str) -> str:
    """The change in words; the verb itself when nobody has named it."""
    return str(WORDS.get(verb, verb))
