from django.db import models
from django.utils.translation import gettext_lazy as _


class Colour(models.TextChoices):
    """The accents of the design; each has tokens for ground, text and decoration."""

    CORAL = "coral", _("coral")
    TEAL = "teal", _("teal")
    OCHRE = "ochre", _("ochre")
    PLUM = "plum", _("plum")


class Tone(models.TextChoices):
    INFO = "info", _("information")
    WARNING = "warning", _("important")


class DocumentLanguage(models.TextChoices):
    DUTCH = "nl", _("Dutch")
    ENGLISH = "en", _("English")
    OTHER = "xx", _("another language")


class MailState(models.TextChoices):
    """What became of an outgoing mail; one that failed is tried again, one that is dead only by hand."""

    QUEUED = "queued", _("waits to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed, is tried again")
    DEAD = "dead", _("given up")


class Role(models.TextChoices):
    """The groups of users; the migration `home.0003_roles` makes them with their rights."""

    ADMINISTRATOR = "administrator", _("administrator")
    MODERATOR = "moderator", _("moderator")
    EDITOR = "editor", _("editor")
    ORGANISER = "organiser", _("organiser")
    COORDINATOR = "coordinator", _("coordinator")
