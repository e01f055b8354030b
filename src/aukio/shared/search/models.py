"""The search index: one row for each public object and language it can be read in.

The row is derived: ``search.actions.rebuild()`` makes all of them anew. On SQLite an FTS5
table follows ``terms`` by triggers, on PostgreSQL a GIN index does (migration 0002). A later
migration that makes SQLite remake this table must put the triggers back.
"""

from __future__ import annotations

from django.db import models


class SearchEntry(models.Model):
    kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=64)
    language = models.CharField(max_length=3)
    title = models.CharField(max_length=300)
    summary = models.CharField(max_length=400, blank=True)
    url = models.CharField(max_length=500)
    # Terms are separated by one space; those of title and summary also have one at each end.
    title_terms = models.TextField(blank=True)
    summary_terms = models.TextField(blank=True)
    terms = models.TextField(blank=True)
    # For ordering that is the same in every database.
    date = models.DateField(null=True, blank=True)
    size = models.PositiveIntegerField(default=0)
    tie = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["kind", "object_id", "language"]
        verbose_name_plural = "search entries"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "language"], name="search_entry_once"
            )
        ]
        # Evidence names a public page by its address.
        indexes = [models.Index(fields=["url"], name="search_entry_url")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} ({self.language})"
