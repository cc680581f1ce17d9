"""A place for the address of a registration until its views are here."""

from django.http import Http404


def registration(request, token):
    raise Http404
