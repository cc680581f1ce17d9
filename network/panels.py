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
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.slug import SlugInput

from cms.widgets import CheckboxList
from network.forms import TrainingEventForm

training_panels = TabbedInterface(
    [
        ObjectList(
            [
                TitleFieldPanel("title", required_on_save=True),
                FieldPanel("summary", widget=AdminAutoHeightTextInput),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("form")]),
                FieldPanel(
                    "body", help_text=_("What people do and learn, part by part. People decide by it.")
                ),
                FieldPanel("learning_goals"),
                FieldPanel("image", help_text=_("Shown on top of the page and on cards.")),
            ],
            heading=_("Content"),
        ),
        ObjectList(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                InlinePanel(
                    "further_sessions",
                    heading=_("Further sessions"),
                    label=_("session"),
                    help_text=_("Only when the training has more parts. The first stands above."),
                ),
                FieldPanel("venue", help_text=_("Leave empty for a training that is online only.")),
                FieldPanel("online_link"),
                FieldRowPanel([FieldPanel("host"), FieldPanel("region")]),
                FieldPanel("co_organisers", widget=CheckboxList),
                FieldPanel(
                    "trainers",
                    widget=CheckboxList,
                    help_text=_("Somebody is missing? Add the person under Network, People."),
                ),
                FieldPanel("contact", help_text=_("Whom people ask before they register.")),
            ],
            heading=_("When, where, who"),
        ),
        ObjectList(
            [
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("minimum_number")]),
                FieldRowPanel(
                    [
                        FieldPanel("seats_per_organisation"),
                        FieldPanel(
                            "has_waiting_list", help_text=_("When it is full, people can wait for a place.")
                        ),
                    ]
                ),
                FieldRowPanel([FieldPanel("shares_released_at"), FieldPanel("promotion_hours")]),
                FieldPanel("decides_on"),
                FieldRowPanel(
                    [
                        FieldPanel("registration_opens_at", help_text=_("Empty: open at once.")),
                        FieldPanel("registration_closes_at", help_text=_("Empty: until it begins.")),
                    ]
                ),
                MultiFieldPanel(
                    [FieldPanel("asks_access_needs"), FieldPanel("asks_dietary_needs")],
                    heading=_("What people are asked"),
                    help_text=_("Only organisers see the answers. They are deleted the day after."),
                ),
                FieldPanel("change_reason"),
                MultiFieldPanel(
                    [FieldPanel("cancelled_at"), FieldPanel("cancellation_reason")],
                    heading=_("Cancelling"),
                    help_text=_("Does the training not go on? Say when you decided it, and why."),
                ),
            ],
            heading=_("Registration"),
        ),
        ObjectList(
            [
                FieldPanel(
                    "themes",
                    widget=CheckboxList,
                    help_text=_("The training then also stands on the pages of these themes."),
                ),
                FieldPanel("audiences", widget=CheckboxList),
                FieldPanel(
                    "materials", widget=CheckboxList, help_text=_("Documents that visitors may download.")
                ),
                FieldPanel("slug", widget=SlugInput),
            ],
            heading=_("Finding"),
        ),
    ],
    base_form_class=TrainingEventForm,
)
