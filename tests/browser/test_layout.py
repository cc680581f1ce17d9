"""Pages fit every screen, stand still while they load, and can be used with a thumb."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.samples import SAMPLES

WIDTHS = [320, 390, 820, 1440]  # CSS pixels; 320 is also a desktop at 400 % zoom (WCAG 1.4.10)
TARGET = 44  # CSS pixels

SHIFTS = """() => new Promise(resolve => {
  const seen = [];
  const note = list => seen.push(...list.getEntries().filter(entry => !entry.hadRecentInput));
  new PerformanceObserver(note).observe({type: "layout-shift", buffered: true});
  const name = source => source.node?.className || source.node?.nodeName || "";
  const told = () => resolve(seen.map(entry => [entry.value, ...entry.sources.map(name)]));
  document.fonts.ready.then(() => setTimeout(told, 150));
})"""

# What reaches out of the window and is not cut off by its own scroller.
WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(node => node.getBoundingClientRect().right > width + 1)
    .slice(0, 5).map(node => `${node.localName}.${node.className}`);
}"""

UNSIZED = """() => [...document.querySelectorAll("img, video, iframe")]
  .filter(node => !(node.getAttribute("width") && node.getAttribute("height")))
  .map(node => node.outerHTML.slice(0, 160))"""

# Buttons, fields, and links that are no part of a sentence (a word with an explanation is); a label
# enlarges its box.
SMALL = """size => {
  const controls = "button, .button, nav a, summary, select, textarea, input:not([type=hidden]), .link-arrow";
  return [...document.querySelectorAll(controls)]
    .filter(node => node.checkVisibility({visibilityProperty: true}))
    .filter(node => !node.closest(".visually-hidden, .form__trap, .skip-link, .term"))
    .map(node => [node, (/box|radio/.test(node.type) && node.labels[0] || node).getBoundingClientRect()])
    .filter(([node, box]) => box.width && (box.height < size - 0.5 || box.width < size - 0.5))
    .map(([node, box]) => `${node.localName}.${node.className} “${node.textContent.trim().slice(0, 30)}” `
      + `${box.width.toFixed(0)}×${box.height.toFixed(0)}`);
}"""


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_layout(new_page, open_sample, screen):
    page = new_page(viewport=screen)
    wrong = {}
    for sample in SAMPLES:
        open_sample(page, sample)
        shifts = page.evaluate(SHIFTS)
        faults = {"no size": page.evaluate(UNSIZED), "shifts": shifts}
        faults["small"] = sorted(set(page.evaluate(SMALL, TARGET)))
        for width in WIDTHS if screen == DESKTOP else []:
            page.set_viewport_size({"width": width, "height": 900})
            faults[f"wide at {width}"] = page.evaluate(WIDE)
        page.set_viewport_size(screen)
        if found := {name: fault for name, fault in faults.items() if fault}:
            wrong[str(sample)] = found

    assert wrong == {}
