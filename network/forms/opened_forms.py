"""Forms for visitors without login: when they were opened, and the field that only programs fill in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from network.models import Submission
from network.registration.submission_ids import LONGEST, SHORTEST, new_submission_id, opened_at

TRAP = "website"  # the name of the invisible field


class OpenedForm(forms.Form):
    """A form that was opened at a moment we know.

    A program that fills in the trap is told what a too quick person is told: it learns nothing, and somebody
    whose browser filled in the field sends the form once more and is in. The trap is empty then.
    """

    quick = _("That was very quick. Please read everything once more and send it again.")
    stale = _("This form was open for a long time. What you typed is still here: please send it again.")

    def __init__(self, *args, at: datetime, **kwargs):
        super().__init__(*args, **kwargs)
        self.at = at

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.data.get(TRAP))

    @cached_property
    def sent_id(self) -> UUID | None:
        """The number of the form that was sent; None when it is no UUID."""
        try:
            return UUID(self.data.get("submission_id", "")[:40])
        except ValueError:
            return None

    @cached_property
    def is_stored(self) -> bool:
        """Whether this form was taken before: then it gets its answer, beyond the limits too (rule 4)."""
        return self.sent_id is not None and Submission.objects.filter(pk=self.sent_id).exists()

    @cached_property
    def submission_id(self) -> UUID:
        """The number to show: the one that was sent as long as it holds, else a new one."""
        return new_submission_id(self.at) if self._is_stale else self.sent_id

    @cached_property
    def _seconds(self) -> float | None:
        opened = opened_at(self.sent_id) if self.sent_id else None
        return (self.at - opened).total_seconds() if opened else None

    @property
    def _is_stale(self) -> bool:
        return self._seconds is None or self._seconds > LONGEST.total_seconds()

    def renew(self) -> None:
        """Give the form that is shown again a number of its own."""
        self.submission_id = new_submission_id(self.at)

    def check_time(self) -> bool:
        """Whether a person can have sent this; notes as an error when not. Call it on a valid form."""
        if self._is_stale:
            self.add_error(None, self.stale)
        elif self._seconds < SHORTEST.total_seconds():
            self.add_error(None, self.quick)
        return self.is_valid()
