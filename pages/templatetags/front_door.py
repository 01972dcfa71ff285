"""Small pieces of every public page: the practice's name, its hours, who is where."""

import re

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import Node, NodeList, Parser, Token
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pages import frame, languages, listing, phone, sections
from pages.models import Practice
from pages.states import state_names as names_of_states
from writing.unbroken import unbroken

register = template.Library()
# An amount of money, in figures: $165, US$ 40, 40 US dollars, CAD 90.
CURRENCY = r"(?:[$€£]|\b(?:USD|CAD|AUD|NZD|EUR|GBP)\b)"
PRICE = re.compile(rf"{CURRENCY}\s?\d|\d[\s-]?(?:{CURRENCY}|(?:US )?dollars?\b)")
register.filter(phone.tel)
register.filter(phone.sms)
register.filter("unbroken", unbroken, is_safe=True)
register.filter("listed", listing.all_of)
register.filter("either", listing.one_of)
register.filter("as_written", languages.as_written)


@register.simple_tag
def lang_of_ours() -> SafeString:
    """For an element whose words are in the site's own language, where the page may be in another one."""
    return (
        format_html(' lang="{}"', settings.LANGUAGE_CODE) if languages.is_other() else mark_safe("")
    )


@register.tag
def in_ours(parser: Parser, token: Token) -> Node:
    """``{% in_ours %}…{% endin_ours %}``: what the site has no other words for, marked so in a page in another language."""
    nodes = parser.parse(["endin_ours"])
    parser.delete_first_token()
    return InOurs(nodes)


class InOurs(Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        if not languages.is_other():
            return self.nodelist.render(context)
        with languages.in_ours():
            said = self.nodelist.render(context)
        return format_html('<div lang="{}">{}</div>', settings.LANGUAGE_CODE, said)


@register.filter
def rest_of_name(practice: Practice) -> str:
    """What the short name leaves out of the whole name: ``Psychotherapy``."""
    short, name = practice.known_as, practice.name
    if name == short:
        return ""
    return name.removeprefix(short).strip(" ,–-") if name.startswith(short) else name


@register.simple_tag(takes_context=True)
def site_head(context: Context) -> SafeString:
    """Notices, the practice's name and the menu, where the page's own part is marked."""
    return frame.current().head(context["request"].path)


@register.simple_tag
def site_links() -> SafeString:
    """Sheets, the typeface, feeds: the same on every page."""
    return frame.current().part("_links.html")


@register.simple_tag
def site_door() -> SafeString:
    """How to reach the practice, and crisis help: the foot of every page."""
    return frame.current().door()


@register.simple_tag
def place_name(section: str) -> str:
    """What the practice calls a part of its site."""
    return frame.name_of(section)


@register.simple_tag
def has_section(section: str) -> bool:
    """Whether there is something in a part of the site, so that it is worth leading there."""
    return sections.is_filled(section)


@register.simple_tag
def price_notice() -> SafeString:
    """Stands wherever what it costs is said."""
    return frame.current().part("pages/_price_notice.html")


@register.simple_tag
def form_notice() -> SafeString:
    """Stands where somebody is about to write to the practice."""
    return frame.current().part("pages/_form_notice.html")


@register.filter
def names_price(text: str) -> bool:
    """Whether a text says what something costs."""
    return bool(PRICE.search(text))


@register.simple_tag
def site_hush() -> SafeString:
    """Crisis help in one line, where a page has no head of its own around it."""
    return frame.current().part("_hush.html")


@register.simple_tag
def crisis_help(kinds: tuple[str, ...] = (), languages: tuple[str, ...] = ()) -> SafeString:
    """First what is for these kinds of danger, and in these languages."""
    return frame.current().crisis_help(kinds, languages)


@register.filter
def states(codes: list[str]) -> list[Promise]:
    return names_of_states(codes)


@register.filter
def initial(name: str) -> str:
    """The letter that stands in for a portrait."""
    return next((c.upper() for c in str(name) if c.isalpha()), "")


@register.filter
def at_end(text: str) -> str:
    """What somebody typed, as the end of a sentence that has its own full stop."""
    return str(text).rstrip(" .")


# A sentence ends before a space and a capital; “Dr. Osei” begins with a word of two letters.
SENTENCE = re.compile(r"(.{20,120}?[^\W\d_]{3,}[.!?…]|.{20,120}?\d[.!?…])\s+(?![a-z])", re.DOTALL)


@register.filter
def first_sentence(text: str) -> str:
    """What of a notice stands on every page; the rest is a press away."""
    found = SENTENCE.match(str(text))
    return found[1] if found else str(text)


@register.filter
def after_first_sentence(text: str) -> str:
    found = SENTENCE.match(str(text))
    return str(text)[found.end() :] if found else ""


@register.filter
def is_spoken(text: str) -> bool:
    """Whether somebody says it: the opening lines begin with a quotation mark."""
    return str(text).lstrip()[:1] in {"“", "„", "«", "‘", '"', "'"}
