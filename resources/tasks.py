"""Background work for guides and search. Arguments are keys only: they are stored in the queue as JSON."""

from django.conf import settings
from django.urls import reverse
from django_tasks import task

from cms import mail
from resources.guide_documents import making
from resources.models import ReleaseSubscription
from resources.search import documents, feeding


@task()
def send_confirmation(subscription_pk: int) -> None:
    """Ask the holder of an address whether the request is theirs; a withdrawn request is left alone."""
    subscription = ReleaseSubscription.objects.select_related("page").filter(pk=subscription_pk).first()
    if subscription:
        stop_url = settings.BASE_URL + reverse("resources:release_stop", args=[subscription.token])
        mail.send(
            "release_confirmation",
            subscription.email,
            {
                "title": subscription.page.title,
                "is_confirmed": subscription.confirmed_at is not None,
                "confirm_url": settings.BASE_URL + reverse("resources:release", args=[subscription.token]),
                "stop_url": stop_url,
            },
            # RFC 8058: a mail program can stop it with one POST.
            headers={
                "List-Unsubscribe": f"<{stop_url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )


@task()
def make_document(page_pk: int) -> None:
    """Make the document of a guide anew when its text changed since the last one."""
    making.make_document(page_pk)


@task()
def renew_search_documents() -> None:
    """Write every search document anew, because editors changed how words are cut or stemmed."""
    documents.refresh_all()


@task(priority=50)
def feed_search_server() -> None:
    """Push what waits for the search server, before work that nobody is looking for; see `feeding`."""
    feeding.feed_in_turn()
