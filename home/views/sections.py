"""Section, groups, results and theme pages: all of it comes with the references of the visit."""

from datetime import datetime
from functools import partial
from itertools import groupby

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from cms.cards import Card
from cms.contents import table_of_contents
from cms.models import Theme
from cms.page_context import THEME_DATA, build_theme, page_context
from cms.pictures import build_picture, picture_json
from cms.referencables import visible_pages
from cms.visit import page_path
from home.models import GroupsPage, ResultsPage, SectionPage, TextPage, ThemeIndexPage
from home.views.ordered import want_ordered
from network.choices import Seat
from network.models import GroupMember, ResultFigure, WorkingGroup
from network.referencables import build_figure, figure_data

CHILD_TABLES = ("textpage", "groupspage", "resultspage")  # what a section may hold


@page_context(TextPage)
def text_page(page, request):
    return {"contents": table_of_contents(page.body)}


@page_context(SectionPage)
def section_page(page, request):
    visit = request.visit
    children = want_ordered(
        visit.references,
        "children",
        partial(_children, page.path, page.depth + 1),
        _child_card,
        key=lambda child: child[0],
        shape=page.path,
        at=visit.at,
    )
    return {"children": SimpleLazyObject(lambda: [card for _path, card in children])}


def _children(path: str, depth: int, at: datetime) -> tuple[QuerySet, dict]:
    return visible_pages(at).filter(path__startswith=path, depth=depth), {
        "title": F("title"),
        "url_path": F("url_path"),
        "path": F("path"),
        "standfirst": Coalesce(*[F(f"{table}__standfirst") for table in CHILD_TABLES], Value("")),
        **{table: picture_json(f"{table}__listing_image", at) for table in CHILD_TABLES},
    }


def _child_card(pk: int, data: dict) -> tuple[str, Card]:
    pictures = (build_picture(data[table]) for table in CHILD_TABLES)  # a page is in one table only
    card = Card(
        kind="page",
        kind_label=_("Page"),
        pk=pk,
        title=data["title"],
        url=page_path(data["url_path"]),
        summary=data["standfirst"],
        on=None,
        picture=next((picture for picture in pictures if picture), None),
        theme=None,
        meta={},
    )
    return data["path"], card


@page_context(GroupsPage)
def groups_page(page, request):
    """The working groups and who sits in them; a name only while the person agrees to be shown."""
    visit = request.visit
    references = visit.references
    references.want_rows("members", _members, lambda pk, data: data, at=visit.at)
    groups = want_ordered(
        references,
        "groups",
        _groups,
        lambda pk, data: {"pk": pk, **data},
        key=lambda group: (group["position"], group["title"]),
    )
    return {"groups": SimpleLazyObject(lambda: [_with_members(one, references) for one in groups])}


def _members(at: datetime) -> tuple[QuerySet, dict]:
    today = timezone.localdate(at)
    agreed = Q(person__consent_on__lte=today) & (
        Q(person__consent_until=None) | Q(person__consent_until__gte=today)
    )
    live = Q(organisation__live=True) & (Q(organisation__expire_at=None) | Q(organisation__expire_at__gt=at))
    return GroupMember.objects.all(), {
        "group": F("group"),
        "position": F("sort_order"),
        "seat": F("seat"),
        "organisation": F("organisation__name"),
        "slug": Case(When(live, then=F("organisation__slug")), default=Value(""), output_field=CharField()),
        "name": Case(When(agreed, then=F("person__name")), default=Value(""), output_field=CharField()),
    }


def _groups() -> tuple[QuerySet, dict]:
    return WorkingGroup.objects.all(), {
        "title": F("title"),
        "purpose": F("purpose"),
        "colour": F("theme__colour"),
        "theme_title": F("theme__title"),
        "theme_slug": F("theme__slug"),
        "position": F("position"),
    }


def _with_members(group: dict, references) -> dict:
    """The group with its delegates (an organisation each) and its other seats, in the editor's order."""
    members = [one for one in references.get_list("members") if one["group"] == group["pk"]]
    members.sort(key=lambda one: (one["position"] is None, one["position"] or 0))
    for member in members:
        member["seat_label"] = Seat(member["seat"]).label
    return {
        **group,
        "delegates": [one for one in members if one["seat"] == Seat.DELEGATE],
        "others": [one for one in members if one["seat"] != Seat.DELEGATE],
    }


@page_context(ResultsPage)
def results_page(page, request):
    """The story with its charts, then every figure: those of the whole network first, then by pillar."""
    figures = want_ordered(
        request.visit.references,
        "all-figures",
        _all_figures,
        _figure_of_pillar,
        key=lambda one: (one[0], one[1].position, one[1].pk),
        at=request.visit.at,
    )
    return {
        "story": story(page.body),
        "pillar_figures": SimpleLazyObject(
            lambda: [
                {"title": title, "figures": [figure for _key, figure in group]}
                for (_position, title), group in groupby(figures, key=lambda one: one[0])
            ]
        ),
        "common_source": SimpleLazyObject(lambda: common_source([figure for _key, figure in figures])),
    }


def story(body) -> list[dict]:
    """The blocks in parts: a large heading opens one, and charts that follow each other stand side by side.

    ``level`` is that of a heading in the charts of the part.
    """
    parts, level = [], 2
    for block in body:
        opens = block.block_type == "heading" and block.value["level"] == "2"
        is_chart = block.block_type == "chart"
        if opens or not parts or bool(parts[-1]["charts"]) != is_chart:
            level = 3 if opens else level
            joins = parts and is_chart and parts[-1]["heading"] and not parts[-1]["blocks"]
            if not joins:
                parts.append(
                    {"heading": block if opens else None, "blocks": [], "charts": [], "level": level}
                )
        if not opens:
            parts[-1]["charts" if is_chart else "blocks"].append(block)
    return parts


def common_source(figures: list) -> dict | None:
    """Source and day when all figures have the same, so that it is said once; None when they differ."""
    found = {(figure.source, figure.as_of) for figure in figures}
    if len(found) != 1:
        return None
    source, as_of = found.pop()
    return {"source": source, "as_of": as_of}


def _all_figures(at: datetime) -> tuple[QuerySet, dict]:
    pillar = {"theme_title": F("theme__title"), "theme_position": F("theme__position")}
    return ResultFigure.objects.all(), {**figure_data(at), **pillar}


def _figure_of_pillar(pk: int, data: dict):
    title, position = data.pop("theme_title") or "", data.pop("theme_position")
    return (-1 if position is None else position, title), build_figure(pk, data)


@page_context(ThemeIndexPage)
def theme_index_page(page, request):
    themes = want_ordered(
        request.visit.references,
        "all-themes",
        _all_themes,
        _theme_with_picture,
        key=lambda theme: (theme.position, theme.title),
        at=request.visit.at,
    )
    return {
        "pillars": SimpleLazyObject(lambda: [theme for theme in themes if theme.is_pillar]),
        "other_themes": SimpleLazyObject(lambda: [theme for theme in themes if not theme.is_pillar]),
    }


def _all_themes(at: datetime) -> tuple[QuerySet, dict]:
    return Theme.objects.all(), {**THEME_DATA, "picture": picture_json("image", at)}


def _theme_with_picture(pk: int, data: dict) -> Theme:
    picture = build_picture(data.pop("picture"))
    theme = build_theme(pk, data)
    theme.picture = picture
    return theme
