"""Loads everything that is not a page: themes, images, organisations, people, groups, figures, trainings.

Each function returns what it made or found by its key. What exists already is left as it is, so loading twice
changes nothing and an editor's changes stay.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cms.models import Audience, SiteDocument, SiteImage, SiteMedia, Theme
from home.demo.blocks import rich, to_blocks
from home.demo.places import coordinates, load_region
from home.demo.source import content, open_file
from network.choices import Seat
from network.models import (
    GroupMember,
    Organisation,
    Person,
    ResultFigure,
    TrainingEvent,
    TrainingSession,
    WorkingGroup,
)

AGREED_ON = date(2026, 1, 5)  # the invented people all agreed to be shown
QUALIFIERS = {"": "", "about": "ongeveer", "more_than": "meer dan", "at_least": "minstens"}


def load_images() -> dict[str, SiteImage]:
    found = {}
    for row in content("images")["image"]:
        image = SiteImage.objects.filter(title=row["title"]).first()
        if image is None:
            image = SiteImage.objects.create(
                title=row["title"],
                file=open_file(row["file"]),
                description=row["alt"],
                is_decorative=row["decorative"],
                credit=row["credit"],
            )
        found[row["key"]] = image
    return found


def load_documents() -> dict[str, SiteDocument]:
    found = {}
    for row in content("documents")["document"]:
        document = SiteDocument.objects.filter(title=row["title"]).first()
        if document is None:
            document = SiteDocument.objects.create(
                title=row["title"], file=open_file(row["file"]), language=row["language"]
            )
            document.get_file_size()  # stores it
        found[row["key"]] = document
    return found


def load_media() -> dict[str, SiteMedia]:
    transcripts = {row["media"]: row["transcript"] for row in content("animations")["animation"]}
    found = {}
    for row in content("media")["media"]:
        media = SiteMedia.objects.filter(title=row["title"]).first()
        if media is None:
            media = SiteMedia.objects.create(
                title=row["title"],
                type=row["type"],
                file=open_file(row["file"]),
                file_webm=open_file(row["alternative"]) if row["alternative"] else "",
                thumbnail=open_file(row["poster"]),
                captions=open_file(row["captions"]),
                transcript=plain_transcript(transcripts.get(row["key"], "")),
                width=row["width"],
                height=row["height"],
                duration=row["seconds"],
            )
        found[row["key"]] = media
    return found


def plain_transcript(html: str) -> str:
    """The paragraphs of a transcript as plain text, what is seen between square brackets."""
    html = html.replace("<em>", "[").replace("</em>", "]")
    return "\n\n".join(part.replace("<p>", "").strip() for part in html.split("</p>") if part.strip())


def load_themes(images: dict) -> dict[str, Theme]:
    return {
        row["slug"]: Theme.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "title": row["title"],
                "summary": row["short"],
                "description": rich(row["long"]),
                "is_pillar": row["is_pillar"],
                "colour": row["colour"],
                "position": row["order"],
                "image": images.get(row["image"]),
            },
        )[0]
        for row in content("themes")["theme"]
    }


def load_audiences() -> dict[str, Audience]:
    return {
        row["slug"]: Audience.objects.get_or_create(
            slug=row["slug"], defaults={"title": row["name"], "position": position}
        )[0]
        for position, row in enumerate(content("audiences")["audience"], start=1)
    }


def load_organisations(images: dict, themes: dict) -> dict[str, Organisation]:
    """Regions and organisations; their contacts follow with the people."""
    regions = {row["slug"]: load_region(row) for row in content("organisations")["region"]}
    found = {}
    for row in content("organisations")["organisation"]:
        organisation = Organisation.objects.filter(slug=row["slug"]).first()
        if organisation is None:
            organisation = Organisation(
                slug=row["slug"],
                name=row["name"],
                kind=row["kind"],
                region=regions[row["region"]],
                place=row["place"],
                **coordinates(row),
                joined_on=row["joined_on"],
                website=row["website"],
                summary=row["summary"],
                description="".join(
                    rich(part["html"]) for part in row["description"] if part["type"] == "text"
                ),
            )
            organisation.themes.set(theme for theme in themes.values() if theme.is_pillar)
            publish(organisation)
        found[row["slug"]] = organisation
    return found


def load_people(images: dict, organisations: dict) -> dict[str, Person]:
    found = {
        row["slug"]: Person.objects.get_or_create(
            name=row["name"],
            defaults={
                "role": row["role"],
                "organisation": organisations.get(row["organisation"]),
                "photo": images.get(row["photo"]),
                "consent_on": AGREED_ON,
            },
        )[0]
        for row in content("people")["person"]
    }
    for row in content("organisations")["organisation"]:
        organisation = organisations[row["slug"]]
        if organisation.contact_id is None and row["contact"] in found:
            person = found[row["contact"]]
            if not person.email:
                person.email = row["contact_email"]
                person.save()
            organisation.contact = person
            publish(organisation)
    return found


def load_figures(themes: dict) -> dict[str, ResultFigure]:
    return {
        row["slug"]: ResultFigure.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "number": row["number"],
                "unit": row["unit"],
                "label": row["label"],
                "qualifier": QUALIFIERS[row["qualifier"]],
                "as_of": row["as_of"],
                "source": row["source"],
                "theme": themes.get(row["pillar"]),
                "position": position,
            },
        )[0]
        for position, row in enumerate(content("figures")["figure"], start=1)
    }


def load_groups(themes: dict, organisations: dict, people: dict) -> None:
    for position, row in enumerate(content("groups")["group"], start=1):
        group, made = WorkingGroup.objects.get_or_create(
            title=row["name"],
            defaults={
                "kind": row["kind"],
                "theme": themes.get(row["pillar"]),
                "purpose": row["purpose"],
                "position": position,
            },
        )
        if made:
            for order, seat in enumerate(row["delegates"]):
                GroupMember.objects.create(
                    group=group,
                    sort_order=order,
                    seat=Seat(seat["seat"]),
                    organisation=organisations.get(seat["organisation"]),
                    person=people.get(seat["person"]),
                )


def load_trainings(known: dict) -> dict[str, TrainingEvent]:
    """Trainings count their days from today, so that there are always some to come."""
    today = timezone.localdate()
    found = {}
    for row in content("trainings")["training"]:
        event = TrainingEvent.objects.filter(slug=row["slug"]).first()
        found[row["slug"]] = event or make_training(row, today, known)
    return found


def make_training(row: dict, today: date, known: dict) -> TrainingEvent:
    sessions = [session_times(session, today) for session in row["sessions"]]
    begins, ends = sessions[0]
    organisations, people = known["organisations"], known["people"]
    event = TrainingEvent(
        slug=row["slug"],
        title=row["title"],
        kind=row["kind"],
        form=row["form"],
        summary=row["summary"],
        body=to_blocks(row.get("body", []), known),
        image=known["images"].get(row["image"]),
        region=organisations[row["host"]].region,
        host=organisations[row["host"]],
        contact=organisations[row["host"]].contact,
        starts_at=begins,
        ends_at=ends,
        venue=known["venues"].get(row["venue"]),
        online_link=row.get("online_link", ""),
        learning_goals="\n".join(row["learning_goals"]),
        capacity=row["capacity"],
        seats_per_organisation=row.get("seats_per_organisation"),
        has_waiting_list=row["waiting_list"],
        minimum_number=row["minimum_number"],
        registration_opens_at=begins - timedelta(days=row["registration_opens_days_before"]),
        registration_closes_at=begins - timedelta(days=row["registration_closes_days_before"]),
        cancelled_at=timezone.now() - timedelta(days=2) if row["cancelled"] else None,
        cancellation_reason=row.get("cancellation_reason", ""),
    )
    event.co_organisers.set(organisations[slug] for slug in row["co_organisers"])
    event.trainers.set(people[slug] for slug in row["trainers"])
    event.audiences.set(known["audiences"][slug] for slug in row["audience"])
    event.themes.set(known["themes"][slug] for slug in row["themes"])
    event.materials.set(known["documents"][key] for key in row["materials"])
    for order, (session, row_session) in enumerate(zip(sessions[1:], row["sessions"][1:], strict=True)):
        event.further_sessions.add(
            TrainingSession(
                sort_order=order, starts_at=session[0], ends_at=session[1], note=row_session["title"]
            )
        )
    publish(event)
    return event


def session_times(row: dict, today: date) -> tuple[datetime, datetime]:
    """Begin and end of a session; what would fall in a weekend moves to Monday."""
    day = today + timedelta(days=row["starts_in_days"])
    if day.weekday() >= 5:
        day += timedelta(days=7 - day.weekday())
    begins = timezone.make_aware(datetime.combine(day, time.fromisoformat(row["time"])))
    return begins, begins + timedelta(minutes=row["minutes"])


def publish(record) -> None:
    """Store a snippet as an editor does: a revision, published at once."""
    record.save()
    record.save_revision().publish()
