import pytest

from tests.factories import (
    make_article,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db


def test_sitemap_lists_what_the_public_may_see(client, practice):
    make_published_article("Seen", ["A Guest"])
    make_article("Unseen")
    make_page("Fees")
    make_page("Hidden", state="draft")
    make_therapist("Listed Person")
    make_therapist("Unlisted Person", is_listed=False)
    make_specialty("Grief")
    text = client.get("/sitemap.xml").text
    for path in ["/", "/blog/seen/", "/fees/", "/team/listed-person/", "/specialties/grief/"]:
        assert f"<loc>http://127.0.0.1:8000{path}</loc>" in text
    for path in ["unseen", "hidden", "unlisted-person"]:
        assert path not in text


def test_sitemap_takes_no_host_from_the_request(client, practice):
    assert "localhost" not in client.get("/sitemap.xml", headers={"host": "localhost"}).text


def test_every_address_in_the_sitemap_answers(client, practice):
    make_published_article("Seen", ["A Guest"])
    make_page("Fees")
    make_therapist("Listed Person")
    make_specialty("Grief")
    text = client.get("/sitemap.xml").text
    paths = [part.split("</loc>")[0] for part in text.split("<loc>http://127.0.0.1:8000")[1:]]
    assert len(paths) >= 10
    for path in paths:
        assert client.get(path).status_code == 200, path
