"""The fields of the registration form as markup. Of a blank form they are drawn once and kept.

A rush begins with everybody opening the same blank form, and drawing its fields is most of the work. They
depend on the number of people, on what the training asks and on the organisations in the list alone. Nothing
of a visitor is in them, and the number of the form stands outside of them.
"""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from network.forms import RegistrationForm

_kept: dict[tuple, SafeString] = {}
MOST_KEPT = 100


def fields_of(form: RegistrationForm) -> SafeString:
    """The visible fields, and what was typed."""
    if form.is_bound or form.initial or not form.is_for_everybody:
        return _draw(form)
    event = form.event
    asked = (event.asks_access_needs, event.asks_dietary_needs, event.has_waiting_list)
    key = (len(form.prefixes), form.is_for_several, asked, tuple(form.organisations()))
    if key not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = _draw(form)
    return _kept[key]


def _draw(form: RegistrationForm) -> SafeString:
    return render_to_string("network/_register_fields.html", {"form": form})
