"""The curated Dutch words behind search; all folded (no capitals, no accents), except the synonyms.

What compounds are made of is in `resources.search.parts`.
"""

from resources.search.lexicon import SYNONYM, Synonyms


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

# Words around a question that say little of what is asked: a document may do without them.
WEAK_WORDS = _set(
    """
    aanpakken alle allemaal altijd bedoelen bedoeling beschikbaar best bestaan bestaat beste betekenen
    betekenis betekent bieden biedt dingen direct doorgaan duren duurt eerstvolgende eigen eigenlijk elk
    elke even gaan gaat gebeuren gebeurt gebruik gebruiken geeft gegeven geven gewoon goed goede graag
    haal halen handig handige hebt heet helpen helpt heten houden ieder iedere iedereen iemand info
    informatie inzetten kies kiezen krijg krijgen krijgt laat lang langer laten leuk leuke loopt lukken
    lukt maak maakt maken manier manieren meest mensen mogelijk niemand nieuw nieuwe nodig nooit opzet
    opzetten organiseer organiseert organiseren pak precies soms soort soorten tip tips uitleg uitleggen
    uitvoer uitvoeren vaak vertel vertellen vind vinden vindt volgende weet weten zeggen zet zetten zien
    zit zitten zoek zoeken zoekt
    """
)


def _synonyms(text: str, *, weight: float = SYNONYM, one_way: bool = False) -> tuple[Synonyms, ...]:
    """One row of synonyms from each line, with ``|`` between them."""
    rows = [line.split("|") for line in text.strip().split("\n")]
    return tuple(Synonyms(tuple(word.strip() for word in row), weight, one_way) for row in rows)


# Words of care and vocational education that mean the same to somebody who searches.
SYNONYMS = (
    *_synonyms(
        """
        film | filmpje | video | video's | filmpjes | clip | animatie | animatiefilm | vlog
        handreiking | gids | handleiding | leidraad | stappenplan | wegwijzer | toolkit | werkwijzer
        draaiboek | playbook | script
        werkbegeleider | praktijkbegeleider | stagebegeleider | leermeester
        praktijkopleider | opleidingscoordinator | opleider
        docent | leraar | leerkracht | onderwijzer | lerares | schooldocent
        student | leerling | stagiair | bbl'er | cursist
        training | cursus | scholing | workshop | bijscholing | nascholing | leergang
        stage | praktijkleren | bpv | beroepspraktijkvorming
        uitwisselingsstage | uitwisseling | meeloopstage | kijkstage | ruilstage
        praktijkonderwijsbijeenkomst | praktijkonderwijs | pob
        aanmelden | inschrijven | opgeven | aanmelding | inschrijving | registreren | intekenen
        afmelden | annuleren | uitschrijven | afzeggen | afmelding | annulering
        ouderen | bejaarden | senioren
        ouderenzorg | bejaardenzorg | seniorenzorg
        verpleeghuis | verzorgingshuis | bejaardenhuis | bejaardentehuis | zorgcentrum | woonzorgcentrum
        mantelzorger | familie | naaste | familielid | naasten | verwant
        client | bewoner | patient | zorgvrager
        certificaat | bewijs van deelname | deelnamebewijs | getuigschrift
        wachtlijst | wachtrij
        folder | brochure | flyer | voorlichtingsmateriaal
        verhaal | ervaring | ervaringsverhaal
        nieuws | nieuwtje | actueel | actualiteiten | nieuwsbericht
        kosten | prijs | tarief | bedrag
        gratis | kosteloos
        online | digitaal | op afstand | virtueel
        e-learning | online leren
        webinar | onlinebijeenkomst
        e-health | zorgtechnologie | techniek in de zorg | technologie in de zorg | domotica
        bijeenkomst | sessie | meeting
        agenda | kalender | rooster | planning
        organisatie | instelling | zorgorganisatie | zorginstelling | zorgaanbieder
        school | onderwijsinstelling | roc
        ziekenhuis | hospitaal
        collega | teamgenoot
        leidinggevende | teamleider | manager | afdelingshoofd
        verzorgende | verzorgende-ig | vig | verzorger
        verpleegkundige | verpleger | zuster | verpleegster
        dementie | alzheimer | dementerend | dementerenden | geheugenverlies
        onbegrepen gedrag | probleemgedrag | moeilijk gedrag | gedragsproblemen
        eten | maaltijd | voeding
        feedback | terugkoppeling
        intervisie | casusbespreking | collegiale consultatie
        reflectie | reflecteren | zelfreflectie
        verbetervoorstel | verbeteridee | verbeterplan
        idee | voorstel
        resultaat | opbrengst | uitkomst | effect | cijfers | opgeleverd | opleveren
        evaluatie | evalueren
        contact | contactgegevens | contactpersoon | aanspreekpunt
        adres | locatie
        corona | covid | pandemie | covid-19
        arbeidsmarkt | personeelstekort
        werkplezier | werkgeluk
        vrijwilliger | vrijwilligerswerk
        gehandicapt | beperking | handicap
        gehandicaptenzorg
        thuiszorg | wijkzorg | wijkverpleging
        kraamzorg | kraamhulp
        kraamverzorgende | kraamhulp
        baby | zuigeling | pasgeborene
        bevalling | geboorte | partus
        kind | kinderen
        jongere | jeugd
        medicijn | medicatie | geneesmiddel
        toets | examen | tentamen
        diploma | getuigschrift
        begin | start | beginnen | starten | opstarten
        werkdruk | werkstress
        vaardigheid | competentie
        bbl | beroepsbegeleidende leerweg
        bol | beroepsopleidende leerweg
        mbo | middelbaar beroepsonderwijs
        hbo | hoger beroepsonderwijs
        roc | regionaal opleidingencentrum
        vzmz | verzorgende-ig maatschappelijke zorg
        ggz | geestelijke gezondheidszorg
        zzp'er | zelfstandige
        """
    ),
    *_synonyms(
        """
        begeleider | werkbegeleider | mentor | coach | praktijkbegeleider
        mentor | werkbegeleider | begeleider | coach | tutor
        coach | begeleider | werkbegeleider
        begeleiden | begeleiding | coachen | ondersteunen
        les | training | bijeenkomst | workshop
        materiaal | hulpmiddel | werkvorm
        hulpmiddel | handreiking | materiaal | tool
        tool | hulpmiddel | instrument
        document | handreiking | folder | draaiboek
        boek | handreiking | gids | draaiboek
        plan | draaiboek | aanpak
        regio | buurt | omgeving
        buurt | regio
        plek | plaats
        baan | vacature
        moeilijk | lastig
        lastig | moeilijk
        leuk | plezier
        leren | leer | scholing
        werkvloer | werkplek
        werkplek | werkvloer
        idee | verbetervoorstel
        verhaal | interview
        ervaring | interview
        voorbeeld | goed voorbeeld
        praten | gesprek
        gesprek | praten | overleg
        stoppen | uitval
        uitval | stoppen
        netwerk | samenwerking
        samenwerken | samenwerking | netwerk
        opleiding | scholing | training | cursus
        """,
        weight=0.6,
        one_way=True,
    ),
)

# Words that say what kind of thing is asked for, beside its own name.
KIND_WORDS = {
    "guide": _set(
        """
        stappenplan organiseren organiseer opzetten uitvoeren uitvoer aanpak downloaden pdf voorbereiden
        gids handleiding handreiking leidraad draaiboek
        """
    ),
    "training": _set(
        """
        wanneer aanmelden inschrijven opgeven datum data volgende eerstvolgende plek cursus cursussen training
        trainingen scholing workshop
        """
    ),
    "animation": _set("film filmpje video animatie kijken bekijken"),
    "interview": _set("interview interviews ervaringen ervaring vertelt vertellen verhaal verhalen"),
    "news": _set("nieuws nieuwste laatste actueel"),
    "organisation": _set("organisatie organisaties locatie adres"),
    "theme": _set("thema pijler"),
    "group": _set(
        "groep groepen stuurgroep projectgroep voorbereidingsgroep voorbereidingsgroepen werkgroep"
    ),
}
