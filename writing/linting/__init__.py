"""The linter for what goes out: advice when a text is saved, a check when it is published.

text = Text.of(title=…, opening_lines=…, body=html, images=pictures_of(html), is_dead=is_dead)
for finding in lint(text): …
"""

from writing.linting.findings import ADVICE, BLOCK, Finding
from writing.linting.passages import Picture, Text

__all__ = ["ADVICE", "BLOCK", "Finding", "Picture", "Text", "lint"]


def lint(text):
    """All findings: what blocks first, then in the order somebody reads. The same words are found
    once by a rule, however often they stand there."""
    # Here, since who serves pages has this package and never lints: the rules' patterns take time to compile.
    from writing.linting.rules import RULES

    found = {
        finding.key: finding
        for rule in reversed(RULES)
        for finding in reversed([*rule.check(text)])
    }
    return sorted(
        found.values(), key=lambda finding: (not finding.is_block, finding.at, finding.rule)
    )
