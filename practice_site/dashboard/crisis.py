"""Whether crisis help is still as it stands on every page: to those who keep it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages import crisis_lines, frame
from practice_site.dashboard.items import Item
from staff.models import User


def lines(user: User) -> Iterator[Item]:
    """Of what pages show anyway, so it costs no query."""
    if not user.has_perm("pages.change_crisisresource"):
        return
    around = frame.current()
    listed = reverse("admin:pages_crisisresource_changelist")
    here = [row for row in around.crisis_resources if row.country == around.country]
    if not crisis_lines.lines(around.country, here):
        yield Item(
            _("No crisis help is entered for the country the practice is in"),
            reverse("admin:pages_crisisresource_add"),
            _("Put in whom people can call or write to, at any hour."),
            icon="phone",
        )
    today = timezone.localdate()
    if old := [row for row in here if row.is_old(today)]:
        text = ngettext(
            "{number} crisis line was not looked at for a year",
            "{number} crisis lines were not looked at for a year",
            len(old),
        )
        yield Item(
            text.format(number=len(old)),
            listed,
            _("Is it all still so? Look at their own pages, and write down today: {names}").format(
                names=", ".join(row.name for row in old[:3])
            ),
            icon="phone",
        )
