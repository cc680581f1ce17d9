"""Turns the blocks of the demonstration content into StreamField values."""

from __future__ import annotations

import re


def rich(html: str) -> str:
    """HTML as the editor stores it: `b` and `i` instead of `strong` and `em`."""
    return re.sub(r"<(/?)em>", r"<\1i>", re.sub(r"<(/?)strong>", r"<\1b>", html)).strip()


def to_blocks(rows: list[dict], known: dict) -> list[tuple]:
    """Blocks with their choices looked up in ``known``; a block whose objects are missing is left out."""
    made = (_block(row, known) for row in rows)
    return [block for block in made if block]


def _block(row: dict, known: dict) -> tuple | None:
    kind = row["type"]
    if kind == "heading":
        return kind, {"text": row["text"], "level": str(row.get("level", 2))}
    if kind == "text":
        return kind, rich(row["html"])
    if kind == "quote":
        person = known["people"].get(row.get("person", ""))
        name = "" if person else row.get("name", "")
        return kind, {"text": row["text"], "person": person, "name": name, "role": row.get("role", "")}
    if kind == "image":
        image = known["images"].get(row["image"])
        return (
            (kind, {"image": image, "caption": row.get("caption", ""), "layout": "column"}) if image else None
        )
    if kind == "steps":
        items = [{"title": item["title"], "text": rich(item["text"])} for item in row["items"]]
        return kind, {"heading": row.get("heading", ""), "kind": row["kind"], "items": items}
    if kind == "questions":
        items = [{"question": item["question"], "answer": rich(item["answer"])} for item in row["items"]]
        return kind, {"heading": row.get("heading", ""), "items": items, "folded": False}
    if kind == "figures":
        figures = [known["figures"][slug] for slug in row["figures"]]
        return kind, {"heading": row.get("heading", ""), "figures": figures}
    if kind == "chart":
        return kind, _chart(row, known)
    if kind == "document":
        return kind, {"document": known["documents"][row["document"]], "intro": row.get("intro", "")}
    if kind == "video":
        return kind, {"video": known["media"][row["media"]], "caption": row.get("caption", "")}
    if kind == "call_to_action":
        return kind, {
            "title": row["title"],
            "text": row.get("text", ""),
            "page": None,
            "url": row["link"],
            "label": row["label"],
        }
    if kind == "organisations":
        return kind, {
            "heading": row.get("heading", ""),
            "organisations": list(known["organisations"].values()),
        }
    if kind == "upcoming_trainings":
        return kind, {
            "heading": row["heading"],
            "theme": known["themes"].get(row.get("theme", "")),
            "number": row["number"],
        }
    if kind == "related_pages":
        made = known.get("pages", {})  # trainings are loaded before any page
        pages = [made[slug] for slug in row["pages"] if slug in made]
        return (kind, {"heading": row["heading"], "pages": pages}) if pages else None
    if kind == "table":
        return kind, {"caption": row["caption"], "table": _table(row)}
    if kind == "groups":
        return None  # the page of the working groups shows them from the records
    raise ValueError(f"unknown block in the demonstration content: {kind}")


def _chart(row: dict, known: dict) -> dict:
    shown = ("title", "summary", "source", "as_of")
    return {
        **{name: row[name] for name in shown},
        "kind": row["kind"],
        "unit": row.get("unit", ""),
        "theme": known["themes"].get(row.get("theme", "")),
        "rows": [
            {
                "label": one["label"],
                "number": one["number"],
                "until": one.get("until"),
                "is_about": one.get("about", False),
            }
            for one in row["rows"]
        ],
    }


def _table(row: dict) -> dict:
    return {
        "columns": [{"type": "text", "heading": heading} for heading in row["header"]],
        "rows": [{"values": cells} for cells in row["rows"]],
        "caption": "",
    }
