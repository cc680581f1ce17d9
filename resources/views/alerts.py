"""/zoeken/bericht/: a mail when a search finds something new. A GET changes nothing; addresses are alike."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms import limits
from cms.crumbs import crumbs
from cms.public_forms import public_form
from resources import alerts
from resources.forms import AlertForm
from resources.search.counting import looks_personal
from resources.search.results import Search
from resources.views.search_page import chosen, search_parameters

SENT = "gevraagd"  # the parameter of the page that says that a mail is on its way
MAILS_TO_AN_ADDRESS = "3/1d"
LONGEST_PARAMETERS = 1000  # characters
LONGEST_LABEL = 300
SEO = {"noindex": True}


@public_form
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request):
    """The form for the search of the address, and 303 to the answer that is always the same; 422 or 429."""
    if wait := limits.allow(request, "search", settings.LIMIT_SEARCH):
        return limits.too_many_requests(request, wait)
    asked = request.GET.copy()
    asked.pop("pagina", None)
    search = Search(asked, request.visit)
    results = search.run()
    kept = search_parameters(search.query, search.chosen).urlencode()
    if not kept or len(kept) > LONGEST_PARAMETERS:
        return redirect("resources:search")
    label = label_of(results)
    context = {"label": label, "search_url": f"/zoeken/?{kept}", "total": results.total}
    if looks_personal(results.query):
        return _page(request, {**context, "is_personal": True})
    if request.method != "POST":
        return _page(request, {**context, "form": AlertForm(), "is_sent": SENT in request.GET})
    form = AlertForm(request.POST)
    if not form.is_from_a_program and not form.is_valid():
        return _page(request, {**context, "form": form}, status=422)
    if not form.is_from_a_program:
        if wait := limits.allow(request, "alert", settings.LIMIT_CONTACT):
            return limits.too_many_requests(request, wait)
        email = form.cleaned_data["email"].lower()
        if limits.allow(request, "alert-address", MAILS_TO_AN_ADDRESS, key=email) is None:
            alerts.ask(email, parameters=kept, label=label, at=request.visit.at)
    return _see_other(f"{request.path}?{kept}&{SENT}=1")


def label_of(results) -> str:
    """The search in words: what was typed, and what was chosen."""
    typed = [f"“{results.query}”"] if results.query else []
    return ", ".join([*typed, *(label for _name, _value, label in chosen(results))])[:LONGEST_LABEL]


def _page(request, context: dict, status: int = 200):
    title = _("A mail when something new is found")
    context = {
        "crumbs": crumbs(request.visit, request.path, title),
        "title": title,
        "seo": {"noindex": True, "title": title},
        **context,
    }
    response = render(request, "resources/alert_form.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def for_holder(view):
    """Give the view the alert that the link opens, None when there is none; the link goes nowhere else."""

    @public_form
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    def answer(request, token):
        response = view(request, alerts.find(token), token)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


@for_holder
def alert(request, found, token):
    """The link of the mail shows a button that confirms, so a program that opens links confirms nothing."""
    if found is None:
        return render(request, "resources/alert_stopped.html", {"is_unknown": True, "seo": SEO}, status=404)
    if request.method == "POST":
        alerts.confirm(found, at=request.visit.at)
        return _see_other(request.path)
    context = {"alert": found, "token": token, "search_url": f"/zoeken/?{found.parameters}", "seo": SEO}
    return render(request, "resources/alert.html", context)


@for_holder
def stop(request, found, token):
    """GET shows a button, POST deletes, as mail programs do; a second time gives the same answer."""
    if found is not None and request.method != "POST":
        return render(request, "resources/alert_stop.html", {"alert": found, "seo": SEO})
    if found is not None:
        alerts.stop(found)
    return render(request, "resources/alert_stopped.html", {"seo": SEO})


def _see_other(url: str):
    response = redirect(url)
    response.status_code = 303
    return response
