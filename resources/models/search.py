"""What search knows: the documents, the values of their facets, and the words that they are made of.

Rows are written by `resources.search.documents` only. Beside these tables stands what each database brings to
search text, made by migration 0005 and kept equal by the database itself: on SQLite two FTS5 tables with
triggers, on PostgreSQL generated columns. A migration that makes Django copy the table of the documents
(SQLite, most changes of a column) must make the triggers again; `verify_data` tells when they are gone.
"""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

LONGEST_TERM = 120  # letters; a longer run of letters and hyphens is no word


class SearchDocumentQuerySet(models.QuerySet):
    def visible(self, at):
        """Documents that are no tombstone and whose time window holds the aware datetime ``at``."""
        return self.filter(Q(visible_until=None) | Q(visible_until__gt=at), is_deleted=False)

    def behind(self):
        """Documents and tombstones of which a search server does not have the last version."""
        return self.filter(version__gt=F("pushed_version"))


class SearchDocument(models.Model):
    """What search knows of one public object, written in the same transaction as the object itself.

    Texts are stored twice: as people read them, and as terms (`resources.search.analysis`), sorted and each
    between spaces. ``all_terms`` holds every term of the object, a term of the title or labels as well.
    ``facets`` maps the name of a facet to the words of the address under which the object is found;
    ``facet_marks`` says the same in one letter for each value (`SearchFacet`), for counting.

    ``version`` rises with every change of the row and is higher than that of every change committed before.
    What is no longer public leaves a tombstone (``is_deleted``, without texts) until a search server, when
    there is one, knows that it is gone: ``pushed_version`` is the version that it has.
    """

    kind = models.CharField(max_length=30)
    object_pk = models.BigIntegerField()
    path = models.CharField(max_length=500)  # place in the page tree (url_path), or the path of a snippet
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)
    title_words = models.TextField(blank=True)  # folded, in their order, between spaces
    words = models.TextField(blank=True)  # the same of title, summary and text, for phrases
    title_terms = models.TextField(blank=True)
    label_terms = models.TextField(blank=True)  # of the summary, themes, organisations, tags and the like
    all_terms = models.TextField(blank=True)
    facets = models.JSONField(default=dict)
    facet_marks = models.TextField(blank=True)
    dated_on = models.DateField(null=True)
    visible_until = models.DateTimeField(null=True)
    analysis_version = models.PositiveSmallIntegerField()
    version = models.BigIntegerField(default=0)
    pushed_version = models.BigIntegerField(default=0)  # 0: a search server does not have it
    is_deleted = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)  # when this version was made

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_pk"], name="one_search_document")]
        indexes = [
            models.Index(fields=["version"], name="search_version"),
            models.Index(
                fields=["version"], name="search_unpushed", condition=Q(version__gt=F("pushed_version"))
            ),
            # All that a list of hits needs, without the pages of text in the row; for SQLite, which is told
            # to read these. By key for the documents with a word, by date for the newest of very many.
            models.Index(
                fields=["id", "is_deleted", "visible_until", "kind", "object_pk", "dated_on", "facet_marks"],
                name="search_narrow",
            ),
            models.Index(
                fields=["-dated_on", "kind", "object_pk", "is_deleted", "visible_until", "facet_marks"],
                name="search_newest",
            ),
            models.Index(fields=["title_words"], name="search_title_words"),
        ]

    def __str__(self):
        return f"{self.kind} {self.object_pk}"


class SearchFacet(models.Model):
    """A value of a facet, and the letter that stands for it in ``SearchDocument.facet_marks``.

    The letters of all hits together are one short text, and the times that a letter occurs in it is the
    count of its value: twenty times as quick as grouping a row for each value of each hit. ``number`` never
    changes.
    """

    name = models.CharField(max_length=30)
    value = models.CharField(max_length=255)
    number = models.PositiveIntegerField(unique=True)  # from 0, without gaps

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "value"], name="one_search_facet")]

    def __str__(self):
        return f"{self.name}: {self.value}"

    @property
    def mark(self) -> str:
        return mark_of(self.number)


def mark_of(number: int) -> str:
    """The letter of the value with that number: from U+0100 on, past the surrogates, which are no letters."""
    code = 0x100 + number
    return chr(code if code < 0xD800 else code + 0x800)


class SearchTerm(models.Model):
    """A term of the index, and how many documents have it."""

    term = models.CharField(max_length=LONGEST_TERM, primary_key=True)
    documents = models.IntegerField()

    def __str__(self):
        return self.term


class SearchWord(models.Model):
    """A folded word as it stands in texts, and how many documents have it: for spelling and compounds."""

    word = models.CharField(max_length=60, primary_key=True)
    backwards = models.CharField(max_length=60)  # the word from its last letter to its first
    documents = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["backwards"], name="search_backwards")]

    def __str__(self):
        return self.word


class SearchCounter(models.Model):
    """The one row (key 1) with the last version given out and the number of documents.

    Who writes search documents locks it first, so that versions are committed in their order: whoever has
    read up to a version has missed nothing below it.
    """

    version = models.BigIntegerField(default=0)
    documents = models.IntegerField(default=0)

    def __str__(self):
        return f"version {self.version}"
