"""Connects Wagtail's and Django's signals to our rules; no rule stands here."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from cms.models import SiteDocument, SiteImage
from cms.tasks import prepare_image, read_document


@receiver(post_save, sender=SiteImage)
def image_saved(instance, update_fields=None, raw=False, **kwargs):
    if not raw and (update_fields is None or "file" in update_fields):
        transaction.on_commit(partial(prepare_image.enqueue, instance.pk))


@receiver(post_save, sender=SiteDocument)
def document_saved(instance, update_fields=None, raw=False, **kwargs):
    if not raw and (update_fields is None or "file" in update_fields):
        transaction.on_commit(partial(read_document.enqueue, instance.pk))
