import pytest

from tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media" / "images").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(b"not for visitors")
    return settings.MEDIA_ROOT


def test_every_file_of_a_picture_is_served_as_what_it_is(client):
    image = make_image(900, 700)
    types = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
    for name in image.names():
        response = client.get(f"/media/{name}")
        assert response.status_code == 200
        assert response["Content-Type"] == types[name.rpartition(".")[2]]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "immutable" in response["Cache-Control"]
        assert (
            "Content-Disposition" not in response
            or "attachment" not in response["Content-Disposition"]
        )
        assert not response.cookies
        assert int(response["Content-Length"]) == len(b"".join(response.streaming_content))


def test_asking_only_for_the_head_costs_no_body(client):
    image = make_image()
    response = client.head(image.file.url)
    assert response.status_code == 200
    assert int(response["Content-Length"]) == image.file.size
    assert response["Content-Type"] == "image/jpeg"


def test_a_picture_costs_no_query(client, django_assert_num_queries):
    address = make_image().file.url
    with django_assert_num_queries(0):
        client.get(address).close()


@pytest.mark.parametrize(
    "name",
    ["images/a.html", "images/a.svg", "images/a.jpg.html", "images/.htaccess", "a.jpg", "b/c.jpg"],
)
def test_what_we_did_not_encode_is_not_served(client, media, name):
    (media / name).parent.mkdir(exist_ok=True)
    (media / name).write_text("<script>alert(1)</script>")
    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "../secret.jpg",
        "images/../../secret.jpg",
        "images/%2e%2e/%2e%2e/secret.jpg",
        "images/..%2f..%2fsecret.jpg",
        "/etc/passwd",
        "images/",
        "images/none.jpg",
        "images/a%0a.jpg",
        "images/" + "a" * 300 + ".jpg",
    ],
)
def test_no_name_leads_out_of_the_folder(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_a_folder_named_like_a_picture_is_not_served(client, media):
    (media / "images" / "a.jpg").mkdir()
    assert client.get("/media/images/a.jpg").status_code == 404


def test_pictures_are_only_read(client):
    assert client.post("/media/images/a.jpg").status_code == 405
