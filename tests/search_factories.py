"""Words that editors teach the search."""

import factory

from resources.models import CompoundPart, StemException, SynonymGroup


class SynonymGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SynonymGroup

    words = factory.Sequence("klomp{0}\nmuil{0}".format)


class CompoundPartFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CompoundPart

    part = factory.Sequence("klomp{}".format)


class StemExceptionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StemException

    word = factory.Sequence("klompjes{}".format)
    base = "klomp"
