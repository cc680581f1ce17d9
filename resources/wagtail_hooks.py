"""What editors of stories and guides see besides the forms."""

from resources import dashboard, missing  # noqa: F401  # importing adds their panels and checks
