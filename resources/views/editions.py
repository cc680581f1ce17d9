"""Versions of a guide that were replaced: reachable, and marked as old."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from cms.crumbs import crumbs
from cms.models import SiteDocument
from cms.visit import page_path
from resources.models import EarlierEdition
from resources.views.releases import find_guide


def edition_detail(request, slug, pk):
    """/handreikingen/<slug>/versies/<pk>/ of a guide that is public."""
    guide = find_guide(request, slug)
    edition = EarlierEdition.objects.filter(page=guide, pk=pk).first()
    if edition is None:
        raise Http404("No such version")
    title = _("%(title)s, version %(edition)s") % {"title": guide.title, "edition": edition.edition}
    context = {
        "guide": guide,
        "guide_url": page_path(guide.url_path),
        "edition": edition,
        "title": title,
        "document": request.visit.references.want(SiteDocument, edition.document_id),
        "crumbs": crumbs(
            request.visit, request.path, _("Version %(edition)s") % {"edition": edition.edition}
        ),
        "seo": {"noindex": True},
    }
    return render(request, "resources/edition.html", context)
