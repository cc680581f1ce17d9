"""Somebody at the desk, and what the tests ask about the rights on its pages."""

from dataclasses import dataclass, field
from functools import partial

from django.test import Client

from cms.choices import Role
from network.models import Organisation, Registration
from network.registration import actors
from tests.cms.editors import browser, somebody
from tests.factories import CoordinatorFactory, OrganisationFactory
from tests.network.registration import people


@dataclass
class Desk:
    """A coordinator with a browser. ``join`` registers somebody of the own organisation, as they would."""

    organisation: Organisation = field(default_factory=OrganisationFactory)

    def __post_init__(self):
        self.user = CoordinatorFactory(organisation=self.organisation).user
        self.client = browser(self.user)
        self.actor = actors.coordinator(self.user)
        self.get, self.post = self.client.get, self.client.post

    def somebody(self, name: str, **values):
        return people.somebody(name, organisation=self.organisation.pk, organisation_name="", **values)

    def join(self, event, *names: str, actor=None, **options) -> list[Registration]:
        wanted = [self.somebody(name) for name in names]
        people.join(event, *wanted, actor=actor or self.actor, **options)
        return [people.named(event, name) for name in names]


def statuses(path: str, *, method: str = "get", **data) -> dict[str, int]:
    """What a page of the desk answers to everybody who has no business there."""
    clients = {
        "stranger": Client(),
        "another coordinator": Desk().client,
        "editor": browser(somebody(Role.EDITOR)),
        "without organisation": browser(somebody(Role.COORDINATOR)),
    }
    ask = {name: partial(getattr(client, method), path, data) for name, client in clients.items()}
    return {name: answer().status_code for name, answer in ask.items()}
