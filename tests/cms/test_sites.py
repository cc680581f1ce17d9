from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, Site

from cms.models import SiteSettings
from cms.sites import fetch_sites
from tests.factories import SiteImageFactory

pytestmark = pytest.mark.django_db


def test_sites_come_with_root_page_settings_and_logo_in_one_query(site, django_assert_num_queries):
    until = timezone.localdate() + timedelta(days=1)
    logo = SiteImageFactory(description="Drie bogen", consent_until=until)
    SiteSettings.objects.filter(site=site).update(name="Zin", logo=logo)

    with django_assert_num_queries(1):
        (found,) = fetch_sites()
        shown = found.sitesettings.logo.picture
        root = found.root_page

    assert (found, found.hostname, found.is_default_site, found.port) == (site, "testserver", True, 80)
    assert (root.pk, root.url_path, root.path) == (site.root_page_id, "/home/", site.root_page.path)
    assert (found.sitesettings.name, found.sitesettings.site_id) == ("Zin", site.pk)
    assert (shown.alt, shown.width) == ("Drie bogen", 900)


def test_site_without_settings_has_none(site):
    SiteSettings.objects.all().delete()
    other = Site.objects.create(hostname="elders.example.org", root_page=Page.objects.get(depth=1))

    found = {one.pk: getattr(one, "sitesettings", None) for one in fetch_sites()}

    assert found == {site.pk: None, other.pk: None}
