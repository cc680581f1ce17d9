"""/cms/reports/zoekvragen/: what people search for, on the screen and as a spreadsheet. It names nobody."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from cms.spreadsheets import CSV, TYPES, XLSX, as_csv, as_xlsx
from network.admin_access import hidden_unless
from resources.models import SynonymGroup
from resources.search import report
from resources.search.report import PERIODS, RISING, TOP, WITHOUT_HIT

VIEW = "resources.view_searchday"
KINDS = {
    TOP: gettext_lazy("Searched most"),
    RISING: gettext_lazy("Rising"),
    WITHOUT_HIT: gettext_lazy("Without a hit"),
}
USUAL_PERIOD = 30  # days
WIDTHS = (50, 14, 14, 14, 30)


def may_see(user) -> bool:
    return user.has_perm(VIEW)


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


def period_label(days: int) -> str:
    return ngettext("the last %(days)d day", "the last %(days)d days", days) % {"days": days}


@hidden_unless(may_see)
@require_safe
def search_report(request):
    """The lines of ``?soort=`` in ``?periode=`` days; ``?als=csv`` or ``xlsx`` downloads them. Else 404."""
    kind, period = request.GET.get("soort", TOP), request.GET.get("periode", str(USUAL_PERIOD))
    form = request.GET.get("als", "")
    if kind not in KINDS or period not in map(str, PERIODS) or form not in ("", *TYPES):
        raise Http404("No report of that kind, period or form")
    days, today = int(period), timezone.localdate()
    lines = report.lines(kind, until=today, days=days)
    if form:
        return _download(lines, kind, form)
    searches, zero = report.total(until=today, days=days)
    context = {
        "header_title": _("What people search for"),
        "lines": [{"line": line, **_links(request.user, line)} for line in lines],
        "kinds": [(word, label, _address(soort=word, periode=days)) for word, label in KINDS.items()],
        "kind": kind,
        "periods": [(number, period_label(number)) for number in PERIODS],
        "period": days,
        "searches": searches,
        "zero": zero,
        "shown_from": report.SHOWN_FROM,
        "months": report.KEPT_MONTHS,
        "csv_url": _address(soort=kind, periode=days, als=CSV),
        "xlsx_url": _address(soort=kind, periode=days, als=XLSX),
    }
    return render(request, "resources/search_screens/report.html", context)


def _address(**parameters) -> str:
    return "?" + urlencode(parameters)


def _links(user, line: report.Line) -> dict[str, str]:
    """What this user can do about a line; empty for what they may not."""
    add = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))
    return {
        "synonym_url": f"{add}?{urlencode({'woord': line.shown_as})}"
        if user.has_perm("resources.add_synonymgroup")
        else "",
        "promote_url": f"{reverse('wagtailsearchpromotions:add')}?{urlencode({'q': line.shown_as})}"
        if user.has_perm("wagtailsearchpromotions.add_searchpromotion")
        else "",
        "why_url": f"{reverse('search_why')}?{urlencode({'q': line.shown_as})}",
        "search_url": f"{reverse('resources:search')}?{urlencode({'q': line.shown_as})}",
    }


def _download(lines: list[report.Line], kind: str, form: str) -> HttpResponse:
    head = [_("Search words"), _("Searches"), _("Without a hit"), _("Period before"), _("Repaired to")]
    rows = [[one.shown_as, one.searches, one.zero, one.before, one.repaired_to] for one in lines]
    table = [head, *rows]
    title = str(KINDS[kind])
    content = as_csv(table) if form == CSV else as_xlsx(table, title=title, widths=WIDTHS)
    name = _("searches-%(day)s") % {"day": f"{timezone.localdate():%Y-%m-%d}"}
    disposition = f'attachment; filename="{name}.{form}"'
    return HttpResponse(content, content_type=TYPES[form], headers={"Content-Disposition": disposition})
