import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from staff import throttle
from staff.models import Throttle


@pytest.mark.django_db
def test_as_many_tries_as_the_limit_are_allowed():
    answers = [throttle.hit("door", "ana", limit=3, seconds=60) for _ in range(5)]
    assert answers == [True, True, True, False, False]


@pytest.mark.django_db
def test_values_and_scopes_are_counted_apart():
    assert throttle.hit("door", "ana", 1, 60)
    assert throttle.hit("door", "ben", 1, 60)
    assert throttle.hit("window", "ana", 1, 60)
    assert not throttle.hit("door", "ana", 1, 60)


@pytest.mark.django_db
def test_counting_starts_again_when_the_time_is_over():
    throttle.hit("door", "ana", 1, 60)
    assert not throttle.hit("door", "ana", 1, 60)
    Throttle.objects.update(expires_at=timezone.now())
    assert throttle.hit("door", "ana", 1, 60)
    assert Throttle.objects.get().expires_at > timezone.now()


@pytest.mark.django_db
def test_trying_on_does_not_make_the_wait_longer():
    throttle.hit("door", "ana", 1, 60)
    until = throttle.free_at("door", "ana", 1)
    throttle.hit("door", "ana", 1, 600)
    assert throttle.free_at("door", "ana", 1) == until


@pytest.mark.django_db
def test_nobody_waits_below_the_limit_or_when_forgotten():
    throttle.hit("door", "ana", 2, 60)
    assert throttle.free_at("door", "ana", 2) is None
    throttle.hit("door", "ana", 2, 60)
    assert throttle.free_at("door", "ana", 2) is not None
    throttle.forget("door", "ana")
    assert throttle.free_at("door", "ana", 2) is None


@pytest.mark.django_db
def test_purge_removes_what_is_over_and_nothing_else():
    throttle.hit("door", "ana", 1, 60)
    throttle.hit("door", "ben", 1, 60)
    Throttle.objects.filter(key=throttle.digests("door", "ana")[0]).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    assert throttle.purge() == 1
    assert Throttle.objects.get().key == throttle.digests("door", "ben")[0]


@pytest.mark.django_db
def test_the_table_names_no_address_and_no_account():
    throttle.hit("door", "203.0.113.7", 1, 60)
    key = Throttle.objects.get().key
    assert key != hashlib.sha256(b"door\n203.0.113.7").hexdigest()
    assert len(key) == 64
    assert "203.0.113.7" not in key


@pytest.mark.django_db(transaction=True)
def test_no_try_is_lost_between_threads():
    def try_often(_):
        try:
            return [throttle.hit("door", "ana", 50, 600) for _ in range(25)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = [answer for run in pool.map(try_often, range(4)) for answer in run]

    assert Throttle.objects.get().count == 100
    assert answers.count(True) == 50


@pytest.mark.parametrize(
    ("proxies", "forwarded", "peer", "expected"),
    [
        (0, "198.51.100.1", "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (1, "6.6.6.6, 198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (2, "6.6.6.6, 198.51.100.1, 10.0.0.2", "10.0.0.1", "198.51.100.1"),
        (2, "198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (1, "", "10.0.0.1", "10.0.0.1"),
        (1, "nonsense", "10.0.0.1", "10.0.0.1"),
        (1, "198.51.100.1, nonsense", "10.0.0.1", "10.0.0.1"),
        (1, "nonsense", "", "unknown"),
        (0, "", "unix:", "unknown"),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (0, "", "::ffff:203.0.113.7", "203.0.113.7"),
    ],
)
def test_only_trusted_proxies_are_believed(rf, settings, proxies, forwarded, peer, expected):
    settings.TRUSTED_PROXY_COUNT = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert throttle.network_address(rf.get("/", REMOTE_ADDR=peer, **headers)) == expected


def test_the_hash_of_a_network_is_another_one_tomorrow(monkeypatch):
    today = throttle.digests("intake", "203.0.113.9")[0]
    assert throttle.digests("intake", "203.0.113.9")[0] == today
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(throttle.timezone, "now", lambda: tomorrow)
    assert throttle.digests("intake", "203.0.113.9")[0] != today
