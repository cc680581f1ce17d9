import itertools

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from cms.cards import CardQuerySetMixin


class PublishableSnippetQuerySet(CardQuerySetMixin, models.QuerySet):
    def visible(self, at=None):
        """Objects that everybody may see at the aware datetime ``at`` (default now): live and not expired."""
        return self.filter(Q(expire_at=None) | Q(expire_at__gt=at or timezone.now()), live=True)

    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")


class PublishableSnippet(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A snippet with the life of a page: draft, preview, review, schedule, lock, history, an address."""

    slug = models.SlugField(
        _("web address"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("The last part of the address. When it changes, the old address keeps working."),
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    objects = PublishableSnippetQuerySet.as_manager()
    slug_source = "title"  # the field from which an empty web address is made

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if not self.slug:
            self.slug = self.free_slug()

    def free_slug(self) -> str:
        """A web address made of the title that no other object of this type has: with a number when taken."""
        longest = self._meta.get_field("slug").max_length - 4  # room for the number
        wanted = slugify(getattr(self, self.slug_source))[:longest].strip("-") or self._meta.model_name
        others = type(self)._default_manager.exclude(pk=self.pk).filter(slug__startswith=wanted)
        taken = set(others.values_list("slug", flat=True))
        candidates = itertools.chain([wanted], (f"{wanted}-{n}" for n in itertools.count(2)))
        return next(slug for slug in candidates if slug not in taken)

    def get_preview_context(self, request, mode_name):
        """The same as its public page gets, for the object as it stands in the editor."""
        from cms.page_context import own_context  # built on these models

        return {**super().get_preview_context(request, mode_name), **own_context(self, request)}

    @property
    def revisions(self):
        return self._revisions

    @property
    def full_url(self):
        """The address with scheme and host, for "view live" in the editor and for feeds."""
        from cms.frame import base_url  # the frame is built on these models

        return base_url() + self.get_absolute_url()
