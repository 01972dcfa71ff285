"""What home, contact and the pages that staff write say of themselves elsewhere: see ``pages.heads``."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pages import facts_in_texts, kept_practice, places, practice_graph
from pages.heads import HOME, Head, head, in_a_row, shortened
from pages.models import NoticeText, Page
from pages.share_images import of_practice
from writing.text import plain_text


def of_home() -> Head:
    practice = kept_practice.current()
    offered = places.what_is_offered(practice)
    return Head(
        name=str(practice.name),
        heading=str(practice.name),
        title=in_a_row(practice.name, places.where(practice)),
        description=shortened(" ".join(filter(None, [sentence(practice.tagline), offered]))),
        address=HOME,
        image=of_practice(practice),
        nodes=[practice_graph.whole_practice()],
    )


def of_contact() -> Head:
    practice = kept_practice.current()
    text = _("How to reach %(name)s, by what you need.") % {"name": practice.name}
    return head(
        _("Contact"),
        reverse("pages:contact"),
        description=" ".join(filter(None, [text, practice.phone and f"{practice.phone}."])),
        has_place=True,
        node={"@type": "ContactPage"},
        nodes=[practice_graph.whole_practice()],
    )


def of_page(page: Page) -> Head:
    page = facts_in_texts.as_read(page, kept_practice.current())
    return head(
        page.title,
        page.get_absolute_url(),
        description=page.lede or plain_text(page.body),
        row=page,
    )


def of_notice(shown: NoticeText) -> Head:
    notice = shown.notice
    return head(
        shown.title,
        notice.get_absolute_url(),
        description=plain_text(shown.text),
        has_place=True,
        node={"inLanguage": notice.language},
    )


def sentence(text: str) -> str:
    """With a full stop where it has no end of its own."""
    return text if not text or text[-1] in ".?!…" else f"{text}."
