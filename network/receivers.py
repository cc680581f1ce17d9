"""Connects Django's signals to our rules; no rule stands here."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.signals import published

from cms import privacy
from network import addresses
from network.choices import AccessKind
from network.interest import announce
from network.models import Coordinator, Organisation, OrganisationFeed, TrainingEvent
from network.organiser.access import note_access
from network.registration.changes import settle


@receiver(pre_save, sender=Organisation)
@receiver(pre_save, sender=TrainingEvent)
def remember_public_paths(sender, instance, update_fields=None, **kwargs):
    """Note where the object stood for visitors before this save; nowhere when it was not public."""
    instance.paths_before = []
    if instance.pk and (update_fields is None or "slug" in update_fields):
        before = sender.objects.filter(pk=instance.pk, live=True).exclude(slug=instance.slug).first()
        instance.paths_before = before.public_paths() if before else []


@receiver(post_save, sender=Organisation)
@receiver(post_save, sender=TrainingEvent)
def address_saved(instance, raw=False, update_fields=None, **kwargs):
    if raw or not (update_fields is None or "slug" in update_fields):
        return
    for old, new in zip(instance.paths_before, instance.public_paths(), strict=False):
        addresses.move(old, new)
    if instance.live:
        for path in instance.public_paths():
            addresses.settle(path)


@receiver(post_delete, sender=Organisation)
@receiver(post_delete, sender=TrainingEvent)
def address_gone(instance, **kwargs):
    for path in instance.public_paths():
        addresses.forget(path)


@receiver(published, sender=TrainingEvent)
def training_published(instance, **kwargs):
    settle(instance)
    announce(instance)


@receiver(privacy.exported)
def person_exported(**kwargs):
    """Everything about a person was taken out of the site, at the command line."""
    note_access(None, None, AccessKind.OWN_DATA, 1)


@receiver(post_delete, sender=Coordinator)
def coordinator_left(instance, **kwargs):
    """The secret address of the calendar was known to who left; the next one makes a new one."""
    OrganisationFeed.objects.filter(organisation=instance.organisation_id).delete()
