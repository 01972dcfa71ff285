"""The files in deploy/ fit the program."""

import configparser
import shlex

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

from practice_site import forks


def unit(name):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string((settings.BASE_DIR / "deploy" / name).read_text())
    return parser


@pytest.fixture
def service():
    return unit("practice-site.service")["Service"]


def test_the_socket_is_where_the_documented_proxy_asks_and_the_service_wants_it():
    where = unit("practice-site.socket")["Socket"]["ListenStream"]
    assert f"server {where} " in (settings.BASE_DIR / "docs/nginx.conf").read_text()
    assert unit("practice-site.service")["Unit"]["Requires"] == "practice-site.socket"


def test_the_unit_starts_a_command_that_there_is(service):
    _python, manage, name, *options = shlex.split(service["ExecStart"])
    assert (settings.BASE_DIR / manage).exists()
    command = load_command_class(get_commands()[name], name)
    command.create_parser("manage.py", name).parse_args(options)


def test_the_unit_starts_everything_anew_after_an_error(service):
    assert service["Restart"] in ("on-failure", "always")
    assert int(service["RestartSec"]) >= 1


def test_the_unit_waits_longer_than_a_mail_in_flight_and_ends_the_whole_group(service):
    assert int(service["TimeoutStopSec"]) > forks.PATIENCE_SECONDS
    assert service["KillMode"] == "control-group"


def test_the_unit_bounds_memory_and_lets_the_state_be_written(service):
    assert service["MemoryMax"]
    # By default the end of one process for want of memory ends all of them.
    assert service["OOMPolicy"] == "continue"
    assert service["Environment"].partition("=")[2] == f"/var/lib/{service['StateDirectory']}"
