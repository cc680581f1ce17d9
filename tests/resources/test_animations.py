"""The pages and cards of animated films, as visitors get them."""

import re

from django.core.files.base import ContentFile

from tests.factories import AnimationPageFactory, SiteMediaFactory


def get(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_film_elsewhere_loads_nothing_before_a_click(site, client):
    page = AnimationPageFactory(
        embed_url="https://www.youtube.com/watch?v=abc123", embed_transcript="Wat je ziet"
    )

    html = get(client, page)

    assert "<iframe" not in html
    assert not re.search(r'(src|srcset|poster)="https?://', html)
    assert 'data-player="https://www.youtube-nocookie.com/embed/abc123"' in html
    assert "Wat je ziet" in html


def test_card_of_an_animation_says_how_long_the_film_takes(site, client):
    AnimationPageFactory(video=SiteMediaFactory(duration=64.8), published_on="2026-01-06")
    AnimationPageFactory(video=None, embed_url="https://vimeo.com/1", published_on="2026-01-05")

    html = client.get("/animaties/").content.decode()

    assert re.findall(r'<p class="card__meta">.*?</time>(.*?)</p>', html) == ["<span>1:05 minuten</span>", ""]


def test_animation_shows_length_captions_transcript_and_downloads(site, client):
    film = SiteMediaFactory(
        duration=84,
        file_webm=ContentFile(b"\x1a\x45\xdf\xa3" * 512, "film.webm"),
        captions=ContentFile(b"WEBVTT\n", "film.vtt"),
        transcript="[Een deur gaat open.]\n\nKom binnen.",
    )
    page = AnimationPageFactory(video=film)

    html = get(client, page)

    assert "<span>1:24 minuten, met ondertiteling</span>" in html
    assert '<track kind="captions" src="/media' in html
    assert re.findall(r'<source src="([^"]+)"', html) == [film.file_webm.url, film.file.url]
    assert re.findall(r"<p( class=\"transcript__seen\")?>(\[?\w+ [\w ]+\.\]?)</p>", html) == [
        (' class="transcript__seen"', "[Een deur gaat open.]"),
        ("", "Kom binnen."),
    ]
    assert re.findall(r'<a class="video__file" href="([^"]+)" download>', html) == [
        film.file.url,
        film.file_webm.url,
    ]
    assert re.findall(r'<span class="video__kind">([^<]+)<', html) == ["MP4, 12\xa0bytes", "WebM, 2,0\xa0KB"]

    film.file.storage.delete(film.file.name)
    assert '<span class="video__kind">MP4<' in get(client, page)

    page.can_download = False
    page.save()
    assert "download>" not in get(client, page)
