"""What the linter has to say about a text: where, what for, and what would put it right."""

import dataclasses
import hashlib

BLOCK, ADVICE = "block", "advice"


@dataclasses.dataclass(frozen=True)
class Finding:
    """``weight`` is "block" (the text cannot go out) or "advice"; ``field`` the name of a form field:
    title, opening_lines, lead_image, summary, body, cta_heading, cta_text, cta_team_label or
    cta_start_label; ``passage`` the excerpt it is about, or nothing; ``at`` its position in reading
    order."""

    rule: str
    weight: str
    field: str
    passage: str
    reason: str
    fix: str
    at: int = dataclasses.field(default=0, compare=False)

    @property
    def key(self) -> str:
        """Names this finding in this text, so that somebody's "fine here" holds as long as the words
        it was said about stay as they are."""
        passage = " ".join(self.passage.casefold().split())
        named = "\0".join([self.rule, self.field, passage])
        return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def is_block(self) -> bool:
        return self.weight == BLOCK
