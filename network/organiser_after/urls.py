"""The organiser's screens for what happens at and after a training, all below /cms/."""

from django.urls import path

from network.organiser_after.views import afterwards, attendance

TRAINING = "trainingen/<int:pk>/"
urlpatterns = [
    path(TRAINING + "aanwezigheid/", attendance.attendance, name="organiser_attendance"),
    path(TRAINING + "aanwezigheid/code/", attendance.scan_code, name="organiser_scan_code"),
    path(TRAINING + "presentielijst.pdf", attendance.list_to_sign, name="organiser_attendance_list"),
    path(TRAINING + "behoeften.pdf", attendance.needs, name="organiser_needs_sheet"),
    path(TRAINING + "bewijzen/", afterwards.certificates, name="organiser_certificates"),
    path(TRAINING + "evaluatie/", afterwards.evaluation, name="organiser_evaluation"),
]
