"""An image is on the site for as long as the people in it agreed, and somebody is told when that ends."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.choices import Role
from cms.consent import is_withheld, pages_with, withdraw_images
from cms.models import SiteImage, SiteRendition
from cms.pictures import prepare
from tests.cms.editors import browser, somebody
from tests.factories import NewsPageFactory, SiteImageFactory, UserFactory

# Making sizes leaves temporary files of the image library to the garbage collector.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")]


@pytest.fixture
def ended(site):
    """An image with prepared sizes whose consent ended yesterday."""
    image = SiteImageFactory(
        title="Groepsfoto",
        uploaded_by_user=UserFactory(email="plaatser@example.org"),
        consent_until=timezone.localdate() - timedelta(days=1),
    )
    prepare(image)
    return image


def sizes(settings) -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / "images").glob("*"))


def test_sizes_of_an_ended_consent_are_removed(ended, settings):
    assert sizes(settings) != []

    withdraw_images(timezone.now())

    ended.refresh_from_db()
    assert (sizes(settings), ended.sources, SiteRendition.objects.count()) == ([], {}, 0)


def test_image_is_shown_up_to_and_including_the_last_day(site, settings):
    image = SiteImageFactory(consent_until=timezone.localdate())
    prepare(image)
    made = sizes(settings)

    told = withdraw_images(timezone.now())

    assert (told, sizes(settings)) == (0, made)


def test_nobody_gets_a_file_by_its_address(ended, client):
    addresses = [ended.file.url, *(rendition.file.url for rendition in ended.renditions.all())]

    assert {client.get(address).status_code for address in addresses} == {404}


def test_address_works_while_the_consent_holds(client, site):
    response = client.get(SiteImageFactory(consent_until=date(2999, 1, 1)).file.url)
    response.close()

    assert response.status_code == 200


def test_editor_still_sees_it_but_no_cache_keeps_it(ended):
    response = browser(somebody(Role.EDITOR)).get(ended.file.url)
    response.close()

    assert (response.status_code, response.headers["Cache-Control"]) == (200, "private, no-store")


def test_uploader_and_page_keeper_are_told_once(ended, mailoutbox, settings):
    settings.BASE_URL = "https://www.example.org"
    keeper = UserFactory(email="bewaker@example.org")
    page = NewsPageFactory(title="Terugblik", listing_image=ended, keeper=keeper)
    ReferenceIndex.create_or_update_for_object(page)

    first = withdraw_images(timezone.now())
    second = withdraw_images(timezone.now())

    assert (first, second) == (1, 0)
    assert [mail.to for mail in mailoutbox] == [["bewaker@example.org"], ["plaatser@example.org"]]
    mail = mailoutbox[0]
    assert mail.subject == "De toestemming voor het beeld ‘Groepsfoto’ is afgelopen"
    assert f"https://www.example.org/cms/images/{ended.pk}/" in mail.body
    assert f"- Terugblik\n  https://www.example.org/cms/pages/{page.pk}/edit/" in mail.body
    assert mail.alternatives[0][1] == "text/html"
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"


def test_administrators_are_told_when_nobody_else_is_known(site, mailoutbox):
    somebody(Role.ADMINISTRATOR, email="beheer@example.org")
    SiteImageFactory(consent_until=date(2020, 1, 1))

    withdraw_images(timezone.now())

    assert [mail.to for mail in mailoutbox] == [["beheer@example.org"]]


def test_a_new_date_lets_the_next_end_be_told_again(ended):
    from django.urls import reverse

    withdraw_images(timezone.now())
    client = browser(somebody(Role.MODERATOR))
    data = {"title": "Groepsfoto", "description": "Een groep", "consent_until": "2999-01-01"}

    client.post(reverse("wagtailimages:edit", args=[ended.pk]), data)

    ended = SiteImage.objects.get()
    assert (ended.consent_until, ended.consent_expiry_told_at) == (date(2999, 1, 1), None)
    assert is_withheld(ended.file.name, timezone.localdate()) is False


def test_pages_with_an_image_are_found_in_their_blocks(ended):
    page = NewsPageFactory(body=[("image", {"image": ended, "caption": "", "layout": "column"})])
    NewsPageFactory()
    ReferenceIndex.create_or_update_for_object(page)

    assert pages_with(ended) == [page]
