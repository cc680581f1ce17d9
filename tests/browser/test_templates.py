"""Every kind of page in a browser: accessible, nothing from outside, no error, narrow, without script."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def visit(page, path):
    """Open the path; a page that is not there logs its status in the console, which is right there."""
    response = page.goto(path, wait_until="load")
    if response.status == 404:
        page.visit.errors.clear()
    return response


def test_every_template_passes_axe(page, paths):
    found = {}
    for path in paths:
        visit(page, path)
        violations = Axe().run(page, options=RULES).response["violations"]
        if violations:
            found[path] = [(one["id"], one["nodes"][0]["html"][:200]) for one in violations]

    assert found == {}


def test_every_template_fits_a_narrow_screen(new_page, paths):
    page = new_page(viewport={"width": 320, "height": 640})
    wide = []
    for path in paths:
        visit(page, path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)

    assert wide == []


def test_every_template_has_its_heading_without_javascript(new_page, paths):
    page = new_page(java_script_enabled=False)
    without = []
    for path in paths:
        visit(page, path)
        if page.locator("h1").count() != 1 or not page.locator("main").inner_text().strip():
            without.append(path)

    assert without == []
