from django.urls import include, path

from network import views

app_name = "network"
urlpatterns = [
    path("mijn/", include("network.desk_urls")),
    path("organisaties/<slug:slug>/", views.organisation_detail, name="organisation"),
    path("trainingen/agenda.ics", views.trainings_calendar, name="trainings_calendar"),
    path("trainingen/zonder-datum/<slug:slug>/", views.interest, name="interest"),
    path("belangstelling/<str:token>/", views.interest_link, name="interest_link"),
    path("belangstelling/<str:token>/stoppen/", views.interest_stop, name="interest_stop"),
    path("trainingen/<slug:slug>/", views.training_detail, name="training"),
    path("trainingen/<slug:slug>/agenda.ics", views.training_calendar, name="training_calendar"),
    path("trainingen/<slug:slug>/aanmelden/", views.register, name="register"),
    path("trainingen/<slug:slug>/aanmelden/<uuid:submission_id>/", views.registered, name="registered"),
    path("aanmelding/kwijt/", views.lost_link, name="lost_link"),
    path("aanmelding/<str:token>/", views.registration, name="registration"),
    path("aanmelding/<str:token>/agenda.ics", views.registration_calendar, name="registration_calendar"),
    path("aanmelding/<str:token>/gegevens.json", views.registration_data, name="registration_data"),
    path("aanmelding/<str:token>/annuleren/", views.registration_cancel, name="registration_cancel"),
    path("aanmelding/<str:token>/aanwezig/", views.own_attendance, name="own_attendance"),
    path("aanmelding/<str:token>/bewijs.pdf", views.own_certificate, name="own_certificate"),
    path("aanwezig/<str:code>/", views.attend, name="attend"),
    path("bewijs/", views.certificate_form, name="certificate_form"),
    path("bewijs/<str:code>/", views.certificate, name="certificate"),
    path("evaluatie/<str:token>/", views.evaluation, name="evaluation"),
]
