"""A second reader: who wrote or submitted a text does not approve it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from cms.choices import Role
from cms.models import last_writer_pk
from resources.models import NewsPage
from tests.cms.editors import browser, filled_in, somebody
from tests.factories import NewsPageFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(site):
    """A function: a draft that ``writer`` wrote and ``submitter`` submitted."""

    def make(writer, submitter=None):
        page = NewsPageFactory(live=False, standfirst="Eerst")
        page.standfirst = "Daarna"
        page.save_revision(user=writer)
        Workflow.objects.get().start(page, submitter or writer)
        return NewsPage.objects.get(pk=page.pk)

    return make


def act(user, page, action="approve"):
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return browser(user).post(address, {"comment": ""})


def test_somebody_else_approves(draft):
    page = draft(somebody(Role.EDITOR))

    act(somebody(Role.MODERATOR), page)

    page.refresh_from_db()
    assert (page.live, page.standfirst) == (True, "Daarna")


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMINISTRATOR, None])
def test_nobody_approves_what_they_wrote(draft, role):
    writer = somebody(role, is_superuser=role is None)
    page = draft(writer, submitter=somebody(Role.EDITOR))

    act(writer, page)

    page.refresh_from_db()
    assert (page.live, page.current_workflow_state.status) == (False, "in_progress")


def test_nobody_approves_what_they_submitted(draft):
    submitter = somebody(Role.MODERATOR)
    page = draft(somebody(Role.EDITOR), submitter=submitter)

    act(submitter, page)

    page.refresh_from_db()
    assert page.live is False


def test_the_writer_may_still_ask_for_changes(draft):
    writer = somebody(Role.MODERATOR)
    page = draft(writer, submitter=somebody(Role.EDITOR))

    act(writer, page, "reject")

    assert page.current_workflow_state.status == "needs_changes"


def test_a_tiny_team_may_approve_its_own_work(draft, settings):
    settings.SELF_APPROVAL_ALLOWED = True
    writer = somebody(Role.MODERATOR)
    page = draft(writer)

    act(writer, page)

    page.refresh_from_db()
    assert page.live is True


def test_an_editor_approves_nothing(draft):
    page = draft(somebody(Role.EDITOR))

    act(somebody(Role.EDITOR), page)

    page.refresh_from_db()
    assert page.live is False


def test_approving_from_the_edit_screen_after_a_change_is_refused(draft):
    page = draft(somebody(Role.EDITOR))
    moderator = somebody(Role.MODERATOR)
    client, address = browser(moderator), reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(client.get(address).content.decode(), standfirst="Van mij")

    client.post(address, data)
    client.post(address, {**data, "action-workflow-action": "true", "workflow-action-name": "approve"})

    page.refresh_from_db()
    assert (page.live, page.get_latest_revision_as_object().standfirst) == (False, "Van mij")


def test_approving_from_the_edit_screen_without_a_change_publishes(draft):
    page = draft(somebody(Role.EDITOR))
    client, address = browser(somebody(Role.MODERATOR)), reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(client.get(address).content.decode())

    client.post(address, {**data, "action-workflow-action": "true", "workflow-action-name": "approve"})

    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes) == (True, False)


def test_changing_and_approving_in_one_step_is_refused(draft):
    page = draft(somebody(Role.EDITOR))
    client = browser(somebody(Role.MODERATOR))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(client.get(address).content.decode(), standfirst="In één keer")

    client.post(address, {**data, "action-workflow-action": "true", "workflow-action-name": "approve"})

    page.refresh_from_db()
    assert page.live is False


def test_choosing_a_moment_is_not_writing(draft):
    writer = somebody(Role.EDITOR)
    page = draft(writer)
    moderator = somebody(Role.MODERATOR)
    client, address = browser(moderator), reverse("wagtailadmin_pages:edit", args=[page.pk])
    moment = (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    data = filled_in(client.get(address).content.decode(), go_live_at=moment)
    client.post(address, data)

    # The newest version is the one that has to be approved, so Wagtail asks for it again.
    for _version in range(2):
        act(moderator, NewsPage.objects.get(pk=page.pk))

    page = NewsPage.objects.get(pk=page.pk)
    assert (last_writer_pk(page), page.live, page.approved_schedule) == (writer.pk, False, True)


def test_last_writer_is_who_changed_something():
    first, second = UserFactory(), UserFactory()
    organisation = OrganisationFactory(summary="Een")
    organisation.save_revision(user=first)
    organisation.summary = "Twee"
    organisation.save_revision(user=second)
    organisation.save_revision(user=first)

    assert last_writer_pk(organisation) == second.pk


def test_last_writer_of_what_was_never_edited_is_nobody(site):
    assert last_writer_pk(NewsPageFactory()) is None


def test_bulk_publishing_own_work_is_refused(site):
    moderator = somebody(Role.MODERATOR)
    own, other = NewsPageFactory(live=False), NewsPageFactory(live=False)
    own.save_revision(user=moderator)
    other.save_revision(user=somebody(Role.EDITOR))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client = browser(moderator)

    client.post(f"{address}?id={own.pk}")
    client.post(f"{address}?id={other.pk}")

    assert list(NewsPage.objects.filter(live=True)) == [other]
