import pytest

from tests import factories


@pytest.mark.django_db
def test_every_factory_makes_a_valid_row():
    therapist = factories.make_therapist(photo=factories.make_image())
    rows = [
        factories.make_practice(),
        therapist,
        factories.make_specialty(),
        factories.make_modality(),
        factories.make_page(),
        factories.make_inquiry(),
        factories.make_user("manager"),
        factories.make_published_article(authors=[therapist, "A guest"]),
        factories.make_article(),
    ]
    for row in rows:
        row.full_clean()
