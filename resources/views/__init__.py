"""What the pages of this app show; importing connects them to their page types."""

from resources.views import listings, stories

__all__ = ["listings", "stories"]
