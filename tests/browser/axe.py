"""What axe-core finds on a page."""

from axe_playwright_python.base import AXE_SCRIPT

# Of what is fine axe would tell every element, at a length that takes longer than looking for it.
ALL_RULES = {"resultTypes": ["violations"]}
RULES = ALL_RULES | {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}

# All that a theme decides.
COLORS = ALL_RULES | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}


def violations(page, rules=RULES):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("async (rules) => (await axe.run(rules)).violations", rules)
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]


def in_both_themes(page, rules=RULES):
    """Violations of a page by light and in the dark: the same page, for no theme loads another one."""
    for scheme in ("light", "dark"):
        # Without motion the colors are there at once.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        yield from (f"{scheme}: {fault}" for fault in violations(page, rules))


def no_faults(page):
    assert violations(page, ALL_RULES) == []
