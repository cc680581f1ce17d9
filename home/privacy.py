"""What the contact form holds about people (`cms.privacy`)."""

from cms.privacy import kept, personal_data
from home import contact
from home.models import ContactMessage


@personal_data("contact messages")
class ContactMessages:
    def export(self, email):
        return [
            {
                "name": message.name,
                "email": message.email,
                "subject": message.subject,
                "message": message.message,
                "received": message.created_at.isoformat(),
            }
            for message in ContactMessage.objects.filter(email__iexact=email).order_by("pk")
        ]

    def erase(self, email, at):
        return ContactMessage.objects.filter(email__iexact=email).delete()[0]


@kept("contact messages")
def messages(at):
    return contact.forget_old(at), ContactMessage.objects.count()
