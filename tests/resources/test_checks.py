"""System checks of this app."""

import pytest

from resources.checks import search_index_has_a_name


@pytest.mark.parametrize("name", ["mbo-zin", "zin_2", "0"])
def test_name_of_an_index_that_can_be(settings, name):
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX = "http://127.0.0.1:9", name

    assert search_index_has_a_name(None) == []


@pytest.mark.parametrize("name", ["", "MBO", "-zin", "a b", "a,b", "a*", "x" * 201])
def test_name_of_an_index_that_cannot_be(settings, name):
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX = "http://127.0.0.1:9", name

    assert [one.id for one in search_index_has_a_name(None)] == ["resources.E001"]


def test_name_of_an_index_does_not_matter_without_a_server(settings):
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX = "", "MBO"

    assert search_index_has_a_name(None) == []
