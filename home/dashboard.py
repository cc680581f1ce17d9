"""Messages of visitors on the editors' dashboard."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from cms.dashboard import COUNTED, ListPanel, Row, dashboard_panel, day_and_time
from home.models import ContactMessage


@dashboard_panel
class MessagesToAnswer(ListPanel):
    """Messages of the contact form that nobody marked as answered, the oldest first; one query."""

    name = "messages"
    heading = gettext_lazy("Messages to answer")
    order = 30

    def rows(self):
        if not self.user.has_perm("home.change_contactmessage"):
            return []
        edit = ContactMessage.snippet_viewset.get_url_name("edit")
        return [
            Row(
                title=str(message),
                url=reverse(edit, args=[message.pk]),
                detail=f"{message.name}, {day_and_time(message.created_at)}",
            )
            for message in ContactMessage.objects.filter(answered_at=None).order_by("created_at")[
                : COUNTED + 1
            ]
        ]

    def more_url(self):
        return reverse(ContactMessage.snippet_viewset.get_url_name("list"))
