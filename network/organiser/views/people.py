"""One registration: its data and history, and what can be done with it."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from cms.models import OutgoingMail
from network.choices import AccessKind, MailKind
from network.models import Registration
from network.organiser.access import for_organisers, note_access
from network.organiser.row_actions import actions_for
from network.organiser.screens import screen
from network.registration.actors import organiser
from network.registration.errors import RegistrationError

KINDS = dict(MailKind.choices)


def person_or_404(event, key: int) -> Registration:
    people = Registration.objects.filter(event=event).select_related("organisation", "registered_by")
    person = people.filter(pk=key).first()
    if person is None:
        raise Http404
    person.event = event
    return person


@for_organisers
@require_safe
def person(request, event, key):
    found = person_or_404(event, key)
    note_access(request.user, event, AccessKind.PERSON, 1)
    mails = OutgoingMail.objects.filter(reference=found.reference).order_by("created_at", "pk")
    return screen(
        request,
        "person",
        event,
        str(found),
        person=found,
        position=found.position_now(),
        actions=actions_for(found),
        log=found.log.select_related("user"),
        mails=[(mail, KINDS.get(mail.kind, mail.kind)) for mail in mails],
    )


@for_organisers
@require_http_methods(["GET", "HEAD", "POST"])
def act(request, event, key, action):
    found = person_or_404(event, key)
    chosen = next((one for one in actions_for(found) if one.key == action), None)
    if chosen is None and request.method == "POST":
        messages.warning(request, _("This cannot be done any more: the registration has changed."))
        return redirect("organiser_person", event.pk, found.pk)
    if chosen is None:
        raise Http404
    form = chosen.make_form(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            said = chosen.do(found, form, organiser(request.user))
        except RegistrationError as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, said)
            return redirect("organiser_registrations", event.pk)
    note_access(request.user, event, AccessKind.PERSON, 1)
    status = 422 if form.errors else 200
    return screen(request, "action", event, chosen.label, status, person=found, form=form, action=chosen)
