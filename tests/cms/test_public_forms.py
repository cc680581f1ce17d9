import pytest
from django.test import Client

from home.models import ContactMessage
from resources.models import ReleaseSubscription
from tests.factories import GuidePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict():
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elders.example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 422),
        ({"Origin": "http://testserver"}, 422),
        ({}, 422),
    ],
)
def test_form_of_another_site_is_refused(site, strict, headers, status):
    response = strict.post("/contact/", {"name": ""}, headers=headers)

    assert response.status_code == status
    assert ContactMessage.objects.count() == 0


def test_sign_up_from_another_site_is_refused(site, strict):
    guide = GuidePageFactory(is_in_the_making=True)

    response = strict.post(
        f"/handreikingen/{guide.slug}/bericht/",
        {"email": "a@example.org"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert response.status_code == 403
    assert ReleaseSubscription.objects.count() == 0


def test_looking_at_a_form_sets_no_cookie(site, client):
    response = client.get("/contact/")

    assert (response.status_code, dict(response.cookies)) == (200, {})
