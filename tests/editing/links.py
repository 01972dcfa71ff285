"""Private links, and the answers that are given by them."""

from datetime import timedelta

from django.utils import timezone

from editing.models import PreviewLink


def link_for(article, person, capacity="supervisor", **more):
    version = article.versions().first()
    fields = {"reader": person.name, "reader_key": f"therapist-{person.pk}", "capacity": capacity}
    fields |= {"version": version, "expires_at": timezone.now() + timedelta(days=14)}
    fields |= {"sent": "account"} | more
    return PreviewLink.objects.create(**fields)


def open_link(client, link):
    client.logout()
    return client.get(f"/p/{link.token}/")


def answer(client, link, kind="approved", note=""):
    page = open_link(client, link)
    shown = page.context["preview_mark"]
    data = {"kind": kind, "note": note, "shown": shown}
    return client.post(f"/p/{link.token}/", data, follow=True)


def approve(client, article, person, capacity="supervisor"):
    answer(client, link_for(article, person, capacity))
    client.force_login(client.user)
