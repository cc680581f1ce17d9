from network.models.coordinators import Coordinator
from network.models.events import TrainingEvent, TrainingSession
from network.models.figures import ResultFigure
from network.models.groups import GroupMember, WorkingGroup
from network.models.ideas import Interest, InterestToken, TrainingIdea
from network.models.index_pages import OrganisationIndexPage, TrainingIndexPage
from network.models.organisations import Organisation
from network.models.people import Person
from network.models.regions import Region, Venue
from network.models.registrations import (
    Registration,
    RegistrationLogEntry,
    RegistrationToken,
    Submission,
    ToldFacts,
)

__all__ = [
    "Coordinator",
    "GroupMember",
    "Interest",
    "InterestToken",
    "Organisation",
    "OrganisationIndexPage",
    "Person",
    "Region",
    "Registration",
    "RegistrationLogEntry",
    "RegistrationToken",
    "ResultFigure",
    "Submission",
    "ToldFacts",
    "TrainingEvent",
    "TrainingIdea",
    "TrainingIndexPage",
    "TrainingSession",
    "Venue",
    "WorkingGroup",
]
