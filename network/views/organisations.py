from urllib.parse import urlsplit

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404, render
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms import cards
from cms.crumbs import crumbs
from cms.glossary import ask_for_text
from cms.models import SiteImage, Theme
from cms.page_context import own_context, page_context
from cms.seo import for_snippet
from network.choices import OrganisationKind
from network.maps import ask_for_grounds, map_of_organisation, map_of_organisations
from network.models import GroupMember, Organisation, OrganisationIndexPage, Person, WorkingGroup
from network.related import related_to_organisation


@page_context(OrganisationIndexPage)
def organisation_index(page, request):
    at = request.visit.at
    found = cards.select(
        lambda at: Organisation.objects.visible(at).order_by("name"), at=at, shape="organisations"
    )
    grounds = ask_for_grounds(request.visit.references)
    taking_part = [card for card in found if card.meta["takes_part"]]
    groups = [
        {
            "heading": heading,
            "kind": kind.value,
            "cards": [card for card in taking_part if card.meta["kind"] == kind],
        }
        for kind, heading in (
            (OrganisationKind.CARE, _("Care organisations")),
            (OrganisationKind.SCHOOL, _("Schools")),
        )
    ]
    total = len(taking_part)
    words = ngettext("%(total)s organisation takes part", "%(total)s organisations take part", total)
    in_groups = [card for group in groups for card in group["cards"]]
    return {
        "map": SimpleLazyObject(lambda: map_of_organisations(in_groups, grounds)),
        "groups": [group for group in groups if group["cards"]],
        "total": total,
        "total_label": words % {"total": total},
        "left": [card for card in found if card.meta["has_left"]],
    }


def organisation_detail(request, slug):
    public = Organisation.objects.visible(request.visit.at).select_related("region")
    organisation = get_object_or_404(public, slug=slug)
    return render(request, "network/organisation.html", own_context(organisation, request))


@page_context(Organisation)
def organisation_context(organisation, request):
    visit, stored = request.visit, not getattr(request, "is_preview", False)
    references = visit.references
    ask_for_text(organisation.description)
    if stored:
        themes = references.want_linked("organisation-themes", organisation, "themes")
    else:
        ticked = [theme.pk for theme in organisation.themes.all()]
        themes = references.want_public("organisation-themes", Theme, ticked)
    groups = references.want_rows("organisation-groups", _groups, _build_group, pk=organisation.pk or 0)
    stories, trainings, past_trainings = related_to_organisation(organisation)
    context = {
        "organisation": organisation,
        "crumbs": crumbs(visit, organisation.get_absolute_url(), organisation.name),
        "kind_label": capfirst(organisation.get_kind_display()),
        "website_name": (urlsplit(organisation.website).hostname or "").removeprefix("www."),
        "logo": _image(references, organisation.logo_id),
        "picture": _image(references, organisation.image_id),
        "map": map_of_organisation(organisation),
        "contact": references.want(Person, organisation.contact_id) if organisation.contact_id else None,
        "themes": SimpleLazyObject(lambda: sorted(themes, key=lambda one: (one.position, one.title))),
        "groups": SimpleLazyObject(lambda: [title for _position, title in sorted(groups)]),
        "stories": stories,
        "trainings": trainings,
        "past_trainings": past_trainings,
    }
    context["seo"] = for_snippet(
        organisation,
        request,
        context,
        title=organisation.name,
        description=organisation.summary,
        pictures=[context["picture"], context["logo"]],
    )
    return context


def _groups(pk: int) -> tuple[QuerySet, dict]:
    seats = GroupMember.objects.filter(organisation=pk).values("group")
    return WorkingGroup.objects.filter(pk__in=seats), {"title": F("title"), "position": F("position")}


def _build_group(pk: int, data: dict) -> tuple[int, str]:
    return data["position"], data["title"]


def _image(references, pk):
    return references.want(SiteImage, pk) if pk else None
