"""The curated Dutch words behind `resources.search.analysis`; all folded (no capitals, no accents)."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Asked for too often to say anything, and the words around a question ("hoe organiseer ik een ...").
STOP_WORDS = _set(
    """
    aan al als bij daar dan dat de den der deze die dit doe doen door dus een er eens en for had heb hebben
    heeft hem hen het hier hij hoe hun iets ik in is ja je jij jou jouw kan kunnen kun kunt maar me mee meer
    men met mij mijn moet moeten mogen mag na naar niet nog nu of om omdat onder ons onze ook op over s te ten
    ter tot u uit uw van vanuit vanaf veel voor waar waarom wanneer want waren was wat we wel welke wie wij
    wil willen word worden wordt zal ze zelf zich zij zijn zo zonder zou zullen t m n
    """
)

# Words whose stem the rules get wrong; the value is the stem.
STEM_EXCEPTIONS = {
    "gids": "gids",
    "gidsen": "gids",
    "examen": "examen",
    "examens": "examen",
    "toets": "toets",
    "toetsen": "toets",
    "module": "module",
    "modules": "module",
    "methode": "methode",
    "methodes": "methode",
    "methoden": "methode",
    "stagiair": "stagiair",
    "stagiaire": "stagiair",
    "stagiaires": "stagiair",
    "stagiairs": "stagiair",
    "lees": "leez",
    "leest": "leez",
    "lezen": "leez",
    "coach": "coach",
    "coachen": "coach",
    "coachend": "coach",
    "coachende": "coach",
    "coaches": "coach",
    "coaching": "coach",
    "zin": "zin",
    "zinnen": "zinnen",
    "leden": "lid",
    "lid": "lid",
    "steden": "stad",
    "stad": "stad",
    "dag": "dag",
    "dagen": "dag",
    "week": "week",
    "weken": "week",
}

# Endings of words in which the last s is no plural.
FINAL_S_STAYS = (
    *("advies", "precies", "vlies", "kies", "fries"),
    *("klas", "glas", "pas", "was", "tas", "kas", "atlas", "aas"),
    *("bos", "los", "vos", "chaos", "kosmos", "oos"),
)

# Endings of words of which Porter would take the s, although their plural (-sen) keeps it.
SINGULARS_IN_S = ("mens", "wens", "kans", "plaats", "dans", "fiets", "arts", "koers", "trots", "hals", "pols")

# What compounds of the site are made of. Only words that also make sense alone.
PARTS = _set(
    """
    aanbod aanmelding aanpak actie activiteit advies afdeling agenda animatie avond bedrijf beeld begeleider
    begeleiding bevordering organisatie
    bejaarden belang beleid beroep beroeps bewoner bezoek bijeenkomst blad boek boom brief
    brug clienten client coach coaching collega compleet cultuur cursus dag dementie deskundigheid deur dienst
    docent doel draai draaiboek droom eind ervaring evaluatie familie film foto gast gebied gedrag gesprek
    gezondheid groep gids half handreiking hulp huis idee informatie innovatie inspiratie instelling
    intervisie interview jaar kaart kader kans kennis keuze klas klein kring kwaliteit leer leerling leider
    les leven levens lijst loopbaan maaltijd maand maatschappij mantelzorg mantelzorger markt materiaal mede
    medewerker meester methode middag nacht netwerk net nieuws onderwijs onderzoek ontwikkeling oefening
    opdracht opleider opleiding opleidings oudere ouderen overdracht overleg plaats plan plek praktijk
    proces product professional programma project proef punt reflectie regel regio resultaat route ruimte
    samenwerking scholing school sessie situatie spel stad stage stagiair start straat stuur student studie
    taak taal team techniek technologie thema thuis toets training traject tuin uitwisseling
    vaardigheid vak verbeter verhaal verpleeg verpleging verslag verzorging vraag voorbereiding
    voorbereidings voorbeeld voorlichting voorlichtings voorstel vorm wacht wachtlijst week welzijn werk
    werving wijk wissel zicht zorg zorgen deelname bewijs presentie aanwezigheid ouder
    """
)

# Parts that say too little alone: a search for a compound does not fall back on them.
GENERIC_PARTS = _set(
    """
    aanbod aanpak dag deur doel eind gebied groep half huis jaar kaart klein kring leer lijst
    materiaal mede net plaats plan plek proces product programma project punt regel resultaat route ruimte
    start straat stuur taak vak verbeter vorm wacht week werk zorg zorgen zicht wissel
    """
)
