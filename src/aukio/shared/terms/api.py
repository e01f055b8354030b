"""Coded vocabularies for machines."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, page
from aukio.shared.terms import queries
from aukio.shared.terms.models import LANGUAGES, Vocabulary
from aukio.shared.terms.queries import Word

router = Router(tags=["terms"])
api_prefix = "terms"


class Labels(Schema):
    """Words in the three languages."""

    fi: str
    sv: str
    en: str


class VocabularyOut(Schema):
    code: str
    label: Labels

    @staticmethod
    def resolve_label(one: Vocabulary) -> dict[str, str]:
        return {language: one.label(language) for language in LANGUAGES}


class TermOut(Schema):
    """A retired term is kept for old records but offered no more."""

    code: str
    label: Labels
    note: str
    retired: bool

    @staticmethod
    def resolve_label(one: Word) -> dict[str, str]:
        return {language: one.label(language) for language in LANGUAGES}


@router.get("", response=Page[VocabularyOut], summary="List vocabularies")
@public
def vocabularies(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Every vocabulary by code."""
    return page(request, queries.vocabularies(), paging, order=("code",))


@router.get("/{vocabulary}", response=list[TermOut], summary="Show a vocabulary")
@public
def terms(request: HttpRequest, vocabulary: str) -> list[Word]:
    """The terms of a vocabulary in their order."""
    found = queries.words(vocabulary)
    if not found:
        raise Http404
    return found
