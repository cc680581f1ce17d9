"""How good the search is, by judged queries: on the demonstration and on a site that it was not made for."""

import json
import subprocess
import sys

import pytest

from resources.models import SearchDocument
from resources.search import judging
from resources.search.finding import find
from resources.search.judging import Judged, Measured
from tests.databases import ROOT
from tests.resources import other_site
from tests.resources.reference_engine import ReferenceEngine
from tests.resources.vocabulary import MemoryVocabulary


def judged(relevant, kind="plain"):
    return Judged(kind, "tuin", relevant, "an example")


def test_ndcg_is_1_for_the_best_order_and_less_for_every_other():
    relevant = {"/a/": 3, "/b/": 1}

    assert Measured(judged(relevant), ("/a/", "/b/", "/c/")).ndcg == 1
    assert round(Measured(judged(relevant), ("/b/", "/a/")).ndcg, 4) == 0.7098
    assert Measured(judged(relevant), ("/c/",)).ndcg == 0
    assert Measured(judged(relevant), ("/c/", "/b/", "/a/")).reciprocal_rank == 1 / 3


def test_failures_name_what_is_below_the_goals():
    good = Measured(judged({"/a/": 3}), ("/a/",))
    empty = Measured(judged({"/a/": 3}, kind="typo"), ())

    assert judging.failures([good]) == []
    assert judging.failures([good, empty]) == [
        "nDCG@10 is 0.500, the goal is 0.95",
        "nDCG@10 of typo is 0.000, the goal is 0.85",
        "“tuin” (typo) finds nothing",
    ]


def test_judged_queries_of_the_demonstration_cover_every_class():
    queries = judging.read()

    assert len(queries) == len({one.query for one in queries}) >= 80
    assert {one.kind for one in queries} == set(judging.CLASSES)
    assert all(one.why and set(one.relevant.values()) <= {1, 2, 3} for one in queries)


def test_later_queries_are_others():
    later = judging.read(judging.JUDGED_LATER)

    assert len({one.query for one in (*judging.read(), *later)}) == len(judging.read()) + len(later)
    assert {one.kind for one in later} == set(judging.CLASSES)


def test_judged_query_without_an_answer_is_refused(tmp_path):
    path = tmp_path / "judged.json"
    path.write_text(json.dumps([{"class": "plain", "query": "tuin", "relevant": {"/a/": 1}, "why": "so"}]))

    with pytest.raises(ValueError, match="tuin"):
        judging.read(path)


def test_search_is_as_good_on_another_site(site):
    SearchDocument.objects.all().delete()
    rows = other_site.documents()
    for row in rows:
        row.changed_at = other_site.AT
    rows = SearchDocument.objects.bulk_create(rows)
    engine, words = ReferenceEngine(rows), MemoryVocabulary(rows)
    paths = {row.pk: row.path for row in rows}

    def ask(query):
        return [paths[key] for key in find(query, at=other_site.AT, engine=engine, words=words).keys]

    measured = judging.measure(judging.read(other_site.QUERIES), ask)

    assert judging.failures(measured) == []
    assert sum(one.is_empty for one in measured) == 0


def test_search_reaches_its_goals_on_the_demonstration(demo_site):
    done = subprocess.run(
        [sys.executable, "manage.py", "search_eval", "--engine", "database"],
        cwd=ROOT,
        env=demo_site.served(),
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "engine database"
    assert done.stdout.splitlines()[-1].startswith("all")


def test_queries_that_were_written_later_are_answered_as_well_as_they_were(demo_site):
    done = subprocess.run(
        [sys.executable, "manage.py", "search_eval", "--file", str(judging.JUDGED_LATER)],
        cwd=ROOT,
        env=demo_site.served(),
        capture_output=True,
        text=True,
    )

    name, _number, ndcg, _mrr, empty = done.stdout.splitlines()[-1].split()
    assert (name, empty) == ("all", "0.0%")
    assert float(ndcg) >= 0.87, done.stderr


def test_search_eval_refuses_an_engine_that_does_not_exist(demo_site):
    done = subprocess.run(
        [sys.executable, "manage.py", "search_eval", "--engine", "abacus"],
        cwd=ROOT,
        env=demo_site.served(),
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert "abacus" in done.stderr
