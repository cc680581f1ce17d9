"""What editors of stories and guides see besides the forms, and who gets the documents of guides."""

from django.http import Http404
from wagtail import hooks

from resources import dashboard, missing  # noqa: F401  # importing adds their panels and checks
from resources.guide_documents.access import is_withheld
from resources.search_screens import hooks as search_hooks  # noqa: F401  # importing adds its screens


@hooks.register("before_serve_document")
def only_to_readers_of_its_guide(document, request):
    if is_withheld(document, request):
        raise Http404
