"""The network itself and its site in schema.org."""

from cms.models import Theme
from cms.seo import structured_data
from home.models import ContactPage, HomePage, ResultsPage, SectionPage, TextPage


@structured_data(HomePage)
def site(page, context):
    """The site with its search box, published by the network with its participating organisations."""
    seo = context["seo"]
    members = [
        {"@type": "Organization", "name": one.name, "url": seo.absolute(one.url)}
        for one in context.get("organisations") or []
    ]
    return {
        "@type": "WebSite",
        "@id": seo.absolute("/") + "#site",
        "inLanguage": "nl",
        "publisher": {**seo.organization, "member": members},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": seo.absolute("/zoeken/") + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }


@structured_data(ContactPage)
def contact(page, context):
    return {"@type": "ContactPage", "about": context["seo"].organization}


@structured_data(TextPage)
@structured_data(SectionPage)
@structured_data(ResultsPage)
def text(page, context):
    return {"@type": "WebPage", "inLanguage": "nl", "publisher": context["seo"].organization}


@structured_data(Theme)
def theme(subject, context):
    return {"@type": "CollectionPage", "inLanguage": "nl", "publisher": context["seo"].organization}
