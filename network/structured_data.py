"""Trainings and organisations in schema.org. The online link of a training is in none of it."""

from django.urls import reverse

from cms.seo import structured_data
from network.choices import RegistrationState, TrainingForm
from network.models import Organisation, OrganisationIndexPage, TrainingEvent, TrainingIndexPage

ATTENDANCE = {
    TrainingForm.ON_SITE: "https://schema.org/OfflineEventAttendanceMode",
    TrainingForm.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    TrainingForm.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


@structured_data(TrainingEvent)
def training(event, context):
    """An EducationEvent from its first to its last session; each session is a part when there are several."""
    seo, sessions = context["seo"], list(context["sessions"])
    free = context.get("availability") or event.availability()
    cancelled = free.state == RegistrationState.CANCELLED
    place = _location(event, seo)
    common = {
        "eventStatus": f"https://schema.org/Event{'Cancelled' if cancelled else 'Scheduled'}",
        "eventAttendanceMode": ATTENDANCE[event.form],
        "location": place,
    }
    parts = [
        {
            "@type": "EducationEvent",
            "name": one.note or event.title,
            "startDate": one.starts_at,
            "endDate": one.ends_at,
            **common,
        }
        for one in sessions
    ]
    hosts = [context.get("host"), *(context.get("partners") or [])]
    return {
        "@type": "EducationEvent",
        "inLanguage": "nl",
        "startDate": min(one.starts_at for one in sessions),
        "endDate": max(one.ends_at for one in sessions),
        **common,
        "isAccessibleForFree": True,
        "offers": _offer(event, free, seo),
        "maximumAttendeeCapacity": event.capacity,
        "remainingAttendeeCapacity": free.seats_left,
        "organizer": [
            {"@type": "Organization", "name": one.name, "url": seo.absolute(one.url)} for one in hosts if one
        ],
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": title}
            for title in context.get("audiences") or []
        ],
        "teaches": context.get("learning_goals") or [],
        "subEvent": parts if len(parts) > 1 else [],
    }


def _offer(event, free, seo) -> dict | None:
    """Where a seat is had for nothing while registration is open; a place on the waiting list is no seat."""
    if not free.is_open:
        return None
    stock = "InStock" if free.state == RegistrationState.OPEN else "SoldOut"
    return {
        "@type": "Offer",
        "url": seo.absolute(reverse("network:register", args=[event.slug])),
        "price": 0,
        "priceCurrency": "EUR",
        "availability": f"https://schema.org/{stock}",
        "validFrom": event.registration_opens_at,
    }


def _location(event, seo) -> list[dict]:
    """Where it is held. An online training is at its page here: the link itself is for who is registered."""
    found = []
    if event.form != TrainingForm.ONLINE and event.venue:
        address = {
            "@type": "PostalAddress",
            "streetAddress": event.venue.street,
            "postalCode": event.venue.postcode,
            "addressLocality": event.venue.place,
            "addressCountry": "NL",
        }
        found.append({"@type": "Place", "name": event.venue.name, "address": address})
    if event.form != TrainingForm.ON_SITE:
        found.append({"@type": "VirtualLocation", "url": seo.canonical_url})
    return found


@structured_data(Organisation)
def organisation(subject, context):
    """A participating organisation as member of the network while it takes part. Nobody's name is in it."""
    logo = context.get("logo")
    return {
        "@type": "Organization",
        "sameAs": subject.website,
        "logo": context["seo"].absolute(logo.src) if logo else None,
        "address": {"@type": "PostalAddress", "addressLocality": subject.place, "addressCountry": "NL"},
        "memberOf": None if subject.left_on else context["seo"].organization,
    }


@structured_data(TrainingIndexPage)
@structured_data(OrganisationIndexPage)
def listing(page, context):
    return {"@type": "CollectionPage", "inLanguage": "nl", "publisher": context["seo"].organization}
