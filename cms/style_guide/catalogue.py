"""The components and blocks of the site: what they are for, what goes in, and their states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from cms import css
from cms.style_guide import examples
from cms.style_guide.model import Example, State

TEMPLATES = Path(settings.BASE_DIR) / "templates"
FOLDERS = ("components", "blocks")
COMMENT = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)
INPUT = re.compile(r"(?P<names>[a-z_]+)\s*(?:\((?P<note>.*)\))?", re.DOTALL)
CODE = re.compile(r"^\s*(?:{%|<)")


class UnreadableComment(ValueError):
    """The first comment of a template does not say its inputs as ``in: name (note), other (note)``."""


@dataclass(frozen=True)
class Input:
    """One value that a template takes. ``note`` is what the comment says between brackets."""

    name: str
    note: str


@dataclass(frozen=True)
class Comment:
    """The first comment of a template, taken apart."""

    purpose: str
    inputs: list[Input]
    code: str


def read_comment(source: str) -> Comment:
    """Purpose, inputs and the line to copy from the first comment of a template. Raises UnreadableComment."""
    found = COMMENT.search(source)
    if not found:
        raise UnreadableComment("no comment")
    purpose, marker, rest = found[1].partition("in:")
    if not marker:
        raise UnreadableComment("no “in:”")
    lines = rest.strip().splitlines()
    first_code = next((at for at, line in enumerate(lines) if CODE.match(line)), len(lines))
    return Comment(
        purpose=_one_line(purpose),
        inputs=_inputs(_one_line(" ".join(lines[:first_code]))),
        code="\n".join(line.strip() for line in lines[first_code:]),
    )


def _inputs(text: str) -> list[Input]:
    if text == "nothing":
        return []
    return [_input(part) for part in _split(text)]


def _input(text: str) -> Input:
    found = INPUT.fullmatch(text.strip())
    if not found:
        raise UnreadableComment(f"no input: “{text}”")
    return Input(found["names"], found["note"] or "")


def _split(text: str) -> list[str]:
    """``text`` at its commas, those between brackets left alone."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _one_line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True)
class Component:
    """A template with its examples."""

    example: Example
    group: str

    @property
    def template(self) -> str:
        return f"{self.example.template}.html"

    @property
    def name(self) -> str:
        """The template's name; a block says so, for some have the name of a component."""
        folder, _slash, name = self.example.template.partition("/")
        return name if folder == "components" else f"blok-{name}"

    @property
    def title(self) -> str:
        name = self.example.template.partition("/")[2].replace("_", " ")
        return name if self.is_component else f"blok {name}"

    @property
    def is_component(self) -> bool:
        return self.example.template.startswith("components/")

    @cached_property
    def source(self) -> str:
        return (TEMPLATES / self.template).read_text(encoding="utf-8")

    @cached_property
    def comment(self) -> Comment:
        return read_comment(self.source)

    @property
    def style_sheet(self) -> str:
        """The name of its CSS file, empty when it has no look of its own."""
        path = css.FOLDER / f"{self.example.template.partition('/')[2]}.css"
        return path.name if path.exists() else ""

    @cached_property
    def states(self) -> list[State]:
        return self.example.as_states()

    def url(self) -> str:
        return reverse("cms_style_guide_component", args=[self.name])

    def bare_url(self, state: State) -> str:
        return reverse("cms_style_guide_bare", args=[self.name, state.slug])

    def render(self, state: State) -> list[SafeString]:
        """The state from the real template, once for each set of values."""
        copies = [dict(values) for values in state.values]  # a template may set names in what it is given
        return [render_to_string(self.template, values) for values in copies]


def templates() -> list[str]:
    """Every template that must have examples: ``components/card``, ``blocks/quote`` …"""
    return sorted(
        f"{folder}/{path.stem}" for folder in FOLDERS for path in (TEMPLATES / folder).glob("*.html")
    )


def components() -> list[Component]:
    """Every component with examples, in the order of the style guide."""
    return [Component(example, group.title) for group in examples.groups() for example in group.examples]


def find(name: str, slug: str = "") -> tuple[Component, State | None] | None:
    """The component called ``name`` and, with ``slug``, its state; None when there is none."""
    component = next((one for one in components() if one.name == name), None)
    if component is None:
        return None
    state = next((one for one in component.states if one.slug == slug), None)
    return None if slug and state is None else (component, state)


def bare_paths() -> list[str]:
    """The address of every state alone on a page, for tests and screenshots; stable while titles stay."""
    return [component.bare_url(state) for component in components() for state in component.states]
