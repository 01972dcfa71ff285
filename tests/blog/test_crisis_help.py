"""Where an article is about suicide and the like, crisis help stands above the text by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_published_article

pytestmark = pytest.mark.django_db
ABOUT = "<p>When somebody you love talks about suicide, you may not know what to say.</p>"
BOX = "hard to carry alone"


def shown(client, article):
    return BOX in client.get(article.get_absolute_url()).content.decode()


def test_the_box_is_placed_by_itself(client, practice):
    assert shown(client, make_published_article(authors=["Rosa"], body=ABOUT))
    assert not shown(client, make_published_article(authors=["Rosa"], body="<p>On the sea.</p>"))


def test_a_reason_leaves_it_out(client, practice):
    article = make_published_article(
        authors=["Rosa"], body=ABOUT, no_crisis_box_because="It is about a film."
    )
    assert not shown(client, article)


def test_it_comes_and_goes_with_the_words(client, practice):
    article = make_published_article(authors=["Rosa"], body="<p>On the sea.</p>")
    article.title = "Living on after suicide"
    article.save()
    assert shown(client, article)
    article.title = "Living by the sea"
    article.save()
    assert not shown(client, article)


def test_it_costs_no_query(client, practice):
    articles = [
        make_published_article(authors=["Rosa"], body=b) for b in (ABOUT, "<p>The sea.</p>")
    ]
    client.get(articles[0].get_absolute_url())  # what is kept of the practice is read
    counts = []
    for article in articles:
        with CaptureQueriesContext(connection) as queries:
            client.get(article.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]
