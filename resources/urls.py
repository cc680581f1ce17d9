from importlib import import_module

from django.conf import settings
from django.urls import path

from resources.views import alerts, editions, releases, search, search_feed

app_name = "resources"
urlpatterns = [
    path("zoeken/", search.search, name="search"),
    path("zoeken/suggesties/", search.suggestions, name="suggestions"),
    path("zoeken/feed.xml", search_feed.feed, name="search_feed"),
    path("zoeken/bericht/", alerts.sign_up, name="alert_sign_up"),
    path("zoeken/bericht/<str:token>/", alerts.alert, name="alert"),
    path("zoeken/bericht/<str:token>/stoppen/", alerts.stop, name="alert_stop"),
    path("handreikingen/<slug:slug>/versies/<int:pk>/", editions.edition_detail, name="edition"),
    path("handreikingen/<slug:slug>/bericht/", releases.sign_up, name="release_sign_up"),
    path("handreikingen/<slug:slug>/bericht/gevraagd/", releases.asked, name="release_asked"),
    path("bericht/<str:token>/", releases.confirm, name="release"),
    path("bericht/<str:token>/stoppen/", releases.stop, name="release_stop"),
]

if settings.ELASTICSEARCH_URL:
    # The client takes a second to load: better with the urls, before web workers split off, than in a search.
    import_module("resources.search.engines.elastic")
