from django.db import models


class OrganisationFeed(models.Model):
    """The calendar feed of an organisation's own people, opened by a secret address.

    Only the SHA-256 of the secret is stored; who makes a new one ends the old one.
    """

    organisation = models.OneToOneField(
        "network.Organisation", on_delete=models.CASCADE, related_name="people_feed"
    )
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.digest[:8]
