"""Closed tables of common nouns: what goes by which noun, which events are of one sort, who is a person."""

from __future__ import annotations

from functools import cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(text: str) -> dict[str, str]:
    """One `key: words` a line."""
    pairs = (line.partition(":") for line in text.strip().splitlines())
    return {key.strip(): words.strip() for key, _, words in pairs}


BROADER = _table("""
    airline: company carrier
    assembly: body
    authority: agency body
    automaker: company carmaker
    bank: lender company
    bloc: organization organisation
    board: body
    brigade: unit force
    broadcaster: outlet company
    builder: company
    bureau: agency
    carmaker: company
    cartel: group gang
    centre: agency
    center: agency
    centres: agency
    centers: agency
    charity: organization organisation group
    chipmaker: company
    coalition: alliance bloc
    command: force
    commission: body
    committee: body panel
    company: firm
    conglomerate: company group
    consortium: group
    contractor: company
    corporation: company
    council: body
    crew: gang group
    department: ministry
    developer: company
    directorate: agency
    exchange: market
    faction: group
    firm: company
    force: mission
    foundation: organization organisation
    front: group
    fund: lender institution
    gang: group
    giant: company
    giants: companies
    institute: body institution think-tank
    institution: body
    insurer: company
    lender: bank
    maker: company
    manufacturer: company maker
    militia: group force
    mission: operation force
    movement: group
    navy: force
    network: group
    office: agency
    operator: company
    organisation: organization body
    organization: organisation body
    outfit: group gang
    outlet:
    producer: company
    provider: company
    publisher: company
    refiner: company
    regulator: agency watchdog authority
    retailer: company
    service: agency
    shipowner: company
    spinoff: company
    start-up: company
    startup: company
    subsidiary: company unit
    supplier: company
    telco: company carrier
    tribunal: court
    union:
    utility: company
    vendor: company
    watchdog: agency regulator group
    tanker: ship vessel
    carrier:
    freighter: ship vessel
    ship: vessel
    vessel: ship
    destroyer: ship warship vessel
    frigate: ship warship vessel
    ferry: ship vessel boat
    boat: vessel
    warship: ship vessel
    trawler: ship vessel boat
    cruiser: ship warship vessel
    submarine: vessel
    facility:
    plant: facility site
    refinery: plant facility
    mine: site
    reactor: plant
    city:
    town:
    village:
    capital: city
    port:
    province: region
    region:
    strait: waterway passage
    canal: waterway
    river:
    island:
    peninsula:
    sea:
    district: area
    state:
    county:
    camp:
    country: state nation
    malware:
    ransomware: malware
    trojan: malware
    vaccine:
    drug:
    missile: weapon
    drone: weapon
    law: act legislation
    act: law legislation
    bill: legislation
    treaty: pact accord
    virus:
    vulnerability: flaw bug
    flaw: vulnerability bug
    software:
    crossing:
    airport:
    base:
    field:
    pipeline:
    dam:
    bridge:
    prison:
    newspaper: paper
    university:
    party:
    parliament: legislature
    court:
    ministry:
    agency: body
    body:
    group:
    alliance: bloc
    parent:
    club:
    tool:
    forum:
    platform:
    programme: program
    program: programme
    scheme:
    plan:
    fleet:
    unit:
    division:
    panel:
    newswire: agency
    hospital:
    market:
    territory:
""")
"""For each class noun, broader nouns that a text may use for the same thing."""

CLASS_NOUNS = frozenset(BROADER) | frozenset(word for words in BROADER.values() for word in words.split())
"""Common nouns that a brief uses again for something that it has named."""

PLURALS = _table("""
    companies: company
    countries: country
    states: country
    nations: country
    cities: city
    banks: bank
    groups: group
    agencies: agency
    ministries: ministry
    missions: mission
    vessels: ship
    ships: ship
    firms: company
    bodies: body
    parties: party
    towns: town
    organizations: organization
    organisations: organisation
    governments: country
    gangs: gang
    institutions: institution
    operators: operator
    regions: region
    provinces: province
    men: person
    women: person
    leaders: person
    rivals: person
    ministers: person
    presidents: person
    politicians: person
    candidates: person
    islands: island
    ports: port
    sides: side
    warships: ship
    tankers: tanker
    airlines: airline
    capitals: city
    crossings: crossing
    neighbours: country
    neighbors: country
""")
"""Plural nouns that may gather several names, with the class of each."""

_FAMILIES = """
    attack cyberattack cyber-attack hack intrusion breach assault incident compromise hacking
    earthquake quake tremor tremors disaster
    earthquakes quakes disaster
    flood floods flooding disaster
    storm cyclone hurricane typhoon disaster
    outage disruption failure incident blackout
    crash accident disaster incident
    explosion blast
    fire blaze wildfire
    election elections vote poll polls ballot
    referendum vote plebiscite
    outbreak epidemic
    war conflict fighting hostilities
    coup takeover putsch
    deal agreement accord pact
    merger takeover acquisition purchase deal
    ceasefire truce
    invasion incursion offensive
    strike strikes walkout
    protests demonstrations unrest
    massacre killings killing crime atrocity
    attacks
    default crisis
    sanctions measures
    summit meeting talks
    bombing attack blast
    shooting attack
    raid raids
    ambush attack
    siege
    exercise drill
    eruption
    drought
    famine
    pandemic
    uprising rebellion revolt
    campaign
    blockade
    evacuation
    assassination killing murder
    kidnapping abduction
    hijacking seizure
    sinking loss disaster
    wreck disaster
    derailment disaster accident
    collapse disaster
    trial
    inquiry investigation probe
    indictment charges
    verdict ruling judgment judgement decision
    programme program
    operation
    restructuring
    bailout rescue loan
    leak spill
    vulnerability flaw bug
    withdrawal pullout departure exit
    launch
    recall
    embargo ban
    mandate
    crackdown
    reform reforms
"""
"""Nouns of events, each line led by the one that the others may stand for."""

INSTITUTIONS = _words("""
    army assembly authorities budget cabinet coast constitution currency economy electorate embassy exchequer
    deputies government interior judiciary junta lawmakers leadership legislature legislators military ministry
    monarchy navy opposition parliament penal police population premier presidency president regime senate treasury
""")
"""What each state has one of."""

RULING = _words("""
    agriculture armed central civilian constitutional culture defence defense education election electoral energy
    environment federal finance foreign health interim interior justice labor labour local main military national oil
    planning prime public ruling security state supreme tourism trade transitional transport vice water
""")
"""Words before an institution that leave it the state's."""

WITH_MODIFIER = frozenset(
    (word, noun)
    for word, nouns in _table("""
    agriculture: minister ministry
    armed: forces
    attorney: general
    central: bank government
    constitutional: court
    defence: minister ministry
    defense: minister ministry
    education: ministry
    election: commission
    electoral: commission
    energy: minister ministry
    federal: government
    finance: minister ministry
    foreign: minister ministry
    health: minister ministry
    interior: minister ministry
    justice: minister ministry
    military: government junta
    prime: minister
    public: debt
    ruling: coalition junta party
    security: forces
    supreme: court
    trade: minister ministry
    culture: minister ministry
    environment: minister ministry
    labor: minister ministry
    labour: minister ministry
    oil: minister ministry
    planning: minister ministry
    tourism: minister ministry
    transport: minister ministry
    water: minister ministry
    vice: president
""").items()
    for noun in nouns.split()
)
"""Two words that each state has one of."""

STANDING = _words("""
    air atmosphere baht cedi climate countryside dead disabled dollar elderly environment equator euro future globe
    ground hryvnia injured internet kwacha lira media moon naira pandemic past planet poor present press public rand
    renminbi rich ringgit rouble ruble rupiah sea sick sky sun weather web world wounded yen yuan zloty
""")
"""Nouns that need no more than their article."""

MEASURED = _words("""
    aim amount average beginning bulk case cases cost decline effect effects end fact fall figure figures goal
    growth half idea increase issue kind lack level life lives majority matter member members middle names need
    number others pair part parts peak people percentage place point possibility presence price problem proportion
    prospect prospects quarter question range rate reason reasons remainder rest result results right rise risk role
    series set share size sort start state sum thing things third time times total trend use value view way
""")
"""Nouns that say nothing without the phrase behind them."""

PERSONS = _words("""
    activist administrator adviser advisor advocate affiliate ally ambassador analyst archbishop author baby banker
    billionaire bishop boss boy brother businessman businesswoman candidate captain chair chairman chairperson
    chairwoman challenger chancellor chief child citizen cleric colleague colonel commander commissioner contender
    coordinator critic daughter deputy dictator diplomat director director-general doctor economist emir engineer
    envoy executive expert father fighter foreman founder general girl governor hacker head heir historian husband
    incumbent inspector journalist judge king lawmaker lawyer leader legislator lieutenant magistrate man mayor
    minister monarch mother nurse officer official opponent owner partner passenger patient person pilot politician
    pope predecessor premier president prince princess professor prosecutor queen reporter representative researcher
    resident rival scientist seafarer secretary secretary-general senator shareholder sister soldier son speaker
    spokesman spokesperson spokeswoman strongman student successor suspect teacher trader traveler traveller veteran
    vice-president victim warlord widow wife winner woman worker
""")
"""Common nouns for one human being."""

WOMEN = _words("""
    baroness businesswoman chairwoman congresswoman dame daughter girl lady mother mrs mrs. ms ms. princess queen
    sister spokeswoman stateswoman widow wife woman
""")
"""Nouns and titles of women."""

MEN = _words("""
    archbishop ayatollah bishop boy brother businessman cardinal chairman congressman duke emir father husband imam
    king lord man mr mr. pope prince rabbi sheik sheikh sir son spokesman strongman sultan
""")
"""Nouns and titles of men."""

OF_GENERAL = _words("""
    attorney auditor comptroller consul controller director governor inspector prosecutor registrar secretary solicitor
    surgeon
""")
"""What makes an office of the word `general`, and no rank."""

ATTACKERS = _words("""
    assailants attacker attackers bombers coup-makers criminals culprits gunmen hacker hackers intruder intruders
    kidnappers organisers organizers perpetrators plotters putschists raiders
""")
"""Who did it: named by the event itself."""

OF_ATTACK = _table("""
    kidnappers: kidnapping
    bombers: bombing
    raiders: raid
    coup-makers: coup
    putschists: coup
    plotters: coup
    gunmen: shooting
""")
"""The noun of the event, where it is no attack."""

AFFINITY = {
    "ship": _words("crew captain cargo hull mast anchor helmsman skipper"),
    "mission": _words("peacekeepers troops mandate contingents"),
    "company": _words("""
        shareholders shares customers headquarters board revenue subsidiary profits sales parent earnings executive
        founder chairman chairwoman employees workforce
    """),
    "country": _words("""
        population capital parliament president government currency gdp border borders coast constitution army exports
        imports economy inhabitants citizens ambassador treasury debt reserves
    """),
}
"""What belongs to things of one sort and no other."""

DISEASES = _table("""
    mpox: virus
    cholera:
    ebola: virus
    measles: virus
    dengue: virus
    marburg: virus
    polio: virus
    malaria:
    covid-19: virus
    zika: virus
    influenza: virus
    mers: virus
    tuberculosis:
    diphtheria:
    plague:
    anthrax:
    nipah: virus
    chikungunya: virus
    meningitis:
    typhoid:
    h5n1: virus
    poliomyelitis: virus
    lassa fever: virus
    yellow fever: virus
""")
"""Diseases, and whether a virus causes them."""

TO_DO = _words("""
    ability agreement attempt authority bid campaign capacity chance commitment deadline deal decision decree duty
    effort efforts failure first last mandate means mission motion move need obligation offer only operation
    opportunity order plan plans pledge power promise proposal push race refusal request resolution right threat
    time treaty vote vow willingness
""")
"""Nouns that an infinitive behind them describes."""

DEEDS = _table("""
    acquisition: acquire buy purchase
    annexation: annex
    appointment: appoint
    arrest: arrest detain
    assassination: assassinate kill
    capture: capture seize take
    collapse: collapse
    conviction: convict
    death: die
    defeat: defeat
    departure: depart leave
    detention: detain arrest
    dissolution: dissolve
    election: elect
    eruption: erupt
    execution: execute
    expulsion: expel
    extradition: extradite
    grounding: ground
    hijacking: hijack seize
    indictment: indict charge
    invasion: invade
    killing: kill
    murder: murder kill
    ouster: oust depose topple
    overthrow: overthrow topple oust depose
    postponement: postpone delay
    purchase: buy purchase acquire
    release: release free
    removal: remove
    resignation: resign
    seizure: seize
    shutdown: shut
    sinking: sink
    suspension: suspend
    takeover: acquire buy seize
    withdrawal: withdraw
    closure: close
    evacuation: evacuate
    loss: sink
    merger: merge
    reopening: reopen
    dismissal: dismiss sack
    downgrade: downgrade
    launch: launch
    liberation: liberate
    recapture: recapture retake
""")
"""Nouns of deeds and the verbs that tell them."""

COMPLETED = _words("""
    access aid answer appeal approach bid budget call case cause commitment contribution damage deadline demand end
    evidence exception exports fee fund harm key liability limit links loan loans need objection opposition payment
    plan price punishment quota reason reference remedy request responsibility return right road route sale sales
    search solution support tax threat ties transition treatment visit vote way
""")
"""Nouns that a `to` or a `for` behind them completes."""

BLOCS = _words("EU AU ECOWAS ASEAN SADC GCC IGAD EAC ECCAS CEMAC Mercosur CARICOM BRICS G7 G20 CIS AES")
"""Unions of states that a brief calls `the bloc`."""

WELL_KNOWN = _words("""
    AFP ASEAN ASML AT&T AU BBC BMW BP BRICS CDC CENTCOM CIA CISA CNN DEA ECOWAS EU Europol FAO FARC FBI FDA FSB
    Frontex G20 G7 GCC GCHQ GDP GRU IAEA IBM ICC ICJ ICRC IGAD ILO IMF IOM IS ISIL ISIS Interpol KGB MI5 MI6 MINUSCA
    MINUSMA MONUSCO MSF NASA NATO NGO NSA OCHA OECD OPCW OPEC OPEC+ OSCE PKK SADC SEC SMIC TSA TSMC UAE UK UN UNCTAD
    UNDP UNESCO UNHCR UNICEF UNIFIL UNMISS UNRWA US USSR WFP WHO WTO
""")
"""Short forms that need no full form."""


@cache
def families() -> dict[str, frozenset[str]]:
    """For each noun of an event, the nouns that may name the same event, itself included."""
    found: dict[str, set[str]] = {}
    for family in _FAMILIES.strip().splitlines():
        first, *others = family.split()
        found.setdefault(first, {first}).update(others)
        for noun in others:
            found.setdefault(noun, {noun}).add(first)
    return {noun: frozenset(members) for noun, members in found.items()}


@cache
def broader(noun: str) -> frozenset[str]:
    """The noun and all nouns above it: a tanker is a ship and a vessel."""
    found, waiting = {noun}, [noun]
    while waiting:
        above = BROADER.get(waiting.pop(), "").split()
        waiting += [other for other in above if other not in found]
        found.update(above)
    return frozenset(found)
