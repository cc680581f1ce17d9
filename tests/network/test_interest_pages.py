"""The pages and screens about trainings without a date, asked over HTTP."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms import limits
from cms.choices import Role
from cms.models import OutgoingMail
from network import interest
from network.models import Interest, TrainingEvent
from tests.cms.editors import browser, somebody
from tests.factories import OrganisationFactory, TrainingEventFactory, TrainingIdeaFactory
from tests.network.registering.forms import opened

ADDRESS = "sanne@example.org"
PAGE = "/trainingen/zonder-datum/nachtzorg/"


@pytest.fixture
def idea(site):
    limits.forget()
    return TrainingIdeaFactory(title="Begeleiden in de nachtzorg", slug="nachtzorg", wanted_number=3)


def send(client, email=ADDRESS, seconds=60, **values):
    data = {"email": email, "organisation_name": "Het Laar", "website": "", "submission_id": opened(seconds)}
    return client.post(PAGE, {**data, **values})


def interested(idea, number: int) -> None:
    for one in range(number):
        interest.confirm(interest.ask(idea, f"deelnemer{one}@example.org"))


def link(idea) -> str:
    return interest.link(interest.ask(idea, ADDRESS)).removeprefix("http://localhost")


def main(response) -> str:
    html = response.content.decode()
    return html[html.index("<main") : html.index("</main")]


def test_asking_stores_the_address_in_lower_case_and_queues_a_mail(idea, client):
    response = send(client, "Sanne@Example.org")

    assert (response.status_code, response.url) == (303, f"{PAGE}?gevraagd=1")
    stored = Interest.objects.get()
    assert (stored.email, stored.organisation_name, stored.confirmed_at) == (ADDRESS, "Het Laar", None)
    assert OutgoingMail.objects.values_list("kind", "recipient").get() == ("interest", ADDRESS)


def test_known_address_gets_the_answer_of_a_stranger(idea, client):
    first, second = send(client), send(client)
    answers = [main(client.get(response.url)) for response in (first, second)]

    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert answers[0] == answers[1]
    assert Interest.objects.count() == 1


@pytest.mark.parametrize(
    "values", [{"website": "http://x"}, {"email": "geen adres"}, {"submission_id": "x"}, {"seconds": 0}]
)
def test_refused_form_stores_nothing_and_keeps_what_was_typed(idea, client, values):
    response = send(client, **values)

    assert (response.status_code, Interest.objects.count(), OutgoingMail.objects.count()) == (422, 0, 0)
    assert 'value="Het Laar"' in main(response)


def test_too_many_forms_store_nothing(idea, client, settings):
    settings.LIMIT_REGISTER = "1/15m"
    send(client)

    response = send(client, "bilal@example.org")

    assert (response.status_code, "Retry-After" in response.headers) == (429, True)
    assert Interest.objects.count() == 1


def test_form_of_another_site_is_refused(idea, client):
    response = client.post(PAGE, {"email": ADDRESS}, headers={"Sec-Fetch-Site": "cross-site"})

    assert (response.status_code, Interest.objects.count()) == (403, 0)


def test_following_the_link_changes_nothing_and_the_button_confirms(idea, client):
    path = link(idea)

    looked = client.get(path)
    before = Interest.objects.get().confirmed_at
    sent = client.post(path)

    assert (looked.status_code, before) == (200, None)
    assert (sent.status_code, sent.url) == (303, path)
    assert Interest.objects.get().confirmed_at is not None
    assert (looked.headers["Referrer-Policy"], looked.headers["Cache-Control"]) == ("no-referrer", "no-store")


def test_stopping_takes_a_button_and_answers_the_same_twice(idea, client):
    path = link(idea) + "stoppen/"

    looked, left = client.get(path), Interest.objects.count()
    first, second = client.post(path), client.post(path)

    assert (looked.status_code, left, Interest.objects.count()) == (200, 1, 0)
    assert (first.status_code, main(first)) == (second.status_code, main(second)) == (200, main(first))


def test_unknown_link_says_so(idea, client):
    response = client.get("/belangstelling/niets/")

    assert (response.status_code, "Deze link werkt niet meer" in main(response)) == (404, True)


def test_closed_idea_does_not_exist_and_leads_to_the_training_that_came_of_it(idea, client):
    idea.is_open = False
    idea.save()
    before = client.get(PAGE).status_code
    begins = timezone.now() + timedelta(days=60)
    times = {"starts_at": begins, "ends_at": begins + timedelta(hours=3)}
    event = interest.plan(idea, host=OrganisationFactory(), region=idea.region, **times)
    event.save_revision().publish()

    response = client.get(PAGE)

    assert before == 404
    assert (response.status_code, response.url) == (302, f"/trainingen/{event.slug}/")
    assert (send(client).status_code, Interest.objects.count()) == (404, 0)


@pytest.mark.parametrize(("number", "said"), [(2, False), (3, True)])
def test_list_of_trainings_ends_with_ideas_and_numbers_from_three_on(idea, client, number, said):
    TrainingIdeaFactory(title="Gesloten idee", is_open=False)
    interested(idea, number)
    interest.ask(idea, "onbevestigd@example.org")

    html = main(client.get("/trainingen/"))

    assert (">Nog zonder datum</h2>" in html, PAGE in html, "Gesloten idee" in html) == (True, True, False)
    assert (f"{number} mensen hebben belangstelling" in html) is said


def test_ideas_are_not_on_lists_that_the_visitor_narrowed(idea, client):
    TrainingEventFactory(form="online")
    assert PAGE in main(client.get("/trainingen/"))

    assert PAGE not in main(client.get("/trainingen/?wanneer=voorbij"))
    assert PAGE not in main(client.get("/trainingen/?vorm=online"))


@pytest.mark.parametrize("number", [1, 3])
def test_ideas_cost_one_query_however_many(idea, client, queries, number):
    TrainingIdeaFactory.create_batch(number)

    assert queries("/trainingen/") == 8


def test_organiser_plans_a_training_with_the_number_in_sight(idea):
    interested(idea, 2)
    client = browser(somebody(Role.ORGANISER))
    host = OrganisationFactory()
    path = reverse("network_plan", args=[idea.pk])
    times = {"starts_at": "2027-03-11 13:30", "ends_at": "2027-03-11 16:30"}

    screen = client.get(path)
    response = client.post(path, {**times, "host": host.pk, "region": idea.region_id})

    assert "2 mensen hebben belangstelling." in screen.content.decode()
    event = TrainingEvent.objects.get()
    assert response.url == reverse("wagtailsnippets_network_trainingevent:edit", args=[event.pk])
    assert (event.title, event.live, event.planned_from) == (idea.title, False, idea)
    assert timezone.localtime(event.starts_at).strftime("%H:%M") == "13:30"
    assert client.get(response.url).status_code == 200


def test_training_that_ends_before_it_begins_is_not_planned(idea):
    client = browser(somebody(Role.ORGANISER))
    times = {"starts_at": "2027-03-11 13:30", "ends_at": "2027-03-11 12:30"}
    values = {**times, "host": OrganisationFactory().pk, "region": idea.region_id}

    response = client.post(reverse("network_plan", args=[idea.pk]), values)

    assert (response.status_code, TrainingEvent.objects.count()) == (200, 0)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR, Role.COORDINATOR])
def test_planning_does_not_exist_for_who_may_not_add_trainings(idea, role):
    client = browser(somebody(role))
    path = reverse("network_plan", args=[idea.pk])
    unknown = client.post(reverse("network_plan", args=[idea.pk + 1]))

    response = client.post(path, {})

    assert (response.status_code, TrainingEvent.objects.count()) == (unknown.status_code, 0)


def test_list_of_ideas_shows_the_number_and_the_button(idea):
    interested(idea, 2)

    html = browser(somebody(Role.ORGANISER)).get(reverse("wagtailsnippets_network_trainingidea:list"))

    assert reverse("network_plan", args=[idea.pk]) in html.content.decode()
    assert [one.interested for one in html.context["object_list"]] == [2]


@pytest.mark.parametrize(("number", "warned"), [(2, False), (3, True)])
def test_dashboard_warns_when_enough_people_are_interested(idea, number, warned):
    interested(idea, number)

    html = browser(somebody(Role.ORGANISER)).get("/cms/").content.decode()

    assert ("Genoeg mensen voor een training zonder datum" in html) is warned
