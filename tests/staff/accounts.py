"""What a manager does on the pages of accounts."""

import re

from django.urls import reverse

LIST, ADD = "/admin/staff/user/", "/admin/staff/user/add/"


def address(user):
    return reverse("admin:staff_user_change", args=[user.pk])


def invite(client, email="hana.wexler@practice.example", roles=("author",), **more):
    data = {"name": "Hana Wexler", "email": email, "roles": roles, **more}
    return client.post(ADD, data, follow=True)


def change(client, user, **fields):
    data = {
        "name": user.name,
        "email": user.email,
        "roles": user.roles,
        "is_active": "on" if user.is_active else "",
        **fields,
    }
    answer = client.post(address(user), {k: v for k, v in data.items() if v != ""}, follow=True)
    user.refresh_from_db()
    return answer


def link_in(message):
    return re.search(r"http://127\.0\.0\.1:8000(/\S+)", message.body)[1]
