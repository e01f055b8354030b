"""What shows that something was done: a link, a file, or a public record of Aukio."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from aukio.apps.plan.models.plan import Measure
from aukio.shared.files.models import StoredFile


class Evidence(models.Model):
    """Exactly one of an address, a file or a record. Checked by somebody else than its giver."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(_("title"), max_length=300)
    language = models.CharField(max_length=3)
    address = models.URLField(_("address"), max_length=1000, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    record_kind = models.CharField(max_length=60, blank=True)
    record_id = models.CharField(max_length=64, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added = models.DateTimeField(auto_now_add=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    checked = models.DateTimeField(null=True, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("evidence")
        constraints = [
            models.CheckConstraint(
                condition=(~Q(address="") & Q(file=None) & Q(record_kind=""))
                | (Q(address="") & Q(file__isnull=False) & Q(record_kind=""))
                | (Q(address="") & Q(file=None) & ~Q(record_kind="") & ~Q(record_id="")),
                name="evidence_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None, checked=None)
                | Q(checked_by__isnull=False, checked__isnull=False),
                name="evidence_checked_by_and_when",
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None) | Q(added_by=None) | ~Q(checked_by=F("added_by")),
                name="evidence_checked_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_checked(self) -> bool:
        return self.checked is not None
