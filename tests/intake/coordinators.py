"""What coordinators do at the desk of inquiries."""

import html
from datetime import timedelta

from django.utils import timezone

from tests import factories

LIST = "/admin/intake/inquiry/"


def address(inquiry, page="change"):
    return f"{LIST}{inquiry.pk}/{page}/"


def sign_in(client, *roles, **fields):
    user = factories.make_user(*roles, **fields)
    client.force_login(user)
    return user


def unlock(client):
    response = client.post("/admin/room/unlock/", {"passphrase": factories.PASSPHRASE})
    assert response.status_code == 302


def do(client, inquiry, action, **answers):
    """Send one of the forms on its page. What the page says then is ``page_after``."""
    return client.post(address(inquiry), sent(action, answers))


def page_after(client, inquiry, action, **answers):
    return client.post(address(inquiry), sent(action, answers), follow=True)


def sent(action, answers):
    return {"action": action} | {f"{action}-{name}": value for name, value in answers.items()}


def tomorrow():
    return (timezone.localdate() + timedelta(days=1)).isoformat()


def text_of(response):
    return html.unescape(response.content.decode())
