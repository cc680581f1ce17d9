"""The sign-up for a guide in the making. A GET changes nothing; a known address gets the same answers."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms import limits
from cms.public_forms import public_form
from cms.visit import page_path
from resources import releases
from resources.forms import ReleaseForm
from resources.models import GuidePage, ReleaseSubscription

MAILS_TO_AN_ADDRESS = "3/1d"
SEO = {"noindex": True}


def find_guide(request, slug: str) -> GuidePage:
    """The public guide of this site with ``slug``. Raises Http404."""
    site = request.visit.site
    root = site.root_page.url_path if site else "/"
    guide = (
        GuidePage.objects.visible(request.visit.at)
        .filter(slug=slug, url_path__startswith=root)
        .defer_streamfields()
        .first()
    )
    if guide is None:
        raise Http404("No such guide")
    return guide


def guide_in_the_making(request, slug: str) -> GuidePage:
    guide = find_guide(request, slug)
    if not guide.is_in_the_making:
        raise Http404("This guide is there already")
    return guide


@public_form
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request, slug):
    guide = guide_in_the_making(request, slug)
    if request.method != "POST":
        return _form_page(request, guide, ReleaseForm())
    form = ReleaseForm(request.POST)
    if form.is_from_a_program:
        return _see_other("resources:release_asked", slug=slug)  # like everybody; nothing is stored
    if not form.is_valid():
        return _form_page(request, guide, form, status=422)
    if wait := limits.allow(request, "release", settings.LIMIT_CONTACT):
        return limits.too_many_requests(request, wait)
    email = form.cleaned_data["email"]
    if limits.allow(request, "release-address", MAILS_TO_AN_ADDRESS, key=email.lower()) is None:
        releases.subscribe(guide, email)
    return _see_other("resources:release_asked", slug=slug)


@never_cache
@require_safe
def asked(request, slug):
    guide = guide_in_the_making(request, slug)
    return render(request, "resources/release_asked.html", {**_about(guide), "seo": SEO})


@public_form
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    """The link of the mail shows a button that confirms, so a program that opens links confirms nothing."""
    subscription = ReleaseSubscription.objects.select_related("page").filter(token=token).first()
    if subscription is None:
        return render(request, "resources/release_stopped.html", {"is_unknown": True, "seo": SEO}, status=404)
    if request.method == "POST":
        releases.confirm(subscription)
        return _see_other("resources:release", token=token)
    context = {**_about(subscription.page), "subscription": subscription, "seo": SEO}
    return render(request, "resources/release_confirm.html", context)


@public_form
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token):
    """The link that ends a request: GET shows a button, POST deletes; mail programs may send that POST."""
    if request.method == "POST":
        releases.withdraw(token)
        return render(request, "resources/release_stopped.html", {"seo": SEO})
    subscription = ReleaseSubscription.objects.select_related("page").filter(token=token).first()
    if subscription is None:
        return render(request, "resources/release_stopped.html", {"seo": SEO})
    return render(request, "resources/release_stop.html", {**_about(subscription.page), "seo": SEO})


def _about(guide: GuidePage) -> dict:
    return {"guide": guide, "guide_url": page_path(guide.url_path)}


def _form_page(request, guide, form, status=200):
    return render(
        request, "resources/release_form.html", {**_about(guide), "form": form, "seo": SEO}, status=status
    )


def _see_other(name, **arguments):
    response = redirect(name, **arguments)
    response.status_code = 303
    return response
