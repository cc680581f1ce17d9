"""The filters that a listing can have: how each finds its values and what it says of them.

`cms.faceted_list` applies them. A filter is one value with a name for the address and a label for visitors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, ExtractMonth, ExtractYear
from django.utils.formats import date_format


@dataclass(frozen=True)
class FacetValue:
    """A value that a visitor can choose. ``url`` chooses it, or takes it away when it is ``selected``."""

    value: str
    label: str
    count: int
    selected: bool
    url: str
    rank: int = 0


@dataclass(frozen=True)
class Facet:
    """A filter: the parameter ``name`` in the address and the ``label`` that visitors read."""

    name: str
    label: Any

    def in_use(self, items: QuerySet) -> QuerySet:
        """``items``, of which every row is one use of a value (a relation gives several rows an item)."""
        return items

    def value(self):
        """Expression: the value of an item, null for none."""
        raise NotImplementedError

    def caption(self):
        """Expression: what a visitor reads for the value, when the database knows it."""
        return Value("", TextField())

    def rank(self):
        """Expression: a number to order the values by, before their captions."""
        return Value(0, IntegerField())

    def condition(self, model, values: list) -> Q:
        """The items that have one of ``values`` (as `parse` returned them)."""
        raise NotImplementedError

    def parse(self, word: str) -> str | None:
        """The database's value, as text, for a word of the address; None for what it can never be."""
        return word

    def word(self, value: str) -> str:
        return value

    def caption_of(self, value: str, caption: str) -> str:
        return caption

    def sort(self, values: list[FacetValue]) -> list[FacetValue]:
        return sorted(values, key=lambda one: (one.rank, one.label.casefold()))


@dataclass(frozen=True)
class RelationFacet(Facet):
    """Things an item is linked to, by a foreign key or many-to-many ``relation`` to a model with slugs.

    ``only`` says which of them visitors may know of, as a condition that starts from the item.
    """

    relation: str = ""
    title: str = "title"
    order: str = ""  # a number on the related model
    only: Q = field(default_factory=Q)

    def in_use(self, items):
        return items.filter(self.only, **{f"{self.relation}__isnull": False})

    def value(self):
        return F(f"{self.relation}__slug")

    def caption(self):
        return F(f"{self.relation}__{self.title}")

    def rank(self):
        return Cast(f"{self.relation}__{self.order}", IntegerField()) if self.order else super().rank()

    def condition(self, model, values):
        chosen = model._default_manager.filter(self.only, **{f"{self.relation}__slug__in": values})
        return Q(pk__in=chosen.order_by().values("pk"))


@dataclass(frozen=True)
class OptionFacet(Facet):
    """A few fixed options, each a word of the address with its label and the condition on an item."""

    options: Mapping[str, tuple[Any, Q]] = field(default_factory=dict)

    def value(self):
        whens = [When(condition, then=Value(word)) for word, (_label, condition) in self.options.items()]
        return Case(*whens, default=None, output_field=TextField())

    def condition(self, model, values):
        return reduce(or_, (self.options[word][1] for word in values))

    def parse(self, word):
        return word if word in self.options else None

    def caption_of(self, value, caption):
        return str(self.options[value][0])

    def sort(self, values):
        words = list(self.options)
        return sorted(values, key=lambda one: words.index(one.value))


def choice_facet(name: str, label, column: str, words: Mapping[str, Any]) -> OptionFacet:
    """A filter over a column with choices; ``words`` maps the word in the address to the choice."""
    return OptionFacet(name, label, {word: (one.label, Q(**{column: one})) for word, one in words.items()})


@dataclass(frozen=True)
class YearFacet(Facet):
    """The years of a date or moment (in Europe/Amsterdam), latest first."""

    column: str = ""

    def value(self):
        return ExtractYear(self.column)

    def condition(self, model, values):
        return Q(**{f"{self.column}__year__in": [int(value) for value in values]})

    def parse(self, word):
        return word if re.fullmatch(r"[12][0-9]{3}", word) else None

    def caption_of(self, value, caption):
        return value

    def sort(self, values):
        return sorted(values, key=lambda one: one.value, reverse=True)


@dataclass(frozen=True)
class MonthFacet(Facet):
    """The months of a date or moment (in Europe/Amsterdam) as ``2027-01``, soonest first."""

    column: str = ""

    def value(self):
        return ExtractYear(self.column) * 100 + ExtractMonth(self.column)

    def condition(self, model, values):
        return reduce(
            or_,
            (
                Q(**{f"{self.column}__year": int(value[:4]), f"{self.column}__month": int(value[4:])})
                for value in values
            ),
        )

    def parse(self, word):
        return word.replace("-", "") if re.fullmatch(r"[12][0-9]{3}-(0[1-9]|1[0-2])", word) else None

    def word(self, value):
        return f"{value[:4]}-{value[4:]}"

    def caption_of(self, value, caption):
        return date_format(date(int(value[:4]), int(value[4:]), 1), "F Y")

    def sort(self, values):
        return sorted(values, key=lambda one: one.value)
