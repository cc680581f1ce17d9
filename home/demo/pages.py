"""Loads the pages: first all of them without body, then the bodies, so that pages can point at each other."""

from __future__ import annotations

from wagtail.models import Page, Site

from home.demo.blocks import rich, to_blocks
from home.demo.source import content
from home.models import ContactPage, HomePage, SectionPage, TextPage
from resources.choices import GuideKind
from resources.models import (
    AnimationIndexPage,
    AnimationPage,
    EarlierEdition,
    GoodPracticeIndexPage,
    GoodPracticePage,
    GuideIndexPage,
    GuidePage,
    Interviewee,
    InterviewIndexPage,
    InterviewPage,
    NewsIndexPage,
    NewsPage,
)

STORY_KINDS = [
    ("news", "news", NewsIndexPage, NewsPage),
    ("interviews", "interview", InterviewIndexPage, InterviewPage),
    ("animations", "animation", AnimationIndexPage, AnimationPage),
    ("guides", "guide", GuideIndexPage, GuidePage),
    ("good_practice", "good_practice", GoodPracticeIndexPage, GoodPracticePage),
]


def load_pages(site: Site, known: dict) -> None:
    """Make the missing pages and fill the fixed ones that are still empty."""
    home = site.root_page.specific
    known["pages"] = pages = {}
    waiting = []  # (page, its row) whose body still has to be written
    for subject, key, index_model, model in STORY_KINDS:
        index = index_model.objects.descendant_of(home).get()
        for row in content(subject)[key]:
            page = model.objects.child_of(index).filter(slug=row["slug"]).first()
            if page is None:
                page = index.add_child(
                    instance=model(**story_fields(row, known), **OWN_FIELDS[model](row, known))
                )
                page.themes.set(known["themes"][slug] for slug in row["themes"])
                page.audiences.set(known["audiences"][slug] for slug in row["audience"])
                page.organisations.set(known["organisations"][slug] for slug in row["organisations"])
                page.tags.add(*row["tags"])
                waiting.append((page, row))
                index.refresh_from_db()
            pages[row["slug"]] = page
    for row in content("site")["page"]:
        page, is_empty = fixed_page(home, row)
        pages[row["slug"]] = page
        if is_empty:
            page.title, page.standfirst = row["title"], row["standfirst"]
            page.search_description = row.get("search_description", "")
            page.listing_image = known["images"].get(row["image"])
            page.themes.set(known["themes"][slug] for slug in row["themes"])
            waiting.append((page, row))
    for page, row in waiting:
        page.refresh_from_db(fields=["numchild"])  # pages may have been made below it since it was read
        write_body(page, row, known)
        page.save_revision().publish()
    fill_index_pages(home)
    fill_home(home, known)


def story_fields(row: dict, known: dict) -> dict:
    return {
        "slug": row["slug"],
        "title": row["title"],
        "standfirst": row["standfirst"],
        "search_description": row.get("search_description", ""),
        "published_on": row.get("version_on", row["published_on"]),
        "listing_image": known["images"].get(row["image"]),
    }


def guide_fields(row: dict, known: dict) -> dict:
    return {
        "kind": GuideKind(row["kind"]),
        "is_in_the_making": row["status"] == "in_the_making",
        "document": known["documents"].get(row["document"]),
        "makes_document": bool(row["document"]),
        "edition": row.get("version", ""),
        "change_note": row.get("change_note", ""),
        "time_needed": row.get("time_needed", ""),
    }


OWN_FIELDS = {
    NewsPage: lambda row, known: {},
    InterviewPage: lambda row, known: {"portrait": known["images"].get(row["portrait"])},
    AnimationPage: lambda row, known: {"video": known["media"][row["media"]]},
    GuidePage: guide_fields,
    GoodPracticePage: lambda row, known: {
        "what_it_brings": rich(row["what_does_it_bring"]),
        "what_others_learn": rich(row["what_can_others_learn"]),
        "why_good_example": rich(row["why_is_it_a_good_example"]),
    },
}


def write_body(page: Page, row: dict, known: dict) -> None:
    if isinstance(page, ContactPage):
        page.intro = "".join(rich(block["html"]) for block in row.get("body", []) if block["type"] == "text")
        page.thank_you = "Je krijgt binnen drie werkdagen antwoord."
    else:
        page.body = to_blocks(row.get("body", []), known)
    if isinstance(page, GuidePage):
        for order, (key, edition) in enumerate(earlier_editions(row["slug"])):
            page.earlier_editions.add(
                EarlierEdition(
                    sort_order=order,
                    edition=edition["version"],
                    published_on=edition["version_on"],
                    change_note=edition["change_note"],
                    document=known["documents"][key],
                )
            )
    if isinstance(page, InterviewPage):
        for order, slug in enumerate(row["interviewees"]):
            page.interviewees.add(Interviewee(sort_order=order, person=known["people"][slug]))


def earlier_editions(guide: str) -> list[tuple[str, dict]]:
    """Key of the document and what it says of itself, for each edition of the guide that was replaced."""
    rows = content("documents")["document"]
    return [(row["key"], row["edition"]) for row in rows if row["guide"] == guide and "edition" in row]


def fixed_page(home: HomePage, row: dict) -> tuple[Page, bool]:
    """The page at the path of the row, and whether nobody has written it yet."""
    parent = home
    for step in row["path"].strip("/").split("/")[:-1]:
        parent = parent.get_children().get(slug=step).specific
    page = parent.get_children().filter(slug=row["slug"]).first()
    if page is None:
        model = SectionPage if parent == home and row["slug"] == "over" else TextPage
        parent.refresh_from_db()
        return parent.add_child(
            instance=model(slug=row["slug"], title=row["title"], show_in_menus=True)
        ), True
    page = page.specific
    return page, not page.standfirst


def fill_index_pages(home: HomePage) -> None:
    for row in content("site")["index"]:
        page = home.get_children().get(slug=row["path"].strip("/")).specific
        if not page.standfirst:
            page.title, page.standfirst = row["title"], row["standfirst"]
            page.search_description = row["search_description"]
            page.save_revision().publish()


def fill_home(home: HomePage, known: dict) -> None:
    if home.standfirst:
        return
    row, site = content("site")["home"], content("site")["site"]
    home.title = site["name"]
    home.headline = row["title"]
    home.standfirst = row["standfirst"]
    home.search_description = site["description"]
    home.listing_image = known["images"].get(row.get("image"))
    home.featured_animation = known["pages"].get(row["animation"])
    home.start_title, home.start_text = row["start_heading"], row["start_text"]
    home.start_page = known["pages"].get(row["start_link"].strip("/"))
    home.save_revision().publish()


def page_at(site: Site, path: str) -> Page | None:
    return Page.objects.filter(url_path=site.root_page.url_path + path.lstrip("/")).first()
