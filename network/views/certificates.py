"""Certificates of attendance: anybody may verify one by its code, and its holder takes it home."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import limits
from cms.crumbs import crumbs
from network.attendance.certificate_paper import certificate_facts, certificate_paper
from network.attendance.certifying import find_certificate, initials, tidy_code
from network.forms import CertificateCodeForm
from network.models import CertificateOfAttendance
from network.views.attending import not_kept
from network.views.own_registration import for_holder


@not_kept
@require_safe
def certificate_form(request):
    """Ask for the code; the browser goes on to the address of the certificate."""
    form = CertificateCodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return HttpResponseRedirect(f"{request.path}{form.cleaned_data['code'] or '-'}/", status=303)
    title = _("Verify a certificate")
    context = {"form": form, "title": title, "crumbs": crumbs(request.visit, request.path, title)}
    return render(request, "network/certificate_form.html", context, status=422 if form.errors else 200)


@not_kept
@require_safe
def certificate(request, code):
    """What the certificate says, with the name as initials only; 404 with help for any other code."""
    if wait := limits.allow(request, "certificate", settings.LIMIT_SEARCH):
        return limits.too_many_requests(request, wait)
    found = find_certificate(tidy_code(code))
    title = _("Verify a certificate")
    context = {"title": title, "crumbs": crumbs(request.visit, request.path, title)}
    if found is None:
        form = CertificateCodeForm(initial={"code": code[:60]})
        return render(request, "network/certificate_unknown.html", {**context, "form": form}, status=404)
    context |= certificate_facts(found)
    context["initials"] = initials(found.registration.name)
    return render(request, "network/certificate.html", {**context, "heading": title})


@for_holder
def own_certificate(request, registration, token):
    """The certificate on paper, for who has the link of the mail."""
    if wait := limits.allow(request, "certificate", settings.LIMIT_SEARCH):
        return limits.too_many_requests(request, wait)
    found = CertificateOfAttendance.objects.filter(registration=registration).first()
    if found is None:
        return render(request, "network/registration_unknown.html", status=404)
    found.registration = registration
    return paper_answer(certificate_paper(found), f"bewijs-van-deelname-{registration.event.slug}.pdf")


def paper_answer(paper, name: str) -> HttpResponse:
    """A PDF to open or keep under ``name``; where none can be made the page to print."""
    response = HttpResponse(paper.content, content_type=paper.content_type)
    if paper.is_pdf:
        response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
