import secrets

from django.db import models
from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from cms.cards import CardSpec
from resources.choices import GuideKind, Licence
from resources.models.stories import StoryIndexPage, StoryPage


def what_it_is(meta: dict) -> str:
    """What a card says of a guide besides its date: another kind than a guide, and what there is of it."""
    parts = [] if meta["kind"] == GuideKind.GUIDE else [GuideKind(meta["kind"]).label]
    if meta["in_the_making"]:
        parts.append(gettext("in the making"))
    elif meta["pages"]:
        count = ngettext("%(number)d page", "%(number)d pages", meta["pages"]) % {"number": meta["pages"]}
        parts.append(f"{meta['file'].rsplit('.', 1)[-1].upper()}, {count}")
    return ", ".join(map(str, parts))


class GuideIndexPage(StoryIndexPage):
    subpage_types = ["resources.GuidePage"]

    class Meta:
        verbose_name = _("list of guides")


class GuidePage(StoryPage):
    """A guide, playbook, programme or information material (handreiking, draaiboek): text and document."""

    kind = models.CharField(_("kind"), max_length=15, choices=GuideKind, default=GuideKind.GUIDE)
    document = models.ForeignKey(
        "cms.SiteDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The same content as a file to download and print."),
    )
    makes_document = models.BooleanField(
        _("let the site make the document"),
        default=False,
        help_text=_(
            "After each publication the site makes a PDF of the text of this page and puts it in the place "
            "of the document above. Give the version a new number when much changes: then the old PDF stays "
            "in the list of documents, and you can choose it below as an earlier version."
        ),
    )
    time_needed = models.CharField(
        _("time needed"), max_length=60, blank=True, help_text=_("For example: half an hour to read.")
    )
    licence = models.CharField(_("licence"), max_length=15, choices=Licence, default=Licence.BY_SA)
    edition = models.CharField(_("version"), max_length=20, blank=True, help_text=_("For example: 2.0"))
    change_note = models.CharField(
        _("what changed"), max_length=250, blank=True, help_text=_("Compared with the version before.")
    )
    is_in_the_making = models.BooleanField(
        _("in the making"),
        default=False,
        help_text=_("Visitors can leave their address and get a mail when it is there."),
    )

    parent_page_types = ["resources.GuideIndexPage"]
    subpage_types = []
    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_in_the_making")]),
        FieldPanel("document"),
        FieldPanel("makes_document"),
        FieldRowPanel([FieldPanel("time_needed"), FieldPanel("licence")]),
        StoryPage.content_panels[-1],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("edition"), FieldPanel("change_note")]),
                InlinePanel("earlier_editions", label=_("earlier version")),
            ],
            heading=_("Versions"),
        ),
    ]
    search_fields = [*StoryPage.search_fields, index.FilterField("kind")]
    card = CardSpec(
        kind="guide",
        label=_("guide"),
        on="published_on",
        meta={
            "kind": F("kind"),
            "in_the_making": F("is_in_the_making"),
            "file": F("document__file"),
            "size": F("document__file_size"),
            "pages": F("document__page_count"),
        },
        finish=lambda meta, at: {
            **meta,
            "kind_label": GuideKind(meta["kind"]).label,
            "note": what_it_is(meta),
        },
    )

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def with_content_json(self, content):
        """A draft keeps the document that the site made meanwhile: it belongs to the page, not to a draft."""
        page = super().with_content_json(content)
        if page.makes_document:
            page.document_id = self.document_id
        return page


class MadeDocument(models.Model):
    """What the site knows of the document that it made of a guide (`resources.guide_documents.making`).

    Not part of the page's drafts. ``fingerprint`` is that of the text from which it was made, ``error`` says
    why the last attempt failed; the document of the attempt before stays.
    """

    page = models.OneToOneField(GuidePage, on_delete=models.CASCADE, related_name="made_document")
    document = models.OneToOneField(
        "cms.SiteDocument", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    edition = models.CharField(max_length=20, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("document made by the site")
        verbose_name_plural = _("documents made by the site")

    def __str__(self):
        return f"{self.page_id}: {self.edition}"


class EarlierEdition(Orderable):
    """A version that was replaced. It stays reachable, marked as old."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="earlier_editions")
    edition = models.CharField(_("version"), max_length=20)
    published_on = models.DateField(_("date"))
    document = models.ForeignKey(
        "cms.SiteDocument", verbose_name=_("document"), on_delete=models.PROTECT, related_name="+"
    )
    change_note = models.CharField(_("what changed"), max_length=250, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("edition"), FieldPanel("published_on")]),
        FieldPanel("document"),
        FieldPanel("change_note"),
    ]


def new_token() -> str:
    return secrets.token_urlsafe(24)  # 192 bits


class ReleaseSubscriptionQuerySet(models.QuerySet):
    def due(self, at):
        """Confirmed requests for guides that are public at ``at`` (aware) and no longer in the making."""
        released = GuidePage.objects.visible(at).filter(is_in_the_making=False)
        return self.filter(page__in=released.values("pk"), confirmed_at__isnull=False)

    def unconfirmed_since(self, moment):
        """Requests from before ``moment`` that nobody confirmed."""
        return self.filter(confirmed_at=None, created_at__lt=moment)


class ReleaseSubscription(models.Model):
    """Somebody who wants to know when a guide in the making is there. Deleted once the mail is sent.

    ``claimed_at``: from when one process is sending that mail (`resources.releases`).
    """

    page = models.ForeignKey(GuidePage, on_delete=models.CASCADE, related_name="subscriptions")
    email = models.EmailField(_("e-mail address"))
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(_("asked on"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed on"), null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ReleaseSubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a release mail")
        verbose_name_plural = _("requests for a release mail")
        constraints = [models.UniqueConstraint(F("page"), Lower("email"), name="one_subscription_an_address")]

    def __str__(self):
        return f"{self.page_id}: {self.created_at:%Y-%m-%d}"
