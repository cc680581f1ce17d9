from django.utils.translation import gettext_lazy as _

from network.forms.opened_forms import OpenedForm
from network.forms.person_fields import AddressField


class LostLinkForm(OpenedForm):
    """The address to which the links of the own registrations are sent again."""

    email = AddressField(
        label=_("Your e-mail address"), help_text=_("The address with which you registered.")
    )
