"""What people who write send: the form, and what they do on their own page."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from intake import tokens

URL = "/get-started/"
CODE = "7K2MABCDEFGH0189"
PAGE = "/r/7K2M-ABCD-EFGH-0189/"


def answers(**changes):
    """What a browser would send, five minutes after the form was opened."""
    with time_machine.travel(timezone.now() - timedelta(minutes=5), tick=False):
        token = tokens.issue()
    return {
        "token": token,
        "name": "Rowan",
        "route": "email",
        "email": "rowan@home.example",
        "state": "NY",
        "age": "26-64",
        "consent": "on",
        **changes,
    }


def send(client, **fields):
    return client.post(PAGE, {"token": tokens.issue(), **fields})


def html_of(response):
    return response.content.decode()


def put_on_list(inquiry):
    """Whatever was before: in thirty days they are asked whether they still look."""
    inquiry.move(
        "waiting", next_action="ask-again", next_on=timezone.localdate() + timedelta(days=30)
    )
    inquiry.asks = 0
    inquiry.save()
