"""The organiser's screens, all below /cms/."""

from django.urls import path

from network.organiser.views import (
    access_report,
    adding,
    messages,
    people,
    registrations,
    templates,
    training,
)

LIST = "trainingen/<int:pk>/aanmeldingen/"
urlpatterns = [
    path(LIST, registrations.registrations, name="organiser_registrations"),
    path(LIST + "export/<slug:format>/", registrations.export, name="organiser_export"),
    path(LIST + "nieuw/", adding.add, name="organiser_add"),
    path(LIST + "lijst/", adding.add_file, name="organiser_add_file"),
    path(LIST + "bericht/", messages.message, name="organiser_message"),
    path(LIST + "<int:key>/", people.person, name="organiser_person"),
    path(LIST + "<int:key>/<slug:action>/", people.act, name="organiser_action"),
    path("trainingen/<int:pk>/plaatsen/", training.capacity, name="organiser_capacity"),
    path("trainingen/<int:pk>/afgelasten/", training.call_off, name="organiser_call_off"),
    path("trainingen/<int:pk>/kopie/", training.copy, name="organiser_copy"),
    path("trainingen/<int:pk>/sjabloon/", templates.keep, name="organiser_keep_template"),
    path("trainingen/sjablonen/", templates.templates, name="organiser_templates"),
    path("reports/inzage/", access_report.AccessReport.as_view(), name="organiser_access"),
    path(
        "reports/inzage/results/",
        access_report.AccessReport.as_view(results_only=True),
        name="organiser_access_results",
    ),
]
