"""The list of registrations of a training, and the list as a file."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

from cms.spreadsheets import TYPES
from network.choices import AccessKind
from network.models import Registration, RegistrationLogEntry, TrainingMessage
from network.organiser import listing
from network.organiser.access import for_organisers, note_access
from network.organiser.forms import FilterForm
from network.organiser.overview import overview
from network.organiser.row_actions import actions_for
from network.organiser.screens import screen
from network.organiser.timeline import timeline
from network.registration.exporting import export_registrations


@for_organisers
@require_safe
def registrations(request, event):
    at = timezone.now()
    form = FilterForm(request.GET or None, event=event)
    form.is_valid()
    chosen = getattr(form, "cleaned_data", {})
    sort = request.GET.get("sorteer", "")
    people = listing.in_order(listing.find(event, chosen), sort)
    page = listing.page_of(people, request.GET.get("p"))
    rows = [(person, row_menu(person)) for person in page]
    note_access(request.user, event, AccessKind.LIST, len(rows))
    query = {name: value for name, value in request.GET.items() if name not in ("p", "sorteer") and value}
    return screen(
        request,
        "registrations",
        event,
        _("Registrations"),
        form=form,
        rows=rows,
        items=page,
        elided_page_range=page.paginator.get_elided_page_range(page.number),
        headings=listing.headings(query, sort),
        is_filtered=bool(query),
        shows_needs=bool(chosen.get("behoeften")),
        has_needs=event.asks_access_needs or event.asks_dietary_needs,
        overview=overview(event, at),
        moments=timeline(event, at),
        messages_sent=TrainingMessage.objects.filter(event=event).select_related("user", "organisation")[:20],
        log=RegistrationLogEntry.objects.filter(event=event, registration=None).select_related("user"),
        may_change=not event.cancelled_at,
    )


def row_menu(person: Registration) -> ButtonWithDropdown | None:
    """What can be done with the registration, behind one button."""
    buttons = [
        Button(
            action.label,
            url=reverse("organiser_action", args=[person.event_id, person.pk, action.key]),
            icon_name=action.icon,
            priority=number,
        )
        for number, action in enumerate(actions_for(person))
    ]
    if not buttons:
        return None
    return ButtonWithDropdown(
        buttons=buttons,
        icon_name="dots-horizontal",
        attrs={"aria-label": _("What you can do for %(person)s") % {"person": person}},
    )


@for_organisers
@require_safe
def export(request, event, format):
    if format not in TYPES:
        raise Http404
    content = export_registrations(event, format)
    note_access(request.user, event, AccessKind.EXPORT, Registration.objects.filter(event=event).count())
    name = f"aanmeldingen-{event.slug}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=TYPES[format], headers=headers)
