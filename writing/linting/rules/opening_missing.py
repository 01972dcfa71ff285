from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import ADVICE, Finding
from writing.linting.passages import Text


def check(text: Text) -> Iterator[Finding]:
    if text.opening_lines is not None and not text.opening_lines.strip():
        yield Finding(
            "opening-missing",
            ADVICE,
            "opening_lines",
            "",
            _(
                "There are no opening lines: the first thing a tired reader would see and feel met by."
            ),
            _(
                "Write one or two sentences, or quote what people say. They are set apart at the top."
            ),
        )
