"""/cms/mails/: every mail of the site as mail programs show it, for editors and developers."""

from __future__ import annotations

import re

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import mail
from cms.mail_samples import MailSample, samples

DARK_QUERY = "@media (prefers-color-scheme: dark)"
LOOKS = {
    "light": gettext_lazy("Light"),
    "dark": gettext_lazy("Dark"),
    "old": gettext_lazy("Old mail program"),
}
# A mail that is looked at loads nothing, as in a mail program that shows no images.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


def seen_as(html: str, look: str) -> str:
    """``html`` as a program shows it: always ``light``, always ``dark``, or ``old``: no style element."""
    if look == "old":
        return re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return html.replace(DARK_QUERY, "@media all" if look == "dark" else "@media not all")


def sample_or_404(key: str) -> MailSample:
    for sample in samples():
        if sample.key == key:
            return sample
    raise Http404


def mails(request):
    return render(request, "cms/mails.html", {"samples": samples(), "header_title": _("Mails of the site")})


def one_mail(request, key):
    sample = sample_or_404(key)
    looks = [{"name": name, "label": label} for name, label in LOOKS.items()]
    values = {"sample": sample, "mail": mail.render(sample.name, sample.context), "looks": looks}
    return render(request, "cms/mail.html", values)


def mail_look(request, key, look):
    """The HTML itself, for the frame of `one_mail`."""
    if look not in LOOKS:
        raise Http404
    sample = sample_or_404(key)
    html = seen_as(mail.render(sample.name, sample.context)["html"], look)
    return HttpResponse(html, headers={"Content-Security-Policy": POLICY})
