"""What a term of the glossary is to templates and to the search in texts, whether it is stored or not."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Term:
    """A term with all its forms; ``page_url`` is empty when there is no public page to read more."""

    slug: str
    term: str
    forms: tuple[str, ...]
    explanation: str
    page_title: str
    page_url: str

    @property
    def url(self) -> str:
        """Its place in the list of all terms."""
        return f"{reverse('home:glossary')}#{self.slug}"


def forms_of(term: str, other_forms: str) -> list[str]:
    """The term first, then what stands on the lines of ``other_forms``; each once, no empty ones."""
    lines = [" ".join(line.split()) for line in (term, *other_forms.splitlines())]
    return list(dict.fromkeys(line for line in lines if line))
