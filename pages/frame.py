"""What stands around every public page: made once, and again only after somebody changed what it shows."""

import re
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from freshness.kept import Kept
from pages import kept_practice, sections, site_facts
from pages.crisis_lines import Lines, lines
from pages.models import MenuItem, Practice
from pages.site_facts import MenuEntry, SiteFacts

BETWEEN_LINES = re.compile(r"\n\s+")
FORM = "intake:inquiry_create"
SEARCH = "search:search"
CRISIS_HELP = "_crisis_help.html"
USUAL = [
    "team:therapist_list", "team:specialty_list", "groups:group_list", "blog:article_list", "pages:contact",
]  # fmt: skip


class Frame:
    def __init__(self, practice: Practice, facts: SiteFacts) -> None:
        self.context = {
            "practice": practice,
            "announcements": facts.announcements,
            "notices": facts.notices,
            "closed_today": facts.closed_today,
        }
        self.country, self.crisis_resources = practice.country, facts.crisis_resources
        self.entries, self.foot = facts.menu["head"], facts.menu["foot"]
        self.names = site_facts.names_of(facts.menu)
        # As few as there are entries of the menu, and languages.
        self.made: dict[tuple[str | None, str, tuple[str, ...]], SafeString] = {}

    def head(self, path: str) -> SafeString:
        # The form has a button of its own.
        listed = [one for one in self.entries or usual_menu() if one.section != FORM]
        entries = leading_somewhere(listed)
        here = tuple(leads_to(entry.url, path) for entry in entries)
        # The page of what was found has a box of its own.
        has_box = path != reverse(SEARCH)
        menu = list(zip(entries, here, strict=True))
        shown = (*(entry.url for entry in entries), *here, str(has_box))
        return self.part("_head.html", shown, menu=menu, has_box=has_box)

    def door(self) -> SafeString:
        foot = leading_somewhere(self.foot)
        return self.part("_door.html", tuple(entry.url for entry in foot), foot=foot)

    def part(
        self,
        template: str,
        here: tuple[str, ...] = (),
        **shown: object,
    ) -> SafeString:
        """A template that shows nothing but the facts; ``here`` tells apart what the path makes another."""
        key = get_language(), template, here
        if key not in self.made:
            self.made[key] = self.rendered(template, self.crisis_lines(), **shown)
        return self.made[key]

    def crisis_help(self, kinds: tuple[str, ...], languages: tuple[str, ...]) -> SafeString:
        """In the order of what somebody searched for: it is not kept, as nothing of a search is."""
        if not kinds and not languages:
            return self.part(CRISIS_HELP)
        return self.rendered(CRISIS_HELP, self.crisis_lines().in_order_for(kinds, languages))

    def crisis_lines(self) -> Lines:
        """In the language of this page, as the words around it."""
        return lines(self.country, self.crisis_resources)

    def rendered(self, template: str, crisis_help: Lines, **shown: object) -> SafeString:
        html = render_to_string(template, self.context | shown | {"crisis_help": crisis_help})
        # It is sent with every page: without the room in which templates are written.
        return mark_safe(BETWEEN_LINES.sub("\n", html))


def name_of(section: str) -> str:
    """Of a part of the site, by the name of its address: one word wherever it is named. As the menu has it, or else
    the usual one."""
    return current().names.get(section) or str(MenuItem.Section(section).label)


def usual_menu() -> list[MenuEntry]:
    """Where staff have made no menu."""
    return [MenuEntry(str(MenuItem.Section(one).label), reverse(one), one) for one in USUAL]


def leading_somewhere(entries: list[MenuEntry]) -> list[MenuEntry]:
    """Without those of parts of the site in which there is nothing at this moment."""
    return [entry for entry in entries if sections.is_filled(entry.section)]


def leads_to(address: str, path: str) -> str:
    """For ``aria-current``: whether a menu entry is this page, or the part of the site it is in."""
    if address == path:
        return "page"
    return "true" if address not in ("", "/") and path.startswith(address) else ""


def read() -> tuple[Frame, datetime]:
    facts, until = site_facts.read()
    return Frame(kept_practice.current(), facts), until


OF = [
    *kept_practice.OF,
    "pages.MenuItem", "pages.Page", "pages.Announcement", "pages.CrisisResource", "pages.LegalNotice",
    "pages.NoticeText", "pages.ClosureDay",
]  # fmt: skip
current = Kept("pages.frame", OF, read).get
