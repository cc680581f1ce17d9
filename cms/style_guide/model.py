"""What an example is: a component's purpose in Dutch and its states, each with the values it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

Values = dict[str, Any]


@dataclass(frozen=True)
class State:
    """One way in which a component may look. ``values`` has more than one dict where it is shown in a row."""

    title: str
    values: list[Values]

    @property
    def slug(self) -> str:
        return slugify(self.title)


@dataclass(frozen=True)
class Example:
    """The states of one template.

    ``template`` is its path below ``templates`` without ``.html``. ``place``: where on a page it stands
    (``column``, ``prose``, ``band``: the full width, ``top`` and ``bottom``: outside the main column).
    ``list_class``: the states are items of a list with this class, except those of ``outside_list``.
    ``least``: pixels that a frame needs for what opens over the page.
    """

    template: str
    purpose: str
    states: dict[str, Values | list[Values]]
    place: str = "column"
    list_class: str = ""
    outside_list: tuple[str, ...] = ()
    least: int = 0

    def as_states(self) -> list[State]:
        return [
            State(title, values if isinstance(values, list) else [values])
            for title, values in self.states.items()
        ]


@dataclass(frozen=True)
class Group:
    """Components that belong together, as one module of `cms.style_guide.examples` describes them."""

    title: str
    examples: list[Example]
