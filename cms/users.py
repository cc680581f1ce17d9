"""The screens on which administrators keep users."""

from wagtail.users.views.users import UserViewSet

from cms.forms import SiteUserCreationForm, SiteUserEditForm


class SiteUserViewSet(UserViewSet):
    def get_form_class(self, for_update=False):
        return SiteUserEditForm if for_update else SiteUserCreationForm
