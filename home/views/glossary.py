from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import seo
from cms.crumbs import crumbs
from cms.glossary import ask_for_terms


@require_safe
def glossary(request):
    """Every term with its explanation, from A to Z.

    The site and the union: one query each.
    """
    visit = request.visit
    title = _("Terms")
    terms = ask_for_terms(visit)
    context = {
        "title": title,
        "crumbs": crumbs(visit, request.path, title),
        "terms": SimpleLazyObject(lambda: sorted(terms, key=lambda term: term.term.casefold())),
    }
    context["seo"] = seo.for_snippet(
        None,
        request,
        context,
        title=title,
        description=_("What our words mean: abbreviations and terms of the network in plain language."),
    )
    return render(request, "home/glossary.html", context)
