from network.views.calendars import training_calendar, trainings_calendar
from network.views.interest import interest, interest_link, interest_stop
from network.views.lost_links import lost_link
from network.views.organisations import organisation_detail
from network.views.own_registration import registration, registration_calendar, registration_cancel
from network.views.registering import register, registered
from network.views.trainings import training_detail

__all__ = [
    "interest",
    "interest_link",
    "interest_stop",
    "lost_link",
    "organisation_detail",
    "register",
    "registered",
    "registration",
    "registration_calendar",
    "registration_cancel",
    "training_calendar",
    "training_detail",
    "trainings_calendar",
]
