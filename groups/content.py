"""What editing has to know of a group or workshop."""

from django.utils.translation import gettext_lazy as _

from editing.contents import PublishableContent
from groups.forms import GroupForm
from groups.models import Group
from groups.models.room import SAID
from groups.views import GroupDetailView
from pages import own_words

ROOM = [*SAID, "room_confirmed_on"]


class GroupContent(PublishableContent):
    model = Group
    form = GroupForm
    fieldsets = [
        (None, {"fields": ["kind", "title", "slug", "summary", "for_whom", ("youngest", "oldest"), "body"]}),
        (_("Room"), {"fields": ROOM}),
        (_("Led by, and about"), {"fields": ["leaders", "specialties"]}),
        (
            _("When people meet"),
            {
                "fields": [
                    ("weekday", "begins_at", "ends_at"), "rhythm", ("begins_on", "ends_on", "meetings"), "joining",
                ]
            },
        ),
        (_("How and where"), {"fields": ["is_in_person", "location", "is_video"]}),
        (_("What it costs"), {"fields": ["price", "price_note"]}),
        (_("In results of a search"), {"fields": [*own_words.FIELDS], "classes": ["collapse"]}),
        (_("When it is on the site"), {"fields": ["publish_at", "withdraw_at"], "classes": ["collapse"]}),
    ]  # fmt: skip
    # Whether there is room is true of today, whichever text is shown.
    unversioned_fields = (*PublishableContent.unversioned_fields, *ROOM)
    substance_fields = ("title", "summary", "for_whom", "body")
    detail_view = GroupDetailView
    lint_parts = {"title": "title", "summary": "summary", "body": "body"}
