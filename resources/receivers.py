"""Connects what happens to public things with the rules that keep search and documents equal."""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from cms.consent import image_withdrawn, pages_with
from cms.documents import document_read
from cms.ending import worker_ends
from cms.models import Audience, PageTag, SiteDocument, SiteMedia, Theme
from network.models import Organisation, Region
from resources.models import CompoundPart, GuidePage, Interviewee, StemException
from resources.search import documents, sources
from resources.search.counting import counts
from resources.search.storing import documents_changed
from resources.tasks import feed_search_server, make_document, renew_search_documents

# Saved with every draft or lock; what visitors see stays the same.
OF_DRAFTS = {
    *("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"),
    *("locked", "locked_at", "locked_by", "go_live_at", "url_path"),
}
# What others show of these, so that they must follow when it changes.
SHOWN_ELSEWHERE = {
    Theme: ("title", "slug"),
    Audience: ("title", "slug"),
    Region: ("name", "slug"),
    Organisation: ("name", "slug", "region_id", "live"),
}


def saved(sender, instance, update_fields=None, raw=False, **kwargs):
    if not raw and (update_fields is None or set(update_fields) - OF_DRAFTS):
        documents.refresh(sender, [instance.pk])


def linked(model):
    """A receiver for a many-to-many relation of ``model``."""

    def receive(instance, action, reverse, pk_set, **kwargs):
        if action.startswith("post_"):
            documents.refresh(model, (pk_set or []) if reverse else [instance.pk])

    return receive


for _model in sources.models():
    post_save.connect(saved, sender=_model, dispatch_uid=f"search-{_model._meta.label}")
    for _field in _model._meta.many_to_many:
        if _field.name in sources.RELATIONS:
            through, uid = _field.remote_field.through, f"search-{_model._meta.label}-{_field.name}"
            m2m_changed.connect(linked(_model), sender=through, weak=False, dispatch_uid=uid)


@receiver([page_published, page_unpublished, published, unpublished])
def publication_changed(sender, instance, **kwargs):
    if type(instance) in sources.models():
        documents.refresh(type(instance), [instance.pk])
    if instance._meta.label == "home.GroupsPage":
        documents.refresh_groups()


@receiver(post_page_move)
def page_moved(instance, **kwargs):
    documents.refresh_below(instance)


@receiver(page_slug_changed)
def page_renamed(instance, **kwargs):
    documents.refresh_below(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restriction_changed(instance, **kwargs):
    if page := Page.objects.filter(pk=instance.page_id).first():
        documents.refresh_below(page)
        make_documents(GuidePage.objects.descendant_of(page, inclusive=True))


@receiver([post_save, post_delete], sender=PageTag)
def tag_changed(instance, **kwargs):
    documents.refresh_pages([instance.content_object_id])


@receiver([post_save, post_delete], sender=Interviewee)
def interviewee_changed(instance, **kwargs):
    documents.refresh_pages([instance.page_id])


@receiver(post_delete)
def deleted(sender, instance, **kwargs):
    if sender is Page or sender in sources.models():
        documents.forget(sender, [instance.pk])


@receiver(pre_save)
def before_saving(sender, instance, **kwargs):
    if sender in SHOWN_ELSEWHERE:
        before = sender.objects.filter(pk=instance.pk).values_list(*SHOWN_ELSEWHERE[sender]).first()
        instance._shown_before = before


@receiver(post_save)
def after_saving(sender, instance, **kwargs):
    if sender in SHOWN_ELSEWHERE:
        now = tuple(getattr(instance, name) for name in SHOWN_ELSEWHERE[sender])
        if instance._shown_before not in (None, now):
            documents.refresh_linked(documents.linked_to(instance))


@receiver(pre_delete)
def before_deleting(sender, instance, **kwargs):
    if sender in SHOWN_ELSEWHERE:
        instance._shown_by = documents.linked_to(instance)


@receiver(post_delete)
def after_deleting(sender, instance, **kwargs):
    if sender in SHOWN_ELSEWHERE:
        documents.refresh_linked(instance._shown_by)


@receiver(document_read)
def text_read(document, **kwargs):
    documents.refresh_users_of(document)


@receiver(post_save, sender=SiteDocument)
@receiver(post_save, sender=SiteMedia)
def file_saved(instance, created, raw=False, **kwargs):
    if not raw and not created:
        documents.refresh_users_of(instance)


@receiver(page_published, sender=GuidePage)
def guide_published(instance, **kwargs):
    make_documents(GuidePage.objects.filter(pk=instance.pk))


@receiver(image_withdrawn)
def consent_ended(image, **kwargs):
    pages = [page.pk for page in pages_with(image)]
    make_documents(GuidePage.objects.filter(pk__in=pages))


@receiver([post_save, post_delete], sender=CompoundPart)
@receiver([post_save, post_delete], sender=StemException)
def analysis_changed(raw=False, **kwargs):
    """The words of every document may be cut or stemmed in another way from now on."""
    if not raw:
        transaction.on_commit(renew_search_documents.enqueue)


@receiver(worker_ends)
def store_counts(**kwargs):
    counts.write()


def make_documents(guides) -> None:
    """Have the documents of ``guides`` made after the commit; the task looks which are public and changed."""
    for page_pk in guides.filter(makes_document=True).values_list("pk", flat=True):
        transaction.on_commit(partial(make_document.enqueue, page_pk))


@receiver(documents_changed)
def search_documents_changed(**kwargs):
    """Have the search server fed after the commit. The periodic job mends what goes wrong here."""
    if settings.ELASTICSEARCH_URL:
        transaction.on_commit(wake_feeder, robust=True)


def wake_feeder() -> None:
    """Queue the task, unless one is waiting that will see these changes too."""
    is_queued = isinstance(task_backends["default"], DatabaseBackend) and (
        DBTaskResult.objects.ready().filter(task_path=feed_search_server.module_path).exists()
    )
    if not is_queued:
        feed_search_server.enqueue()
