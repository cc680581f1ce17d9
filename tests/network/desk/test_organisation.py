"""A coordinator proposes another text for the page of the own organisation; somebody else publishes it."""

import pytest

from cms.choices import Role
from network.models import Organisation
from network.organisation_draft import State, state_of, to_html, to_text
from tests.cms.editors import browser, somebody
from tests.factories import CoordinatorFactory, OrganisationFactory
from tests.network.desk.coordinators import Desk, statuses

pytestmark = pytest.mark.django_db
PAGE = "/mijn/organisatie/"
WORDS = {
    "summary": "Een huis in de stad.",
    "description": "Wij wonen hier.\r\n\r\nKom <b>kijken</b>.",
    "website": "https://example.org/",
    "place": "Goirle",
}


@pytest.fixture
def desk(site):
    return Desk(
        OrganisationFactory(name="Het Laar", summary="Oud.", description="<p>Oud.</p>", place="Tilburg")
    )


def now(desk) -> Organisation:
    return Organisation.objects.get(pk=desk.organisation.pk)


def test_proposal_waits_for_review_and_changes_nothing_on_the_site(desk):
    response = desk.post(PAGE, WORDS)

    organisation = now(desk)
    draft, review = organisation.get_latest_revision_as_object(), organisation.current_workflow_state
    assert (response.status_code, response["Location"]) == (303, PAGE + "?klaar=verstuurd")
    assert (organisation.summary, organisation.description, organisation.live) == (
        "Oud.",
        "<p>Oud.</p>",
        True,
    )
    assert (draft.summary, draft.website, draft.place) == (WORDS["summary"], WORDS["website"], WORDS["place"])
    assert draft.description == "<p>Wij wonen hier.</p><p>Kom &lt;b&gt;kijken&lt;/b&gt;.</p>"
    assert (review.status, review.requested_by) == ("in_progress", desk.user)
    assert review.current_task_state.revision == organisation.latest_revision
    assert "ligt bij de redactie" in desk.get(response["Location"]).content.decode()


def test_proposal_is_published_by_a_second_reader(desk):
    desk.post(PAGE, WORDS)
    task = now(desk).current_workflow_task_state

    task.task.specific.on_action(task, somebody(Role.MODERATOR), "approve")

    assert (now(desk).summary, now(desk).has_unpublished_changes) == (WORDS["summary"], False)
    assert state_of(now(desk)) == State.FREE


def test_proposal_may_be_changed_while_it_waits(desk):
    desk.post(PAGE, WORDS)
    html = desk.get(PAGE).content.decode()

    desk.post(PAGE, {**WORDS, "summary": "Nog beter."})

    organisation = now(desk)
    review = organisation.current_workflow_state
    assert ("wacht op een redacteur" in html, "Een huis in de stad." in html) == (True, True)
    assert organisation.get_latest_revision_as_object().summary == "Nog beter."
    assert [one.status for one in organisation.workflow_states.order_by("pk")] == ["cancelled", "in_progress"]
    assert review.current_task_state.revision == organisation.latest_revision


def test_proposal_that_changes_nothing_is_not_sent(desk):
    words = {"summary": "Oud.", "description": "Oud.", "website": "", "place": "Tilburg"}

    desk.post(PAGE, words)

    assert (now(desk).latest_revision, now(desk).current_workflow_state) == (None, None)


def test_editors_markup_stays_as_long_as_the_words_do(desk):
    markup = "<p>Wij <b>wonen</b> hier.</p><ul><li>één</li><li>twee</li></ul>"
    Organisation.objects.update(description=markup)
    words = to_text(markup)

    desk.post(PAGE, {**WORDS, "description": words.replace("\n", "\r\n")})

    assert words == "Wij wonen hier.\n\néén\n\ntwee"
    assert now(desk).get_latest_revision_as_object().description == markup


def test_text_and_markup_are_each_others_reverse():
    text = "Een & ander <script>\nnieuwe regel\n\nTweede 'alinea'."

    assert to_text(to_html(text)) == text
    assert to_html(text) == (
        "<p>Een &amp; ander &lt;script&gt;<br/>nieuwe regel</p><p>Tweede &#x27;alinea&#x27;.</p>"
    )


def test_page_that_an_editor_works_on_cannot_be_changed(desk):
    organisation = now(desk)
    organisation.summary = "Van de redactie."
    organisation.save_revision(user=somebody(Role.EDITOR))

    seen, sent = desk.get(PAGE), desk.post(PAGE, WORDS)

    assert ("Een redacteur is met deze pagina bezig" in seen.content.decode(), sent.status_code) == (
        True,
        409,
    )
    assert 'name="summary"' not in seen.content.decode()
    assert now(desk).get_latest_revision_as_object().summary == "Van de redactie."


def test_locked_page_cannot_be_changed(desk):
    Organisation.objects.update(locked=True)

    assert (desk.post(PAGE, WORDS).status_code, now(desk).latest_revision) == (409, None)


def test_draft_of_another_coordinator_of_the_organisation_is_our_own(desk):
    desk.post(PAGE, WORDS)
    colleague = CoordinatorFactory(organisation=desk.organisation).user

    response = browser(colleague).post(PAGE, {**WORDS, "place": "Rijen"})

    assert (response.status_code, now(desk).get_latest_revision_as_object().place) == (303, "Rijen")


@pytest.mark.parametrize(
    "change",
    [
        {"summary": ""},
        {"summary": "x" * 301},
        {"website": "javascript:alert(1)"},
        {"place": "x" * 81},
        {"description": "x" * 5001},
    ],
    ids=lambda change: next(iter(change)),
)
def test_proposal_that_is_not_right_is_422_and_keeps_what_was_typed(desk, change):
    response = desk.post(PAGE, {**WORDS, "place": "Diessen", **change})

    html = response.content.decode()
    assert (response.status_code, now(desk).latest_revision) == (422, None)
    assert ('id="error-summary"' in html, "Diessen" in html or "place" in change) == (True, True)


def test_page_is_for_the_own_organisation_alone(desk):
    assert desk.get(PAGE).headers["Cache-Control"] == "no-store"

    found = statuses(PAGE, method="post", **WORDS)

    assert found.pop("another coordinator") == 303  # of the own organisation
    assert found == {"stranger": 302, "editor": 404, "without organisation": 404}
    assert now(desk).latest_revision is None
