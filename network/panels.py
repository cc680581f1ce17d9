"""The editor's screen of a training, in tabs."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets.slug import SlugInput

from cms.widgets import CheckboxList
from network.forms import TrainingEventForm

training_panels = TabbedInterface(
    [
        ObjectList(
            [
                TitleFieldPanel("title", required_on_save=True),
                FieldPanel("slug", widget=SlugInput),
                FieldPanel("summary"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("form")]),
                FieldPanel("body"),
                FieldPanel("learning_goals"),
                FieldPanel("image"),
            ],
            heading=_("Content"),
        ),
        ObjectList(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                InlinePanel("further_sessions", heading=_("Further sessions"), label=_("session")),
                FieldPanel("venue"),
                FieldPanel("online_link"),
                FieldRowPanel([FieldPanel("region"), FieldPanel("host")]),
                FieldPanel("co_organisers", widget=CheckboxList),
                FieldPanel("trainers", widget=CheckboxList),
                FieldPanel("contact"),
            ],
            heading=_("When, where, who"),
        ),
        ObjectList(
            [
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("minimum_number")]),
                FieldRowPanel([FieldPanel("seats_per_organisation"), FieldPanel("has_waiting_list")]),
                FieldRowPanel([FieldPanel("registration_opens_at"), FieldPanel("registration_closes_at")]),
                MultiFieldPanel(
                    [FieldPanel("cancelled_at"), FieldPanel("cancellation_reason")],
                    heading=_("Cancelling"),
                ),
            ],
            heading=_("Registration"),
        ),
        ObjectList(
            [
                FieldPanel("themes", widget=CheckboxList),
                FieldPanel("audiences", widget=CheckboxList),
                FieldPanel("materials", widget=CheckboxList),
            ],
            heading=_("Finding"),
        ),
    ],
    base_form_class=TrainingEventForm,
)
