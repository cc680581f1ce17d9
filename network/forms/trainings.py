"""Forms of the editors' screens: what a training needs before visitors may see it."""

from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from network.choices import TrainingForm
from network.models import Registration, ToldFacts, TrainingEvent
from network.registration.changes import venue_in_words

REASON_ASKED = _(
    "People are registered, and the date, place, form or link changed. Write what changed, and why: "
    "everybody gets a mail with these words."
)


class TrainingEventForm(WagtailAdminModelForm):
    """A draft may be thin; whoever comes on site must know where before it is published or scheduled."""

    def clean(self):
        data = super().clean()
        if self.is_deferred_validation:
            return data
        if data.get("form") and data["form"] != TrainingForm.ONLINE and not data.get("venue"):
            self.add_error("venue", _("Choose where the training is held."))
        if "change_reason" in data and self.is_new_to_people(data) and not self.has_new_reason(data):
            self.add_error("change_reason", REASON_ASKED)
        return data

    def is_new_to_people(self, data: dict) -> bool:
        """Whether somebody is registered who was told another moment, place, form or link (rule 8)."""
        told = ToldFacts.objects.filter(event=self.instance.pk).first() if self.instance.pk else None
        if told is None or not {"starts_at", "ends_at", "form"} <= set(data):
            return False
        if data.get("cancelled_at") or data["starts_at"] <= timezone.now():
            return False  # called off has a reason of its own, and of what has begun nobody is told
        venue = venue_in_words(data.get("venue"))
        facts = {"venue": venue, "form": data["form"], "online_link": data.get("online_link", "")}
        is_other = any(told.facts.get(name) != value for name, value in facts.items())
        is_other = is_other or self.sessions(data) != sorted(map(to_minutes, told.facts["sessions"]))
        return is_other and Registration.objects.active().filter(event=self.instance).exists()

    def sessions(self, data: dict) -> list:
        """The moments of every session as they stand in the form, to the minute."""
        further = [form.cleaned_data for form in self.formsets["further_sessions"].forms if form.is_valid()]
        kept = [one for one in further if one and not one.get("DELETE")]
        return sorted(to_minutes([one["starts_at"], one["ends_at"]]) for one in [data, *kept])

    def has_new_reason(self, data: dict) -> bool:
        """Whether the reason is another one than people read with the last change."""
        before = TrainingEvent.objects.filter(pk=self.instance.pk).values_list("change_reason", flat=True)
        return data["change_reason"] not in ("", *before)


def to_minutes(moments: list) -> list[datetime]:
    """Aware datetimes, or what `isoformat` made of them, in UTC and to the minute, as the fields are."""
    aware = (datetime.fromisoformat(one) if isinstance(one, str) else one for one in moments)
    return [one.astimezone(UTC).replace(second=0, microsecond=0) for one in aware]
