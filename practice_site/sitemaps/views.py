"""Every public address, for search engines: an index, and sections of a thousand addresses at most.

Hosts come from ``SITE_URL``, never from the request.
"""

from collections.abc import Iterable

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_safe

from intake.in_spanish import other_of
from pages import kept_practice
from pages.middleware import without_practice
from pages.sections import is_listed
from practice_site.sitemaps.parts import PARTS
from practice_site.sitemaps.sections import Entry

ENTRANCES = [
    "home", "team:therapist_list", "team:specialty_list", "team:modality_list", "groups:group_list",
    "blog:article_list", "blog:months", "pages:contact", "pages:location_list",
]  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
XHTML = "http://www.w3.org/1999/xhtml"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    sections = [reverse("sitemap_entrances")]
    for name, part in PARTS.items():
        sections.extend(reverse("sitemap_section", args=[name, start]) for start in part.starts())
    return answer("sitemapindex", "sitemap", [Entry(section) for section in sections])


@without_practice
@require_safe
def entrances(request: HttpRequest) -> HttpResponse:
    entries = [Entry(reverse(name)) for name in ENTRANCES if is_listed(name)]
    return answer("urlset", "url", [*entries, *the_form()])


def the_form() -> Iterable[Entry]:
    """In each language that the practice answers in. That they are one page is said here, where it weighs nothing."""
    ours = reverse("intake:inquiry_create")
    other = other_of(kept_practice.current(), "intake:inquiry_create")
    if other is None:
        return [Entry(ours)]
    each = {settings.LANGUAGE_CODE: ours, other.code: other.address}
    return [Entry(address, by_language=each) for address in each.values()]


@require_safe
def section(request: HttpRequest, name: str, start: int) -> HttpResponse:
    # One spelling: the number in the address may have been written with zeros before it.
    is_ours = name in PARTS and request.path == reverse("sitemap_section", args=[name, start])
    entries = PARTS[name].section(start) if is_ours else []
    # The protocol knows no section without an address.
    if not entries:
        raise Http404
    return answer("urlset", "url", entries)


def answer(document: str, element: str, entries: Iterable[Entry]) -> HttpResponse:
    parts = [
        HEAD,
        f'<{document} xmlns="{PROTOCOL}" xmlns:image="{IMAGES}" xmlns:xhtml="{XHTML}">\n',
    ]
    for entry in entries:
        day = (
            f"<lastmod>{timezone.localtime(entry.changed):%Y-%m-%d}</lastmod>"
            if entry.changed
            else ""
        )
        picture = in_full(default_storage.url(entry.picture)) if entry.picture else ""
        image = f"<image:image><image:loc>{picture}</image:loc></image:image>" if picture else ""
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{in_full(address)}"/>'
            for code, address in entry.by_language.items()
        )
        loc = f"<loc>{in_full(entry.address)}</loc>"
        parts.append(f"<{element}>{loc}{day}{links}{image}</{element}>\n")
    parts.append(f"</{document}>\n")
    # It is read by search engines and shown by none.
    headers = {"X-Robots-Tag": "noindex"}
    return HttpResponse("".join(parts), content_type="application/xml", headers=headers)


def in_full(address: str) -> str:
    return escape(settings.SITE_URL + address)
