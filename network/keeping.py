"""How long names are kept: RETENTION_MONTHS of the calendar after a training (README, rule 10)."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime

from django.conf import settings
from django.utils import timezone


def kept_until(ends_at: datetime) -> datetime:
    """When the names of a training that ends at the aware datetime ``ends_at`` go."""
    return months_away(ends_at, settings.RETENTION_MONTHS)


def kept_since(at: datetime) -> datetime:
    """The end of the oldest training of which names are still kept at the aware datetime ``at``."""
    return months_away(at, -settings.RETENTION_MONTHS)


def months_away(at: datetime, months: int) -> datetime:
    """The same day and time so many months later or earlier, or the last day of a shorter month."""
    at = timezone.localtime(at)
    years, month = divmod(at.month - 1 + months, 12)
    year, month = at.year + years, month + 1
    return at.replace(year=year, month=month, day=min(at.day, monthrange(year, month)[1]))
