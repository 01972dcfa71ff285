from typing import Any

from django import template
from django.utils.safestring import SafeString

from freshness import parts

register = template.Library()


@register.simple_tag
def part(name: str, **shown: Any) -> SafeString:
    """``{% part "team/_card.html" person=person level=3 %}``: a row, and how it is shown (see freshness.parts)."""
    (row_name, row), *plain = shown.items()
    return parts.part(name, row_name, row, dict(plain))
