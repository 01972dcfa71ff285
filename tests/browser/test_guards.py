import pytest

from tests.browser.conftest import watch


def test_running_site_answers(page):
    assert page.goto("/healthz").status == 200


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<p style='color: red'>x</p>", "Content Security Policy"),
        ("<script>1</script>", "Content Security Policy"),
        ("<img alt='' src='http://elsewhere.example/x.png'>", "asked another host"),
        ("<script src='/broken.js'></script>", "Script error"),
    ],
    ids=["inline style", "inline script", "other host", "script error"],
)
def test_fault_of_a_page_is_noticed(browser, site, markup, message):
    context = browser.new_context(base_url=site.url)
    faults = []
    watch(context, site.url, faults)
    policy = {"Content-Security-Policy": "default-src 'self'; img-src *"}
    context.route(
        "**/made-up/",
        lambda route: route.fulfill(headers=policy, content_type="text/html", body=markup),
    )
    context.route(
        "**/broken.js",
        lambda route: route.fulfill(content_type="text/javascript", body="no_such_name()"),
    )
    context.new_page().goto("/made-up/")
    context.close()
    assert any(message in fault for fault in faults), faults


def test_page_without_faults_has_none(browser, site):
    context = browser.new_context(base_url=site.url)
    faults = []
    watch(context, site.url, faults)
    context.new_page().goto("/healthz")
    context.close()
    assert faults == []
