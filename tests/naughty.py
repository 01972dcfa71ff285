"""Every string of a list through every field of the inquiry form, on a database of its own.

    python -m tests.naughty PATH

PATH is a JSON list of strings, or a text file with one string a line. Prints what failed; the
exit code is 1 if anything did. What is sent is taken back at the end.
"""

import html
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

# ruff: noqa: E402  Django has to be set up before models are imported
import django

django.setup()

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from intake import tokens
from intake.models import Inquiry
from tests import factories

FIELDS = [
    "name", "route", "email", "phone", "may_say_practice", "state", "for_whom", "age", "topics",
    "therapist", "format", "payment", "message", "consent", "fax", "offered", "token",
]  # fmt: skip
URL = "/get-started/"


def strings(path):
    text = Path(path).read_text(encoding="utf-8")
    return json.loads(text) if path.endswith(".json") else text.splitlines()


def faults_of(text):
    """Everywhere at once, then kept as a name and a message, then in the address."""
    client = Client(raise_request_exception=False)
    good = {
        "token": tokens.issue(is_second=True),
        "name": "Rowan",
        "route": "text",
        "phone": "(555) 010-0123",
        "state": "elsewhere",
        "for_whom": "me",
        "age": "26-64",
        "consent": "on",
    }
    everywhere = client.post(URL, dict.fromkeys(FIELDS, text))
    yield from faults_in(everywhere, "everywhere", text)
    if not is_shown_back(text, everywhere):
        yield f"not shown back as text: {text!r}"
    yield from faults_in(
        client.get(URL, dict.fromkeys(["therapist", "specialty", "from"], text)),
        "in the address",
        text,
    )
    with transaction.atomic():
        kept = client.post(URL, {**good, "name": text, "message": text})
        yield from faults_in(kept, "kept", text)
        if kept.status_code == 303:
            told = factories.told(Inquiry.objects.get())
            if (told.name, plain(told.message)) != (text.strip(), plain(text).strip()):
                yield f"kept otherwise: {text!r}"
        elif text.strip() and len(text) <= 120:
            yield f"{kept.status_code}, not kept: {text!r}"
        # Neither the row nor the count of tries from this address stays.
        transaction.set_rollback(True)


def faults_in(response, where, text):
    if response.status_code >= 500:
        yield f"{response.status_code} {where}: {text!r}"


def is_shown_back(text, response):
    # Fields strip the ends; browsers read a line break in an attribute as it is.
    return html.escape(text.replace("\x00", "").strip()) in response.content.decode()


def plain(text):
    return text.replace("\r\n", "\n").replace("\x00", "")


def main(path):
    settings.ALLOWED_HOSTS = ["testserver"]
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    count = failed = 0
    try:
        factories.make_practice()
        factories.open_intake()
        for text in strings(path):
            count += 1
            for fault in faults_of(text):
                failed += 1
                print(fault, flush=True)
    finally:
        teardown_databases(databases, verbosity=0)
    print(f"{count} strings through {len(FIELDS)} fields: {failed} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
