"""Asking for a new password, and choosing it by the link from the mail."""

import re

from outbox import jobs

FORGOTTEN = "/admin/password/"
NEW = "a fresh and long password"


def ask(client, address):
    """What the page answers; the worker has answered as well."""
    answer = client.post(FORGOTTEN, {"email": address})
    jobs.run_queues()
    return answer


def link_in(text):
    return re.search(r"http://127\.0\.0\.1:8000(/admin/password/\S+)", text)[1]


def choose(client, link, password=NEW):
    form = client.get(link).headers["Location"]
    return client.post(form, {"new_password1": password, "new_password2": password})
