"""Why a rule about attendance refuses. A refusal stores nothing."""

from django.utils.translation import gettext_lazy as _

from network.registration.errors import RegistrationError


class NotOpenYet(RegistrationError):
    code = "closed"
    message = _("You can note who is there from the day itself.")


class NotOver(RegistrationError):
    code = "closed"
    message = _("Certificates can be given when the last session has ended.")
