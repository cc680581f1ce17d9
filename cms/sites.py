"""The sites of the installation with all that every page shows of them, by one statement that is kept.

Django takes three milliseconds of each page to build the same wide query for a site, its root page, settings
and logo, so the rows are fetched by `cms.prepared` and made into objects here.
"""

from __future__ import annotations

from collections.abc import Container

from django.db import connection
from django.db.models import Model, QuerySet
from wagtail.models import Page, Site

from cms import prepared
from cms.models import SiteImage, SiteSettings
from cms.prepared import Arm

ROOT_PAGE_FIELDS = {"id", "path", "depth", "url_path", "title", "slug", "live", "content_type_id"}


def _columns(model: type[Model], only: Container[str] | None = None) -> list[str]:
    """The columns of a model, in the order in which `Model.from_db` wants their values."""
    names = [field.attname for field in model._meta.concrete_fields]
    return [name for name in names if only is None or name in only]


PARTS = {
    "": (Site, _columns(Site)),
    "root_page__": (Page, _columns(Page, ROOT_PAGE_FIELDS)),  # the rest is read with the page itself
    "sitesettings__": (SiteSettings, _columns(SiteSettings)),
    "sitesettings__logo__": (SiteImage, _columns(SiteImage)),
}


def fetch_sites() -> list[Site]:
    """Every site with root page, settings (None when nobody made them) and logo. One query."""
    return [_build(row) for row in prepared.select(Arm(_rows, {}, "sites"))]


def _rows() -> QuerySet:
    columns = [prefix + name for prefix, (_model, names) in PARTS.items() for name in names]
    return Site.objects.order_by("pk").values_list(*columns)


def _build(row: tuple) -> Site:
    values, parts = iter(row), {}
    for prefix, (model, names) in PARTS.items():
        parts[prefix] = _instance(model, names, [next(values) for _name in names])
    site, chosen = parts[""], parts["sitesettings__"]
    site.root_page = parts["root_page__"]
    Site._meta.get_field("sitesettings").set_cached_value(site, chosen)
    if chosen:
        chosen.site = site
        if chosen.logo_id:
            chosen.logo = parts["sitesettings__logo__"]
    return site


def _instance(model: type[Model], names: list[str], values: list) -> Model | None:
    """An object as Django would have read it, None where the join found no row."""
    if values[names.index("id")] is None:
        return None
    fields = {field.attname: field for field in model._meta.concrete_fields}
    converted = [fields[name].to_python(value) for name, value in zip(names, values, strict=True)]
    return model.from_db(connection.alias, names, converted)
