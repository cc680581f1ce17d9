"""What a coordinator proposes for the page of the own organisation: a draft that waits for a second reader.

Nothing here publishes. Words are plain text; an editor's markup stays as long as the words are the same.
Source: README, "What a coordinator sees".
"""

from __future__ import annotations

import re
from enum import StrEnum
from html import unescape

from django.db import transaction
from django.utils.html import escape, strip_tags

from network.models import Organisation

PLAIN = ("summary", "website", "place")
WORDS = (*PLAIN, "description")
BLOCK_ENDS = re.compile(r"</(?:p|h[1-6]|li|ul|ol|blockquote)>|<hr\s*/?>", re.IGNORECASE)
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class State(StrEnum):
    FREE = "free"  # nothing waits
    OWN = "own"  # a coordinator's own draft waits, and may be changed
    TAKEN = "taken"  # an editor works on the page, or it is locked


class PageTaken(Exception):
    """Somebody else is changing the page. Nothing was stored."""


def state_of(organisation: Organisation) -> State:
    """Whether a coordinator may propose something now. A few queries."""
    review = organisation.current_workflow_state
    writers = [review.requested_by_id] if review else []
    if organisation.has_unpublished_changes and organisation.latest_revision:
        writers.append(organisation.latest_revision.user_id)
    if organisation.locked or organisation.approved_schedule:
        return State.TAKEN
    if not writers:
        return State.FREE
    own = set(organisation.coordinators.values_list("user", flat=True))
    return State.OWN if own.issuperset(writers) else State.TAKEN


@transaction.atomic
def propose(organisation: Organisation, values: dict[str, str], *, user) -> None:
    """Save a new revision with ``values`` (summary, description, website, place) and ask for a review.

    ``description`` is plain text. A review that was asked for before starts again with the new text. Raises
    `PageTaken`, and `ValidationError` of the model; nothing is stored then, nor when nothing has changed.
    """
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    if state_of(organisation) == State.TAKEN:
        raise PageTaken
    draft = organisation.get_latest_revision_as_object()
    if not _change(draft, values):
        return
    draft.save_revision(user=user, log_action=True)
    organisation.refresh_from_db()
    if review := organisation.current_workflow_state:
        review.cancel(user=user)
    if workflow := organisation.get_workflow():
        workflow.start(organisation, user)


def _change(draft: Organisation, values: dict[str, str]) -> bool:
    """Put ``values`` in the draft; was there anything new?"""
    before = [getattr(draft, name) for name in WORDS]
    for name in PLAIN:
        setattr(draft, name, values[name])
    if values["description"] != to_text(draft.description):
        draft.description = to_html(values["description"])
    return [getattr(draft, name) for name in WORDS] != before


def to_text(html: str) -> str:
    """The words of rich text: an empty line between paragraphs, links and emphasis without their marks."""
    text = LINE_BREAK.sub("\n", BLOCK_ENDS.sub("\n\n", html))
    lines = [line.strip() for line in unescape(strip_tags(text)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def to_html(text: str) -> str:
    """Plain text as paragraphs; whatever looks like markup stays text."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(text.split("\r\n")).strip())
    return "".join(f"<p>{'<br/>'.join(escape(one.strip()).split(chr(10)))}</p>" for one in paragraphs if one)
