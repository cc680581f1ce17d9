"""What organisations, people and trainings lack, for the editors' dashboard and report."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.dashboard import COUNTED, day_and_time
from cms.missing import CONSENT_DAYS, Found, check, ended_or_until
from network.choices import TrainingForm
from network.models import Organisation, Person, TrainingEvent

SOON_DAYS = 42  # a training is to be complete six weeks before it begins


def edit_url(thing) -> str:
    return reverse(type(thing).snippet_viewset.get_url_name("edit"), args=[thing.pk])


@check(
    "organisations-without-contact",
    gettext_lazy("Organisations without a contact"),
    gettext_lazy("Choose whom visitors can ask. The person must have agreed to be shown."),
    order=50,
)
def organisations_without_contact(user):
    """Taking part and live, without a contact or with one who may not be shown; one query."""
    if not user.has_perm("network.change_organisation"):
        return []
    today = timezone.localdate()
    shown = Person.objects.with_consent(today).filter(pk=OuterRef("contact"))
    rows = Organisation.objects.visible().participating(today).filter(~Exists(shown)).order_by("name")
    return [Found(one.name, edit_url(one), one.place) for one in rows[: COUNTED + 1]]


@check(
    "consent-of-people",
    gettext_lazy("People whose consent has ended or ends soon"),
    gettext_lazy("Ask the person again and enter the new date. Without consent the name is shown nowhere."),
    order=60,
)
def people_with_ending_consent(user):
    if not user.has_perm("network.change_person"):
        return []
    last = timezone.localdate() + timedelta(days=CONSENT_DAYS)
    rows = Person.objects.filter(consent_until__lte=last).order_by("consent_until", "name")
    return [Found(str(one), edit_url(one), ended_or_until(one.consent_until)) for one in rows[: COUNTED + 1]]


@check(
    "trainings-soon-incomplete",
    gettext_lazy("Trainings soon that are not complete"),
    gettext_lazy("Add the trainer, the venue and the programme: people decide by them."),
    order=70,
)
def trainings_soon_incomplete(user):
    """Trainings within six weeks without trainer, venue (when on site) or programme; one query."""
    if not user.has_perm("network.change_trainingevent"):
        return []
    at = timezone.now()
    given = TrainingEvent.trainers.through.objects.filter(trainingevent=OuterRef("pk"))
    rows = (
        TrainingEvent.objects.visible(at)
        .upcoming(at)
        .filter(starts_at__lte=at + timedelta(days=SOON_DAYS), cancelled_at=None)
        .annotate(has_trainer=Exists(given))
        .filter(Q(has_trainer=False) | Q(venue=None, form__in=NEEDS_VENUE) | Q(body="[]"))
    )
    return [
        Found(event.title, edit_url(event), f"{day_and_time(event.starts_at)}: {lacks(event)}")
        for event in rows[: COUNTED + 1]
    ]


NEEDS_VENUE = (TrainingForm.ON_SITE, TrainingForm.HYBRID)


def lacks(event) -> str:
    """In words what is missing; ``event`` has ``has_trainer``."""
    words = [
        (not event.has_trainer, _("no trainer")),
        (event.venue_id is None and event.form in NEEDS_VENUE, _("no venue")),
        (not event.body, _("no programme")),
    ]
    return ", ".join(word for is_lacking, word in words if is_lacking)
