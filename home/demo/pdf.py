"""Make the tagged A4 PDFs of the guides: ``python -m home.demo.pdf [DOCUMENT …]``.

Reads the same TOML blocks that fill the web pages, so that page and PDF never differ. Needs
WeasyPrint and its system libraries (development only); the site itself only ships the result.
"""

from __future__ import annotations

import sys
import tomllib
from html import escape
from itertools import count
from pathlib import Path

from home.demo.pdf_style import stylesheet

DEMO = Path(__file__).resolve().parent
LIMIT = 300_000  # bytes
KIND = {"guide": "Handreiking", "information": "Folder", "programme": "Programma", "playbook": "Draaiboek"}
COLOUR = {
    "handreiking-uitwisselingsstage": "coral",
    "handreiking-uitwisselingsstage-1": "coral",
    "handreiking-praktijkonderwijsbijeenkomst": "teal",
    "folder-mbo-zin-in-het-kort": "plum",
    "programma-scholing-werkbegeleiders": "ochre",
}
QUALIFIER = {"": "", "about": "ongeveer "}


def load(name: str) -> dict:
    return tomllib.loads((DEMO / "content" / f"{name}.toml").read_text(encoding="utf-8"))


class Chapters:
    """Turns blocks into HTML and remembers the headings for the table of contents."""

    def __init__(self, people: dict[str, dict], figures: dict[str, dict]):
        self.people, self.figures = people, figures
        self.contents: list[tuple[str, str]] = []  # id, text
        self._number = count(1)

    def render(self, blocks: list[dict]) -> str:
        return "\n".join(getattr(self, f"_{block['type']}", self._nothing)(block) for block in blocks)

    def _nothing(self, block: dict) -> str:
        return ""  # links to pages and upcoming trainings only make sense on the site

    def _chapter(self, text: str) -> str:
        if not text:
            return ""
        anchor = f"hoofdstuk-{next(self._number)}"
        self.contents.append((anchor, text))
        return f'<h2 id="{anchor}">{escape(text)}</h2>'

    def _heading(self, block: dict) -> str:
        return self._chapter(block["text"]) if block["level"] == 2 else f"<h3>{escape(block['text'])}</h3>"

    def _text(self, block: dict) -> str:
        return block["html"]

    def _quote(self, block: dict) -> str:
        person = self.people[block["person"]] if "person" in block else block
        who = escape(f"{person['name']}, {person['role']}")
        return f"<blockquote><p>{escape(block['text'])}</p><footer>{who}</footer></blockquote>"

    def _steps(self, block: dict) -> str:
        heading = f"<h3>{escape(block['heading'])}</h3>" if block["heading"] else ""
        rows = ""
        for number, item in enumerate(block["items"], 1):
            title = escape(item["title"])
            if block["kind"] == "ordered":
                step = f'<p class="title">{title}</p>{item["text"]}'
                rows += f'<li class="step"><span class="number">{number}</span><div>{step}</div></li>'
            else:
                rows += f'<li class="check">{title}</li>'
        tag = "ol" if block["kind"] == "ordered" else "ul"
        return f'<section class="{block["kind"]}">{heading}<{tag}>{rows}</{tag}></section>'

    def _table(self, block: dict) -> str:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block["header"])
        rows = ""
        for first, *rest in block["rows"]:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
            rows += f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
        caption = f"<caption>{escape(block['caption'])}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _questions(self, block: dict) -> str:
        items = "".join(
            f'<div class="question"><h3>{escape(item["question"])}</h3>{item["answer"]}</div>'
            for item in block["items"]
        )
        return self._chapter(block["heading"]) + items

    def _figures(self, block: dict) -> str:
        cells = ""
        for slug in block["figures"]:
            figure = self.figures[slug]
            number = f"{QUALIFIER[figure['qualifier']]}{figure['number']}"
            label = escape(f"{figure['unit']} {figure['label']}")
            cells += f'<li><span class="big">{number}</span> {label}</li>'
        return f'{self._chapter(block["heading"])}<ul class="figures">{cells}</ul>'


def page(guide: dict, document: dict, chapters: Chapters) -> str:
    """The whole document as HTML; an earlier edition has its own version and lacks what came later."""
    guide = {**guide, **document.get("edition", {})}
    later = document.get("without", [])
    blocks = [block for block in guide["body"] if block.get("heading") not in later]
    for block in (one for one in blocks if one["type"] == "steps"):
        block["items"] = [item for item in block["items"] if item["title"] not in later]
    body = chapters.render(blocks)
    toc = "".join(f'<li><a href="#{anchor}">{escape(text)}</a></li>' for anchor, text in chapters.contents)
    facts = [("Voor wie", guide["for_whom"]), ("Tijd", guide["time_needed"]), ("Gebruik", guide["licence"])]
    facts.append(("Versie", f"{guide['version']} van {guide['version_on']:%d-%m-%Y}. {guide['change_note']}"))
    about = "".join(f"<dt>{label}</dt><dd>{escape(text)}</dd>" for label, text in facts)
    title = escape(guide["title"]).replace("onderwijsbij", "onderwijs&shy;bij")  # too long for one line
    return f"""<!doctype html><html lang="nl"><head><meta charset="utf-8">
<title>{escape(document["title"])}</title>
<meta name="author" content="MBO-ZIN"><meta name="description" content="{escape(guide["standfirst"])}">
<meta name="dcterms.modified" content="{guide["version_on"]}"></head>
<body class="{guide["kind"]} {COLOUR[document["key"]]}">
<header class="cover"><p class="kind">{KIND[guide["kind"]]}</p>
<h1>{title}</h1>
<p class="standfirst">{escape(guide["standfirst"])}</p>
<p class="sender">MBO-ZIN · MBO Zorginnovatienetwerk Midden-Brabant</p></header>
<nav class="contents" aria-label="Inhoud"><p class="nav-title">Inhoud</p><ol>{toc}</ol></nav>
<section class="about"><dl>{about}</dl></section>
<main>{body}</main></body></html>"""


def main(keys: list[str]) -> None:
    from weasyprint import HTML  # heavy, and not there in production
    from weasyprint.text.fonts import FontConfiguration

    people = {person["slug"]: person for person in load("people")["person"]}
    figures = {figure["slug"]: figure for figure in load("figures")["figure"]}
    for document in load("documents")["document"]:
        if keys and document["key"] not in keys:
            continue
        guides = {guide["slug"]: guide for guide in load("guides")["guide"]}
        source = page(guides[document["guide"]], document, Chapters(people, figures))
        target = DEMO / "files" / document["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        fonts = FontConfiguration()
        options = {"stylesheets": [stylesheet(fonts)], "font_config": fonts, "pdf_variant": "pdf/ua-1"}
        HTML(string=source, base_url=str(DEMO)).write_pdf(target, **options)
        if target.stat().st_size > LIMIT:
            raise ValueError(f"{target.name} has {target.stat().st_size} bytes, more than {LIMIT}")
        print(f"{target.name:44} {target.stat().st_size:7} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
