"""Stories, films and guides in schema.org.

What a view fetched is taken from its context; nothing is asked here.
"""

from cms.seo import structured_data
from resources.choices import Licence
from resources.models import AnimationPage, GoodPracticePage, GuidePage, InterviewPage, NewsPage

LICENCE_URLS = {
    Licence.BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
}
ENCODINGS = {"PDF": "application/pdf", "TXT": "text/plain"}


def shared(page, context) -> dict:
    """What every story says: when, by whom, about what and for whom."""
    network = context["seo"].organization
    return {
        "inLanguage": "nl",
        "datePublished": page.published_on,
        "dateModified": page.last_published_at,
        "author": network,
        "publisher": network,
        "about": [theme.title for theme in context.get("themes") or []],
        "keywords": ", ".join(context.get("tags") or []),
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": title}
            for title in context.get("audiences") or []
        ],
        "sourceOrganization": [
            {"@type": "Organization", "name": one.name, "url": context["seo"].absolute(one.url)}
            for one in context.get("organisations") or []
        ],
    }


@structured_data(NewsPage)
def news(page, context):
    return {"@type": "NewsArticle", "headline": page.title[:110], **shared(page, context)}


@structured_data(InterviewPage)
@structured_data(GoodPracticePage)
def article(page, context):
    return {"@type": "Article", "headline": page.title[:110], **shared(page, context)}


@structured_data(AnimationPage)
def video(page, context):
    """A film of our own is a VideoObject; one elsewhere an article, because its file is not ours."""
    film, seo = context.get("film"), context["seo"]
    if not film:
        return article(page, context)
    return {
        "@type": "VideoObject",
        **shared(page, context),
        "uploadDate": page.published_on,
        "contentUrl": seo.absolute(film.url),
        "thumbnailUrl": seo.absolute(film.poster_url) if film.poster_url else seo.image_url,
        "duration": f"PT{round(film.duration)}S" if film.duration else None,
        "width": film.width,
        "height": film.height,
        "transcript": film.transcript,
        "accessibilityFeature": ["captions", "transcript"] if film.captions_url else [],
    }


@structured_data(GuidePage)
def guide(page, context):
    document = context.get("document")
    encoding = (
        {
            "@type": "MediaObject",
            "contentUrl": context["seo"].absolute(document.url),
            "encodingFormat": ENCODINGS.get(document.kind, document.kind),
        }
        if document
        else None
    )
    return {
        "@type": "LearningResource",
        **shared(page, context),
        "learningResourceType": page.get_kind_display(),
        "license": LICENCE_URLS.get(page.licence),
        "version": page.edition,
        "isAccessibleForFree": True,
        "creativeWorkStatus": "Incomplete" if page.is_in_the_making else "Published",
        "encoding": encoding,
    }
