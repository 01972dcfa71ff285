"""Which pages are kept: those that are the same for everybody, by the names of their views, with the only
questions (of the address's query) that make another page of each. Whatever is not named here is never kept.
"""

from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

from blog.feeds import FORMS
from blog.selections import KINDS
from intake import carried
from team.choices import ROOM
from team.comparing import WHO
from team.directory import LABELS

DIRECTORY = (*LABELS, ROOM, "page")
KEPT: dict[str, tuple[str, ...]] = {
    "home": (),
    "blog:article_list": ("page",),
    "blog:article_detail": (),
    "blog:series": (),
    "blog:months": (),
    "blog:month": ("before",),
    **{f"blog:feed_{form}": () for form in FORMS},
    **{f"blog:{kind}": ("page",) for kind in KINDS},
    **{f"blog:{kind}_{form}": () for kind in KINDS for form in FORMS},
    "team:therapist_list": DIRECTORY,
    "team:therapist_compare": (WHO, *LABELS, ROOM),
    "team:therapist_detail": (),
    "team:specialty_list": (),
    "team:specialty_detail": (),
    "team:modality_list": (),
    "team:modality_detail": (),
    "groups:group_list": (),
    "groups:group_detail": (),
    "get_started": carried.NAMES,
    "pages:colors": (),
    "pages:contact": (),
    "pages:legal_notice": (),
    "pages:location_list": (),
    "pages:location_detail": (),
    "pages:page_detail": (),
    "sitemap": (),
    "sitemap_entrances": (),
    "sitemap_section": (),
}
# Longer questions are nobody's.
LONGEST_QUERY = 500


def address_of(path: str, query: str) -> str | None:
    """The address under which a page is kept: without questions that its view does not know. None where the
    page is not kept."""
    try:
        known = KEPT.get(resolve(path).view_name)
    except Resolver404:
        return None
    if known is None or len(query) > LONGEST_QUERY:
        return None
    asked = [
        (name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name in known
    ]
    # In one order; of several answers to one question the view takes what it takes.
    asked.sort(key=lambda pair: known.index(pair[0]))
    return f"{path}?{urlencode(asked)}"
