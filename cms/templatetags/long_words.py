"""Soft hyphens in long words, for headings in narrow columns.

Dutch writes compounds as one word, and a browser without Dutch hyphenation breaks a long one
anywhere ("bijee-nkomst") and without a hyphen. Loaded for every template (settings, "builtins").
"""

import re
from functools import lru_cache

import pyphen
from django import template
from django.template.defaultfilters import stringfilter
from django.utils.translation import get_language

register = template.Library()

SOFT_HYPHEN = "\u00ad"
LONG = 14  # letters; shorter words fit on the narrowest phone
LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
SHORT_COMPOUND = re.compile(r"\b(\w{1,4})-(?=\w{1,4}\b)")  # MBO-ZIN is one name
LEAST = 4  # letters before and after a break


@register.filter(is_safe=True)
@stringfilter
def long_words(text: str) -> str:
    """``text`` with soft hyphens in words of 14 letters and more, and no break inside a name like MBO-ZIN."""
    return _breakable(str(text), get_language() or "nl")


@lru_cache(maxsize=2048)
def _breakable(text: str, language: str) -> str:
    words = _patterns(language)
    if words:
        text = LONG_WORD.sub(lambda found: words.inserted(found[0], SOFT_HYPHEN), text)
    return SHORT_COMPOUND.sub("\\1-\u2060", text)


@lru_cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """Where words of a language may be broken; None when nobody wrote that down."""
    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=LEAST, right=LEAST) if known else None
