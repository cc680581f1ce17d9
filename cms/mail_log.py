"""/cms/reports/mails/: what became of every mail of the outbox. What is in a mail is never shown."""

from __future__ import annotations

from datetime import timedelta

import django_filters
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from cms.choices import MailState
from cms.dashboard import ListPanel, Row, dashboard_panel
from cms.models import OutgoingMail
from cms.outbox import try_again

VIEW, CHANGE = "cms.view_outgoingmail", "cms.change_outgoingmail"
LATE = timedelta(minutes=15)  # then the sender or the mail server stands still


def kinds() -> list[tuple[str, str]]:
    """What can be chosen; a kind is the word of X-ZIN-Kind."""
    found = OutgoingMail.objects.order_by("kind").values_list("kind", flat=True).distinct()
    return [(kind, kind) for kind in found]


class MailFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=gettext_lazy("state"), choices=MailState.choices)
    kind = django_filters.ChoiceFilter(label=gettext_lazy("kind"), choices=kinds)

    class Meta:
        model = OutgoingMail
        fields = ["state", "kind"]


class TryAgainColumn(Column):
    """A button for who may, on a mail that is dead."""

    cell_template_name = "cms/mail_log_button.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        may = instance.state == MailState.DEAD and request.user.has_perm(CHANGE)
        values = super().get_cell_context_data(instance, parent_context)
        return {**values, "may": may, "csrf_token": get_token(request)}


class MailLog(ReportView):
    model = OutgoingMail
    permission_policy = ModelPermissionPolicy(OutgoingMail)
    permission_required = "view"
    page_title = gettext_lazy("Sent messages")
    header_icon = "mail"
    template_name = "cms/mail_log.html"
    index_url_name = "cms_mail_log"
    index_results_url_name = "cms_mail_log_results"
    filterset_class = MailFilterSet
    default_ordering = "-created_at"
    columns = [
        DateColumn("created_at", label=gettext_lazy("written"), sort_key="created_at"),
        Column("recipient", label=gettext_lazy("recipient")),
        Column("kind", label=gettext_lazy("kind")),
        Column("reference", label=gettext_lazy("reference")),
        Column("state", label=gettext_lazy("state"), accessor="get_state_display"),
        DateColumn("sent_at", label=gettext_lazy("sent")),
        Column("tries", label=gettext_lazy("tries")),
        Column("last_error", label=gettext_lazy("last error")),
        TryAgainColumn("try_again", label=""),
    ]

    def get_context_data(self, *args, **kwargs):
        may = self.request.user.has_perm(CHANGE)
        dead = OutgoingMail.objects.filter(state=MailState.DEAD).count() if may else 0
        return {**super().get_context_data(*args, **kwargs), "dead": dead}


@require_POST
def retry(request):
    """Queue the dead mail ``mail`` (its key) once more, or every dead one when none is named."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    chosen = OutgoingMail.objects.all()
    if key := request.POST.get("mail", ""):
        chosen = chosen.filter(pk=int(key)) if key.isdecimal() else chosen.none()
    number = try_again(chosen)
    messages.success(
        request,
        ngettext("%(number)s mail is tried again.", "%(number)s mails are tried again.", number)
        % {"number": number},
    )
    return redirect("cms_mail_log")


class MailLogMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(VIEW)


@dashboard_panel
class MailTrouble(ListPanel):
    """Mails that died or failed, and mails that nobody sends; each with the list of them."""

    name = "mails"
    heading = gettext_lazy("Mails that do not arrive")
    order = 5
    is_counted = False

    def rows(self):
        if not self.user.has_perm(VIEW):
            return []
        at = timezone.now()
        number = OutgoingMail.objects.in_numbers()
        late = OutgoingMail.objects.due(at - LATE).filter(state=MailState.QUEUED).count()
        lines = [
            (MailState.DEAD, _("Given up after 48 hours"), number[MailState.DEAD], "full"),
            (MailState.FAILED, _("Failed, and tried again by itself"), number[MailState.FAILED], "few"),
            (MailState.QUEUED, _("Waiting for more than a quarter of an hour"), late, "full"),
        ]
        log = reverse("cms_mail_log")
        return [
            Row(title=title, url=f"{log}?state={state.value}", mark=str(count), tone=tone)
            for state, title, count, tone in lines
            if count
        ]
