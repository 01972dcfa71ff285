"""axe-core finds nothing, on any public page type, in both themes, on a phone and on a desk."""

import pytest

from tests.browser.axe import in_both_themes, violations
from tests.browser.public_pages import PAGES


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(open_page, width):
    # The page of axe itself is a script, so it is let in past the policy.
    page = open_page(viewport={"width": width, "height": 800}, bypass_csp=True)
    found = {}
    for name, address in PAGES.items():
        page.goto(address)
        found[name] = list(in_both_themes(page))
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_everything_is_open_or_wrong(open_page, scheme):
    page = open_page(color_scheme=scheme, bypass_csp=True, viewport={"width": 360, "height": 800})
    page.goto("/team/")
    for summary in page.locator("main summary").all():
        summary.click()
    assert violations(page) == []
    page.goto("/get-started/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".error-summary")
    assert violations(page) == []
