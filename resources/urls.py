from importlib import import_module

from django.conf import settings
from django.urls import path

from resources.views import editions, releases, search

app_name = "resources"
urlpatterns = [
    path("zoeken/", search.search, name="search"),
    path("zoeken/suggesties/", search.suggestions, name="suggestions"),
    path("handreikingen/<slug:slug>/versies/<int:pk>/", editions.edition_detail, name="edition"),
    path("handreikingen/<slug:slug>/bericht/", releases.sign_up, name="release_sign_up"),
    path("handreikingen/<slug:slug>/bericht/gevraagd/", releases.asked, name="release_asked"),
    path("bericht/<str:token>/", releases.confirm, name="release"),
    path("bericht/<str:token>/stoppen/", releases.stop, name="release_stop"),
]

if settings.ELASTICSEARCH_URL:
    # The client takes a second to load: better with the urls, before web workers split off, than in a search.
    import_module("resources.search.engines.elastic")
