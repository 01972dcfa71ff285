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
    data = {"action": action} | {f"{action}-{name}": value for name, value in answers.items()}
    return client.post(address(inquiry), data, follow=True)


def tomorrow():
    return (timezone.localdate() + timedelta(days=1)).isoformat()


def text_of(response):
    return html.unescape(response.content.decode())
