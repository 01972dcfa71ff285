import pytest
from django.core.checks import run_checks


def ids():
    return {message.id for message in run_checks() if message.id.startswith("practice_site.")}


def test_local_demo_has_nothing_to_complain_about():
    assert ids() == set()


def test_several_workers_need_a_shared_cache(settings):
    settings.WEB_WORKERS = 2
    assert "practice_site.E001" in ids()
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
    assert "practice_site.E001" not in ids()


@pytest.mark.parametrize(("https", "debug", "expected"), [
    (False, False, {"practice_site.E002"}),
    (True, True, {"practice_site.E003"}),
    (True, False, set()),
])  # fmt: skip
def test_public_site_is_https_and_without_debug(settings, https, debug, expected):
    settings.IS_LOOPBACK = False
    settings.IS_HTTPS, settings.DEBUG = https, debug
    settings.ACCEPT_UNSEALED_INQUIRIES = True
    assert ids() == expected
