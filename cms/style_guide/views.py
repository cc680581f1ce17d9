"""The screens of the style guide, for everybody who may enter /cms/."""

from __future__ import annotations

from itertools import groupby
from pprint import pformat

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.style_guide import catalogue, tokens
from cms.style_guide.examples.foundations import icon_names
from cms.style_guide.schemes import DARK, LIGHT, style_sheet

SCHEMES = (LIGHT, DARK)
WIDTHS = ("320", "390", "820", "1280")  # pixels
BOTH = "beide"


@require_safe
def overview(request):
    """The tokens, and what each component is for."""
    return render(
        request,
        "cms/style_guide/overview.html",
        {
            "groups": _groups(),
            "colours": tokens.colours(),
            "pairs": tokens.pairs(),
            "steps": tokens.sizes("step-"),
            "spaces": tokens.sizes("space-", "gutter"),
            "shapes": tokens.sizes("radius", "arch", "wrap", "measure"),
            "motions": tokens.sizes("quick"),
            "icons": icon_names(),
        },
    )


@require_safe
def component(request, name: str):
    """One component: what goes in, how to use it, and every state in a frame of its own."""
    found = catalogue.find(name)
    if found is None:
        raise Http404
    shown, _state = found
    width, scheme = _chosen(request, "breedte", WIDTHS), _chosen(request, "schema", (*SCHEMES, BOTH))
    schemes = SCHEMES if scheme == BOTH else [scheme]
    states = [
        {
            "title": state.title,
            "slug": state.slug,
            "url": shown.bare_url(state),
            "frames": [_frame(shown, state, one, width) for one in schemes],
            "values": pformat(state.values if len(state.values) > 1 else state.values[0], width=88),
        }
        for state in shown.states
    ]
    return render(
        request,
        "cms/style_guide/component.html",
        {
            "groups": _groups(),
            "component": shown,
            "states": states,
            "width": width,
            "widths": _options(request, "breedte", [("", _("as wide as it is"))] + [(w, w) for w in WIDTHS]),
            "schemes": _options(request, "schema", _scheme_names()),
        },
    )


@require_safe
def bare(request, name: str, slug: str):
    """One state alone on a page, as on the site."""
    found = catalogue.find(name, slug)
    if found is None:
        raise Http404
    shown, state = found
    scheme = _chosen(request, "schema", SCHEMES)
    sheet = reverse("cms_style_guide_scheme", args=[scheme]) if scheme else static("css/site.css")
    return render(
        request,
        "cms/style_guide/bare.html",
        {
            "component": shown,
            "state": state,
            "parts": shown.render(state),
            "list_class": "" if state.title in shown.example.outside_list else shown.example.list_class,
            "style_sheet": sheet,
            "scheme": scheme,
        },
    )


@require_safe
def scheme_css(request, scheme: str):
    """The site's style sheet for one scheme, whatever the browser asks for."""
    if scheme not in SCHEMES:
        raise Http404
    return HttpResponse(style_sheet(scheme), content_type="text/css; charset=utf-8")


def _frame(shown: catalogue.Component, state, scheme: str, width: str) -> dict:
    url = shown.bare_url(state) + (f"?schema={scheme}" if scheme else "")
    title = " – ".join(filter(None, (shown.title, state.title, scheme)))
    return {"url": url, "title": title, "width": width, "scheme": scheme}


def _groups() -> list[dict]:
    """The components under the title of their group."""
    found = groupby(catalogue.components(), key=lambda one: one.group)
    return [{"title": title, "components": list(members)} for title, members in found]


def _scheme_names() -> list[tuple[str, str]]:
    return [("", _("as the browser asks")), (LIGHT, _("light")), (DARK, _("dark")), (BOTH, _("side by side"))]


def _chosen(request, parameter: str, known) -> str:
    wanted = request.GET.get(parameter, "")
    return wanted if wanted in known else ""


def _options(request, parameter: str, values: list[tuple[str, str]]) -> list[dict]:
    """Links that change one parameter of the address and keep the other."""
    options = []
    for value, label in values:
        query = request.GET.copy()
        query.pop(parameter, None)
        if value:
            query[parameter] = value
        current = request.GET.get(parameter, "") == value
        url = f"?{query.urlencode()}" if query else request.path
        options.append({"label": label, "url": url, "is_current": current})
    return options
