from network.views.calendars import training_calendar, trainings_calendar
from network.views.organisations import organisation_detail
from network.views.registration_links import registration
from network.views.trainings import training_detail

__all__ = [
    "organisation_detail",
    "registration",
    "training_calendar",
    "training_detail",
    "trainings_calendar",
]
