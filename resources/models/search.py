from django.db import models
from django.db.models import Q


class SearchDocumentQuerySet(models.QuerySet):
    def visible(self, at):
        """Documents whose time window holds the aware datetime ``at``."""
        return self.filter(Q(visible_until=None) | Q(visible_until__gt=at))


class SearchDocument(models.Model):
    """What search knows of one public object, written in the same transaction as the object itself.

    Texts are stored twice: as people read them, and as terms (`resources.search.analysis`), sorted and each
    between spaces. ``all_terms`` holds every term of the object, a term of the title or labels as well.
    ``facets`` maps the name of a facet to the words of the address under which the object is found.
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
    dated_on = models.DateField(null=True)
    visible_until = models.DateTimeField(null=True)
    analysis_version = models.PositiveSmallIntegerField()

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_pk"], name="one_search_document")]

    def __str__(self):
        return f"{self.kind} {self.object_pk}"
