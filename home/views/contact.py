from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.limits import allow
from cms.page_context import page_context, page_view
from home.contact import receive
from home.forms import ContactForm
from home.models import ContactPage
from resources.search.query import clean

SENT = "verzonden"  # the parameter of the page that says thank you
SEARCHED = "gezocht"  # the parameter with which a search without a hit leads here
LONGEST_SUBJECT = 100  # characters of it


@page_context(ContactPage)
def contact_page(page, request):
    form = ContactForm.fresh(_subject(request))
    return {"form": form, "is_sent": SENT in request.GET, "address": _address(request)}


def _subject(request) -> str:
    """What somebody searched for in vain, as the subject of the message; empty for who came another way."""
    asked = clean(request.GET.get(SEARCHED, ""))
    return _("I did not find: %(query)s") % {"query": asked[:LONGEST_SUBJECT]} if asked else ""


def _address(request) -> str:
    site = request.visit.site
    return getattr(getattr(site, "sitesettings", None), "contact_address", "")


@page_view(ContactPage)
def send_message(page, request) -> HttpResponse | None:
    """A sent form: 303 to the thanks, 422 when something is not right, 429 after many in a short time.

    A program that fills the invisible field gets the same thanks, and nothing is stored.
    """
    if request.method != "POST":
        return None
    form = ContactForm(request.POST)
    if form.is_from_a_program:
        return _thanks(request)
    if not form.is_valid():
        return _form(page, request, form.again(), status=422)
    if wait := allow(request, "contact", settings.LIMIT_CONTACT):
        form.add_error(
            None, _("We got many messages from your network. Please try again in a quarter of an hour.")
        )
        response = _form(page, request, form, status=429)
        response.headers["Retry-After"] = str(wait)
        return response
    receive(
        **{name: form.cleaned_data[name] for name in ("name", "email", "subject", "message", "submission_id")}
    )
    return _thanks(request)


def _thanks(request) -> HttpResponse:
    response = redirect(f"{request.path}?{SENT}=1")
    response.status_code = 303
    return response


def _form(page, request, form: ContactForm, *, status: int) -> HttpResponse:
    request.is_preview = False
    context = {**page.get_context(request), "form": form, "is_sent": False}
    return TemplateResponse(request, page.get_template(request), context, status=status)
