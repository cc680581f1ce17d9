"""What an account leaves behind in tables that are not ours: Wagtail's audit log, and sessions.

Used where somebody is erased (`cms.privacy`). What was done, when and by which key stays in the audit log;
only the words that name somebody go.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from django.contrib.sessions.models import Session
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry, PageLogEntry

GONE = "…"


def named_in_log(words: Iterable[str]) -> Iterator[ModelLogEntry | PageLogEntry]:
    """Log entries of which the label or the details hold one of ``words``, in any case.

    A word alone, such as a first name, counts only as the whole label: it may be part of anything.
    """
    words = [word for word in words if word]
    if not words:
        return
    for model in (ModelLogEntry, PageLogEntry):
        found = Q()
        for word in words:
            found |= Q(label__iexact=word)
            if _is_telling(word):
                found |= Q(label__icontains=word)
                for form in {word, json.dumps(word)[1:-1]}:  # SQLite keeps JSON as it was written, in ASCII
                    found |= Q(details__icontains=form)
        entries = model.objects.annotate(details=Cast(F("data"), models.TextField()))
        yield from entries.filter(found).order_by("pk")


def forget_in_log(words: Iterable[str]) -> int:
    """Take ``words`` out of the audit log; returns in how many entries they stood."""
    words = [word for word in words if word]
    telling = "|".join(re.escape(word) for word in words if _is_telling(word)) or r"(?!)"
    whole = {word.casefold() for word in words}
    number = 0
    for entry in named_in_log(words):
        label = GONE if entry.label.casefold() in whole else re.sub(telling, GONE, entry.label, flags=re.I)
        data = json.dumps(entry.data, ensure_ascii=False)
        data = json.loads(re.sub(telling, GONE, data, flags=re.I))
        type(entry).objects.filter(pk=entry.pk).update(label=label, data=data)
        number += 1
    return number


def _is_telling(word: str) -> bool:
    return "@" in word or " " in word


def sessions_of(email: str, user_keys: Iterable[int]) -> list[Session]:
    """Sessions in which one of these users is logged in, or in which the address was typed to log in.

    What a session holds can only be read one by one; sessions that ended are deleted each day.
    """
    keys = {str(key) for key in user_keys}
    return [one for one in Session.objects.iterator() if _is_of(one.get_decoded(), email, keys)]


def _is_of(session: dict, email: str, keys: set[str]) -> bool:
    if session.get("_auth_user_id") in keys:
        return True
    return email.lower() in json.dumps(session, ensure_ascii=False, default=str).lower()


def forget_sessions(sessions: Iterable[Session]) -> int:
    return Session.objects.filter(pk__in=[one.pk for one in sessions]).delete()[0]
