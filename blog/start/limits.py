"""What of a text is longer than an article can take, in a sentence for each part."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from blog.start.people import LONGEST_NAME, LONGEST_TITLE
from blog.start.references import LONGEST_REFERENCE, MOST_REFERENCES
from blog.start.whole_text import Proposal


def too_much(proposal: Proposal) -> Iterator[str]:
    """A sentence for each part that is longer than an article can take."""
    longest = {
        _("title"): (proposal.title, 200),
        _("opening lines"): (proposal.opening_lines, 600),
        _("summary"): (proposal.summary, 240),
        _("heading of the invitation"): (proposal.cta_heading, 120),
        _("invitation"): (proposal.cta_text, 500),
        _("name under “Posted by”"): (proposal.posted_by, 120),
    }
    for part, (text, most) in longest.items():
        if len(text) > most:
            yield _(
                "The %(part)s can have %(most)d characters, and these rows have %(count)d. Say of one "
                "of them that it is text."
            ) % {"part": part, "most": most, "count": len(text)}
    if any(len(a.name) > LONGEST_NAME or len(a.title) > LONGEST_TITLE for a in proposal.authors):
        yield _("A byline is too long for a name and a title. Say of that row that it is text.")
    if len(proposal.references) > MOST_REFERENCES:
        yield _("An article can have %(most)d references.") % {"most": MOST_REFERENCES}
    if any(len(reference["text"]) > LONGEST_REFERENCE for reference in proposal.references):
        yield _("A reference can have %(most)d characters. Say of that row that it is text.") % {
            "most": LONGEST_REFERENCE
        }
