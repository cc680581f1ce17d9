"""Old addresses keep working: what happens when the web address of a training or organisation changes."""

from __future__ import annotations

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect


@transaction.atomic
def move(old: str, new: str) -> None:
    """Send visitors of the path ``old`` to the path ``new``, permanently, on every site.

    What already led to ``old`` leads to ``new`` at once, so that nobody is sent twice; an older redirect away
    from ``new`` goes, because something stands there again. Nothing happens when both are the same.
    """
    if Redirect.normalise_path(old) == Redirect.normalise_path(new):
        return
    settle(new)
    Redirect.objects.filter(redirect_link=old, automatically_created=True).update(redirect_link=new)
    settle(old)
    Redirect.add_redirect(old, new, is_permanent=True, automatically_created=True)


def settle(path: str) -> None:
    """Something stands at ``path`` again: forget the redirect that we made away from it."""
    Redirect.objects.filter(old_path=Redirect.normalise_path(path), automatically_created=True).delete()


def forget(path: str) -> None:
    """What stood at ``path`` is gone for good: forget our redirects to it, so visitors get a clear 404."""
    Redirect.objects.filter(redirect_link=path, automatically_created=True).delete()
