"""Search on a search server: the index as a `Document`, the question as a `FacetedSearch`.

Everything of elasticsearch-dsl stands here. It is a redirect to ``elasticsearch.dsl`` of the client and has
no version 9, so moving on is a matter of this one import.

The server indexes the terms that `resources.search.analysis` made and has no Dutch of its own. The index
holds what is public, by the key of the search document; its numbers stay honest in three ways:

- `resources.search.engines.chosen_engine` asks the server only while it has everything that the database has,
  so what was unpublished a second ago is not counted: until the push is done the database answers;
- what leaves the site by time (``visible_until``) is left out by the question;
- pages without a card, which may vanish without a signal, are looked up in the database with every question,
  as the engines of the database do, and those that are not public are left out by key.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from elasticsearch_dsl import (
    Boolean,
    Date,
    Document,
    FacetedSearch,
    Keyword,
    Long,
    MetaField,
    Object,
    TermsFacet,
    Text,
)
from elasticsearch_dsl.query import (
    Bool,
    ConstantScore,
    Ids,
    MatchAll,
    MatchNone,
    MatchPhrase,
    Query,
    Range,
    Term,
    Terms,
)
from wagtail.models import Page, PageViewRestriction

from cms import prepared
from cms.prepared import Arm
from cms.restrictions import unrestricted
from resources.models import SearchDocument
from resources.search.engines.base import (
    FACETS,
    HAS_OPTIONAL,
    IN_LABELS,
    IN_TITLE,
    RERANKED,
    EngineUnavailable,
    Matches,
)
from resources.search.engines.server import ServerError, server
from resources.search.kinds import KINDS
from resources.search.plan import Group, Plan

MOST_VALUES = 5000  # of one facet; more would be cut off, and is refused instead
LONGEST = 1000  # letters of a term; nobody can ask for a longer one, and the server would refuse the document
DEEPEST = 100_000  # hits that can be paged through


class SearchDocumentIndex(Document):
    """A search document on the server. ``is_deleted`` marks one that is gone: only its version counts."""

    kind = Keyword()
    object_pk = Long()
    is_deleted = Boolean()
    version = Long()
    dated_on = Date(format="strict_date")
    visible_until = Date()
    title_terms = Keyword(doc_values=False, ignore_above=LONGEST)
    label_terms = Keyword(doc_values=False, ignore_above=LONGEST)
    all_terms = Keyword(doc_values=False, ignore_above=LONGEST)
    words = Text(analyzer="whitespace", norms=False)  # for phrases
    facets = Object(
        properties={name: Keyword(eager_global_ordinals=True) for name in FACETS}, dynamic="strict"
    )

    class Meta:
        dynamic = MetaField("strict")
        source = MetaField(excludes=["words", "*_terms"])  # the texts are in the database

    class Index:
        settings = {
            "number_of_shards": 1,  # so that counts are exact, and one order holds for everything
            "auto_expand_replicas": "0-1",
            "refresh_interval": "-1",  # a push refreshes: what counts as pushed can be found
            "max_result_window": DEEPEST,
        }

    @classmethod
    def action(cls, row: SearchDocument, index: str) -> dict:
        """What the bulk call takes to write ``row``, unless the server has a newer version of it.

        ``index`` is an alias or the name of an index. What is gone stays as a mark with its version: a real
        deletion is forgotten by the server after a minute, and a late write would bring the document back.
        """
        one = cls(
            kind=row.kind,
            object_pk=row.object_pk,
            is_deleted=row.is_deleted,
            version=row.version,
            dated_on=row.dated_on,
            visible_until=row.visible_until,
            title_terms=_terms(row.title_terms),
            label_terms=_terms(row.label_terms),
            all_terms=_terms(row.all_terms),
            words=row.words.strip(),
            facets={name: row.facets.get(name, []) for name in FACETS},
        )
        one.meta.id, one.meta.index = str(row.pk), index
        return {**one.to_dict(include_meta=True), "version": row.version, "version_type": "external_gte"}


def _terms(stored: str) -> list[str]:
    return sorted(set(stored.split()))


class PlanSearch(FacetedSearch):
    """A plan as a search with facets, each counted without its own choice."""

    doc_types = [SearchDocumentIndex]
    facets = {name: TermsFacet(field=f"facets.{name}", size=MOST_VALUES) for name in FACETS}

    def __init__(self, plan: Plan, *, at: datetime, hidden: Iterable[int]):
        self.index = settings.ELASTICSEARCH_INDEX
        self.using = server()
        filters = {name: list(values) for name, values in plan.filters.items() if values}
        super().__init__(_question(plan, at, hidden), filters=filters, sort=_order(plan))
        self._s = self._s.source(False).extra(track_total_hits=True)
        self.params(allow_partial_search_results=False)

    def query(self, search, query: Query):
        """The whole question is one query already."""
        return search.query(query)


def _order(plan: Plan) -> list:
    """The first order of `resources.search.engines.base`; the level is the score."""
    newest: dict = {"dated_on": {"order": "desc", "missing": "_last"}}
    first = [newest, "_score"] if plan.sort == "nieuwste" else ["_score", newest]
    return [*first, "kind", "object_pk"]


def _question(plan: Plan, at: datetime, hidden: Iterable[int]) -> Query:
    """What fits, with the level as its score: a sum of whole numbers, so exact."""
    gone = [Term("is_deleted", True), Range("visible_until", {"lte": at}), Ids(values=[*map(str, hidden)])]
    return Bool(
        filter=[MatchAll(), *(_has(group) for group in plan.groups)],
        must_not=[*gone, *(_has(group) for group in plan.excluded)],
        should=[
            *(_worth(_has(group), HAS_OPTIONAL) for group in plan.optional),
            *(_worth(_has(group, "title_terms"), IN_TITLE) for group in (*plan.groups, *plan.optional)),
            *(_worth(_has(group, "label_terms"), IN_LABELS) for group in (*plan.groups, *plan.optional)),
        ],
        minimum_should_match=0,
    )


def _worth(query: Query, level: int) -> Query:
    return ConstantScore(filter=query, boost=level)


def _has(group: Group, field: str = "all_terms") -> Query:
    """Documents with an alternative of the group, all its terms in ``field``, and its phrase if any."""
    single = {term for one in group.alternatives if len(one.terms) == 1 for term in one.terms}
    several = [one.terms for one in group.alternatives if len(one.terms) != 1]
    ways: list[Query] = [Terms(field, sorted(single))] if single else []
    ways += [Bool(filter=[Term(field, term) for term in terms]) if terms else MatchAll() for terms in several]
    if not ways:
        return MatchNone()
    phrase = [MatchPhrase("words", group.phrase)] if group.phrase else []
    return Bool(filter=[Bool(should=ways, minimum_should_match=1), *phrase])


class SearchServerEngine:
    """The search server of ELASTICSEARCH_URL, for one search: a request for each plan, one query for all."""

    name = "elasticsearch"

    def __init__(self):
        self._hidden_at: datetime | None = None
        self._hidden: list[int] = []

    def find(self, plan: Plan, *, at: datetime) -> Matches:
        """Answer ``plan`` as `resources.search.engines.base` says. Raises EngineUnavailable."""
        is_late = plan.first + plan.per_page > RERANKED
        start, end = (plan.first, plan.first + plan.per_page) if is_late else (0, RERANKED)
        if end > DEEPEST:
            start, end = 0, 0  # there is no such page; the number of hits says so
        if self._hidden_at != at:
            self._hidden_at, self._hidden = at, hidden_pages(at)
        search = PlanSearch(plan, at=at, hidden=self._hidden)[start:end]
        try:
            return _read(search.execute(), end - start)
        except ServerError as error:
            raise EngineUnavailable(f"{type(error).__name__}: {error}"[:300]) from error
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise EngineUnavailable(f"an answer of another shape: {error!r}"[:300]) from error


def _read(answer, size: int) -> Matches:
    """The matches of an answer. Raises ValueError and the like when it cannot be true."""
    found = answer.to_dict()
    if found["timed_out"] or found["_shards"]["failed"] or found["hits"]["total"]["relation"] != "eq":
        raise ValueError("only a part of the index answered")
    total, keys = found["hits"]["total"]["value"], tuple(int(hit["_id"]) for hit in found["hits"]["hits"])
    if not len(set(keys)) == len(keys) <= min(total, size):
        raise ValueError(f"{len(keys)} hits where at most {min(total, size)} can be")
    for name in FACETS:
        if found["aggregations"][f"_filter_{name}"][name]["sum_other_doc_count"]:
            raise ValueError(f"more than {MOST_VALUES} values of the facet {name}")
    facets = {name: {value: count for value, count, _chosen in answer.facets[name]} for name in FACETS}
    return Matches(keys, total, facets)


def hidden_pages(at: datetime) -> list[int]:
    """Keys of the documents of pages without a card that are not public at ``at``; usually none. One query.

    Hits with a card are asked once more when the card is fetched.
    """
    return [pk for (pk,) in prepared.select(Arm(_hidden_pages, {"at": at}, "hidden pages"))]


def _hidden_pages(at: datetime) -> QuerySet:
    kinds = [kind.name for kind in KINDS if kind.is_page and not kind.has_card]
    pages = Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at), unrestricted(PageViewRestriction, "page"), live=True
    )
    is_public = Exists(pages.filter(pk=OuterRef("object_pk")))
    documents = SearchDocument.objects.visible(at).filter(~is_public, kind__in=kinds)
    return documents.values_list("pk")
