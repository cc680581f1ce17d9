"""Why a rule refuses. A refusal stores nothing."""

from django.utils.translation import gettext_lazy as _


class RegistrationError(Exception):
    """``code`` is the mark ``data-error`` of the answer (README, "Marks"), ``message`` what people read."""

    code = "invalid"
    message = _("This cannot be done.")

    def __init__(self, message=None):
        super().__init__(message or self.message)
        self.message = message or self.message


class RegistrationClosed(RegistrationError):
    code = "closed"
    message = _("You cannot register for this training now.")


class NoSeatsLeft(RegistrationError):
    code = "full"
    message = _("All places are taken, and there is no waiting list.")


class DoNotAllFit(RegistrationError):
    code = "full"
    message = _("There is no place for everybody any more. Nobody has been registered.")


class SubmissionDiffers(RegistrationError):
    code = "duplicate"
    message = _("This form was sent before with other data. Nothing has changed. Open the form again.")


class NotAllowed(RegistrationError):
    message = _("Only an organiser can do this.")


class AlreadyRegistered(RegistrationError):
    message = _("This e-mail address is registered for this training already.")


class ReasonMissing(RegistrationError):
    message = _("Write down why. The reason is kept with the registration.")


class NotActive(RegistrationError):
    message = _("This registration has been cancelled already.")


class TooLate(RegistrationError):
    code = "closed"
    message = _("The training has begun. Ask the organiser.")


class SameTraining(RegistrationError):
    message = _("This person is in this training already. Choose another one.")
