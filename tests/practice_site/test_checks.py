import pytest
from django.core.checks import run_checks

from intake.models import Inquiry
from pages import error_page_facts
from tests.factories import make_inquiry

pytestmark = pytest.mark.django_db


def ids():
    return {message.id for message in run_checks() if message.id.startswith("practice_site.")}


def test_local_demo_has_nothing_to_complain_about():
    assert ids() == set()


def test_several_workers_need_no_shared_cache(settings):
    settings.WEB_WORKERS = 2
    assert ids() == set()


def test_inquiries_in_clear_are_said_until_none_is_left():
    inquiry = make_inquiry()
    Inquiry.objects.filter(pk=inquiry.pk).update(unsealed={"name": "Rowan"}, content=None)
    assert "practice_site.W003" in ids()
    Inquiry.objects.all().delete()
    assert "practice_site.W003" not in ids()


def test_a_public_site_without_facts_for_error_pages_is_told(settings):
    settings.IS_LOOPBACK, settings.IS_HTTPS = False, True
    error_page_facts.path().unlink(missing_ok=True)
    assert ids() == {"practice_site.W002"}
    error_page_facts.refresh()
    assert ids() == set()


def test_static_files_that_were_not_collected_are_said_before_pages_fail(settings, tmp_path):
    deployed = {message.id for message in run_checks(include_deployment_checks=True)}
    assert "practice_site.E004" not in deployed
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    deployed = {message.id for message in run_checks(include_deployment_checks=True)}
    assert "practice_site.E004" in deployed


@pytest.mark.parametrize(("https", "debug", "expected"), [
    (False, False, {"practice_site.E002"}),
    (True, True, {"practice_site.E003"}),
    (True, False, set()),
])  # fmt: skip
def test_public_site_is_https_and_without_debug(settings, https, debug, expected):
    settings.IS_LOOPBACK = False
    settings.IS_HTTPS, settings.DEBUG = https, debug
    error_page_facts.refresh()
    assert ids() == expected
