"""What groups and their list say of themselves elsewhere: see ``pages.heads``."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import graph, kept_groups, when
from groups.leading import with_leaders
from groups.models import Group
from pages import frame, heads, kept_practice
from pages.heads import Head
from pages.share_images import ShareImage
from writing.text import plain_text

GROUPS = "groups:group_list"
# As many as a result of a search shows before it is cut.
FIRST_GROUPS = 4


def of_groups(groups: Sequence[Group]) -> Head:
    """Search engines are not sent to a page with nothing on it."""
    first = ", ".join([group.title for group in groups[:FIRST_GROUPS]])
    text = _("Groups and workshops at %(name)s: %(titles)s.")
    said = text % {"name": kept_practice.current().name, "titles": first} if groups else ""
    return heads.list_head(
        frame.name_of(GROUPS),
        reverse(GROUPS),
        description=said,
        has_place=True,
        is_told=bool(groups),
    )


def of_group(group: Group) -> Head:
    today = timezone.localdate()
    said = [group.summary or plain_text(group.body), group.for_whom, when.in_brief(group, today)]
    return heads.head(
        group.title,
        group.get_absolute_url(),
        title=_("%(title)s: %(kind)s")
        % {"title": group.title, "kind": str(group.get_kind_display()).lower()},
        description=" ".join(f"{text.rstrip(' .')}." for text in said if text),
        has_place=not group.is_without_place,
        row=group,
        is_told=not group.is_over(today),
        image=share_image_of(group),
        crumbs=[(frame.name_of(GROUPS), reverse(GROUPS))],
        node={"mainEntity": graph.reference_to(group)},
        nodes=[graph.group(group)],
    )


def of_group_at_the_desk(group: Group) -> Head:
    """Of a row as a form has it, which nobody has given its leaders yet."""
    return of_group(*with_leaders([group]))


def share_image_of(group: Group) -> ShareImage:
    """Who leads it is on its page: a picture has no room for everybody, and for who supervises them."""
    return ShareImage("group", group.slug, group.title, str(group.get_kind_display()))


def find_share_image(slug: str) -> ShareImage | None:
    group = kept_groups.named(slug)
    return share_image_of(group) if group else None
