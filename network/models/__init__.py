from network.models.access_log import PersonalDataAccess
from network.models.attendance import (
    Attendance,
    CertificateOfAttendance,
    Evaluation,
    EvaluationInvitation,
)
from network.models.coordinators import Coordinator
from network.models.events import TrainingEvent
from network.models.figures import ResultFigure
from network.models.groups import GroupMember, WorkingGroup
from network.models.ideas import Interest, InterestToken, TrainingIdea
from network.models.index_pages import OrganisationIndexPage, TrainingIndexPage
from network.models.organisation_feeds import OrganisationFeed
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
from network.models.sessions import TrainingSession
from network.models.training_messages import TrainingMessage
from network.models.training_templates import TrainingTemplate

__all__ = [
    "Attendance",
    "CertificateOfAttendance",
    "Coordinator",
    "Evaluation",
    "EvaluationInvitation",
    "GroupMember",
    "Interest",
    "InterestToken",
    "Organisation",
    "OrganisationFeed",
    "OrganisationIndexPage",
    "Person",
    "PersonalDataAccess",
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
    "TrainingMessage",
    "TrainingSession",
    "TrainingTemplate",
    "Venue",
    "WorkingGroup",
]
