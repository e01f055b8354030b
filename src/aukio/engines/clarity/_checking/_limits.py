"""How much is too much, by profile and language.

Finnish packs into endings what Swedish and English say in small words, so its limits in words
are lower. Easy language: one matter a sentence. Official and web: where guidance for officials
and readability studies put "long"; set so that good official letters stay quiet.
"""

from __future__ import annotations

from aukio.engines.clarity._checking._catalogue import Profile

SENTENCE = {
    Profile.EASY: {"fi": 12, "sv": 15, "en": 15},
    Profile.OFFICIAL: {"fi": 22, "sv": 27, "en": 28},
    Profile.WEB: {"fi": 20, "sv": 24, "en": 25},
}
SUBCLAUSES = {Profile.EASY: 2, Profile.OFFICIAL: 3, Profile.WEB: 3}
PARAGRAPH = {Profile.EASY: 50, Profile.OFFICIAL: 120, Profile.WEB: 80}
BEFORE_VERB = {Profile.EASY: 8, Profile.OFFICIAL: 12, Profile.WEB: 12}
LISTED = {Profile.EASY: 4, Profile.OFFICIAL: 6, Profile.WEB: 5}
HEADING = {Profile.EASY: 8, Profile.OFFICIAL: 12, Profile.WEB: 10}
WITHOUT_HEADINGS = {Profile.EASY: 250, Profile.OFFICIAL: 400, Profile.WEB: 250}
SUMMARY = 250
RARE = {"fi": 2.2, "sv": 2.6, "en": 3.7}
"""Zipf frequency (wordfreq) below which a base form counts as rare."""
