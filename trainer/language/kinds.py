"""Closed tables of common nouns: what goes by which noun, and what has which parts."""

from __future__ import annotations

from functools import cache

from trainer.language.tables import table, words

BROADER = table("""
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
    force:
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

PLURALS = table("""
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

INSTITUTIONS = words("""
    army assembly authorities budget cabinet coast constitution currency economy electorate embassy exchequer
    deputies government interior judiciary junta lawmakers leadership legislature legislators military ministry
    monarchy navy opposition parliament penal police population premier presidency president regime senate treasury
""")
"""What each state has one of."""

RULING = words("""
    agriculture armed central civilian constitutional culture defence defense education election electoral energy
    environment federal finance foreign health interim interior justice labor labour local main military national oil
    planning prime public ruling security state supreme tourism trade transitional transport vice water
""")
"""Words before an institution that leave it the state's."""

WITH_MODIFIER = frozenset(
    (word, noun)
    for word, nouns in table("""
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

WORKS = words("""
    accord act agreement bill budget campaign charter contract convention deal drug flaw forecast law legislation
    malware measure pact pipeline plan policy program programme project protocol ransomware report resolution scheme
    software strategy treaty trojan truce vaccine virus vulnerability
""")
"""What somebody makes, and what does nothing that takes a will."""

STANDING = words("""
    air atmosphere baht cedi climate countryside dead disabled dollar elderly environment equator euro future globe
    ground hryvnia injured internet kwacha lira media moon naira pandemic past planet poor present press public rand
    renminbi rich ringgit rouble ruble rupiah sea sick sky sun weather web world wounded yen yuan zloty
""")
"""Nouns that need no more than their article."""

MEASURED = words("""
    aim amount average beginning bulk case cases cost decline effect effects end fact fall figure figures goal
    growth half idea increase issue kind lack level life lives majority matter member members middle names need
    number others pair part parts peak people percentage place point possibility presence price problem proportion
    prospect prospects quarter question range rate reason reasons remainder rest result results right rise risk role
    series set share size sort start state sum thing things third time times total trend use value view way
""")
"""Nouns that say nothing without the phrase behind them."""

AFFINITY = {
    "ship": words("crew captain cargo hull mast anchor helmsman skipper"),
    "mission": words("peacekeepers troops mandate contingents"),
    "company": words("""
        shareholders shares customers headquarters board revenue subsidiary profits sales parent earnings executive
        founder chairman chairwoman employees workforce
    """),
    "country": words("""
        population capital parliament president government currency gdp border borders coast constitution army exports
        imports economy inhabitants citizens ambassador treasury debt reserves eurobonds
    """),
}
"""What belongs to things of one sort and no other."""

DISEASES = table("""
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

BLOCS = words("EU AU ECOWAS ASEAN SADC GCC IGAD EAC ECCAS CEMAC Mercosur CARICOM BRICS G7 G20 CIS AES")
"""Unions of states that a brief calls `the bloc`."""

WELL_KNOWN = words("""
    AFP ASEAN ASML AT&T AU BBC BMW BP BRICS CDC CENTCOM CIA CISA CNN DEA ECOWAS EU Europol FAO FARC FBI FDA FSB
    Frontex G20 G7 GCC GCHQ GDP GRU IAEA IBM ICC ICJ ICRC IGAD ILO IMF IOM IS ISIL ISIS Interpol KGB MI5 MI6 MINUSCA
    MINUSMA MONUSCO MSF NASA NATO NGO NSA OCHA OECD OPCW OPEC OPEC+ OSCE PKK SADC SEC SMIC TSA TSMC UAE UK UN UNCTAD
    UNDP UNESCO UNHCR UNICEF UNIFIL UNMISS UNRWA US USSR WFP WHO WTO
""")
"""Short forms that need no full form."""


@cache
def broader(noun: str) -> frozenset[str]:
    """The noun and all nouns above it: a tanker is a ship and a vessel."""
    found, waiting = {noun}, [noun]
    while waiting:
        above = BROADER.get(waiting.pop(), "").split()
        waiting += [other for other in above if other not in found]
        found.update(above)
    return frozenset(found)
