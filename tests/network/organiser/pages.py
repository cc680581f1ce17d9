"""What the tests ask of the organiser's screens."""

from bs4 import BeautifulSoup
from django.urls import reverse


def address(name: str, event, *args) -> str:
    return reverse(f"organiser_{name}", args=[event.pk, *args])


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def texts(response, selector: str) -> list[str]:
    return [" ".join(found.get_text(" ").split()) for found in soup(response).select(selector)]


def names(response) -> list[str]:
    """The people in the list, from top to bottom."""
    return texts(response, ".zin-people tbody td:first-child > a")


def hidden(response, name: str) -> str:
    return soup(response).select_one(f"[name={name}]")["value"]
