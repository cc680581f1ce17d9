from cms.models.accounts import User
from cms.models.documents import SiteDocument
from cms.models.glossary import GlossaryTerm
from cms.models.images import SiteImage, SiteRendition
from cms.models.jobs import JobRun
from cms.models.mail import OutgoingMail, OutgoingMailQuerySet
from cms.models.media import SiteMedia
from cms.models.pages import BasePage, BasePageQuerySet, PageTag
from cms.models.review import SecondReaderTask, last_writer_pk, needs_another_reader
from cms.models.sites import FooterMenuItem, MainMenuItem, SiteMenus, SiteNotice, SiteSettings
from cms.models.snippets import PublishableSnippet, PublishableSnippetQuerySet
from cms.models.themes import Audience, Theme

__all__ = [
    "Audience",
    "BasePage",
    "BasePageQuerySet",
    "FooterMenuItem",
    "GlossaryTerm",
    "JobRun",
    "MainMenuItem",
    "OutgoingMail",
    "OutgoingMailQuerySet",
    "PageTag",
    "PublishableSnippet",
    "PublishableSnippetQuerySet",
    "SecondReaderTask",
    "SiteDocument",
    "SiteImage",
    "SiteMedia",
    "SiteMenus",
    "SiteNotice",
    "SiteRendition",
    "SiteSettings",
    "Theme",
    "User",
    "last_writer_pk",
    "needs_another_reader",
]
