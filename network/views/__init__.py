from network.views.attending import attend, own_attendance
from network.views.calendars import training_calendar, trainings_calendar
from network.views.certificates import certificate, certificate_form, own_certificate
from network.views.evaluating import evaluation
from network.views.interest import interest, interest_link, interest_stop
from network.views.lost_links import lost_link
from network.views.organisations import organisation_detail
from network.views.own_registration import (
    registration,
    registration_calendar,
    registration_cancel,
    registration_data,
)
from network.views.registering import register, registered
from network.views.trainings import training_detail

__all__ = [
    "attend",
    "certificate",
    "certificate_form",
    "evaluation",
    "interest",
    "interest_link",
    "interest_stop",
    "lost_link",
    "organisation_detail",
    "own_attendance",
    "own_certificate",
    "register",
    "registered",
    "registration",
    "registration_calendar",
    "registration_cancel",
    "registration_data",
    "training_calendar",
    "training_detail",
    "trainings_calendar",
]
