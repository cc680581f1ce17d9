"""What this app adds to `/healthz/ready`."""

from cms.health import part
from home.models import ContactMessage


@part("messages")
def messages(at) -> dict:
    """Messages of the contact form that are not mailed yet, and how long the oldest waits in seconds."""
    waiting = ContactMessage.objects.filter(mailed_at=None).order_by("created_at")
    oldest = waiting.values_list("created_at", flat=True).first()
    return {"waiting": waiting.count(), "oldest_seconds": int((at - oldest).total_seconds()) if oldest else 0}
