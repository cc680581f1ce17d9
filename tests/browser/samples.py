"""One address for every kind of public page and every state that looks different.

A new template gets a line here; all tests of this folder then judge it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """A page to look at.

    ``status`` is what it answers. With ``sent`` the form in its main column is sent as it is, so that what
    comes back shows the errors; ``status`` is then that of the answer. ``typed`` are names and values that
    are filled in first, as slowly as the form demands. ``panel`` is the id of a menu or sheet, opened by
    its button, where the window is narrow enough to have one.
    """

    path: str
    status: int = 200
    sent: bool = False
    panel: str = ""
    typed: tuple[tuple[str, str], ...] = ()

    def __str__(self):
        sent = " (form sent)" if not self.typed else " (form filled in and sent)"
        state = sent if self.sent else f" ({self.panel} open)" if self.panel else ""
        return self.path + state

    def open_in(self, page):
        """Go there in a page of the browser, send the form when asked; return the last answer."""
        answer = page.goto(self.path, wait_until="load")
        for name, value in self.typed:
            field = page.locator(f"main [name={name}]")
            field.select_option(value) if name == "organisation" else field.fill(value)
        if self.typed:
            page.wait_for_timeout(SHORTEST_MS)
        if self.sent:
            with page.expect_navigation(wait_until="load") as navigation:
                page.locator("main form[method=post] [type=submit]").first.click()
            answer = navigation.value
        if self.panel:
            page.locator(f"[popovertarget={self.panel}]:visible").first.click()
            page.locator(f"#{self.panel}").wait_for(state="visible")
        return answer


def of(*paths: str, **options) -> list[Sample]:
    return [Sample(path, **options) for path in paths]


PLAYBOOK = "/handreikingen/draaiboek-start-een-zorginnovatienetwerk/"
IN_THE_MAKING = "/handreikingen/handreiking-teamleider-en-leren-op-de-werkvloer/"

FORM = "/trainingen/coachend-begeleiden-basis/aanmelden/"
SHORTEST_MS = 2100  # nobody fills in the form in less than two seconds (README, "Marks")
# Always the same address: the first time it is new, later it is known, and the answer looks the same.
FILLED_IN = (("name", "Sanne Bos"), ("email", "sanne.bos@example.org"), ("organisation", "het-laar"))

SAMPLES = [
    # home
    *of(
        "/", "/over/", "/over/organisatie-van-het-netwerk/", "/over/resultaten/", "/start-in-je-eigen-regio/"
    ),
    *of("/contact/", "/privacy/", "/toegankelijkheid/"),
    Sample("/contact/", sent=True, status=422),
    Sample("/begrippen/"),
    *of("/themas/", "/themas/uitwisselingsstages/", "/themas/werkplezier/"),
    # accounts
    *of("/mijn/inloggen/", "/mijn/inloggen/wachtwoord/"),
    # network
    *of("/organisaties/", "/organisaties/het-laar/", "/organisaties/roc-tilburg/"),
    *of("/trainingen/", "/trainingen/?vorm=online", "/trainingen/?vorm=online&vorm=hybride&vol=nee"),
    *of("/trainingen/?weergave=maand", "/trainingen/?weergave=maand&maand=1999-01&vorm=online"),
    Sample("/trainingen/coachend-begeleiden-basis/"),  # open, with sessions and a programme
    Sample("/trainingen/vragen-stellen-online/"),  # full, waiting list
    Sample("/trainingen/verdiepingsdag-intervisie/"),  # a few places left
    Sample("/trainingen/lastige-gesprekken/"),  # cancelled
    Sample("/trainingen/coachend-begeleiden-najaar/"),  # past
    Sample("/trainingen/coachvaardigheden-online-reeks/"),  # registration not open yet
    Sample("/trainingen/zonder-datum/begeleiden-in-de-nachtzorg/"),
    Sample("/trainingen/zonder-datum/begeleiden-in-de-nachtzorg/", sent=True, status=422),
    # registering
    *of(FORM, FORM + "?personen=3", "/trainingen/vragen-stellen-online/aanmelden/"),
    Sample(FORM, sent=True, status=422),
    Sample(FORM + "?personen=3", sent=True, status=422),
    Sample(FORM, sent=True, typed=FILLED_IN),
    *of("/trainingen/lastige-gesprekken/aanmelden/", "/trainingen/coachvaardigheden-online-reeks/aanmelden/"),
    *of("/aanmelding/kwijt/", "/aanmelding/kwijt/?verzonden=1"),
    Sample("/aanmelding/een-onbekende-verwijzing/", status=404),
    Sample("/aanmelding/kwijt/", sent=True, status=422),
    # resources
    *of("/nieuws/", "/nieuws/?thema=uitwisselingsstages", "/nieuws/?jaar=1999"),
    Sample("/nieuws/?pagina=9999", status=404),
    *of("/nieuws/zes-organisaties-een-klas/", "/nieuws/studenten-presenteren-verbetervoorstellen/"),
    *of(
        "/interviews/",
        "/interviews/anke-leerde-zwijgen/",
        "/animaties/",
        "/animaties/kijk-eens-bij-de-buren/",
    ),
    *of("/handreikingen/", "/handreikingen/?soort=draaiboek", "/handreikingen/?soort=draaiboek&jaar=1999"),
    *of("/handreikingen/uitwisselingsstage-uitvoeren/", PLAYBOOK),
    *of(IN_THE_MAKING, IN_THE_MAKING + "bericht/"),
    *of("/handreikingen/uitwisselingsstage-uitvoeren/versies/1/"),
    Sample(IN_THE_MAKING + "bericht/", sent=True, status=422),
    Sample(IN_THE_MAKING + "bericht/gevraagd/"),
    Sample("/bericht/een-onbekende-verwijzing/", status=404),
    *of("/goede-voorbeelden/", "/goede-voorbeelden/goed-voorbeeld-stilte-aan-tafel/"),
    # search
    *of("/zoeken/", "/zoeken/?q=student", "/zoeken/?q=student&soort=guide", "/zoeken/?q=qqqq"),
    # what is not there
    Sample("/bestaat-niet/", status=404),
    Sample("/trainingen/bestaat-niet/", status=404),
]

# What opens over a page on a phone.
PANELS = [
    Sample("/", panel="site-menu"),
    Sample("/trainingen/", panel="filters"),
    Sample("/nieuws/", panel="filters"),
    Sample("/zoeken/?q=student", panel="filters"),
]

# One address for every template, for what takes long.
TEMPLATES = [
    *("/", "/over/", "/over/organisatie-van-het-netwerk/", "/over/resultaten/", "/privacy/", "/contact/"),
    *("/themas/", "/themas/uitwisselingsstages/", "/organisaties/", "/organisaties/het-laar/"),
    *("/trainingen/", "/trainingen/?weergave=maand", "/trainingen/coachend-begeleiden-basis/", "/begrippen/"),
    *(FORM, "/aanmelding/kwijt/"),
    *("/nieuws/", "/nieuws/zes-organisaties-een-klas/", "/interviews/", "/interviews/anke-leerde-zwijgen/"),
    *("/animaties/", "/animaties/kijk-eens-bij-de-buren/"),
    *("/handreikingen/", "/handreikingen/uitwisselingsstage-uitvoeren/", PLAYBOOK),
    *("/handreikingen/uitwisselingsstage-uitvoeren/versies/1/", IN_THE_MAKING + "bericht/"),
    *("/goede-voorbeelden/", "/goede-voorbeelden/goed-voorbeeld-stilte-aan-tafel/"),
    *("/zoeken/", "/zoeken/?q=student"),
]
# Those that tell search engines to stay away, on purpose: results, a form, an edition that was replaced.
UNLISTED = {
    *("/zoeken/", "/zoeken/?q=student", IN_THE_MAKING + "bericht/", FORM, "/aanmelding/kwijt/"),
    "/handreikingen/uitwisselingsstage-uitvoeren/versies/1/",
}
