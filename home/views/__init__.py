"""The pages of this app and what else a visitor asks of the site as a whole."""

from home.views import contact, front_page, sections  # noqa: F401  # importing connects the pages to their views
from home.views.glossary import glossary
from home.views.themes import theme_detail

__all__ = ["glossary", "theme_detail"]
