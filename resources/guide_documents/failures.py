"""Why a document could not be made. The messages are for editors: they stand on their dashboard."""

from django.utils.translation import gettext as _


class DocumentError(RuntimeError):
    """A document could not be made; its text says why and may be shown to editors."""


class CannotMakeDocuments(DocumentError):
    """The libraries that make a PDF are not there; the message says which."""


class PartMissing(DocumentError):
    """An image, font or cover of the document cannot be read, or would come from outside the site."""

    def __init__(self):
        super().__init__(_("An image in the document cannot be read. Choose it again on the page."))


class TextKeepsChanging(DocumentError):
    """The text changed during each of the attempts."""

    def __init__(self):
        super().__init__(
            _("The text changed while the document was made. The site tries again within a day.")
        )


def for_editors(failure: Exception) -> str:
    """What editors may read of ``failure``; anything but our own words belongs in the log only."""
    if isinstance(failure, DocumentError):
        return str(failure)
    return _("Making the PDF failed. The administrator finds the reason in the log.")
