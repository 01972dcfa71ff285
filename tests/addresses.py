"""Every address of the isemail test set through the inquiry form, on a database of its own.

    python -m tests.addresses PATH/isemail-tests.xml

What is clearly valid has to be accepted and what is clearly broken refused with a sentence, with the
words kept; blank ends are taken off first, as people paste them. The rest (comments, quoted strings, addresses of
numbers) is listed with what happened.
The exit code is 1 if anything was wrong.
"""

import html
import os
import re
import sys
from collections import Counter
from xml.etree import ElementTree

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

VALID, BROKEN = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN"}, {"ISEMAIL_ERR"}
# What a mailbox on the internet cannot have, though the grammar allows it: no dot in the domain, a
# name for this computer, or a top-level domain of one letter or of digits.
NO_MAILBOX = re.compile(r"@([^.@]+|.*\.[0-9]+|.*\.[a-z])$", re.I)


def cases(path):
    """(address, category); control characters stand in the file as their pictures."""
    for test in ElementTree.parse(path).getroot().iter("test"):
        address = test.findtext("address") or ""
        address = re.sub("[\u2400-\u241f]", lambda found: chr(ord(found[0]) - 0x2400), address)
        yield address, test.findtext("category")


def outcome(address):
    """("accepted" or "refused", whether it was done well)."""
    client = Client(raise_request_exception=False)
    form = {
        "token": tokens.issue(is_second=True),
        "name": "Rowan",
        "route": "email",
        "email": address,
        "state": "NY",
        "for_whom": "me",
        "age": "26-64",
        "message": "These words stay.",
        "consent": "on",
    }
    with transaction.atomic():
        response = client.post("/get-started/", form)
        if response.status_code == 303:
            inquiry = Inquiry.objects.get()
            is_well = factories.told(inquiry).email == address.strip()
            to, _body = inquiry.mail.get().recipient_and_body()
            is_well = is_well and to == address.strip()
            transaction.set_rollback(True)
            return "accepted", is_well
        transaction.set_rollback(True)
    page = html.unescape(response.content.decode())
    is_well = response.status_code in (200, 400) and 'class="error-summary"' in page
    return "refused", is_well and "These words stay." in page


def main(path):
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.INQUIRIES_PER_HOUR = 10_000
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    wrong, numbers = 0, Counter()
    try:
        factories.make_practice()
        factories.open_intake()
        for address, category in cases(path):
            said, is_well = outcome(address)
            numbers[category, said] += 1
            is_expected = not (
                (category in BROKEN and said == "accepted" and address == address.strip())
                or (category in VALID and said == "refused" and not NO_MAILBOX.search(address))
            )
            if not is_expected or not is_well:
                wrong += 1
                print(f"WRONG  {category} {said} {address!r}", flush=True)
            elif category not in BROKEN and (category not in VALID or said == "refused"):
                print(f"       {category} {said} {address!r}", flush=True)
    finally:
        teardown_databases(databases, verbosity=0)
    for (category, said), number in sorted(numbers.items()):
        print(f"{category}: {number} {said}")
    print(f"{sum(numbers.values())} addresses, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
