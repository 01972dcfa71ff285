"""Pages, legal notices and the parts of the site, for addresses that were cut off or misspelled."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from editing.near_addresses import Kind, Place
from pages import frame, sections
from pages.models import Location, MenuItem, NoticeText, Page

PAGES = Kind("pages:page_detail", Page.objects.published, lambda row: row.title)
NOTICES = Kind(
    "pages:legal_notice",
    lambda: NoticeText.objects.public().select_related("notice"),
    lambda row: row.title,
    word="notice__slug",
    address=lambda row: row.notice.get_absolute_url(),
)
LOCATIONS = Kind(
    "pages:location_detail", lambda: Location.objects.with_pages(), lambda row: row.name
)


def entrances() -> Iterator[Place]:
    for section in filter(sections.is_filled, MenuItem.Section.values):
        yield Place(frame.name_of(section), reverse(section))
    yield Place(_("Search"), reverse("search:search"))
