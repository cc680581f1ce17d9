"""Things to test with: only what the model demands, and no surprises.

Pages hang below the fixed page of their kind, which the fixture ``site`` makes (`home.structure.build_tree`).
"""

from datetime import timedelta
from io import BytesIO

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image

from cms.models import Audience, GlossaryTerm, SiteDocument, SiteImage, SiteMedia, SiteNotice, Theme, User
from home.models import HomePage, SectionPage, TextPage
from network.models import (
    Coordinator,
    Organisation,
    Person,
    Region,
    ResultFigure,
    TrainingEvent,
    TrainingIdea,
    Venue,
    WorkingGroup,
)
from resources.models import (
    AnimationIndexPage,
    AnimationPage,
    GoodPracticeIndexPage,
    GoodPracticePage,
    GuideIndexPage,
    GuidePage,
    InterviewIndexPage,
    InterviewPage,
    NewsIndexPage,
    NewsPage,
)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence("iemand{}@example.org".format)
    password = factory.django.Password("een lang wachtwoord")


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    title = factory.Sequence("Thema {}".format)
    slug = factory.Sequence("thema-{}".format)
    summary = "Waar dit thema over gaat."


class AudienceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Audience

    title = factory.Sequence("Doelgroep {}".format)
    slug = factory.Sequence("doelgroep-{}".format)


class GlossaryTermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GlossaryTerm

    term = factory.Sequence("begrip {}".format)
    slug = factory.LazyAttribute(lambda term: slugify(term.term))
    explanation = "Wat het betekent."


class RegionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("slug",)

    name = "Midden-Brabant"
    slug = "midden-brabant"


class VenueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Venue

    name = factory.Sequence("Zaal {}".format)
    place = "Tilburg"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence("Zorghuis {}".format)
    slug = factory.Sequence("zorghuis-{}".format)
    region = factory.SubFactory(RegionFactory)
    joined_on = "2018-01-01"


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence("Persoon {}".format)
    consent_on = "2020-01-01"


class ResultFigureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ResultFigure

    slug = factory.Sequence("cijfer-{}".format)
    number = 60
    unit = "deelnemers"
    as_of = "2021-06-30"
    source = "Eindverslag"


class WorkingGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = WorkingGroup

    title = factory.Sequence("Groep {}".format)
    kind = "steering"


class CoordinatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Coordinator

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class TrainingEventFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TrainingEvent

    title = factory.Sequence("Coachend begeleiden {}".format)
    slug = factory.Sequence("coachend-begeleiden-{}".format)
    summary = "Leer begeleiden met je handen op je rug."
    region = factory.SubFactory(RegionFactory)
    host = factory.SubFactory(OrganisationFactory)
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=3))
    registration_closes_at = factory.LazyAttribute(lambda event: event.starts_at - timedelta(days=7))
    capacity = 2


class TrainingIdeaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TrainingIdea

    title = factory.Sequence("Begeleiden in de nachtzorg {}".format)
    slug = factory.Sequence("nachtzorg-{}".format)
    summary = "Rust brengen in de nacht."
    region = factory.SubFactory(RegionFactory)


class SiteNoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SiteNotice

    text = "De training van vandaag is online."
    shown_from = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))


def image_bytes(width: int = 900, height: int = 600, form: str = "PNG") -> bytes:
    """A real image in one colour."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "#0a5f5b").save(buffer, form)
    return buffer.getvalue()


class SiteImageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SiteImage

    title = factory.Sequence("Beeld {}".format)
    description = "Een deur die openstaat"
    file = factory.LazyFunction(lambda: ContentFile(image_bytes(), "beeld.png"))


class SiteDocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SiteDocument

    title = factory.Sequence("Document {}".format)
    file = factory.LazyFunction(lambda: ContentFile(b"Een tekst om te lezen.", "tekst.txt"))


class SiteMediaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SiteMedia

    title = factory.Sequence("Film {}".format)
    type = "video"
    duration = 24
    file = factory.LazyFunction(lambda: ContentFile(b"\x00\x00\x00\x18ftypmp42", "film.mp4"))


class PageFactory(factory.django.DjangoModelFactory):
    """Adds the page below ``parent``; without one, below the only page of ``parent_model``.

    ``themes``, ``audiences``, ``organisations`` (lists of objects) and ``tags`` (names) may be given too.
    """

    class Meta:
        abstract = True

    title = factory.Sequence("Pagina {}".format)
    slug = factory.Sequence("pagina-{}".format)
    parent = None
    parent_model = None

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        parent_model = kwargs.pop("parent_model")
        parent = kwargs.pop("parent") or parent_model.objects.get()
        relations = {
            name: kwargs.pop(name) for name in ("themes", "audiences", "organisations") if name in kwargs
        }
        tags = kwargs.pop("tags", [])
        parent.refresh_from_db()
        page = parent.add_child(instance=model_class(*args, **kwargs))
        for name, objects in relations.items():
            getattr(page, name).set(objects)
        page.tags.add(*tags)
        page.save()
        return page


class TextPageFactory(PageFactory):
    class Meta:
        model = TextPage

    parent_model = HomePage


class SectionPageFactory(PageFactory):
    class Meta:
        model = SectionPage

    parent_model = HomePage


class NewsPageFactory(PageFactory):
    class Meta:
        model = NewsPage

    parent_model = NewsIndexPage


class InterviewPageFactory(PageFactory):
    class Meta:
        model = InterviewPage

    parent_model = InterviewIndexPage


class AnimationPageFactory(PageFactory):
    class Meta:
        model = AnimationPage

    parent_model = AnimationIndexPage


class GuidePageFactory(PageFactory):
    class Meta:
        model = GuidePage

    parent_model = GuideIndexPage


class GoodPracticePageFactory(PageFactory):
    class Meta:
        model = GoodPracticePage

    parent_model = GoodPracticeIndexPage
