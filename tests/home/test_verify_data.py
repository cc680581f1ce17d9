import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from home.integrity import breaches
from network.models import Registration
from resources.models.search import SearchDocument
from tests.factories import NewsPageFactory, SiteImageFactory, TrainingEventFactory
from tests.network.registration.people import join, named

pytestmark = pytest.mark.django_db


def test_site_in_order_has_no_breaches(site, capsys):
    SiteImageFactory()
    join(TrainingEventFactory(capacity=1), "Sanne", "Bilal")

    call_command("verify_data")

    assert capsys.readouterr().out.splitlines() == [
        "registration: ok",
        "page tree: ok",
        "files: ok",
        "search: ok",
    ]


def test_breach_is_named_and_ends_with_code_1(site, capsys):
    Page.objects.filter(depth=1).update(numchild=7)

    with pytest.raises(CommandError) as error:
        call_command("verify_data")

    root = Page.objects.get(depth=1)
    assert f"  page {root.pk}: wrong number of children" in capsys.readouterr().out.splitlines()
    assert error.value.returncode == 1


def test_missing_and_unknown_files_are_named(site):
    image = SiteImageFactory()
    default_storage.delete(image.file.name)
    default_storage.save("documents/niemand.pdf", ContentFile(b"%PDF-"))

    assert breaches()["files"] == [
        f"siteimage {image.pk}: the file {image.file.name} is missing",
        "documents/niemand.pdf: no row knows this file",
    ]


def test_search_document_that_is_missing_is_named(site):
    page = NewsPageFactory()
    SearchDocument.objects.filter(object_pk=page.pk).delete()

    assert [line.partition(":")[0] for line in breaches()["search"]] == [
        "missing",
        "the counter says 16 documents, there are 15",
        "search term",
        "search word",
    ]


def test_loaded_registrations_are_checked(site):
    event = TrainingEventFactory(capacity=1)
    join(event, "Sanne", "Bilal")
    Registration.objects.filter(pk=named(event, "Sanne").pk).update(status="cancelled")

    found = breaches(timezone.now())["registration"]

    assert found == [
        f"{event.slug}: a seat is free while 1 wait",
        f"{event.slug}: {named(event, 'Sanne').reference} is cancelled, the log says otherwise",
    ]
