"""Closed tables of nouns for what happens or is to be done: which name one event, which verbs tell it."""

from __future__ import annotations

from functools import cache

from trainer.language.tables import table, words

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
OF_ATTACK = table("""
    kidnappers: kidnapping
    bombers: bombing
    raiders: raid
    coup-makers: coup
    putschists: coup
    plotters: coup
    gunmen: shooting
""")
"""The noun of the event, where it is no attack."""
TO_DO = words("""
    ability agreement attempt authority bid campaign capacity chance commitment deadline deal decision decree duty
    effort efforts failure first last mandate means mission motion move need obligation offer only operation
    opportunity order plan plans pledge power promise proposal push race refusal request resolution right threat
    time treaty vote vow willingness
""")
"""Nouns that an infinitive behind them describes."""
DEEDS = table("""
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
COMPLETED = words("""
    access aid answer appeal approach bid budget call case cause commitment contribution damage deadline demand end
    evidence exception exports fee fund harm key liability limit links loan loans need objection opposition payment
    plan price punishment quota reason reference remedy request responsibility return right road route sale sales
    search solution support tax threat ties transition treatment visit vote way
""")
"""Nouns that a `to` or a `for` behind them completes."""


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
