"""What a coordinator does, below /mijn/, in the namespace "network". Views carry ``coordinator_required``."""

from django.urls import path

from network.views import desk

urlpatterns = [
    path("", desk.desk, name="desk"),
]
