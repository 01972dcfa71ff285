"""Groups and workshops by the form of the desk: of each kind, with every answer that it offers."""

from groups.models import Group
from groups.reminders import tell_of_unled
from pages.models import Location
from staff.admin_routes import address
from tests.stored.making import desk, texts

COMMON = {
    "summary": "Eight people at most.", "for_whom": "Whoever lost somebody", "body": "<p>We sit in a circle.</p>",
    "youngest": "18", "oldest": "99", "begins_at": "18:00", "ends_at": "19:30", "rhythm": "every week", "meetings": "8",
    "begins_on": "2126-01-06", "ends_on": "2126-03-03", "price": "45", "price_note": "a meeting", "room_note": "two places",
    "room_confirmed_on": "2026-11-23", "base_version": "0",
}  # fmt: skip


def make(cast):
    editor = desk.client(cast["editor"])
    hana = cast["hana as a therapist"]
    named = {
        "leaders": [hana.pk],
        "specialties": [row.pk for row in hana.specialties.all()],
        "location": Location.objects.get(name="Lowmoor").pk,
    }
    kinds, rooms = Group.Kind.values, Group.Room.values
    joining, states = Group.Joining.values, ("_publish", "_save", "_withdraw")
    for weekday in range(7):
        data = COMMON | named | {
            "title": f"Living on {weekday}", "slug": f"living-on-{weekday}", "weekday": str(weekday),
            "kind": kinds[weekday % len(kinds)], "room": rooms[weekday % len(rooms)],
            "joining": joining[weekday % len(joining)], "is_in_person" if weekday % 2 else "is_video": "on",
            **(texts.AT | texts.UNTIL if weekday == 4 else {}),
        }  # fmt: skip
        button = states[weekday % len(states)]
        first = "_publish" if button == "_withdraw" else button
        desk.post(editor, address(Group, "add"), data | {first: "1"})
        group = Group.objects.get(slug=f"living-on-{weekday}")
        if button == "_withdraw":
            desk.save(editor, group, "_withdraw", room=group.room)
        if weekday == 3:
            desk.save(editor, group, "_publish", body="<p>We walk.</p>", room=group.room)
        if weekday == 0:
            desk.save(editor, group, "_keep", title="Living on, again", room=group.room)
            desk.press(editor, group, "swap", **texts.SWAP)
    # Not through a form: nobody who leads one has left yet.
    Group.objects.get(slug="living-on-3").leaders.clear()
    tell_of_unled()
    desk.post(editor, address(Group, "delete", group.pk), {"post": "yes"})
