"""manage.py search_eval: how good the search is on judged queries; exit status 1 below the goals."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resources.models import SearchDocument
from resources.search import engines, judging
from resources.search.engines.base import Engine
from resources.search.finding import find
from resources.search.kinds import address_of


class Command(BaseCommand):
    help = (
        "Print nDCG@10, MRR and empty results of judged queries, by class. They are about the demonstration."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--engine", help="the name of an engine; default: the one that the settings choose"
        )
        parser.add_argument("--file", type=Path, default=judging.JUDGED, help="other judged queries (JSON)")
        parser.add_argument("--verbose", action="store_true", help="also what each query finds, worst first")

    def handle(self, *args, engine, file, verbose, **options):
        try:
            chosen = engines.engine_named(engine) if engine else engines.chosen_engine()
            queries = judging.read(file)
        except (OSError, ValueError, KeyError) as wrong:
            raise CommandError(f"Nothing to measure: {wrong}") from wrong
        measured = judging.measure(queries, lambda query: paths_of(query, chosen))
        if verbose:
            self._each(measured)
        self.stdout.write(f"engine {chosen.name}")
        self.stdout.write(f"{'':12} queries nDCG@10   MRR  empty")
        for kind, figures in {**judging.by_class(measured), "all": judging.figures(measured)}.items():
            self.stdout.write(
                f"{kind:12} {figures.queries:7} {figures.ndcg:7.3f} {figures.mrr:5.3f} {figures.empty:6.1%}"
            )
        if wrong := judging.failures(measured):
            raise CommandError("\n".join(wrong))

    def _each(self, measured: list[judging.Measured]) -> None:
        for one in sorted(measured, key=lambda one: one.ndcg):
            self.stdout.write(f"{one.ndcg:.3f} {one.judged.kind}: {one.judged.query}  ({one.judged.why})")
            for path in one.paths:
                self.stdout.write(f"      {one.judged.relevant.get(path, '-')} {path}")


def paths_of(query: str, engine: Engine) -> list[str]:
    """The addresses of the first page of hits, best first."""
    keys = find(query, at=timezone.now(), engine=engine).keys
    documents = SearchDocument.objects.in_bulk(keys)
    return [address_of(documents[key].kind, documents[key].path) for key in keys]
