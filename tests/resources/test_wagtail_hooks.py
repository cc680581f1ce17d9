"""What editors see besides the forms."""

from django.utils import timezone

from tests.factories import GuidePageFactory, UserFactory


def test_dashboard_counts_who_waits_and_shows_no_address(site, client):
    guide = GuidePageFactory(title="Het draaiboek", is_in_the_making=True)
    guide.subscriptions.create(email="sanne@example.org", confirmed_at=timezone.now())
    guide.subscriptions.create(email="bilal@example.org")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    html = client.get("/cms/").content.decode()

    panel = html[html.index("waiting-for-guides") :]
    assert "Het draaiboek</a>: 1 " in panel
    assert "sanne@example.org" not in html
