"""The browser of the tests: Chromium as the machine has it, drawing the same everywhere."""

import shutil

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # else letters stand where the machine's font settings put them
    "--disable-lcd-text",
    "--force-color-profile=srgb",
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = "no Chromium on this machine (Debian: chromium)"
PHONE = {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}
DESKTOP = {"width": 1440, "height": 1000}


def launch(chromium, *flags: str):
    """Start Playwright's browser type ``chromium`` with more flags; nothing is downloaded."""
    return chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
