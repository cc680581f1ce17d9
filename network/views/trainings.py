from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.faceted_list import readable
from cms.page_context import own_context, page_context
from cms.seo import for_snippet
from network import training_page
from network.interest_listing import idea_cards
from network.listings import PAST, WHEN, list_trainings, wants_past
from network.models import TrainingEvent, TrainingIndexPage
from network.month_listing import MONTH, VIEW, wants_month
from network.views.months import month_context, view_links


@page_context(TrainingIndexPage)
def training_index(page, request):
    as_month = wants_month(request.GET)
    found = month_context(request) if as_month else list_context(request)
    return {
        **found,
        "views": view_links(request.GET, as_month=as_month),
        "calendar_url": calendar_url(found["listing"], as_month=as_month),
    }


def list_context(request) -> dict:
    """The trainings to come or past under each other, in pages."""
    at = request.visit.at
    listing = list_trainings(request.GET, at)
    past = wants_past(request.GET)
    shows_ideas = not past and not listing.chips
    when = request.GET.get(WHEN, "")
    unknown = listing.unknown + ([readable(when)] if when and not past else [])
    words = ngettext("%(total)s training", "%(total)s trainings", listing.total)
    return {
        "listing": listing,
        "cards": listing.cards(at),
        "past": past,
        "unknown": unknown,
        "total_label": words % {"total": listing.total},
        "moments": [
            {"label": _("To come"), "url": request.path, "selected": not past},
            {"label": _("Past"), "url": f"{request.path}?{WHEN}={PAST}", "selected": past},
        ],
        "empty": nothing_found(request.path, listing, past=past),
        "ideas": idea_cards() if shows_ideas else [],
    }


def nothing_found(path: str, listing, *, past: bool) -> dict:
    """What the listing says, and where it leads, when no training fits."""
    links = []
    if listing.chips:
        links.append({"label": _("Remove all filters"), "url": listing.reset_url})
    if past:
        links.append({"label": _("See the trainings to come"), "url": path})
    else:
        links.append({"label": _("Look at trainings of the past"), "url": f"{path}?{WHEN}={PAST}"})
    title = _("No training fits this choice") if listing.chips else _("No trainings here at the moment")
    return {"title": title, "text": _("Take away a filter, or look at another period."), "links": links}


def calendar_url(listing, *, as_month: bool = False) -> str:
    """The calendar feed of what the visitor chose; a month that is only looked at is no choice."""
    left_out = {VIEW, MONTH} if as_month else {VIEW}
    query = urlencode([(name, value) for name, value in listing.hidden if name not in left_out])
    return reverse("network:trainings_calendar") + (f"?{query}" if query else "")


def training_detail(request, slug):
    public = TrainingEvent.objects.visible(request.visit.at).with_seats_taken()
    event = get_object_or_404(public.select_related("region", "venue", "host"), slug=slug)
    return render(request, "network/training.html", own_context(event, request))


@page_context(TrainingEvent)
def training_context(event, request):
    mode = request.preview_mode if getattr(request, "is_preview", False) else ""
    context = {
        **training_page.contents(event, request.visit, stored=not getattr(request, "is_preview", False)),
        **training_page.registration(event, request.visit.at, mode=mode or ""),
    }
    context["calendar_url"] = reverse("network:training_calendar", args=[event.slug])
    is_open = context["availability"].is_open
    context["register_url"] = reverse("network:register", args=[event.slug]) if is_open else ""
    context["seo"] = for_snippet(
        event,
        request,
        context,
        title=event.title,
        description=event.summary,
        pictures=[context["picture"]],
    )
    return context
