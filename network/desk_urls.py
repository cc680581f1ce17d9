"""What a coordinator does, below /mijn/, in the namespace "network". Views carry ``coordinator_required``."""

from django.urls import path

from network.views import (
    desk,
    desk_calendar,
    desk_lists,
    desk_organisation,
    desk_registering,
    desk_registration,
    desk_reserving,
)

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("trainingen/<slug:slug>/aanmelden/", desk_registering.register_colleagues, name="desk_register"),
    path("trainingen/<slug:slug>/lijst/", desk_lists.register_list, name="desk_list"),
    path("trainingen/<slug:slug>/plaatsen/", desk_reserving.reserve_seats, name="desk_reserve"),
    path("aanmeldingen/<str:reference>/", desk_registration.own_registration, name="desk_registration"),
    path("agenda/", desk_calendar.calendar_address, name="desk_calendar"),
    path("agenda/<str:token>.ics", desk_calendar.people_calendar, name="people_calendar"),
    path("organisatie/", desk_organisation.own_page, name="desk_organisation"),
]
