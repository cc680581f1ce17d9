"""Many stories, guides and trainings for load tests; the same ones for the same number."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.db import transaction
from wagtail.models import Site

from cms.models import Audience, SiteImage, Theme
from home.demo.generate_registrations import MIDDLE, generate_registrations
from home.demo.records import publish
from network.models import Organisation, TrainingEvent, Venue
from resources.models import GuideIndexPage, GuidePage, NewsIndexPage, NewsPage

SUBJECTS = [
    "begeleiden",
    "uitwisselen",
    "reflecteren",
    "coachen",
    "nachtzorg",
    "dementie",
    "intervisie",
    "roosteren",
]
MOMENTS = ["op de werkplek", "in de wijk", "met de hele groep", "na een lange dienst", "in drie stappen"]
SENTENCES = [
    "De leerling stelde een vraag die niemand zag aankomen.",
    "Het team nam de tijd om samen terug te kijken.",
    "Op de andere locatie ging het ontbijt heel anders.",
    "De werkbegeleider hield de handen op de rug.",
    "Zo werd een klein idee een voorstel voor de hele afdeling.",
]


@transaction.atomic
def generate(site: Site, number: int) -> None:
    """Add what is missing of ``number`` stories, guides, trainings and registrations each."""
    dice = random.Random(number)
    themes, audiences = list(Theme.objects.all()), list(Audience.objects.all())
    organisations, images = list(Organisation.objects.all()), list(SiteImage.objects.all())
    venue = Venue.objects.first()
    indexes = {NewsPage: NewsIndexPage.objects.get(), GuidePage: GuideIndexPage.objects.get()}
    for position in range(number):
        subject, moment = dice.choice(SUBJECTS), dice.choice(MOMENTS)
        title = f"{subject.capitalize()} {moment} {position + 1}"
        for model, index in indexes.items():
            slug = f"belasting-{position + 1}"
            text = "".join(f"<p>{' '.join(dice.choices(SENTENCES, k=6))}</p>" for _ in range(4))
            chosen = dice.sample(themes, k=2), dice.choice(audiences), dice.choice(organisations)
            image, day = dice.choice(images), date(2019, 1, 1) + timedelta(days=dice.randrange(2800))
            if model.objects.child_of(index).filter(slug=slug).exists():
                continue
            index.refresh_from_db()
            page = index.add_child(
                instance=model(
                    title=title,
                    slug=slug,
                    standfirst=dice.choice(SENTENCES),
                    published_on=day,
                    listing_image=image,
                    body=[("text", text)],
                )
            )
            page.themes.set(chosen[0])
            page.audiences.set([chosen[1]])
            page.organisations.set([chosen[2]])
            page.save_revision().publish()
        begins = MIDDLE + timedelta(days=dice.randrange(-700, 400), hours=dice.randrange(8))
        host, chosen_themes = dice.choice(organisations), dice.sample(themes, k=2)
        if not TrainingEvent.objects.filter(slug=f"belasting-{position + 1}").exists():
            event = TrainingEvent(
                slug=f"belasting-{position + 1}",
                title=title,
                summary=dice.choice(SENTENCES),
                region=host.region,
                host=host,
                venue=venue,
                starts_at=begins,
                ends_at=begins + timedelta(hours=3),
                capacity=dice.randrange(6, 30),
            )
            event.themes.set(chosen_themes)
            publish(event)
    generate_registrations(number)
