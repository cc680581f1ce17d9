"""The look of the PDFs: page frame, type, colours and the cover's drawing."""

from __future__ import annotations

from urllib.parse import quote

from home.demo.canvas import FONTS

COLOURS = {  # name: (strong, text on white, tint, partner on the cover)
    "coral": ("#c23b22", "#9e2c17", "#fbe4dc", "#f0b43c"),
    "teal": ("#0a5f5b", "#0a5f5b", "#e3f1ef", "#f0b43c"),
    "ochre": ("#f0b43c", "#7a4b00", "#fdf1d8", "#0a5f5b"),
    "plum": ("#5a3577", "#5a3577", "#efe6f6", "#c23b22"),
}

RULES = """
@page { size: A4; margin: 20mm 22mm 22mm; background: #fffdf9;
  @bottom-left { content: "MBO-ZIN"; font: 600 9pt Text; color: #51636b; }
  @bottom-center { content: string(title); font: 9pt Text; color: #51636b; }
  @bottom-right { content: counter(page) " van " counter(pages); font: 9pt Text; color: #51636b; } }
@page :first { margin: 0; @bottom-left { content: none } @bottom-center { content: none }
  @bottom-right { content: none } }
html { font: 11pt/1.5 Text, "DejaVu Sans", sans-serif; color: #17282e; }
body { margin: 0; }
h1, h2, h3, .nav-title, .title, .number, .big { line-height: 1.15; font-weight: 700;
  font-family: Heading, "DejaVu Sans", sans-serif; }
p, ul, ol, table, dl { margin: 0 0 4mm; }
a { color: inherit; }
.cover { position: relative; box-sizing: border-box; height: 297mm; width: 210mm; padding: 24mm 22mm 0;
  break-after: page; background-size: 100% 100%; }
.cover .kind { font: 600 15pt Text; margin: 0 0 2mm; }
.cover h1 { font-size: 37pt; margin: 0 0 6mm; string-set: title content(); hyphens: manual; }
.cover .standfirst { width: 125mm; font-size: 14pt; }
.cover .sender { position: absolute; left: 22mm; top: 276mm; margin: 0; font-size: 11pt; font-weight: 600;
  color: #fffdf9; }
.contents { margin-bottom: 8mm; }
.nav-title { font-size: 20pt; margin-bottom: 4mm; }
.contents ol { list-style: none; padding: 0; }
.contents li { border-bottom: 0.3mm solid #e4dccd; padding: 2mm 0; }
.contents a { text-decoration: none; }
.contents a::after { content: leader(" ") target-counter(attr(href), page); }
.about { padding: 6mm 7mm 3mm; border-radius: 5mm; break-after: page; }
.about dt { font-weight: 700; } .about dd { margin: 0 0 3mm; }
h2 { font-size: 22pt; margin: 10mm 0 4mm; break-after: avoid; }
h3 { font-size: 14.5pt; margin: 6mm 0 3mm; break-after: avoid; }
.question h3 { font-size: 12pt; margin: 0 0 1.5mm; break-after: avoid; }
main > h2:first-child { margin-top: 0; }
.guide h2:has(+ .ordered), .guide h2:has(+ .checklist) { break-before: page; margin-top: 0; }
.programme .about { break-after: auto; }
.programme main { margin-top: 10mm; }
.programme h2:has(+ table), .teal h2:has(+ table) { break-before: page; margin-top: 0; }
.programme h2 { margin-top: 6mm; }
.ordered ol, .checklist ul, .figures { list-style: none; padding: 0; }
.ordered > h3 { break-after: auto; }
.step { position: relative; min-height: 13mm; padding: 0 0 2mm 18mm; break-inside: avoid; }
.step .number { position: absolute; left: 0; top: 0; width: 11mm; height: 13mm;
  border-radius: 5.5mm 5.5mm 0 0; text-align: center; line-height: 14.5mm; font-size: 14pt; }
.step .title { font-size: 12.5pt; margin: 1mm 0 1mm; } .step p { margin-bottom: 1.5mm; }
.checklist { border-radius: 5mm; padding: 5mm 7mm 3mm; margin: 0 0 6mm; break-inside: avoid; }
.checklist h3 { margin-top: 0; }
.check { position: relative; padding: 1.3mm 0 1.3mm 10mm; }
.check::before { content: ""; position: absolute; left: 0; top: 1.6mm; width: 5mm; height: 5mm;
  border-radius: 1.2mm; background: #fffdf9; border: 0.45mm solid #17282e; box-sizing: border-box; }
blockquote { margin: 7mm 0; padding: 0 0 0 8mm; break-inside: avoid; }
blockquote p { font: 17pt/1.3 Heading; margin: 0 0 2mm; }
blockquote footer { color: #51636b; }
table { break-inside: avoid; width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 1.4; }
caption { text-align: left; font-weight: 700; padding-bottom: 2mm; }
th, td { text-align: left; vertical-align: top; padding: 2mm 3mm 2mm 2mm;
  border-bottom: 0.3mm solid #d9d0c0; }
tr { break-inside: avoid; }
.question { break-inside: avoid; margin-bottom: 3mm; }
.figures li { display: inline-block; width: 45%; vertical-align: top; margin: 0 3% 4mm 0; }
.big { display: block; font-size: 30pt; }
"""


def stylesheet(font_config):
    """The rules with the site's own fonts, where they are there, and one set of colours a pillar."""
    from weasyprint import CSS

    faces = ""
    for family, word in (("Heading", "bricolage"), ("Text", "atkinson")):
        for path in FONTS.glob(f"*{word}*.woff2"):
            source = f'src: url("{path.as_uri()}")'
            faces += f"@font-face {{ font-family: {family}; font-weight: 400 800; {source}; }}\n"
    colours = "".join(
        f".{name} h2, .{name} .big, .{name} .nav-title, .{name} .kind {{ color: {text} }}"
        f".{name} .number {{ background: {strong}; color: {'#17282e' if name == 'ochre' else '#fffdf9'} }}"
        f".{name} .about, .{name} .checklist, .{name} thead th {{ background: {tint} }}"
        f".{name} blockquote {{ border-left: 2mm solid {strong} }}"
        f'.{name} .cover {{ background-image: url("data:image/svg+xml,{quote(cover(name))}") }}'
        for name, (strong, text, tint, _) in COLOURS.items()
    )
    return CSS(string=faces + RULES + colours, font_config=font_config)


def cover(name: str) -> str:
    """A doorway with light on the floor, as a drawing behind the title (decoration, so a background)."""
    strong, deep, tint, partner = COLOURS[name]
    floor = "#073f3d" if name in ("teal", "ochre") else deep
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210" height="297">
<rect width="210" height="297" fill="{tint}"/>
<path d="M22 262V191a33 33 0 0 1 66 0v71z" fill="{partner}"/>
<path d="M36 262V193a19 19 0 0 1 38 0v69z" fill="#fffdf9"/>
<path d="M76 262V176a42 42 0 0 1 84 0v86z" fill="{strong}"/>
<path d="M76 262V176a42 42 0 0 1 3-15.5A33 33 0 0 1 88 191v71z" fill="#073f3d" opacity=".45"/>
<path d="M96 262V178a22 22 0 0 1 44 0v84z" fill="#fff3cf"/>
<circle cx="124" cy="182" r="8" fill="#f0b43c"/>
<path d="M96 262v-14c12-10 30-10 44 0v14z" fill="#3f7d5a"/>
<rect y="262" width="210" height="35" fill="{floor}"/>
<path d="M96 262h44l70 35H128z" fill="#fff3cf" opacity=".45"/>
<path d="M176 262l-4-22h22l-4 22z" fill="#b9693c"/>
<g fill="#3f7d5a"><path d="M183 240c-16-6-22-20-20-30 14 4 21 16 20 30z"/>
<path d="M183 240c16-6 22-20 20-30-14 4-21 16-20 30z"/>
<path d="M183 240c-8-14-7-30 0-42 7 12 8 28 0 42z"/></g></svg>"""
