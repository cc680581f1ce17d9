"""The states of every component, with plain values; one module a group.

A module has `group()`, called when somebody looks: addresses of static files are known only then.
"""

from cms.style_guide.examples import blocks, content, forms, foundations, lists, navigation, trainings
from cms.style_guide.model import Group


def groups() -> list[Group]:
    return [module.group() for module in (foundations, navigation, lists, trainings, content, forms, blocks)]
