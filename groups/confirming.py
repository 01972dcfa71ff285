"""Saying whether there is room in a group, and that it is right today: as it is said of a person (``team.confirming``)."""

from typing import Any

from django import forms

from groups.models import Group
from groups.models.room import CONFIRMED, SAID
from team.confirming.forms import SaidForm
from team.confirming.said import Said
from team.confirming.saying import By, SaidRow


class GroupRoomForm(SaidForm):
    room = forms.ChoiceField(
        label=Group._meta.get_field("room").verbose_name,
        choices=Group.Room.choices,
        widget=forms.RadioSelect,
    )
    room_note = forms.CharField(
        label=Group._meta.get_field("room_note").verbose_name, max_length=120, required=False
    )

    def __init__(self, group: Group, data: Any = None) -> None:
        super().__init__(said_of(group), data, prefix=f"room-{group.pk}")


class GroupRow(SaidRow):
    form: GroupRoomForm

    def __init__(self, group: Group, data: Any = None) -> None:
        super().__init__(GroupRoomForm(group, data))
        self.group = group

    @property
    def pk(self) -> int:
        return self.group.pk

    def store(self, by: By) -> None:
        store(self.group, self.form.said, by.name)

    def form_anew(self) -> GroupRoomForm:
        return GroupRoomForm(self.group)

    def stands(self) -> tuple[str, str]:
        return self.group.room_confirmed_name, in_words(self.group)


def said_of(group: Group) -> Said:
    return {name: getattr(group, name) for name in SAID}


def in_words(group: Group) -> str:
    said = str(group.get_room_display())
    return f"{said} ({group.room_note})" if group.room_note else said


def store(group: Group, said: Said, name: str) -> None:
    """Nothing else of the row: its words may be somebody's at this moment."""
    group.confirm_room(name)
    columns = said | {column: getattr(group, column) for column in CONFIRMED}
    Group.objects.filter(pk=group.pk).update(**columns)
    for column, value in columns.items():
        setattr(group, column, value)
