from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.models import FooterMenuItem, MainMenuItem, SiteDocument, SiteImage, SiteMenus
from cms.visit import Visit, current_visit, visiting
from resources.models import NewsIndexPage
from tests.factories import (
    NewsPageFactory,
    PersonFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    SiteNoticeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(site):
    with visiting(Visit("testserver", 80)) as visit:
        visit.site  # noqa: B018  # fetched before counting
        yield visit


def test_everything_wanted_comes_with_one_query(visit, django_assert_num_queries):
    image, document, person = SiteImageFactory(), SiteDocumentFactory(), PersonFactory(name="An")
    page = NewsPageFactory(title="Nieuws van vandaag")
    wanted = [
        visit.references.want(SiteImage, image.pk),
        visit.references.want(SiteDocument, document.pk),
        visit.references.want(type(person), person.pk),
        visit.references.want(Page, page.pk),
    ]

    with django_assert_num_queries(1):
        shown = [wanted[0].alt, wanted[1].title, wanted[2].name, wanted[3].url]

    assert shown == ["Een deur die openstaat", document.title, "An", page.get_url()]


@pytest.mark.parametrize("number", [1, 50])
def test_number_of_things_changes_nothing_in_the_number_of_queries(visit, django_assert_num_queries, number):
    people = PersonFactory.create_batch(number)
    wanted = [visit.references.want(type(person), person.pk) for person in people]

    with django_assert_num_queries(1):
        names = [one.name for one in wanted]

    assert names == [person.name for person in people]


def test_what_does_not_exist_is_falsy(visit):
    assert not visit.references.want(SiteImage, 999)


def test_person_without_or_after_consent_is_not_shown(visit):
    today = timezone.localdate()
    shown = PersonFactory(consent_until=today)
    never = PersonFactory(consent_on=None)
    ended = PersonFactory(consent_until=today - timedelta(days=1))

    found = [bool(visit.references.want(type(one), one.pk)) for one in (shown, never, ended)]

    assert found == [True, False, False]


def test_image_without_consent_is_not_shown(visit):
    yesterday = timezone.localdate() - timedelta(days=1)
    ended = SiteImageFactory(consent_by="Iemand", consent_until=yesterday)

    assert not visit.references.want(SiteImage, ended.pk)
    assert ended.picture is None


def test_page_that_is_not_public_is_not_linked(visit):
    live, draft, expired, private = (NewsPageFactory() for _ in range(4))
    Page.objects.filter(pk=draft.pk).update(live=False)
    Page.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    found = [bool(visit.references.want(Page, page.pk)) for page in (live, draft, expired, private)]

    assert found == [True, False, False, False]


def test_private_parent_hides_what_is_below(visit):
    page = NewsPageFactory()
    before = bool(visit.references.want(Page, page.pk))
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")

    with visiting(Visit("testserver", 80)) as later:
        after = bool(later.references.want(Page, page.pk))

    assert (before, after) == (True, False)


def test_frame_comes_with_the_same_query(site, rf, django_assert_num_queries):
    from cms.frame import Frame

    menus = SiteMenus.objects.create(site=site)
    MainMenuItem.objects.create(menu=menus, sort_order=1, url="/zoeken/", label="Zoeken")
    MainMenuItem.objects.create(menu=menus, sort_order=0, page=NewsIndexPage.objects.get())
    FooterMenuItem.objects.create(menu=menus, page=NewsIndexPage.objects.get(), label="Al het nieuws")
    SiteNoticeFactory(text="Oud", shown_until=timezone.now() - timedelta(minutes=1))
    SiteNoticeFactory(text="Nu")
    image = SiteImageFactory()

    with visiting(Visit("testserver", 80)) as visit, django_assert_num_queries(2):
        frame = Frame(rf.get("/nieuws/iets/"), visit)
        picture = visit.references.want(SiteImage, image.pk)
        menu = [(link.label, link.url, link.is_current) for link in frame.main_menu]
        assert menu == [("Nieuws", "/nieuws/", True), ("Zoeken", "/zoeken/", False)]
        assert [link.label for link in frame.footer_menu] == ["Al het nieuws"]
        assert frame.notice.text == "Nu"
        assert picture.alt == image.description


def test_menu_leaves_out_a_page_that_is_not_live(site, rf):
    from cms.frame import Frame

    menus = SiteMenus.objects.create(site=site)
    page = NewsPageFactory()
    MainMenuItem.objects.create(menu=menus, page=page)
    with visiting(Visit("testserver", 80)) as visit:
        assert len(Frame(rf.get("/"), visit).main_menu) == 1
    page.unpublish()

    with visiting(Visit("testserver", 80)) as visit:
        assert Frame(rf.get("/"), visit).main_menu == []


def test_outside_a_visit_nothing_is_shared():
    assert current_visit() is None
