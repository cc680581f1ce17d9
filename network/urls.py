from django.urls import path

from network import views

app_name = "network"
urlpatterns = [
    path("aanmelding/<str:token>/", views.registration, name="registration"),
    path("organisaties/<slug:slug>/", views.organisation_detail, name="organisation"),
    path("trainingen/agenda.ics", views.trainings_calendar, name="trainings_calendar"),
    path("trainingen/<slug:slug>/", views.training_detail, name="training"),
    path("trainingen/<slug:slug>/agenda.ics", views.training_calendar, name="training_calendar"),
]
