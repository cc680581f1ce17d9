"""Our own screens for editors inside /cms/: the handbook, what is missing, and how the texts read."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _

from cms import missing
from cms.dashboard import in_number
from cms.handbook import handbook
from cms.text_report import look_at, texts_of

TEXTS_A_PAGE = 20


def handbook_page(request):
    """The editors' handbook. Everybody who may enter /cms/ reads it."""
    return render(request, "cms/handbook.html", {"handbook": handbook(), "header_title": _("Handbook")})


def missing_report(request):
    """Everything that is missing and that this user can mend, one part for each check."""
    parts = []
    for check in missing.checks():
        found = check.find(request.user)
        parts.append({"check": check, "found": found, "count": in_number(len(found))})
    return render(request, "cms/missing.html", {"parts": parts, "header_title": _("To look at")})


def texts_report(request):
    """How the live texts read that this user may edit, newest first, a page of ``TEXTS_A_PAGE`` at a time."""
    pages = Paginator(texts_of(request.user), TEXTS_A_PAGE).get_page(request.GET.get("p"))
    texts = look_at(pages.object_list)
    well = [text.page for text in texts if not text.rules]
    values = {"pages": pages, "texts": texts, "well": well, "header_title": _("Reading well")}
    return render(request, "cms/texts.html", values)
