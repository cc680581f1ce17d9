"""What a word that editors teach the search would change, worked out before it is saved.

Synonyms change what searches find: the words themselves and what people searched for lately are asked with
and without them. Parts and stems change what documents are found by: their words are analysed both ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.models import CompoundPart, SearchDocument, StemException, SynonymGroup
from resources.search import editing, lexicon, report, unattended
from resources.search.analysis import PART, terms_of
from resources.search.counting import key_of
from resources.search.lexicon import Lexicon

MOST_QUERIES = 20  # asked both ways
MOST_EXAMPLES = 5
MOST_DOCUMENTS = 2000  # read for a preview


@dataclass(frozen=True)
class Change:
    """A search that would find more or less; ``examples`` are titles that are new or gone."""

    query: str
    before: int
    after: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Effect:
    """``number`` results or documents change; ``words`` are pairs (word, what it is then found by)."""

    number: int
    searches: tuple[Change, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    titles: tuple[str, ...] = ()
    is_at_once: bool = True


def work_out(rule, at: datetime | None = None) -> Effect:
    """The effect of ``rule`` as it stands in the editor, stored or not, beside a search without it."""
    at = at or timezone.now()
    without, with_rule = editing.lexicons(rule)
    if isinstance(rule, SynonymGroup):
        return _of_synonyms(rule, without, with_rule, at)
    return _of_analysis(rule, without, with_rule, at)


def in_words(effect: Effect) -> str:
    if not effect.number:
        return _("This changes nothing that is on the site now.")
    if effect.is_at_once:
        return ngettext(
            "This changes %(number)d result.", "This changes %(number)d results.", effect.number
        ) % {"number": effect.number}
    return ngettext(
        "This changes how %(number)d item is found.",
        "This changes how %(number)d items are found.",
        effect.number,
    ) % {"number": effect.number}


# --- Synonyms -----------------------------------------------------------------------------------------------
def _of_synonyms(group: SynonymGroup, without: Lexicon, with_rule: Lexicon, at: datetime) -> Effect:
    changes, number = [], 0
    for query in _queries(group, at):
        before, after = _found(query, without, at), _found(query, with_rule, at)
        different = set(before) ^ set(after)
        if different:
            number += len(different)
            titles = [
                one.title for one in unattended.shown([key for key in after if key in different], at)
            ] or [one.title for one in unattended.shown([key for key in before if key in different], at)]
            changes.append(Change(query, len(before), len(after), tuple(titles[:MOST_EXAMPLES])))
    return Effect(number, searches=tuple(changes))


def _queries(group: SynonymGroup, at: datetime) -> list[str]:
    """The words of the group, and what was searched for lately with one of them in it; each once."""
    keys = [set(key_of(phrase).split()) for phrase in group.finding]
    lately = report.frequent_queries(until=timezone.localdate(at))
    touched = [query for query in lately if any(key <= set(key_of(query).split()) for key in keys)]
    found = {key_of(query): query for query in reversed([*group.phrases, *touched])}
    return list(reversed(found.values()))[:MOST_QUERIES]


def _found(query: str, words: Lexicon, at: datetime) -> list[unattended.Key]:
    with lexicon.using(words):
        return unattended.keys_of(unattended.find(query, {}, at))


# --- Parts and stems ----------------------------------------------------------------------------------------
def _of_analysis(
    rule: CompoundPart | StemException, without: Lexicon, with_rule: Lexicon, at: datetime
) -> Effect:
    wanted = rule.part if isinstance(rule, CompoundPart) else f" {rule.word} "
    rows = SearchDocument.objects.visible(at).filter(words__contains=wanted).order_by("kind", "object_pk")
    words, titles, number = {}, [], 0
    for title, text in rows.values_list("title", "words")[:MOST_DOCUMENTS]:
        changed = _changed({word for word in text.split() if wanted.strip() in word}, without, with_rule)
        if changed:
            number += 1
            titles.append(title)
            words.update(changed)
    return Effect(
        number,
        words=tuple(sorted(words.items()))[: MOST_EXAMPLES * 2],
        titles=tuple(titles[:MOST_EXAMPLES]),
        is_at_once=False,
    )


def _changed(words: Iterable[str], without: Lexicon, with_rule: Lexicon) -> dict[str, str]:
    """Those of the folded ``words`` that are found by other terms, with what then finds them."""
    with lexicon.using(without):
        before = {word: terms_of((word,)) for word in words}
    with lexicon.using(with_rule):
        after = {word: terms_of((word,)) for word in words}
        return {
            word: " + ".join(dict.fromkeys(term.removesuffix(PART) for term in after[word][1:]))
            or after[word][0]
            for word in words
            if before[word] != after[word]
        }
