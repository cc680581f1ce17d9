"""Values with which /cms/mails/ shows every mail as it will look. A new mail gets a sample here."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.mail_sample import MailSample, address
from cms.registration_samples import registration_samples

PLAYBOOK = "Draaiboek: start een zorginnovatienetwerk"
COURSE = "Begeleiden in de nachtzorg"
SEARCHED = "“nachtzorg”, Werkbegeleiders"
STANDFIRST = "Stap voor stap naar een netwerk in je eigen regio, met wat de eerste ons leerde."


def samples() -> list[MailSample]:
    """Every mail, in every form that it has."""
    request = {
        "title": PLAYBOOK,
        "confirm_url": address("/bericht/voorbeeld/"),
        "stop_url": address("/bericht/voorbeeld/stoppen/"),
    }
    return [
        MailSample(
            "contact_message",
            "contact_message",
            _("Message of the contact form"),
            _("To the contact address, when a visitor sends the form."),
            {
                "message": {
                    "name": "Samira de Wit",
                    "email": "samira@example.org",
                    "subject": "Meekijken bij een bijeenkomst",
                    "message": (
                        "Hallo,\n\nIk ben werkbegeleider in een verpleeghuis bij Breda. Mag ik een keer "
                        "meekijken bij een praktijkonderwijsbijeenkomst? Wij willen er zelf ook een "
                        "organiseren.\n\nGroet, Samira"
                    ),
                }
            },
        ),
        MailSample(
            "release_confirmation",
            "release_confirmation",
            _("Confirm that you want a mail"),
            _("To who asks for a mail about a guide in the making."),
            request,
        ),
        MailSample(
            "release_confirmation_again",
            "release_confirmation",
            _("You are on the list already"),
            _("To who asks again after confirming."),
            {**request, "is_confirmed": True},
        ),
        MailSample(
            "release",
            "release",
            _("The guide is there"),
            _("To everybody who waits for it, when the guide is published."),
            {
                "title": PLAYBOOK,
                "standfirst": STANDFIRST,
                "address": address("/handreikingen/draaiboek-start-een-zorginnovatienetwerk/"),
            },
        ),
        MailSample(
            "consent_expired",
            "consent_expired",
            _("The consent for an image has run out"),
            _("To who uploaded the image and who keeps a page with it, the day after."),
            {
                "title": "Groepsfoto van de eerste ronde",
                "consent_until": date(2026, 11, 30),
                "edit_url": address("/cms/images/1/"),
                "pages": [
                    {
                        "title": "Terugblik op de eerste uitwisselingsstages",
                        "url": address("/cms/pages/1/edit/"),
                    },
                    {"title": "Zes organisaties, een klas", "url": address("/cms/pages/2/edit/")},
                ],
            },
        ),
        MailSample(
            "training_message",
            "training_message",
            _("Message of the organiser"),
            _("To some of the people of a training, when the organiser writes to them."),
            {
                "subject": "Neem je laptop mee",
                "paragraphs": [
                    "Beste Noor Jansen,",
                    "Neem donderdag je laptop mee. We oefenen met de nieuwe leeromgeving.",
                    "Tot dan!\nDe organisatoren",
                ],
                "training": "Coachend begeleiden: basis",
                "begins": "donderdag 14 januari 2027, 13.30",
            },
        ),
        MailSample(
            "login_code",
            "login_code",
            _("Log in to your desk"),
            _("To who logs in at /mijn/ by mail, when the address has an account."),
            {
                "code": "BCDF-GHJK",
                "url": address("/mijn/inloggen/link/voorbeeld/"),
                "minutes": 15,
            },
        ),
        MailSample(
            "interest_confirmation",
            "interest_confirmation",
            _("Confirm that you want to hear of a date"),
            _("To who asks for a mail about a training without a date."),
            {**request, "title": COURSE},
        ),
        MailSample(
            "interest_confirmation_again",
            "interest_confirmation",
            _("You are on the list already"),
            _("To who asks again after confirming."),
            {**request, "title": COURSE, "is_confirmed": True},
        ),
        MailSample(
            "search_alert_confirmation",
            "search_alert_confirmation",
            _("Confirm that you want mails about a search"),
            _("To who asks for a mail when a search finds something new."),
            {**request, "label": SEARCHED},
        ),
        MailSample(
            "search_alert_confirmation_again",
            "search_alert_confirmation",
            _("You follow this search already"),
            _("To who asks again after confirming."),
            {**request, "label": SEARCHED, "is_confirmed": True},
        ),
        MailSample(
            "search_alert",
            "search_alert",
            _("New for a search"),
            _("To who follows a search, at most once a day, when something new fits it."),
            {
                **request,
                "label": SEARCHED,
                "links": [
                    {"title": f"{COURSE} (training)", "url": address("/trainingen/voorbeeld/")},
                    {"title": f"{PLAYBOOK} (draaiboek)", "url": address("/handreikingen/voorbeeld/")},
                ],
                "search_url": address("/zoeken/?q=nachtzorg"),
            },
        ),
        MailSample(
            "training_planned",
            "training_planned",
            _("There is a date"),
            _("To everybody who waits for it, when the training is published."),
            {
                "title": COURSE,
                "summary": "Een middag over de nacht: rust brengen en overdragen.",
                "facts": [
                    {"label": "Wat", "value": COURSE},
                    {"label": "Wanneer", "value": "donderdag 11 maart 2027, 13.30 – 16.30 uur"},
                    {"label": "Waar", "value": "Het Laar, Voorbeeldlaan 1, 5025 AB Tilburg"},
                ],
                "page_url": address("/trainingen/voorbeeld/"),
            },
        ),
        *registration_samples(),
        MailSample("example", "example", _("Every part of a mail"), _("Never sent."), every_part()),
    ]


def every_part() -> dict:
    return {
        "states": [
            {"tone": "good", "text": "Je doet mee"},
            {"tone": "waiting", "text": "Je staat op de wachtlijst"},
            {"tone": "changed", "text": "De training is veranderd"},
            {"tone": "ended", "text": "De training gaat niet door"},
        ],
        "facts": [
            {"label": "Wat", "value": "Coachend begeleiden: basis"},
            {"label": "Wanneer", "value": "donderdag 14 januari 2027, 13.30 – 16.30 uur"},
            {"label": "Waar", "value": "Het Laar, Voorbeeldlaan 1, Tilburg"},
            {"label": "Voor wie", "value": "Noor Jansen"},
        ],
        "quote": "Dit schreef iemand anders.\nMet eigen regels.",
        "links": [
            {"title": "Zet de training in je agenda", "url": address("/trainingen/voorbeeld/agenda.ics")},
            {"title": "Bekijk of verander je aanmelding", "url": address("/aanmelding/voorbeeld/")},
        ],
        "url": address("/trainingen/voorbeeld/"),
    }
