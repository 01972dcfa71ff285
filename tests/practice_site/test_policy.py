"""Two processes send the same bytes: the order of what a browser may do is not left to chance."""

import pytest
from csp.utils import build_policy
from django.conf import settings

from practice_site.front_door import answers


def shuffled(**given):
    return "; ".join(reversed(build_policy(**given).split("; ")))


@pytest.mark.parametrize("build", [build_policy, shuffled])
def test_the_policy_is_said_in_one_order(client, monkeypatch, build):
    monkeypatch.setattr("csp.middleware.build_policy", build)
    answers.rendered.cache_clear()
    names = sorted(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])
    _status, headers, _content = answers.refusal(413, "/")
    for policy in (
        client.get("/robots.txt")["Content-Security-Policy"],
        dict(headers)["content-security-policy"],
    ):
        assert [directive.split(" ")[0] for directive in policy.split("; ")] == names
