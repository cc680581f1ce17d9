"""Our own screens for editors inside /cms/: the handbook and the list of pages to be read again."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.dashboard import editable_pages
from cms.handbook import handbook
from cms.overdue import overdue_pages


def handbook_page(request):
    """The editors' handbook. Everybody who may enter /cms/ reads it."""
    return render(request, "cms/handbook.html", {"handbook": handbook(), "header_title": _("Handbook")})


def review_dates(request):
    """Every page whose review date has come and that this user may edit."""
    pages = overdue_pages(timezone.localdate(), pages=editable_pages(request.user))
    return render(request, "cms/review_dates.html", {"pages": pages, "header_title": _("To be read again")})
