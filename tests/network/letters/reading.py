"""What a mail about a registration says, as its reader finds it."""

import re

from bs4 import BeautifulSoup
from icalendar import Calendar

LINK = re.compile(r"http://localhost/aanmelding/([\w-]+)/")
MEETING = "https://meet.example.org/coachen"


def kinds(messages) -> list[tuple[str, str]]:
    return [(one.extra_headers["X-ZIN-Kind"], one.to[0].split("@")[0]) for one in messages]


def html(message) -> BeautifulSoup:
    return BeautifulSoup(message.alternatives[0][0], "html.parser")


def said(message) -> list[str]:
    """State and heading, then every paragraph of the letter itself."""
    main = html(message).select_one("[role=main]")
    state = main.select_one("td[class^=m-]").get_text()
    return [state, main.h1.get_text(), *[p.get_text().strip() for p in main.select("p.m-ink")]]


def rows(message) -> list[tuple[str, str]]:
    found = html(message).select("table.m-sand tr")
    return [(row.th.get_text(), row.td.get_text()) for row in found]


def token(message) -> str:
    tokens = set(LINK.findall(message.body))
    assert tokens == set(LINK.findall(message.alternatives[0][0]))
    assert len(tokens) == 1
    return tokens.pop()


def calendars(message) -> list[Calendar]:
    found = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]
    return [Calendar.from_ical(part.get_payload(decode=True)) for part in found]


def asks_to_confirm(message) -> bool:
    return "Bevestig je aanmelding" in [a.get_text() for a in html(message).select("a.m-button")]
