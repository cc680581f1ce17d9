"""What a mail of the outbox says: the functions that make its letter at the moment it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.mail import EmailMultiAlternatives
from django.utils.module_loading import autodiscover_modules

from cms.mail import compose
from cms.models import OutgoingMail


@dataclass(frozen=True)
class Letter:
    """What a maker gives: ``template`` is a folder of `templates/emails`, ``context`` its values.

    ``attachments`` are (file name, content, media type). The outbox's own headers win over ``headers``.
    """

    template: str
    context: dict = field(default_factory=dict)
    attachments: tuple[tuple[str, bytes, str], ...] = ()
    reply_to: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


Maker = Callable[[OutgoingMail], Letter | None]
makers: dict[str, Maker] = {}


def letter_maker(name: str) -> Callable[[Maker], Maker]:
    """Register the decorated function as ``name``, which stays in the rows: do not rename it.

    It is called outside a transaction, once a try, and may store rows (a fresh token). It returns None when
    there is nothing left to tell, because the object is gone: the row is then deleted and nobody alarmed. An
    error counts as a try.
    """

    def register(function: Maker) -> Maker:
        makers[name] = function
        return function

    return register


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives | None:
    """The message as it goes out now; None when its maker has nothing to tell. Raises what that raises."""
    autodiscover_modules("letters")
    letter = makers[mail.maker](mail)
    if letter is None:
        return None
    headers = {"Message-ID": mail.message_id, "X-ZIN-Kind": mail.kind}
    if mail.reference:
        headers["X-ZIN-Reference"] = mail.reference
    fixed = {name.lower() for name in headers} | {"auto-submitted"}
    own = {name: value for name, value in letter.headers.items() if name.lower() not in fixed}
    return compose(
        letter.template,
        mail.recipient,
        letter.context,
        reply_to=letter.reply_to,
        headers={**own, **headers},
        attachments=letter.attachments,
    )
