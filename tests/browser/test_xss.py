"""No class of payload runs, by any way in, on the site or at the desk; and not because of the
policy alone: without it a leak would show."""

import json
from urllib.parse import quote

import pytest

from tests.browser.articles import PASTE
from tests.browser.staff import sign_in
from tests.browser.traps import faults_of, set_traps

CLASSES = {
    "script": "<script>alert(1)</script>",
    "split script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script with address": '<script src="data:text/javascript,alert(1)"></script>',
    "unclosed script": "<script>alert(1)",
    "handler": '<img src=x onerror="alert(1)">',
    "handler without quotes": "<p onmouseover=alert(1)>a",
    "handler behind a slash": '<img/src="x"/onerror=alert(1)>',
    "handler over lines": "<img src=x\nonerror\n=\nalert(1)>",
    "focus": '<input autofocus onfocus="alert(1)">',
    "toggle": '<details open ontoggle="alert(1)"><summary>a</summary></details>',
    "animation": "<style>@keyframes x{}</style><p style='animation-name:x' onanimationstart=alert(1)>a",
    "link": '<a href="javascript:alert(1)">a</a>',
    "link in capitals": '<a href="JaVaScRiPt:alert(1)">a</a>',
    "link with breaks": '<a href="java\tscr\nipt:alert(1)">a</a>',
    "link in entities": '<a href="&#106;avascript&colon;alert(1)">a</a>',
    "link to data": '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">a</a>',
    "another host": '<img src="//tracker.example/p.gif"><a href="//evil.example">a</a>',
    "frame": "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "frame with address": '<iframe src="javascript:alert(1)"></iframe>',
    "object": '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    "form": '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">a</button></form>',
    "drawing": "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "drawing with a link": '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
    "formula": "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "parser games": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "parser games two": '<template><p></template><img title="--><img src=x onerror=alert(1)>">',
    "comment": "<!--><img src=x onerror=alert(1)>-->",
    "base": '<base href="javascript:/a/-alert(1)///"><meta http-equiv=refresh content="0;javascript:alert(1)">',
    "out of an attribute": "\"><script>alert(1)</script><p title=\"",
    "out of an attribute, singly": "' autofocus onfocus='alert(1)' x='",
    "template language": "{{ 7|add:7 }}{% debug %}${alert(1)}",
    "out of a text area": "</textarea><script>alert(1)</script>",
    "out of a title": "</title><script>alert(1)</script>",
    "out of json": "</script><script>alert(1)</script>",
}  # fmt: skip

MAKE = """
import json, sys
from django.utils.text import slugify
from tests.factories import make_page, make_published_article, make_specialty
from pictures.models import Image
for number, payload in enumerate(json.loads(sys.stdin.read())):
    plain, payload = payload[:120], f"<p>a</p>{payload}"
    specialty = make_specialty(name=plain[:80], slug=f"xss-{number}", summary=plain, body=payload)
    page = make_page(title=plain, slug=f"xss-{number}", lede=plain, body=payload)
    image = Image.objects.filter(credit="")[number % 5]
    article = make_published_article(
        title=plain, slug=f"xss-{number}", authors=[plain], specialties=[specialty], body=payload,
        opening_lines=plain, summary=plain, posted_by=plain, lead_image=image,
        cta_heading=plain, cta_text=plain, cta_team_label=plain[:40], cta_start_label=plain[:40],
    )
"""
# Around the field: what an expression wrote must not run either.
RAW = """
from django.db import connection
from pages.models import Page
for page in Page.objects.filter(slug__startswith="xss-"):
    connection.cursor().execute("UPDATE pages_page SET body = title WHERE id = %s", [page.pk])
"""
REMOVE = """
from blog.models import Article
from pages.models import Page
from team.models import Specialty
for model in (Article, Page, Specialty):
    model.objects.filter(slug__startswith="xss-").delete()
"""


@pytest.fixture(scope="module", autouse=True)
def payloads(site):
    site.manage("shell", "-v", "0", "-c", MAKE, text=json.dumps(list(CLASSES.values())))
    yield range(len(CLASSES))
    site.manage("shell", "-v", "0", "-c", REMOVE)


@pytest.fixture(params=["with the policy", "without the policy"])
def watched(request, open_page):
    return set_traps(open_page(bypass_csp=request.param == "without the policy"))


@pytest.mark.parametrize(
    "name", [name for name in CLASSES if name.startswith(("script", "handler", "link", "frame"))]
)
def test_the_traps_would_notice(page_without_csp, site, name):
    page = set_traps(page_without_csp)
    html = f"<!doctype html><title>a</title>{CLASSES[name]}"
    page.route("**/leaking/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("**/x", lambda route: route.abort())
    page.goto("/leaking/")
    assert faults_of(page) != []


def visit(page, addresses):
    found = {}
    for address in addresses:
        page.goto(address)
        if faults := faults_of(page):
            found[address] = faults
    return found


def test_nothing_runs_in_lists_of_titles_and_names(watched):
    lists = [
        "/",
        "/blog/",
        "/blog/?page=2",
        "/blog/?page=3",
        "/specialties/",
        "/get-started/",
        "/team/",
    ]
    assert visit(watched, lists) == {}


def test_nothing_runs_on_pages_with_a_text(watched, payloads):
    addresses = [f"{prefix}/xss-{n}/" for n in payloads for prefix in ("", "/blog")]
    assert visit(watched, addresses) == {}


def test_nothing_runs_that_was_written_around_the_field(watched, payloads, site):
    site.manage("shell", "-v", "0", "-c", RAW)
    assert visit(watched, [f"/xss-{n}/" for n in payloads]) == {}


def test_nothing_runs_at_the_desk(watched, payloads, site):
    sign_in(watched, "manager")
    lists = [f"/admin/{name}/?q=xss" for name in ("blog/article", "team/specialty", "pages/page")]
    assert visit(watched, ["/admin/", *[name.split("?")[0] for name in lists], *lists]) == {}
    shell = "from blog.models import Article as A; print(*A.objects.filter(slug__startswith='xss-').values_list('pk', flat=True))"
    for number in site.manage("shell", "-v", "0", "-c", shell).split():
        watched.goto(f"/admin/blog/article/{number}/change/")
        watched.wait_for_selector(".rich-text.is-ready")
        assert faults_of(watched) == [], number


def test_nothing_runs_that_is_pasted(watched):
    sign_in(watched, "editor")
    watched.goto("/admin/pages/page/add/")
    watched.wait_for_selector(".rich-text.is-ready")
    for name, payload in CLASSES.items():
        watched.locator(".ProseMirror").click()
        with watched.expect_response("**/editor/paste/"):
            watched.evaluate(PASTE, [f"<p>a</p>{payload}", "a"])
        assert faults_of(watched) == [], name


def test_nothing_runs_that_is_sent_with_a_form_or_an_address(watched):
    for payload in list(CLASSES.values())[::6]:
        watched.goto("/get-started/")
        for field in watched.locator(
            "main form :is(input[type=text], input[type=email], textarea)"
        ).all():
            if field.is_visible():
                field.fill(payload.replace("\n", " "))
        watched.locator("main form button[type=submit]").last.click()
        assert faults_of(watched) == [], payload
    queries = [
        f"{address}={quote(p)}"
        for p in CLASSES.values()
        for address in ("/team/?specialty", "/get-started/?from")
    ]
    assert visit(watched, queries) == {}
