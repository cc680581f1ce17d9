"""Loads the whole demonstration site in the right order."""

from __future__ import annotations

import json
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import slugify
from wagtail.models import Site

from cms.models import FooterMenuItem, GlossaryTerm, MainMenuItem, SiteMenus, SiteNotice, SiteSettings
from home.demo import attendance, records, registrations, search
from home.demo.blocks import rich
from home.demo.pages import load_pages, page_at
from home.demo.places import load_venues
from home.demo.source import FILES, content
from home.structure import build_tree
from resources.guide_documents.html import guide_html
from resources.guide_documents.making import asking
from resources.models import MadeDocument


@transaction.atomic
def load_demonstration() -> Site:
    """Make what is missing of the demonstration site and return the site; a second time changes nothing."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = build_tree(hostname=address.hostname or "localhost", port=port)
    known: dict = {"images": records.load_images()}
    known["documents"] = records.load_documents()
    known["media"] = records.load_media()
    known["themes"] = records.load_themes(known["images"])
    known["audiences"] = records.load_audiences()
    known["organisations"] = records.load_organisations(known["images"], known["themes"])
    known["people"] = records.load_people(known["images"], known["organisations"])
    known["venues"] = load_venues()
    known["figures"] = records.load_figures(known["themes"])
    records.load_groups(known["themes"], known["organisations"], known["people"])
    known["trainings"] = records.load_trainings(known)
    registrations.load_registrations()
    attendance.load_attendance()
    registrations.load_ideas()
    load_pages(site, known)
    load_glossary(site)
    search.load_search(site)
    fill_settings(site)
    fill_menus(site)
    note_documents()
    return site


def note_documents() -> None:
    """Note the PDFs that come with the content; one of another text than the guide has now is made again."""
    shipped = json.loads((FILES / "documents" / "fingerprints.json").read_text())
    for guide in asking(timezone.now()):
        source = guide_html(guide.pk)
        is_of_this_text = shipped.get(guide.slug) == source.text_fingerprint
        MadeDocument.objects.get_or_create(
            page=guide,
            defaults={
                "document": guide.document,
                "edition": guide.edition,
                "fingerprint": source.fingerprint if is_of_this_text else "",
                "made_at": timezone.now(),
            },
        )


def fill_settings(site: Site) -> None:
    row = content("site")["site"]
    chosen = SiteSettings.objects.get(site=site)
    if chosen.contact_email:
        return
    chosen.name, chosen.abbreviation = row["name"], row["abbreviation"]
    chosen.tagline, chosen.region = row["tagline"], "Midden-Brabant"
    chosen.contact_email = chosen.security_contact = row["contact_email"]
    chosen.contact_phone = row["contact_phone"]
    chosen.footer_text = rich(row["footer_text"])
    chosen.save()
    notice = content("site")["notice"]
    now = timezone.now()
    SiteNotice.objects.create(
        text=strip_tags(notice["text"]),
        tone=notice["tone"],
        link_page=page_at(site, notice["link"]),
        link_label=notice["link_label"],
        shown_from=now + timedelta(days=notice["starts_in_days"]),
        shown_until=now + timedelta(days=notice["ends_in_days"]),
    )


def load_glossary(site: Site) -> None:
    """The terms, each with a page of the site to read more when its row names one."""
    for row in content("glossary")["term"]:
        GlossaryTerm.objects.get_or_create(
            term=row["term"],
            defaults={
                "slug": slugify(row["term"]),
                "other_forms": "\n".join(row["forms"]),
                "explanation": row["explanation"],
                "page": page_at(site, row["link"]) if row["link"] else None,
            },
        )


def fill_menus(site: Site) -> None:
    menus, made = SiteMenus.objects.get_or_create(site=site)
    if not made:
        return
    for key, model in (("main", MainMenuItem), ("footer", FooterMenuItem)):
        for order, row in enumerate(content("menus")[key]):
            page = page_at(site, row["link"])
            model.objects.create(
                menu=menus, sort_order=order, label=row["label"], page=page, url="" if page else row["link"]
            )
