"""Articles on the site, by somebody without a profile."""

from tests.factories import make_published_article


def published(title, **fields):
    return make_published_article(title, ["A Guest"], **fields)
