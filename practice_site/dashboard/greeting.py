"""How somebody is greeted: by the hour at the practice, with one sentence on what waits."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from practice_site.dashboard.items import Item

NUMBERS = gettext_lazy("one two three four five six seven eight nine ten eleven twelve")
MORNING, AFTERNOON, EVENING = 5, 12, 18


def greeting(name: str) -> str:
    hour = timezone.localtime().hour
    if MORNING <= hour < AFTERNOON:
        words = _("Good morning, {name}")
    elif AFTERNOON <= hour < EVENING:
        words = _("Good afternoon, {name}")
    else:
        words = _("Good evening, {name}")
    return words.format(name=name)


def in_words(number: int) -> str:
    """As one says it: “three”, and “40”."""
    words = str(NUMBERS).split()
    return words[number - 1] if 0 < number <= len(words) else str(number)


def sentence(items: Sequence[Item]) -> str:
    if not items:
        return _("Nothing is waiting for you.")
    number = len(items)
    said = ngettext("{number} thing waits for you", "{number} things wait for you", number)
    said = said.format(number=in_words(number))
    said = said[0].upper() + said[1:]
    urgent = sum(item.is_alarm or item.is_late for item in items)
    if not urgent:
        return _("{said}, and nothing is late.").format(said=said)
    if urgent == number:
        more = ngettext("and it cannot wait long", "and none can wait long", number)
    else:
        more = ngettext("and one cannot wait long", "and {urgent} cannot wait long", urgent)
    return f"{said}, {more.format(urgent=in_words(urgent))}."
