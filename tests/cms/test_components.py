"""What every component keeps to, and the marks that others rely on."""

import re
from pathlib import Path
from types import SimpleNamespace as Values

import pytest
from django import forms
from django.template.loader import render_to_string

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PUBLIC = sorted(path for path in TEMPLATES.rglob("*.html") if "emails" not in path.parts)
COMPONENTS = sorted(TEMPLATES.glob("components/*.html"))
TAGS = re.compile(r"{% comment %}.*?{% endcomment %}|{%.*?%}|{{.*?}}", re.DOTALL)
INCLUDE = re.compile(r'{% include "([^"]+)"([^%]*)%}')


def name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_template_has_nothing_inline(path):
    text = TAGS.sub("", path.read_text(encoding="utf-8"))

    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", text) == []
    assert re.findall(r"<script(?![^>]*(?:src=|application/(?:ld\+)?json))", text) == []


def exists(target):
    """Is it a template of ours? Wagtail's own parts of the editors' screens are there with Wagtail."""
    return TEMPLATES.joinpath(target).exists() or target.startswith(
        ("wagtailadmin/", "wagtailsearchpromotions/")
    )


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_template_includes_what_exists(path):
    includes = INCLUDE.findall(path.read_text(encoding="utf-8"))

    assert [target for target, _ in includes if not exists(target)] == []
    assert [
        target
        for target, rest in includes
        if target.startswith("components/") and not rest.strip().endswith("only")
    ] == []


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_component_says_what_goes_in(path):
    assert re.search(
        r"{% comment %}.*?\bin: .*?{% endcomment %}", path.read_text(encoding="utf-8"), re.DOTALL
    )


def test_seats_are_marked_on_the_page_of_a_training():
    found = render_to_string(
        "components/seats.html", {"free": 0, "state": "full", "label": "Vol", "marked": True}
    )

    assert '<p class="seats seats--full" data-seats-left="0" data-registration-state="full">' in found


def test_seats_in_a_list_carry_no_mark():
    found = render_to_string("components/seats.html", {"free": 4, "state": "open", "label": "Nog 4 plaatsen"})

    assert "data-" not in found
    assert "<span>Nog 4 plaatsen</span>" in found


def test_filter_values_carry_their_marks():
    value = Values(value="2026", label="2026", count=7, selected=False, url="?jaar=2026")
    facet = Values(name="jaar", label="Jaar", values=[value])

    found = render_to_string("components/filters.html", {"facets": [facet]})

    assert 'href="?jaar=2026" rel="nofollow" data-facet="jaar" data-value="2026" data-count="7"' in found


class AddressForm(forms.Form):
    email = forms.EmailField(label="E-mail", help_text="Hier komt de bevestiging.")


def test_field_with_an_error_is_tied_to_its_help_and_error():
    form = AddressForm({"email": "geen adres"})

    found = render_to_string("components/form_field.html", {"field": form["email"]})

    assert 'aria-describedby="id_email_helptext id_email_error"' in found
    assert '<div class="form-field__help" id="id_email_helptext">Hier komt de bevestiging.</div>' in found
    assert 'id="id_email_error"' in found


def test_error_summary_takes_the_focus_and_links_to_the_field():
    found = render_to_string("components/error_summary.html", {"form": AddressForm({"email": ""})})

    assert 'role="alert" tabindex="-1" autofocus' in found
    assert '<a href="#id_email">' in found


def test_error_summary_of_a_fresh_form_is_empty():
    assert render_to_string("components/error_summary.html", {"form": AddressForm()}).strip() == ""


def test_picture_offers_the_small_formats_first():
    picture = Values(
        alt="Een deur", width=800, height=533, src="/m/a.webp", avif="/m/a.avif 800w", webp="/m/a.webp 800w"
    )

    found = render_to_string("components/picture.html", {"picture": picture, "sizes": "50vw"})

    assert re.findall(r'type="image/(\w+)"', found) == ["avif", "webp"]
    assert 'alt="Een deur" width="800" height="533" loading="lazy"' in found
