"""The editors' words as the lexicon that documents and queries are analysed with."""

from __future__ import annotations

from zlib import crc32

from django.db.models import CharField, Count, Max, Value

from resources.choices import SynonymDirection
from resources.models import CompoundPart, StemException, SynonymGroup
from resources.search.lexicon import Lexicon, Synonyms

RULES = (SynonymGroup, CompoundPart, StemException)


class EditorsWords:
    """The source of the lexicon: the rows that editors keep."""

    def version(self) -> int:
        """Another number after every change, whichever process made it; 0 without rows. One query."""
        first, *others = (_last_change(model) for model in RULES)
        changes = sorted(str(row) for row in first.union(*others, all=True) if row[1])
        return crc32("\n".join(changes).encode()) if changes else 0

    def read(self) -> Lexicon:
        """Four queries. The version is read first: what changes meanwhile is read again next time."""
        version = self.version()
        return lexicon_of(
            SynonymGroup.objects.all(), CompoundPart.objects.all(), StemException.objects.all(), version
        )


def _last_change(model):
    """How many rows of ``model`` there are, and when the last of them was saved."""
    rows = model.objects.order_by().annotate(kind=Value(model.__name__, CharField())).values("kind")
    return rows.annotate(number=Count("pk"), last=Max("changed_at")).values_list("kind", "number", "last")


def lexicon_of(synonyms, parts, stems, version: int = 0) -> Lexicon:
    """The lexicon of some rows, stored or not."""
    return Lexicon(
        synonyms=tuple(
            Synonyms(tuple(one.phrases), one_way=one.direction == SynonymDirection.ONE_WAY)
            for one in synonyms
        ),
        parts=tuple(one.part for one in parts),
        stems=tuple((one.word, one.base) for one in stems),
        version=version,
    )


def lexicons(rule) -> tuple[Lexicon, Lexicon]:
    """The lexicon without ``rule``, and with it as it stands in the editor, stored or not. Three queries."""
    rows = [
        list(model.objects.exclude(pk=rule.pk) if model is type(rule) else model.objects.all())
        for model in RULES
    ]
    without = lexicon_of(*rows)
    rows[RULES.index(type(rule))].append(rule)
    return without, lexicon_of(*rows)
