"""Background work of this app. Arguments are keys only: they are stored in the queue."""

from django_tasks import task

from home.models import ContactMessage


@task()
def mail_contact_message(message_pk: int) -> None:
    """Mail a message of the contact form; one deleted meanwhile is left alone."""
    from home.contact import pass_on  # which hands its work to this task

    if message := ContactMessage.objects.filter(pk=message_pk).first():
        pass_on(message)
