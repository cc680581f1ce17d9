"""What a coordinator does, below /mijn/, in the namespace "network". Views carry ``coordinator_required``."""

from django.urls import path

from network.views import desk, desk_registering

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("trainingen/<slug:slug>/aanmelden/", desk_registering.register_colleagues, name="desk_register"),
]
