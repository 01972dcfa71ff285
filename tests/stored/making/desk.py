"""Pages of the desk, as somebody's browser uses them."""

from django.test import Client
from django.utils import timezone

from editing import contents
from editing.models import PreviewLink
from staff.admin_routes import address


def client(user=None):
    made = Client(SERVER_NAME="127.0.0.1")
    if user is not None:
        made.force_login(user)
        made.user = user
    return made


def save(client, row, button="_save", **changes):
    """Through the form of a text that goes out; ``row`` as it is then."""
    row.refresh_from_db()
    local = timezone.localtime(row.publish_at) if row.publish_at else None
    data = dict(contents.of(row).data_of_row(row)) | {
        "slug": row.slug,
        "publish_at_0": f"{local:%Y-%m-%d}" if local else "",
        "publish_at_1": f"{local:%H:%M:%S}" if local else "",
        "withdraw_at_0": "",
        "withdraw_at_1": "",
        "base_version": row.latest_version,
        button: "1",
    }
    post(client, address(row, "change", row.pk), data | changes)
    row.refresh_from_db()
    return row


def press(client, row, page, **data):
    """A button on one of the pages that a row has besides its form."""
    row.refresh_from_db()
    post(client, address(row, page, row.pk), {"base_version": row.latest_version} | data)
    row.refresh_from_db()


def post(client, path, data):
    answer = client.post(path, data)
    assert answer.status_code == 302, (path, errors(answer))
    assert not {"login", "second-factor"} & set(answer.url.split("/")), (path, answer.url)
    return answer


def errors(answer):
    form = (answer.context or {}).get("adminform") or (answer.context or {}).get("form")
    return getattr(form, "form", form).errors if form else answer.content.decode()[-2000:]


def send_link(client, row, reader, capacity, email=""):
    """A private link to the newest text, made on the page for it."""
    asked = {"reader": reader, "capacity": capacity, "email": email, "days": "30"}
    press(client, row, "share", **asked)
    return PreviewLink.objects.order_by("-pk").first()


def answer(link, kind="approved", note="", reader=None):
    """What somebody says on the page of a private link; signed in only as ``reader``."""
    path = f"/p/{link.token}/"
    browser = client(reader)
    shown = browser.get(path).context["preview_mark"]
    return post(browser, path, {"kind": kind, "note": note, "shown": shown})
