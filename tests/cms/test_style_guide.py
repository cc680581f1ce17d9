"""The style guide shows every component in every state, and what it says of them is true."""

import logging
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context
from django.template.base import VariableDoesNotExist
from django.urls import reverse

from cms import css
from cms.choices import Role
from cms.style_guide import catalogue, schemes, tokens
from tests.cms.editors import browser, somebody

TEMPLATES = Path(settings.BASE_DIR) / "templates"
COMPONENTS = catalogue.components()
INCLUDE = re.compile(r'{% include "((?:components|blocks)/\w+)\.html"([^%]*)%}')
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
KEYWORD = re.compile(r"\b(\w+)=")


def name(component: catalogue.Component) -> str:
    return component.name


def inputs(template: str) -> set[str]:
    source = TEMPLATES.joinpath(f"{template}.html").read_text(encoding="utf-8")
    return {one.name for one in catalogue.read_comment(source).inputs}


def with_included(template: str) -> set[str]:
    """The inputs of a template and of every component it includes."""
    source = COMMENT.sub("", TEMPLATES.joinpath(f"{template}.html").read_text(encoding="utf-8"))
    return inputs(template).union(*(with_included(one) for one, _rest in INCLUDE.findall(source)))


class Missed(logging.Handler):
    """Collects what Django could not find while it rendered: of a template's own names and of the values."""

    def __init__(self):
        super().__init__()
        self.names: set[str] = set()
        self.parts: set[str] = set()

    def emit(self, record):
        found = record.exc_info and record.exc_info[1]
        if not isinstance(found, VariableDoesNotExist) or str(record.args[1]).startswith("django/"):
            return
        part, owner = found.params
        if isinstance(owner, Context):
            self.names.add(part)
        elif owner is not None and not isinstance(owner, (list, str)):  # beyond the end of a list, or nothing
            self.parts.add(f"{part} of {type(owner).__name__}")


@pytest.fixture
def missed():
    handler, logger = Missed(), logging.getLogger("django.template")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(level)


def test_every_component_and_block_has_examples():
    assert sorted(component.example.template for component in COMPONENTS) == catalogue.templates()


def test_addresses_are_different_for_every_state():
    paths = catalogue.bare_paths()

    assert len(paths) == len(set(paths)) > 200


@pytest.mark.parametrize("component", COMPONENTS, ids=name)
def test_every_declared_input_is_used_and_shown(component):
    declared = inputs(component.example.template)
    body = COMMENT.sub("", component.source, count=1)
    given = {key for state in component.states for values in state.values for key in values}

    assert {one for one in declared if not re.search(rf"\b{one}\b", body)} == set()
    assert given == declared


@pytest.mark.parametrize("component", COMPONENTS, ids=name)
def test_examples_render_without_unknown_variables(component, missed):
    for state in component.states:
        component.render(state)

    assert missed.names - with_included(component.example.template) == set()
    assert missed.parts == set()


def test_a_variable_that_nobody_declared_is_noticed(missed):
    component, state = catalogue.find("person", "met-portret")
    del state.values[0]["person"]["role"]

    component.render(state)

    assert missed.parts == {"role of dict"}


def test_includes_give_only_what_a_component_takes():
    unknown = {
        (path.name, template, keyword)
        for path in TEMPLATES.rglob("*.html")
        for template, rest in INCLUDE.findall(COMMENT.sub("", path.read_text(encoding="utf-8")))
        for keyword in KEYWORD.findall(rest)
        if keyword not in inputs(template)
    }

    assert unknown == set()


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<p>", "no comment"),
        ("{% comment %} A thing. {% endcomment %}", "no “in:”"),
        ("{% comment %} in: one and two {% endcomment %}", "no input: “one and two”"),
    ],
)
def test_an_unreadable_comment_is_refused(source, reason):
    with pytest.raises(catalogue.UnreadableComment, match=re.escape(reason)):
        catalogue.read_comment(source)


def test_a_comment_is_taken_apart():
    found = catalogue.read_comment(
        "{% comment %}\n A thing.\n in: one (a, b (c)),\n two\n {% include 'x' only %}\n{% endcomment %}"
    )

    assert found == catalogue.Comment(
        purpose="A thing.",
        inputs=[catalogue.Input("one", "a, b (c)"), catalogue.Input("two", "")],
        code="{% include 'x' only %}",
    )


def test_every_step_of_the_type_scale_has_its_sample():
    own = Path(settings.BASE_DIR, "cms/static/cms/style_guide/style_guide.css").read_text(encoding="utf-8")

    assert [step.name for step in tokens.sizes("step-") if f".sg-{step.name} {{" not in own] == []


def test_a_forced_scheme_asks_the_browser_nothing():
    dark, light = schemes.style_sheet(schemes.DARK), schemes.style_sheet(schemes.LIGHT)

    assert "prefers-color-scheme" in css.BUNDLE.read_text(encoding="utf-8")
    assert "prefers-color-scheme" not in dark + light
    assert ":root{color-scheme:dark;" in dark
    assert ":root{color-scheme:light;" in light
    assert 'url("../' not in dark


@pytest.fixture
def editor(site, db):
    return browser(somebody(Role.EDITOR))


def test_the_overview_names_every_component(editor):
    page = editor.get(reverse("cms_style_guide"))

    text = page.content.decode()
    assert [one.name for one in COMPONENTS if f'href="{one.url()}"' not in text] == []
    assert '<meta name="robots" content="noindex">' in text
    assert "no-store" in page.headers["Cache-Control"]


def test_a_component_page_shows_its_inputs_and_states(editor):
    text = editor.get("/cms/stijlgids/card/?schema=beide&breedte=390").content.decode()

    component, _state = catalogue.find("card")
    assert "<dt><code>heading_level</code></dt>" in text
    assert "templates/components/card.html" in text
    for state in component.states:
        for scheme in schemes.LIGHT, schemes.DARK:
            assert f'src="{component.bare_url(state)}?schema={scheme}"' in text


def test_a_bare_page_is_the_component_in_the_sites_style(editor):
    page = editor.get("/cms/stijlgids/button/gewoon/kaal/")

    text = page.content.decode()
    assert '<a class="button" href="#voorbeeld">Meld je aan</a>' in text
    assert "css/site.css" in text
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_forced_scheme_has_its_own_style_sheet(editor):
    page = editor.get("/cms/stijlgids/button/gewoon/kaal/?schema=donker").content.decode()

    assert 'href="/cms/stijlgids/site-donker.css"' in page
    assert editor.get("/cms/stijlgids/site-donker.css").headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize("path", ["bestaat-niet/", "card/bestaat-niet/kaal/", "site-paars.css"])
def test_what_is_not_there_is_not_found(editor, path):
    assert editor.get(f"/cms/stijlgids/{path}").status_code == 404


def test_visitors_are_sent_to_the_login(client, site):
    for path in ("", "card/", "card/met-foto/kaal/", "site-donker.css"):
        answer = client.get(f"/cms/stijlgids/{path}")

        assert answer.status_code == 302
        assert answer.url.startswith("/cms/login/")
