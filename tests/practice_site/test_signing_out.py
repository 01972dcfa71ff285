import pytest
from django.conf import settings

from intake.room import unlocking
from tests.factories import make_user

pytestmark = pytest.mark.django_db
COOKIES = {
    settings.SESSION_COOKIE_NAME: "/",
    unlocking.COOKIE: unlocking.COOKIE_PATH,
}


@pytest.fixture
def signed_in(client, practice):
    client.force_login(make_user("manager"))
    client.cookies[unlocking.COOKIE] = "something"
    return client


def test_signing_out_takes_both_cookies_away_and_what_the_browser_kept(signed_in):
    response = signed_in.post("/admin/logout/")
    gone = {name: cookie["path"] for name, cookie in response.cookies.items() if not cookie.value}
    assert gone == COOKIES
    # Text that has not arrived, and other services at the practice's domain, stay.
    assert response["Clear-Site-Data"] == '"cache"'


def test_a_link_signs_nobody_out_and_takes_nothing_away(signed_in):
    response = signed_in.get("/admin/logout/")
    assert response.status_code == 405
    assert not response.cookies
    assert "Clear-Site-Data" not in response
    assert signed_in.get("/admin/").status_code == 200
