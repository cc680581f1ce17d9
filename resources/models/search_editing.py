"""What editors teach the search: words that mean the same, parts of compounds, stems that are wrong."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PreviewableMixin

from resources.choices import SynonymDirection
from resources.search.analysis import STOP_WORDS, fold, spoken

MOST_WORDS_OF_A_PHRASE = 4
SHORTEST_PART = 2  # letters


class SearchRule(PreviewableMixin, models.Model):
    """What editors can change of the search; the preview shows what would be found more or less."""

    changed_at = models.DateTimeField(auto_now=True)

    work_out_effect = None  # set by the app: models know no rules

    class Meta:
        abstract = True

    def get_preview_template(self, request, mode_name):
        return "resources/search_effect_preview.html"

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "effect": type(self).work_out_effect(self)}


class SynonymGroup(SearchRule):
    """Words or short phrases that mean the same; who types one finds the others as well, at once.

    In one direction only the first word finds the others: who types "personeel" finds "werkbegeleider" too,
    but not the other way round.
    """

    words = models.TextField(
        _("words"),
        help_text=_(
            "Words or short phrases that mean the same, one on each line. Plurals come by themselves."
        ),
    )
    direction = models.CharField(
        _("direction"),
        max_length=4,
        choices=SynonymDirection,
        default=SynonymDirection.BOTH,
        help_text=_("One way: only who types the first word finds the others too."),
    )

    panels = [FieldPanel("words"), FieldPanel("direction")]

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words", "pk"]

    def __str__(self):
        return (" → " if self.direction == SynonymDirection.ONE_WAY else " = ").join(self.phrases)

    @property
    def phrases(self) -> list[str]:
        """The words and phrases as typed, without empty lines."""
        return [" ".join(line.split()) for line in self.words.splitlines() if line.strip()]

    def clean(self):
        """Two or more, each searchable, none twice, none inside another, none in another group."""
        super().clean()
        folded = {phrase: spoken(phrase) for phrase in self.phrases}
        if len(self.phrases) < 2:
            raise self._refused(_("Give at least two words, each on a line of its own."))
        for phrase, said in folded.items():
            words = said.split()
            if not words or all(word in STOP_WORDS for word in words):
                raise self._refused(
                    _("“%(word)s” cannot be searched for: it has no word that says anything."), word=phrase
                )
            if len(words) > MOST_WORDS_OF_A_PHRASE:
                raise self._refused(
                    _("“%(word)s” is too long: use at most %(most)s words."),
                    word=phrase,
                    most=MOST_WORDS_OF_A_PHRASE,
                )
        self._clean_among_each_other(folded)
        self._clean_among_others(folded)

    def _clean_among_each_other(self, folded: dict[str, str]) -> None:
        seen: dict[str, str] = {}
        for phrase in self.phrases:
            said = folded[phrase]
            if said in seen:
                raise self._refused(_("“%(word)s” stands here twice."), word=phrase)
            for other, earlier in seen.items():
                short, long = sorted((said, other), key=len)
                if f" {short} " in f" {long} ":
                    inner, outer = (phrase, earlier) if short == said else (earlier, phrase)
                    raise self._refused(
                        _("“%(outer)s” has “%(inner)s” in it: who types “%(inner)s” finds it already."),
                        inner=inner,
                        outer=outer,
                    )
            seen[said] = phrase

    def _clean_among_others(self, folded: dict[str, str]) -> None:
        """A word finds the others of one group only, else it is not clear what it stands for."""
        for other in SynonymGroup.objects.exclude(pk=self.pk):
            taken = {spoken(phrase) for phrase in other.finding}
            for phrase in self.finding:
                if folded[phrase] in taken:
                    raise self._refused(
                        _("“%(word)s” has synonyms already: %(group)s. Add your words there."),
                        word=phrase,
                        group=str(other),
                    )

    @property
    def finding(self) -> list[str]:
        """The words that find the others."""
        return self.phrases[:1] if self.direction == SynonymDirection.ONE_WAY else self.phrases

    @staticmethod
    def _refused(message, **params) -> ValidationError:
        return ValidationError({"words": ValidationError(message, params=params)})


class CompoundPart(SearchRule):
    """A word of which compounds are made: "intervisie" then finds "intervisiegroep"."""

    part = models.CharField(
        _("part"),
        max_length=40,
        unique=True,
        help_text=_("One word that also makes sense alone, such as “intervisie” in “intervisiegroep”."),
    )
    panels = [FieldPanel("part")]

    class Meta:
        verbose_name = _("compound part")
        verbose_name_plural = _("compound parts")
        ordering = ["part"]

    def __str__(self):
        return self.part

    def clean(self):
        super().clean()
        self.part = _one_word(self.part, "part")
        if len(self.part) < SHORTEST_PART:
            raise ValidationError({"part": _("A part has at least two letters.")})


class StemException(SearchRule):
    """A word of which the rules do not see that it is a form of another: "stagiaires" of "stagiair"."""

    word = models.CharField(
        _("word"), max_length=60, unique=True, help_text=_("The form that is not found, such as a plural.")
    )
    base = models.CharField(
        _("belongs to"),
        max_length=60,
        help_text=_("The word under which it must be found. The same word again: it stays as it is."),
    )

    panels = [FieldRowPanel([FieldPanel("word"), FieldPanel("base")])]

    class Meta:
        verbose_name = _("stem exception")
        verbose_name_plural = _("stem exceptions")
        ordering = ["word"]

    def __str__(self):
        return f"{self.word} → {self.base}"

    def clean(self):
        super().clean()
        self.word, self.base = _one_word(self.word, "word"), _one_word(self.base, "base")
        others = StemException.objects.exclude(pk=self.pk)
        if self.word != self.base and others.filter(word=self.base).exclude(base=self.base).exists():
            raise ValidationError(
                {
                    "base": ValidationError(
                        _("“%(word)s” belongs to another word itself. Choose that one."),
                        params={"word": self.base},
                    )
                }
            )


def _one_word(text: str, field: str) -> str:
    """The word as search compares it: without capitals and accents. Raises ValidationError."""
    words = spoken(text).split()
    if len(words) != 1:
        raise ValidationError({field: _("Give one word, without spaces or hyphens.")})
    if words[0] in STOP_WORDS:
        raise ValidationError(
            {field: ValidationError(_("“%(word)s” is never searched for."), params={"word": fold(text)})}
        )
    return words[0]
