"""What happens when the people in an image agreed for a limited time and that time is over.

From that day the image is on no page (`SiteImageQuerySet.with_consent`), and no visitor gets its files, not
even by their address (`is_withheld`, asked by `cms.media_serving`). The job here removes the prepared sizes
and tells who can choose another image or ask again. The original stays for the editors.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from cms.mail import send
from cms.models import SiteImage, SiteRendition

image_withdrawn = Signal()  # sent with image= before somebody is told; what was made with it is made again


def is_withheld(path: str, on: date) -> bool:
    """Whether the file at ``path`` below MEDIA_ROOT belongs to an image whose consent ended before ``on``."""
    return (
        SiteImage.objects.filter(consent_until__lt=on)
        .filter(Q(file=path) | Q(renditions__file=path))
        .exists()
    )


def withdraw_images(at: datetime) -> int:
    """Remove the sizes of images whose consent has ended at ``at`` and tell of each once; how many were told.

    Safe to run again: an image is told of when the mail has gone, and again only after a new date ended.
    """
    ended = SiteImage.objects.filter(consent_until__lt=timezone.localdate(at))
    told = 0
    for image in ended.filter(~Q(sources={}) | Q(pk__in=SiteRendition.objects.values("image"))):
        withdraw(image)
    for image in ended.filter(consent_expiry_told_at=None).select_related("uploaded_by_user"):
        image_withdrawn.send(SiteImage, image=image)
        tell(image)
        SiteImage.objects.filter(pk=image.pk).update(consent_expiry_told_at=at)
        told += 1
    return told


def withdraw(image: SiteImage) -> None:
    """Remove every size made of ``image``, rows and files."""
    SiteImage.objects.filter(pk=image.pk).update(sources={})
    image.sources = {}
    storage = image.file.storage
    for rendition in list(image.renditions.all()):
        name = rendition.file.name
        rendition.delete()
        storage.delete(name)


def pages_with(image: SiteImage) -> list[Page]:
    """The pages that show ``image``, as their own type."""
    references = ReferenceIndex.get_references_to(image).filter(
        base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    keys = {int(key) for key in references.values_list("object_id", flat=True)}
    return list(Page.objects.filter(pk__in=keys).order_by("title").specific())


def tell(image: SiteImage) -> None:
    """Mail who uploaded the image and who keep its pages; nobody known: the administrators."""
    pages = pages_with(image)
    people = {page.keeper for page in pages if getattr(page, "keeper", None)}
    if image.uploaded_by_user:
        people.add(image.uploaded_by_user)
    addresses = {person.email for person in people if person.is_active and person.email}
    if not addresses:
        administrators = Q(groups__name="administrator") | Q(is_superuser=True)
        addresses = set(
            get_user_model().objects.filter(administrators, is_active=True).values_list("email", flat=True)
        )
    context = {
        "title": image.title,
        "consent_until": image.consent_until,
        "edit_url": settings.BASE_URL + reverse("wagtailimages:edit", args=[image.pk]),
        "pages": [
            {
                "title": page.title,
                "url": settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk]),
            }
            for page in pages
        ],
    }
    for address in sorted(addresses):
        send("consent_expired", address, context)
