"""Write to some of the people of a training: form, preview on a real person, send."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms import mail
from cms.mail_preview import seen_as
from network.choices import AccessKind
from network.messages import PLACEHOLDERS, TEMPLATE, message_context, people_of, send_message
from network.organiser.access import for_organisers, note_access
from network.organiser.forms import MessageForm
from network.organiser.screens import back_to_list, screen


@for_organisers
@require_http_methods(["GET", "HEAD", "POST"])
def message(request, event):
    form = MessageForm(request.POST or None)
    values = {"form": form, "placeholders": PLACEHOLDERS}
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        people = people_of(event, chosen["segment"], chosen["organisation"])
        number = people.count()
        if not number:
            form.add_error(None, _("Nobody is in this group. Choose another one."))
        elif "confirmed" in request.POST:
            sent = send_message(event, user=request.user, **chosen)
            words = ngettext("%(number)s mail goes out.", "%(number)s mails go out.", sent.number)
            messages.success(request, words % {"number": sent.number})
            return back_to_list(event)
        else:
            first = people.select_related("event").first()
            values |= {"number": number, "example": first, "letter": letter(chosen, first)}
            note_access(request.user, event, AccessKind.PERSON, 1)
    return screen(request, "message", event, _("Write a message"), 422 if form.errors else 200, **values)


def letter(chosen: dict, person) -> dict:
    """The mail as this person will get it."""
    made = mail.render(TEMPLATE, message_context(chosen["subject"], chosen["text"], person))
    return {**made, "html": seen_as(made["html"], "light")}
