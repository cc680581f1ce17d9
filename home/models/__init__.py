from home.models.contact import ContactMessage, ContactPage
from home.models.pages import (
    GroupsPage,
    HomePage,
    ResultsPage,
    SectionPage,
    TextPage,
    ThemeIndexPage,
)

__all__ = [
    "ContactMessage",
    "ContactPage",
    "GroupsPage",
    "HomePage",
    "ResultsPage",
    "SectionPage",
    "TextPage",
    "ThemeIndexPage",
]
