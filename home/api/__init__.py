"""Read-only JSON of public content, in the form of Wagtail's API v2: `meta.total_count` and `items`."""
