"""What Dutch compounds are made of; folded, words that make sense alone. Longer words are cut into these.

Words of care, education, work and everyday life in general, so that a network with other themes than the
first is served as well. What is in the list is never cut itself, so *draaiboek* is listed, because it is no
book, and *werkbegeleider* is not. Editors add their own (`resources.search.lexicon`).
"""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTS = _set(
    """
    aanbod aandacht aandoening aangifte aankomst aanleg aanmelding aanpak aanpassing aanspreek aansturing
    aanvraag aanwezigheid aanwijzing aarde abonnement academie account actie activiteit administratie
    adres advies adviseur afdeling affiche afname afronding afsluiting afspraak afstand afstemming agenda
    agressie akkoord alarm album alcohol allergie alliantie ambacht ambassadeur ambitie ambulance analyse
    angst animatie antwoord apotheek app apparaat apparatuur applicatie arbeid arbeids archief arena
    armoede artikel arts asiel aspect assessment assistent atelier audit autisme auto automatisering
    autonomie avond baan baas baby bachelor backup bad balans balie band bank basis bed bedrijf
    bedrijfsleven bedrijven beeld beelden begeleider begeleiding begeleidings begin beginner begrip
    begroting behandel behandelaar behandeling beheer beheerder behoefte bejaarden bekken belang belangen
    beleid beleving beloning benadering beoordeling bepaling beperking beraad bereik bericht beroep
    beroeps beschrijving beslissing besluit bespreking bestand besteding bestel bestemming bestuur
    bestuurder betaling betrokken betrokkenheid beurs bevalling bevestiging bevolking bevordering
    bewaking bewegen beweging bewegings bewijs bewind bewoner bewoning bewustzijn bezigheid bezoek
    bezoeker bezuiniging bibliotheek bijdrage bijeenkomst bijlage bijles bijscholing bijsluiter binding
    blaas blad bladwijzer blessure blik bloed bloem blog boek boeken boerderij bond bonus boom bord borst
    borstvoeding bouw brand brein brief brieven bril brochure bron brug buddy budget buik buitenland
    bureau buren burger buurt cafe camera campagne campus cao capaciteit cardio carriere casemanager
    casus casussen catalogus centrum certificaat certificering check chirurgie cijfer client clienten
    club cluster coach coaching code cognitie collega college comite commissie communicatie community
    competentie compleet computer concept conducteur conferentie conflict congres consulent consult
    consultatie consultatiebureau contact contract controle cooperatie coordinatie coordinator couveuse
    creatief crisis cultuur cursist cursus cyclus dag dagbesteding dak dans data database deel deelname
    deelnemer dekking delirium dementie depressie deskundige deskundigheid detail deur diabetes diagnose
    diagnostiek dialoog dieet dienst dier dieren digitalisering dilemma diner diploma directeur directie
    discipline discriminatie discussie diversiteit docent docenten dochter document doel doelgroep
    doelstelling domein domotica donor dood doorgroei doorstroom dorp dosering dossier doven downsyndroom
    draagvlak draai draaiboek drama drank dreiging drempel drinken droogte droom drugs druk duur
    echtgenoot economie educatie eenzaamheid eet effect eigenaar eigenwijs eind eis eiwit elektriciteit
    elektro emotie energie epidemie epilepsie ergotherapeut ergotherapie ervaring ervarings
    ervaringsdeskundige ethiek etnisch euro evaluatie event examen expert expertise expositie fabriek
    familie fase feedback feest festival fiets figuur film filter financiering fiscus fitness fles flyer
    folder fonds formatie formulier forum foto fout fractie franchise functie fusie fysio fysiotherapeut
    fysiotherapie gast gasten gebaren gebarentaal gebied gebit geboorte gebouw gebrek gebruik gebruiker
    gedicht gedrag gedrags geest geestelijk gegevens gehandicapten geheim geheugen gehoor geld geloof
    geluid geluk gemeenschap gemeente genees geneeskunde geneesmiddel generatie gerecht geschiedenis
    gesprek gesprekken getal geur gevaar gevel geweld gewicht gewoonte gezin gezins gezondheid
    gezondheids gids glas glasvezel glucose grafiek grens griep griepprik groei groen groep groeps grond
    haarzorg half hals hand handel handeling handen handhygiene handicap handleiding handreiking hart
    hartslag havo hbo heelkunde herhaling herinnering hersen hersenen herstel hobby hoek hond honden
    hoofd hoog hoogte hoortoestel horeca horloge hospice hotel houding huid huilbaby huis huisarts
    huishouden huisvesting huizen hulp hulpmiddel hulpverlener hulpverlening humor huur huwelijk hygiene
    ict idee identiteit impuls inburgering incident inclusie incontinentie index indicatie individu
    industrie infectie informatica informatie infrastructuur infuus ingang ingreep inhoud injectie
    injecties inkomen inkoop innovatie inschrijving inspanning inspecteur inspectie inspiratie inspraak
    installateur installatie instap instelling instituut instroom instructeur instructie instrument
    insuline intake integratie intensief interactie interesse internet interventie interview intervisie
    introductie inventarisatie investering inwoner inzet jaar jeugd jongere jongeren jubileum jury kaart
    kaarten kaartje kaartjes kabinet kader kalender kamer kamp kandidaat kanker kans kansen kantoor
    kapper kapsel karakter katheter kenmerk kennis kennismaking kerk kern kerst keten keuken keuring
    keuze kijkje kind kinder klacht klachten klant klas klassen kledij kleding klein kleur klimaat
    kliniek klok knie knooppunt knutsel koers koffie kok koken kolom kompas komst koor koorts koppel
    kosten kous kraam kracht kring kroon kruis kunde kunst kuur kwaliteit kwartaal kwartier kwetsbaar
    laag laboratorium lager land landbouw laptop last leden leeftijd leer leerling lees leger leider
    leiderschap leiding leidinggevende lengte lening leraar leren les leven levens lezen lezing lichaam
    lichaams licht lid lied liefde lift lijf lijn lijst literatuur locatie logeer logistiek logopedie
    logopedist lokaal loket loon loop loopbaan lotgenoot lotgenoten lucht luister lunch maag maaltijd
    maand maandag maatje maatjes maatregel maatschappij maatwerk macht magazine mail management manager
    manier mantelzorg mantelzorger markt masker massage materiaal mavo mbo mede medewerker media
    medicatie medicijn medicijnen meester meet meeting melding meldpunt mens mensen mentor meter methode
    methodiek meting meubel middag middel migrant migratie milieu minister minuut misbruik mishandeling
    missie mobiliteit mode model module moeder moment mond mondhygiene monitor monteur moraal morgen
    motivatie motor museum muziek naam nacht nagel naslag natuur navel navigatie nazorg net netwerk nier
    nieuwkomer nieuws niveau nood noord norm normen nota notulen nummer observatie ochtend oefen oefening
    offerte omgang omgeving omgevings omscholing omvang onderhoud onderhouds onderneem ondernemer
    ondernemerschap onderneming ondersteuning ondersteunings onderwerp onderwijs onderzoek onderzoeker
    onderzoeks ongeval onkosten online ontmoeting ontslag ontspanning ontwerp ontwikkel ontwikkeling
    ontwikkelings oog oogst oor oorlog oorzaak opdracht opgave opinie opleider opleiding opleidings
    oplossing oplossings opname oproep opstart opvang opvoeding opvolging orde organisatie orientatie
    orthopedagoog orthopedie ouder oudere ouderen ouders ouderschap overdracht overgang overgewicht
    overheid overlast overleg overlijden overname overstap overzicht paard pad paden pakket palliatief
    paneel panel papier park parkeer parkinson participatie partij partner partus patient patienten pauze
    pedagogiek pedagoog pedicure pensioen periode pers personeel personeels persoon persoons perspectief
    pijler pijn pil pillen pilot plaats plaatsing plaatsings plan plannen planner planning plant platform
    plattegrond plein plek plezier plicht podcast poli polis politie politiek pols pool poort portaal
    portfolio positie post poster postuur potentieel praat praktijk praktijkleren preek presentatie
    presentie prestatie preventie prijs prik prikkel prikkels principe prioriteit privacy probleem
    procedure proces processen product productie proef proeve proeverij professional profiel programma
    project promotie prothese protocol provincie psychiater psychiatrie psychologie psycholoog publicatie
    publiek punt puzzel quiz raad radio ramp rapport rapportage rapportcijfer reanimatie recept receptie
    recht rechten recreatie redactie reductie reflectie reform regel regeling regie regio register
    registratie reglement rehabilitatie reis reizen reken rekening relatie religie repetitie reportage
    reserve resultaat revalidatie richting richtlijn risico ritme robot robotica roc rol rollen
    rollenspel rolmodel rolstoel ronde rondleiding rook rooster route rouw rug ruil ruimte rust salaris
    samenleving samenwerking samenwerkings samenwerkingsverband sanctie sanitair scan schaal schade
    schema scherm schilder schilderij schip scholen scholier scholing school schoon schouder schrijf
    schrijven schuif schuld schulden scootmobiel score sector seizoen seksualiteit selectie seminar
    senioren sensor serie service sessie sessies signaal signalering situatie slaap slaapapneu sleutel
    slot smaak smartphone snoezel sociaal sociale software sollicitatie somber soort spanning specialist
    speel speelgoed spel spelen spiegel spier spoed sponsor sport spotlight spraak spreekuren spreekuur
    spreiding spreker sprekers staat stad stads staf stage stagiair stand standaard stap stappen
    stappenplan start station statistiek status stelling stem stemming ster sterfte sterilisatie steun
    stichting stijl stilte stimulering stoel stof stofwisseling stoma stoornis storing straat strategie
    streek stress stroom structuur student studenten studie stuk stuur subsidie suiker supervisie support
    symposium symptoom systeem taak taal taalbuddy tablet tafel talent tand tandarts tandheelkunde tarief
    team technicus techniek technologie tegemoetkoming tekenen tekort tekst telefoon televisie tempo
    terrein test testament theater thema theorie therapeut therapie thuis ticket tijd tijds tilhulp
    tillift tip titel tocht toegang toekomst toepassing toerisme toestel toets toezicht toezichthouder
    toiletgang tolk toneel tool toon topic traditie trainer training traject transfer transitie transport
    trap traplift trauma trein trek triage trots tuberculose tuin tutor uitdaging uitgang uitgave
    uitgifte uitleen uitleg uitnodiging uitrusting uitslag uitval uitvoering uitwerking uitwisseling
    uitwisselings uitzending universiteit urine uur vaardigheden vaardigheid vaccinatie vader vak
    vakantie variant varianten veiligheid veiligheids veld verander verandering verantwoording verband
    verbeter verbetering verbinding verblijf verdeling verdieping verdriet vereniging vergadering
    vergoeding vergroting vergunning verhaal verhalen verhuizing verhuur verkeer verkenning verkiezing
    verklaring verkoop verlangen verleden verlener verleners verlenging verlichting verlies verlof
    verloop verloskunde verloskundige vernieuwing verpleeg verpleegkundige verpleging verplichting
    verslag verslaving verstandelijk versterking verstrekking vertaal vertaling vertegenwoordiger
    vertraging vertrek vertrouwen vertrouwens vervanging vervoer vervolg verzekering verzoek verzorgende
    verzorging verzuim vesting video viering vinger visie vlak vlees vlieg vloer vlog vlucht vluchteling
    vmbo voeding voedings voedsel voet vogel volgorde volk voorbeeld voorbereiding voorbereidings
    voordeel voordracht voorganger voorkeur voorkomen voorlees voorlichting voorlichtings voorraad
    voorstel voorstelling voorwaarde voorziening vorm vorming vormings vraag vragen vrede vreugde vriend
    vriendschap vrijheid vrijwilliger vrijwilligers vroedvrouw vroeggeboorte vrouw vrouwen vruchtbaarheid
    vuur waarde waarden waarneming wacht wachtlijst wand wandel wandeling wapen warmte wasser wasstraat
    water web webinar website wedstrijd week weer weerbaarheid weerstand weg wegwijzer welzijn wens
    wereld werk werkgever werkloos werknemer werkplaats werkvloer werving wet wetenschap wetgeving wetten
    wieg wijk wijziging winkel winter wissel woede wond wonden wonen woning woningen woon woord woorden
    workshop zaak zaal zaken zalf zang zeggenschap zelf zelfredzaamheid zelfstandigheid zicht ziekenhuis
    ziekte ziel zin zingeving zintuig zitting zomer zoon zorg zorgen zuid zuurstof zwanger zwangerschap
    zwem
    """
)
# Words that only look like compounds.
NO_COMPOUNDS = _set(
    """
    antwoorden beantwoorden belangrijk bijvoorbeeld eventueel nationaal oordeel oordelen oorzaak overeenkomst
    overeenkomsten regionaal regionale tegenwoordig verantwoorden vooroordeel voorbeelden zodanig
    """
)

# Parts that say too little alone: a search for a compound does not fall back on them.
GENERIC_PARTS = _set(
    """
    aanbod aanpak dag deel deur doel eind gebied groep huis jaar kaart klein kring leer lijst materiaal
    mede middel net plaats plan plek proces product programma project punt regel resultaat route ruimte
    start straat stuk stuur taak tijd uur vak verbeter vorm wacht week werk wissel zaak zelf zicht zorg
    zorgen
    """
)

# How the rest of a word begins that is an ending and no word: *dienst-baarheid*, *plaats-elijk*.
ENDINGS = (
    *("aar", "achtig", "baar", "elijk", "eling", "elen", "enaar", "eren", "ering", "erij", "heid"),
    *("ier", "ig", "ing", "isch", "iseer", "iser", "iteit", "lijk", "loos", "matig", "schap", "ster", "zaam"),
)
# How a word begins that is no compound, though its rest may be listed: *over-drager*, *tegen-stand*.
BEGINNINGS = _set(
    """
    aan af achter anti auto be binnen boven buiten contra door extra ge goed her hyper in inter langs macro
    mede meer micro mini mis multi na neer om onder ont op open over rond samen semi super tegen terug toe
    tussen uit ultra ver voor voort weder weer
    """
)
