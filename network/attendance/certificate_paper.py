"""A certificate of attendance on paper, and what it says of the training."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.utils.formats import number_format

from cms.doorways import CORAL, OCHRE, TEAL, Door, opening, overlapping, plant
from cms.models import SiteSettings
from network.attendance.paper import Printed, printed, qr_svg
from network.attendance.sessions import sessions_of
from network.letter_facts import period
from network.models import CertificateOfAttendance

WIDTH, HEIGHT, FLOOR = 297, 210, 172  # millimetres of A4 on its side, and where the doors stand


def certificate_paper(certificate: CertificateOfAttendance) -> Printed:
    """The certificate as its holder gets it, with a code and address to verify it."""
    address = settings.BASE_URL + certificate.get_absolute_url()
    context = {
        **certificate_facts(certificate),
        "name": certificate.registration.name,
        "address": address.partition("://")[2],
        "issued_at": certificate.issued_at,
        "network": SiteSettings.objects.filter(site__is_default_site=True).first() or SiteSettings(),
    }
    return printed("certificate", context, {"doors": doors_svg(), "qr": qr_svg(address)})


def certificate_facts(certificate: CertificateOfAttendance) -> dict:
    """What the paper and the public page both say; no name."""
    event = certificate.registration.event
    return {
        "certificate": certificate,
        "title": event.title,
        "sessions": [period(one.starts_at, one.ends_at) for one in sessions_of(event)],
        "hours": hours_in_words(certificate.hours),
        "host": event.host.name,
        "place": event.venue.place if event.venue else "",
    }


def hours_in_words(hours: Decimal) -> str:
    """ "3", "3,5" or "1,25": without zeros that say nothing."""
    return number_format(hours.normalize() if hours % 1 else hours.to_integral_value(), use_l10n=True)


def doors_svg() -> str:
    """The open doors at the right side of the page; they only decorate."""
    standing = [
        Door(186, 44, 70, OCHRE, FLOOR),
        Door(216, 62, 118, TEAL, FLOOR),
        Door(262, 52, 82, CORAL, FLOOR),
    ]
    parts = [*overlapping(standing), *opening(standing[1], HEIGHT), plant(180, FLOOR)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffdf9"/>'
        f'<rect y="{FLOOR}" width="{WIDTH}" height="{HEIGHT - FLOOR}" fill="#073f3d"/>{"".join(parts)}</svg>'
    )
