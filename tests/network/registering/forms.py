"""Fill in the form as a visitor does, and read the marks of what comes back."""

import re
from datetime import timedelta

from django.utils import timezone

from network.registration.submission_ids import new_submission_id

MARKS = re.compile(r'data-(registration|status|position|reference|error)="([^"]*)"')


def opened(seconds: float = 60) -> str:
    """The number of a form that was opened so long ago."""
    return str(new_submission_id(timezone.now() - timedelta(seconds=seconds)))


def filled(name: str = "Sanne", **values) -> dict[str, str]:
    """What one person sends; ``name`` makes the address, and the organisation is another one."""
    return {
        "submission_id": opened(),
        "name": name,
        "email": f"{name.lower()}@example.org",
        "organisation": "other",
        "organisation_other": "Elders",
        "role": "Docent",
        "remarks": "",
        **values,
    }


def several(*names: str, **values) -> dict[str, str]:
    """What somebody sends for several people."""
    rows = {
        "submission_id": opened(),
        "organisation": "other",
        "organisation_other": "Elders",
        "group": "fit",
    }
    for number, name in enumerate(names):
        rows[f"people-{number}-name"] = name
        rows[f"people-{number}-email"] = f"{name.lower()}@example.org"
        rows[f"people-{number}-role"] = ""
    return {**rows, **values}


def send(client, event, data, **headers):
    return client.post(f"/trainingen/{event.slug}/aanmelden/", data, headers=headers)


def marks(response) -> list[dict[str, str]]:
    """The marks of each person, or of the refusal, in the order of the page."""
    found: list[dict[str, str]] = []
    for name, value in MARKS.findall(response.content.decode()):
        if name in ("registration", "error"):
            found.append({})
        found[-1][name] = value
    return found


def answer(client, response) -> list[dict[str, str]]:
    """The marks of the page to which a form leads."""
    assert response.status_code == 303
    return marks(client.get(response["Location"]))
