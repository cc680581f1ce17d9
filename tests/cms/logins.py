"""What the tests of logging in at /mijn/ share."""

import re

from cms.models import User
from cms.outbox import send_due

PASSWORD = "een lang wachtwoord"
LOGIN, CODE, BY_PASSWORD = "/mijn/inloggen/", "/mijn/inloggen/code/", "/mijn/inloggen/wachtwoord/"
SECOND_STEP = "/mijn/inloggen/tweede-stap/"


def ask_code(client, email, **data):
    """Ask for the mail; the mail sender looks up whether there is an account, and sends it."""
    response = client.post(LOGIN, {"email": email, **data})
    send_due()
    return response


def link_in(mail) -> str:
    """The path of the link."""
    return re.search(r"http://localhost(/mijn/inloggen/link/\S+)", mail.body)[1]


def code_in(mail) -> str:
    return re.search(r"^([B-Z]{4}-[B-Z]{4})$", mail.body, re.MULTILINE)[1]


def user_of(client) -> str:
    return User.objects.filter(pk=client.session.get("_auth_user_id")).values_list("email", flat=True).first()


def where(response) -> tuple[int, str]:
    return response.status_code, response.headers.get("Location", "")


def words(response) -> str:
    """What the page says, without the token of its forms."""
    html = response.content.decode()
    return re.sub(
        r'name="csrfmiddlewaretoken" value="\w+"', "", html[html.index("<main") : html.index("</main")]
    )


def log_in(client, email="cora@example.org"):
    return client.post(BY_PASSWORD, {"login": email, "password": PASSWORD})
