"""What somebody would send, as it will look on the site: made, drawn and taken back."""

from collections import Counter
from copy import deepcopy
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from blog.asking.sending import keep_version, put_in_draft
from blog.models import Article, AskedText
from blog.start.whole_text import Proposal
from editing import contents, findings, previews
from editing.findings import StoredFinding
from editing.models import Version

# Of these somebody who wrote a text can say something; the rest is for who puts it on the site.
ASKED_OF_AUTHORS = {"client-story", "comment-left", "phrase", "heading-skipped", "section-empty"}


def show(
    asked: AskedText,
    request: HttpRequest,
    proposal: Proposal,
    left_out: Counter[str],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Raises ``previews.CannotBeShown``."""
    with transaction.atomic():
        article = put_in_draft(asked, deepcopy(proposal), left_out)
        version = keep_version(asked, article)
        context = context | {"found": asked_of_authors(version)}
        try:
            return draw(request, article, version, template, context)
        finally:
            transaction.set_rollback(True)


def draw(
    request: HttpRequest, article: Article, version: Version, template: str, context: dict[str, Any]
) -> HttpResponse:
    content = contents.of(Article)
    return previews.show_version(content, request, article, version, context, template)


def asked_of_authors(version: Version) -> list[StoredFinding]:
    return [found for found in findings.of_version(version) if found["rule"] in ASKED_OF_AUTHORS]
