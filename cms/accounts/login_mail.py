"""The mail with which somebody logs in: a link that needs one press, and a code for the page that asked.

A request for it is a row of the outbox for every address, known or not, so that neither the time that it
takes nor the log tells who has an account; the mail sender looks the address up. The row holds no secret: the
code is worked out of its ``seed`` and SECRET_KEY, and the link is signed when the mail is made.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cms import outbox
from cms.models import OutgoingMail, User
from cms.outbox import Letter, letter_maker

MAKER = "login"
KIND = "login-code"
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so that no code is a word
SALT = "cms.accounts.login_link"


def new_seed() -> str:
    return secrets.token_hex(16)


def code_of(seed: str) -> str:
    """The code of eight letters, as in ``BCDF-GHJK``, that belongs to ``seed``."""
    number = int.from_bytes(salted_hmac("cms.accounts.login_code", seed, algorithm="sha256").digest())
    letters = ""
    for _letter in range(8):
        number, letter = divmod(number, len(LETTERS))
        letters += LETTERS[letter]
    return f"{letters[:4]}-{letters[4:]}"


def queue(email: str, seed: str, *, after: str = "", at: datetime | None = None) -> None:
    """Note that ``email`` asks to log in and then go to the path ``after``; one row, whoever it is of."""
    outbox.post(KIND, email, maker=MAKER, data={"seed": seed, "after": after}, at=at)


@letter_maker(MAKER)
def login_letter(mail: OutgoingMail) -> Letter | None:
    """The letter for who has an open account; None for anybody else, and when the code has expired by now."""
    user = User.objects.filter(email__iexact=mail.recipient, is_active=True).first()
    if user is None or timezone.now() - mail.created_at > lifetime():
        return None
    minutes = settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60
    url = link(user, mail.data["after"])
    return Letter("login_code", {"code": code_of(mail.data["seed"]), "url": url, "minutes": minutes})


def lifetime() -> timedelta:
    return timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)


def link(user: User, after: str = "") -> str:
    """A complete address that logs ``user`` in once, on any device, and then goes to the path ``after``."""
    token = signing.dumps([user.pk, _state(user), after], salt=SALT)
    return settings.BASE_URL + reverse("account_login_link", args=[token])


def find(token: str) -> tuple[User, str] | None:
    """Whom ``token`` logs in, and where they go then; None when it is wrong, too old or used."""
    try:
        pk, state, after = signing.loads(token, salt=SALT, max_age=lifetime())
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    return (user, after) if user and _state(user) == state else None


def _state(user: User) -> str:
    """Changes with every login, and with the address: a link works once."""
    return salted_hmac(SALT, f"{user.last_login} {user.email}", algorithm="sha256").hexdigest()[:32]


def forget_old(at: datetime) -> None:
    """Delete the rows of a day ago: who logs in when is kept nowhere."""
    OutgoingMail.objects.filter(maker=MAKER, created_at__lt=at - timedelta(days=1)).delete()
