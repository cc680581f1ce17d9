"""Fixtures of stories, guides and search."""

import pytest

from cms import limits


@pytest.fixture
def fresh_limits():
    """Start with no request counted: the counts live as long as the process."""
    limits.forget()
