"""One title is spelled one way on the site; another title of another time stays what it was."""

import pytest

from tests.factories import make_practice, make_published_article, make_therapist

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("then", "shown"),
    [
        ("Licensed Psychologist", "Licensed psychologist"),
        ("LICENSED PSYCHOLOGIST", "Licensed psychologist"),
        ("Doctoral Intern", "Doctoral Intern"),
    ],
)
def test_a_byline_spells_a_title_as_the_profile_does(client, then, shown):
    make_practice()
    hana = make_therapist("Hana Wexler", title="Licensed psychologist")
    article = make_published_article("The drawer", [hana])
    article.bylines.update(title=then)
    text = client.get(article.get_absolute_url()).text.partition("<main")[2]
    assert shown in text
    assert str(article.bylines.select_related("therapist").get()) == f"Hana Wexler, {shown}"
    if then != shown:
        assert then not in text


def test_an_author_without_a_profile_keeps_the_words(client):
    make_practice()
    article = make_published_article("The drawer", [make_therapist("Hana Wexler")])
    article.bylines.update(therapist=None, name="A Guest", title="Visiting Scholar")
    assert "Visiting Scholar" in client.get(article.get_absolute_url()).text
