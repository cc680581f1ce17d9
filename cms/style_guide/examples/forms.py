"""Forms and messages."""

from __future__ import annotations

from django import forms

from cms.style_guide.model import Example, Group
from cms.style_guide.values import COMPOUND, HERE, LONG_TEXT, LONG_TITLE

CHOICES = [("op-locatie", "Op locatie"), ("online", "Online"), ("lang", COMPOUND)]


class ExampleForm(forms.Form):
    """A form with a field of every sort."""

    name = forms.CharField(label="Je naam")
    email = forms.EmailField(
        label="E-mailadres", help_text="Hier sturen we de bevestiging heen.", required=False
    )
    message = forms.CharField(label="Je vraag", widget=forms.Textarea)
    seats = forms.IntegerField(label="Met hoeveel komen jullie?", min_value=1, required=False)
    form = forms.ChoiceField(label="Welke vorm past jou?", choices=CHOICES)
    radio = forms.ChoiceField(label="Kies er een", choices=CHOICES, widget=forms.RadioSelect)
    boxes = forms.MultipleChoiceField(
        label="Kies wat past",
        choices=CHOICES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Meer dan een mag.",
    )
    agreed = forms.BooleanField(label="Ik heb de afspraken gelezen", help_text="Ze staan in de handreiking.")
    long = forms.CharField(label=LONG_TITLE, help_text=LONG_TEXT, required=False)


def sent() -> ExampleForm:
    """The form as it comes back when nothing was filled in right."""
    form = ExampleForm({"name": "", "email": "sanne apenstaart example", "seats": "0", "long": "x"})
    form.add_error(None, "De training is vol geraakt terwijl je typte.")
    form.add_error("long", LONG_TEXT)
    return form


def fields(form: ExampleForm) -> dict[str, dict]:
    return {
        "Tekst": {"field": form["name"]},
        "Niet verplicht, met uitleg": {"field": form["email"]},
        "Groot tekstvak": {"field": form["message"]},
        "Getal": {"field": form["seats"]},
        "Keuzelijst": {"field": form["form"]},
        "Een van enkele": {"field": form["radio"]},
        "Meer van enkele": {"field": form["boxes"]},
        "Ja of nee": {"field": form["agreed"]},
        "Lang opschrift": {"field": form["long"]},
    }


def group() -> Group:
    refused = fields(sent())
    return Group(
        "Formulieren en meldingen",
        [
            Example(
                "components/form_field",
                "Een veld met opschrift, uitleg en fouten. Een veld dat niet hoeft, zegt dat.",
                {
                    **fields(ExampleForm(initial={"name": "Sanne Willems"})),
                    "Tekst met fout": refused["Tekst"],
                    "Met uitleg en fout": refused["Niet verplicht, met uitleg"],
                    "Keuze met fout": refused["Een van enkele"],
                    "Ja of nee met fout": refused["Ja of nee"],
                    "Lange fout": refused["Lang opschrift"],
                },
            ),
            Example(
                "components/error_summary",
                "Boven een formulier dat niet klopt: wat er mis is, met een sprong naar het veld.",
                {
                    "Veel fouten": {"form": sent(), "code": "closed"},
                    "Een fout": {"form": one_error()},
                    "Geen fout: niets te zien": {"form": ExampleForm()},
                },
            ),
            Example(
                "components/notice",
                "Een bericht in een pagina: er is iets gebeurd, of je moet eerst iets weten.",
                {
                    "Ter informatie": {"text": "Dit verhaal is van voor de zomer.", "tone": "info"},
                    "Gelukt": {
                        "tone": "success",
                        "title": "Je bericht is verstuurd",
                        "text": "We antwoorden binnen drie werkdagen.",
                        "role": "status",
                    },
                    "Let op": {
                        "tone": "warning",
                        "title": "Er is een nieuwere versie",
                        "link_url": HERE,
                        "link_label": "Lees versie 3",
                    },
                    "Mislukt": {"tone": "error", "text": "Je bericht is niet verstuurd.", "role": "alert"},
                    "Opgemaakte tekst": {"text": "<p>Vraag het <a href='#'>Ruth</a>.</p>", "html": True},
                    "Lang": {
                        "title": LONG_TITLE,
                        "text": LONG_TEXT,
                        "link_url": HERE,
                        "link_label": COMPOUND,
                    },
                },
            ),
            Example(
                "components/share",
                "Een pagina doorgeven, zonder dat iemand meekijkt.",
                {"Gewoon": {"url": "https://example.org/nieuws/een-week/", "title": "Een week bij de buren"}},
            ),
        ],
    )


def one_error() -> ExampleForm:
    form = ExampleForm({"name": "Sanne", "message": "Hoi", "form": "online", "radio": "online", "agreed": ""})
    form.full_clean()
    return form
