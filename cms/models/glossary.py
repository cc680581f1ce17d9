from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PreviewableMixin

from cms.terms import Term, forms_of
from cms.visit import page_path


class GlossaryTerm(PreviewableMixin, models.Model):
    """A term that the site explains: in the text where it first appears, and in the list of all terms."""

    term = models.CharField(
        _("term"),
        max_length=60,
        unique=True,
        help_text=_(
            "As it stands in a sentence. With a capital it is found exactly as written (BBL); "
            "without, at the beginning of a sentence too."
        ),
    )
    other_forms = models.TextField(
        _("other forms"),
        blank=True,
        help_text=_("Plural, other spelling, the abbreviation in full: one on each line."),
    )
    explanation = models.CharField(
        _("explanation"),
        max_length=300,
        help_text=_("One or two short sentences, as you would say them to somebody new."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page to read more"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    slug = models.SlugField(max_length=60, unique=True, editable=False)

    panels = [
        FieldPanel("term"),
        FieldPanel("other_forms"),
        FieldPanel("explanation"),
        FieldPanel("page"),
    ]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = ["slug"]

    def __str__(self):
        return self.term

    def get_absolute_url(self):
        return f"{reverse('home:glossary')}#{self.slug}"

    @property
    def forms(self) -> list[str]:
        """The term and its other forms, each once."""
        return forms_of(self.term, self.other_forms)

    def clean(self):
        """A form begins as words do, and belongs to one term: it is clear which explanation opens."""
        super().clean()
        self.slug = slugify(self.term)
        if not self.slug:
            raise ValidationError({"term": _("A term has letters or numbers.")})
        others = type(self).objects.exclude(pk=self.pk)
        taken = {form.casefold(): other.term for other in others for form in other.forms}
        for form in self.forms:
            if not form[0].isalnum():
                raise self._refused(form, _("“%(form)s” does not begin with a letter or a digit."))
            if term := taken.get(form.casefold()):
                raise self._refused(
                    form, _("“%(form)s” is explained already, with the term “%(term)s”."), term=term
                )
        if others.filter(slug=self.slug).exists():
            raise ValidationError({"term": _("There is a term with nearly the same letters.")})

    def _refused(self, form: str, message, **params) -> ValidationError:
        """The message about a form, at the field in which it stands."""
        field = "term" if form == self.forms[0] else "other_forms"
        return ValidationError({field: ValidationError(message, params={"form": form, **params})})

    def get_preview_template(self, request, mode_name):
        return "cms/glossary_term_preview.html"

    def get_preview_context(self, request, mode_name):
        term = self.as_term()
        return {**super().get_preview_context(request, mode_name), "term": term, "terms": [term]}

    def as_term(self) -> Term:
        """As it stands in the editor, stored or not."""
        page = self.page if self.page_id and self.page.live else None
        return Term(
            slug=self.slug or slugify(self.term),
            term=self.term,
            forms=tuple(self.forms),
            explanation=self.explanation,
            page_title=page.title if page else "",
            page_url=page_path(page.url_path) if page else "",
        )
