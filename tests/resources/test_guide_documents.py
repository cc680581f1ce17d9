"""The document that the site makes of a guide: what is in it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import GlossaryTerm, SiteImage
from resources.guide_documents.covers import DOORS, back_svg, cover_svg
from resources.guide_documents.failures import PartMissing
from resources.guide_documents.html import guide_html
from resources.guide_documents.making import make_document, pdf_maker
from resources.models import MadeDocument
from tests.factories import OrganisationFactory, PersonFactory, SiteImageFactory, ThemeFactory
from tests.resources.blocks import every_block
from tests.resources.guides import BODY, make_guide, pdf_of
from tests.resources.pdf_files import nodes

pytestmark = pytest.mark.django_db


def test_html_has_what_cannot_be_on_paper_in_words(site):
    guide = make_guide(body=every_block())

    markup = guide_html(guide.pk).markup

    assert not re.search(r"<video|<iframe|<script|<button|<details|<use", markup)
    assert "https://vimeo.com/123" in markup
    assert "http://localhost/trainingen/" in markup
    for block in ("Een deur", "Ik keek mee.", "Om te printen", "Cijfers", "Doe mee", "Zorghuis", "Hoe?"):
        assert block in markup


def test_terms_are_not_explained_on_paper(site, client):
    GlossaryTerm.objects.create(term="buren", slug="buren", explanation="Wie naast je woont.")
    guide = make_guide(body=[("text", "<p>Kijk bij de buren.</p>")])
    on_the_web = client.get(guide.get_url()).content.decode()

    assert "Wie naast je woont." in on_the_web
    assert "Wie naast je woont." not in guide_html(guide.pk).markup


def test_html_leaves_out_images_that_need_consent_or_say_nothing(site):
    shown = SiteImageFactory(description="Een open deur")
    yesterday = timezone.localdate() - timedelta(days=1)
    ended = SiteImageFactory(description="Wie dit was", consent_until=yesterday)
    decorative = SiteImageFactory(is_decorative=True)
    layout = {"caption": "", "layout": "column"}
    guide = make_guide(body=[("image", {"image": image, **layout}) for image in (shown, ended, decorative)])

    markup = guide_html(guide.pk).markup

    assert re.findall(r'<img[^>]*src="([^"]+)"', markup) == [f"site:image/{shown.pk}"]
    assert "Wie dit was" not in markup


def test_sizes_of_images_prepared_later_change_no_word(site):
    photo = SiteImageFactory()
    person = PersonFactory(photo=photo)
    body = [
        ("quote", {"text": "Ik keek mee.", "person": person, "name": "", "role": ""}),
        ("image", {"image": photo, "caption": "", "layout": "column"}),
        ("organisations", {"heading": "Wie", "organisations": [OrganisationFactory(logo=photo)]}),
    ]
    guide = make_guide(body=body)
    before = guide_html(guide.pk)

    size = {"file": "images/klein.webp", "width": 400, "height": 300}
    SiteImage.objects.filter(pk=photo.pk).update(sources={"webp": [size], "avif": [size]})

    assert guide_html(guide.pk).fingerprint == before.fingerprint
    assert person.name in before.markup


def test_fingerprint_of_the_text_is_the_same_in_every_database(site, settings):
    def of(title):
        image = SiteImageFactory(description="Een open deur")
        guide = make_guide(title=title, slug="deur")
        guide.body = [*BODY, ("image", {"image": image, "caption": "", "layout": "column"})]
        guide.save()
        found = guide_html(guide.pk).text_fingerprint
        guide.delete()
        return found

    first = of("Kijk mee")
    settings.BASE_URL = "https://zin.example.org"

    assert of("Kijk mee") == first
    assert of("Kijk weer mee") != first


def test_colour_is_that_of_the_pillar(site):
    theme = ThemeFactory(colour="plum", position=1)
    pillar = ThemeFactory(colour="coral", is_pillar=True, position=2)

    assert guide_html(make_guide(themes=[theme, pillar]).pk).colour == "coral"
    assert guide_html(make_guide().pk).colour == "teal"


@pytest.mark.parametrize("kind", ["guide", "playbook", "information", "programme"])
def test_every_cover_differs_and_goes_on_at_the_back(kind):
    covers = [cover_svg(kind, colour) for colour in DOORS]

    assert len(set(covers)) == len(DOORS)
    assert all("<text" not in cover for cover in [*covers, *(back_svg(kind, colour) for colour in DOORS)])


def test_pdf_has_the_structure_of_the_page(site, needs_pango):
    guide = make_guide(body=[*BODY, *every_block(2)], listing_image=SiteImageFactory())

    make_document(guide.pk)

    reader = pdf_of(guide)
    found = list(nodes(reader))
    assert [node for node in found if node.kind == "Figure" and not node.element.get("/Alt")] == []
    assert [node.path[-1] for node in found if node.kind == "L"]
    assert {"H1", "H2", "Table", "TH", "Link", "BlockQuote"} <= {node.kind for node in found}
    assert reader.trailer["/Root"]["/Lang"] == "nl"


# --- A document with a hole in it is not made ---------------------------------------------------------------


def test_missing_image_fails_and_is_noted(site, needs_pango, caplog):
    image = SiteImageFactory(description="Een open deur")
    guide = make_guide(body=[*BODY, ("image", {"image": image, "caption": "", "layout": "column"})])
    image.file.storage.delete(image.file.name)

    with pytest.raises(PartMissing):
        make_document(guide.pk)

    guide.refresh_from_db()
    made = MadeDocument.objects.get(page=guide)
    assert (guide.document, made.document) == (None, None)
    assert made.error == "Een beeld in het document is niet te lezen. Kies het opnieuw op de pagina."
    assert image.file.name in caplog.text


def test_nothing_comes_from_outside_the_site(site, needs_pango):
    source = guide_html(make_guide().pk)
    outside = replace(
        source, markup=source.markup.replace("</main>", '<img src="https://example.org/a.png"></main>')
    )

    with pytest.raises(PartMissing):
        pdf_maker()(outside)
