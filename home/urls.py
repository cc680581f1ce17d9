from django.urls import path

from home import discovery, feeds, views
from home.api import records

app_name = "home"
urlpatterns = [
    path("themas/<slug:slug>/", views.theme_detail, name="theme"),
    path("begrippen/", views.glossary, name="glossary"),
    path("feeds/<slug:name>.xml", feeds.feed, name="feed"),
    path("sitemap.xml", discovery.sitemap, name="sitemap"),
    path("robots.txt", discovery.robots, name="robots"),
    path(".well-known/security.txt", discovery.security, name="security"),
    path("api/v2/trainings/", records.trainings, name="api-trainings"),
    path("api/v2/trainings/<int:pk>/", records.training, name="api-training"),
    path("api/v2/organisations/", records.organisations, name="api-organisations"),
    path("api/v2/organisations/<int:pk>/", records.organisation, name="api-organisation"),
]
