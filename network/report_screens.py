"""/cms/rapport/jaar/: the yearly report on the screen, as PDF and as spreadsheet."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from network import yearly_report
from network.admin_access import hidden_unless
from network.participation import participation, years

RIGHTS = ("network.change_resultfigure", "network.manage_registrations")
PDF, XLSX = "pdf", "xlsx"
TYPES = {
    PDF: "application/pdf",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def may_see(user) -> bool:
    """Who keeps the figures or works with registrations; the report names nobody."""
    return any(map(user.has_perm, RIGHTS))


class YearlyReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hidden_unless(may_see)
@require_safe
def yearly(request):
    """The report of ``?jaar=`` (default: this year); ``?als=pdf`` or ``xlsx`` downloads it. Else 404."""
    at = timezone.now()
    there = years(at)
    wanted, form = request.GET.get("jaar", str(there[0])), request.GET.get("als", "")
    if wanted not in map(str, there) or form not in ("", *TYPES):
        raise Http404("No report of that year or in that form")
    found = participation(at, int(wanted))
    if form:
        return _download(request, found, form)
    context = {**yearly_report.context(found), "years": there, "header_title": _("Yearly report")}
    return render(request, "network/yearly_report.html", context)


def _download(request, found, form: str):
    try:
        content = yearly_report.as_pdf(found) if form == PDF else yearly_report.as_xlsx(found)
    except (ImportError, OSError):
        messages.error(request, _("This server cannot make a PDF. Take the spreadsheet instead."))
        return HttpResponse(
            status=302, headers={"Location": f"{reverse('network_yearly')}?jaar={found.year}"}
        )
    name = _("yearly-report-%(year)s") % {"year": found.year}
    disposition = f'attachment; filename="{name}.{form}"'
    return HttpResponse(content, content_type=TYPES[form], headers={"Content-Disposition": disposition})
