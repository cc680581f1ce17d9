"""/cms/reports/zoekvragen/waarom/: how a search is read, and why each hit stands where it stands."""

from __future__ import annotations

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.admin_access import hidden_unless
from resources.search import reasons
from resources.search.query import clean
from resources.search_screens.report import may_see


@hidden_unless(may_see)
@require_safe
def why(request):
    """The plan of ``?q=`` and the score of each hit of its first page. Not counted as a search."""
    query = clean(request.GET.get("q", ""))
    found = reasons.reasons(query, timezone.now()) if query else None
    context = {"header_title": _("Why a hit stands there"), "query": query, "found": found}
    return render(request, "resources/search_screens/why.html", context)
