"""The form of a profile as a browser sends it."""

from editing import snapshots
from staff.admin_routes import address
from team.models import Therapist


def save(client, person, **typed):
    """What the form shows now, changed; the profile as it is then, and the page that answered as ``client.answer``."""
    url = address(person, "change", person.pk)
    shown = client.get(url).context
    form = shown["adminform"].form
    for field in form.fields.values():
        field.widget = getattr(field.widget, "widget", field.widget)  # without the links beside it
    data = snapshots.of_row(form)
    data |= {name: shown[name] for name in ("base_version", "copy_revision", "room_seen")}
    client.answer = client.post(url, data | typed, follow=True)
    return Therapist.objects.get(pk=person.pk)
