"""What using the site leaves behind: unsaved text, the admin's history, counts, times of jobs, a worker."""

from unittest import mock

from django.utils import timezone

from blog.models import Series
from outbox import jobs, mail_key
from practice_site import after_answers
from staff.admin_routes import address
from tests.stored.making import desk


def make(cast, articles, known):
    editor = desk.client(cast["editor"])
    draft = articles["dishes"]
    path = address(draft, "working_copy", draft.pk)
    assert editor.post(path, {"title": "A draft about plates", "revision": "0"}).status_code == 200
    desk.client(cast["iris"]).post(path, {"is_unchanged": "1"})
    desk.post(editor, address(Series, "add"), {"title": "One too many", "description": ""})
    series = Series.objects.get(title="One too many")
    desk.post(editor, address(Series, "delete", series.pk), {"post": "yes"})
    follow_invitation()
    now = timezone.now()
    for job in jobs.registered.values():
        jobs.claim(job, now)
    with mock.patch("outbox.signs.host", return_value="desk.lowmoor.example"):
        mail_key.show_life()


def follow_invitation():
    headers = {"sec-fetch-site": "same-origin"}
    desk.client().get("/get-started/?from=on-grief", headers=headers)
    after_answers.waiting.join()
