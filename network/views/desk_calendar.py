from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from network import organisation_feed
from network.desk_access import coordinator_required
from network.models import OrganisationFeed
from network.organiser.access import note_calendar


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_address(request):
    """POST ``action`` = ``renew`` shows a new address once, ``end`` ends the one that there is (303)."""
    address = ""
    if request.POST.get("action") == "renew":
        address = organisation_feed.renew(request.organisation, at=request.visit.at)
    elif request.POST.get("action") == "end":
        organisation_feed.end(request.organisation)
        return HttpResponseRedirect(reverse("network:desk_calendar"), status=303)
    feed = OrganisationFeed.objects.filter(organisation=request.organisation).first()
    context = {"organisation": request.organisation, "feed": feed, "address": address}
    response = render(request, "network/desk/calendar.html", context)
    response.headers["Referrer-Policy"] = "no-referrer" if address else "same-origin"
    return response


@require_safe
def people_calendar(request, token):
    """The feed, for who has its secret address; 404 for every other, and nobody keeps it."""
    organisation = organisation_feed.find(token)
    if organisation is None:
        raise Http404("no such feed")
    content, people = organisation_feed.people_calendar(organisation, request.visit.at)
    note_calendar(organisation, people, request.visit.at)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
