"""What the tests of the editors' screens share: people with a role, and forms as the browser sends them."""

from html.parser import HTMLParser

from django.contrib.auth.models import Group
from django.test import Client

from cms.choices import Role
from tests.factories import UserFactory


def somebody(role: Role | None = None, **fields):
    """A user in the group of ``role``."""
    user = UserFactory(**fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


class _Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        name = values.get("name")
        if tag == "input" and name and values.get("type") not in ("submit", "file", "button", "image"):
            if values.get("type") not in ("checkbox", "radio") or "checked" in values:
                ticked = "on" if values.get("type") in ("checkbox", "radio") else ""
                self.fields.setdefault(name, []).append(values.get("value") or ticked)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in values:
            self.fields.setdefault(self.select, []).append(values.get("value") or "")
        elif tag == "textarea" and name:
            self.textarea = name
            self.fields.setdefault(name, []).append("")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea" and self.textarea:
            self.fields[self.textarea][-1] = self.fields[self.textarea][-1].removeprefix("\n")
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.fields[self.textarea][-1] += data


def filled_in(html: str, **changes) -> dict:
    """The fields of the screen ``html`` as a browser would send them, with ``changes``."""
    reader = _Fields()
    reader.feed(html)
    streamfields = {"body-count": ["0"], "sidebar-count": ["0"]}  # their fields are made by the script
    fields = {**streamfields, **reader.fields}
    return {**fields, **changes}
