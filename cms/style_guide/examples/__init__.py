"""The states of every component, with plain values; one module a group.

A module has `group()`, called when somebody looks: addresses of static files are known only then.
"""

from cms.style_guide.examples import (
    blocks,
    calendar,
    content,
    figures,
    forms,
    foundations,
    front,
    lists,
    navigation,
    terms,
    trainings,
)
from cms.style_guide.model import Group


def groups() -> list[Group]:
    start = (foundations, navigation, front, lists, trainings, calendar)
    return [module.group() for module in (*start, content, figures, terms, forms, blocks)]
