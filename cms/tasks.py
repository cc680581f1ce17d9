"""Background work of the foundation. Arguments are keys only: they are stored in the queue as JSON."""

from django.utils import timezone
from django_tasks import task

from cms.documents import read
from cms.models import SiteDocument, SiteImage
from cms.pictures import prepare


@task()
def prepare_image(image_pk: int) -> None:
    """Make the sizes of an image. One that is deleted meanwhile, or without consent, is left alone."""
    if image := SiteImage.objects.with_consent(timezone.localdate()).filter(pk=image_pk).first():
        prepare(image)


@task()
def read_document(document_pk: int) -> None:
    """Read page count and text of a document; a document deleted meanwhile is left alone."""
    if document := SiteDocument.objects.filter(pk=document_pk).first():
        read(document)
