"""/cms/rechten/: the table of rights, for administrators."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from cms.choices import Role
from network.admin_access import hidden_unless
from network.rights import PLACES, RIGHTS, VISITOR, WHO

RIGHT = "cms.change_user"


def may_see(user) -> bool:
    return user.has_perm(RIGHT)


class RightsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hidden_unless(may_see)
@require_safe
def rights(request):
    names = [_("visitor") if one == VISITOR else str(Role(one).label) for one in WHO]
    parts = [
        {"title": title, "lines": [_line(one) for one in RIGHTS if one.place == place]}
        for place, title in PLACES.items()
    ]
    context = {"names": names, "parts": parts, "header_title": _("Who may do what")}
    return render(request, "network/rights.html", context)


def _line(right) -> dict:
    return {"what": right.what, "only": right.only, "marks": [one in right.who for one in WHO]}
