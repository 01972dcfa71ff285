"""Links that a writer may want: where a text first mentions something this site has a page for.

Only ever offered. ``link_offers`` finds the places; ``link_targets`` says what there is to lead to.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import Pattern
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from pages.models import Page, Practice
from team.models import Modality, Specialty, Therapist
from writing.blocks import Block
from writing.reading.html import read_html

# How much of the line before a place tells it from other places with the same words.
CONTEXT = 40
ABOUT_PAGE = "about"
NOT_LINKED_IN = {"heading", "pull-quote", "picture", "divider", "image-note"}


@dataclass(frozen=True)
class Target:
    """A page, what it is (``the approach EMDR``) and the words that mean it. Names are matched as
    they are written: a practice called Haven is not every haven."""

    label: str
    url: str
    words: tuple[str, ...]
    is_name: bool = False


@dataclass(frozen=True)
class LinkOffer:
    """``words`` as the text has them; ``before`` is how their line begins, its last characters."""

    words: str
    before: str
    label: str
    url: str


def link_targets(practice: Practice, language: str = settings.LANGUAGE_CODE) -> Iterator[Target]:
    """What a text may lead to, public pages only."""
    for approach in Modality.objects.filter(language=language):
        label = _("the type of therapy %(name)s") % {"name": approach.name}
        yield Target(label, approach.get_absolute_url(), tuple(approach.words_for_it))
    for specialty in Specialty.objects.filter(language=language):
        label = _("the specialty %(name)s") % {"name": specialty.name}
        yield Target(label, specialty.get_absolute_url(), tuple(specialty.words_for_it))
    for therapist in Therapist.objects.listed().filter(language=language):
        label = _("the profile of %(name)s") % {"name": therapist.name}
        yield Target(label, therapist.get_absolute_url(), (therapist.name,), is_name=True)
    about = Page.objects.published().filter(language=language, slug=ABOUT_PAGE).first()
    if about and practice.short_name:
        label = _("the page %(title)s") % {"title": about.title}
        yield Target(label, about.get_absolute_url(), (practice.short_name,), is_name=True)


def link_offers(html: str, targets: Sequence[Target]) -> list[LinkOffer]:
    """Offers for this text in reading order, one for each target that it does not link already."""
    blocks = read_html(html)
    linked = {path_of(href) for href in hrefs(blocks)}
    targets = [target for target in targets if path_of(target.url) not in linked]
    pattern, meant = pattern_of(targets)
    offers, seen = [], set()
    for block in lines(blocks) if targets else []:
        text = "".join(run.text for run in block.runs)
        taken = linked_stretches(block)
        for match in pattern.finditer(text):
            target = meant[int(match.lastgroup[1:])]  # type: ignore[index]
            if target.url in seen or is_linked(taken, *match.span()):
                continue
            seen.add(target.url)
            before = text[max(0, match.start() - CONTEXT) : match.start()]
            offers.append(LinkOffer(match[0], before, target.label, target.url))
    return offers


def pattern_of(targets: Iterable[Target]) -> tuple[Pattern[str], list[Target]]:
    """One pattern for all words, longer ones first, and the target that each of its groups means."""
    pairs = [(words, target) for target in targets for words in target.words if len(words) > 1]
    pairs.sort(key=lambda pair: -len(pair[0]))
    groups = [
        f"(?P<w{number}>{spelled(words, target.is_name)})"
        for number, (words, target) in enumerate(pairs)
    ]
    # A hyphen belongs to the word: CBT is not meant by CBT-I.
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(groups) or '(?!)'})(?![\w-])")
    return pattern, [target for _words, target in pairs]


def spelled(words: str, is_name: bool) -> str:
    return r"\s+".join(spelled_word(word, is_name) for word in words.split())


def spelled_word(word: str, is_name: bool) -> str:
    """A word in either case, but not an acronym: ACT is no act."""
    pattern = re.sub("['’]", "['’]", re.escape(word))
    is_acronym = word.isupper() and len(word) > 1
    return pattern if is_name or is_acronym else f"(?i:{pattern})"


def lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks whose words may be linked, in reading order."""
    for block in blocks:
        if block.kind in NOT_LINKED_IN:
            continue
        if block.runs:
            yield block
        for inner in block.parts:
            yield from lines(inner)


def hrefs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (run.href for run in block.runs if run.href)
        for inner in block.parts:
            yield from hrefs(inner)


def linked_stretches(block: Block) -> list[tuple[int, int]]:
    """``(start, end)`` of each linked run, in order."""
    stretches, position = [], 0
    for run in block.runs:
        if run.href:
            stretches.append((position, position + len(run.text)))
        position += len(run.text)
    return stretches


def is_linked(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    last = bisect_left(stretches, end, key=lambda stretch: stretch[0]) - 1
    return last >= 0 and stretches[last][1] > start


def path_of(href: str) -> str:
    """The path of a link inside this site, in one form; other links as they are."""
    href = href.removeprefix(settings.SITE_URL)
    try:
        parts = urlsplit(href)
    except ValueError:
        return href
    return href if parts.scheme or parts.netloc else f"{parts.path.rstrip('/')}/"
