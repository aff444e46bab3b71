"""Closed tables of nouns for people: who they are, of which sex, who did it."""

from __future__ import annotations

from trainer.language.tables import words

PERSONS = words("""
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
WOMEN = words("""
    baroness businesswoman chairwoman congresswoman dame daughter girl lady mother mrs mrs. ms ms. princess queen
    sister spokeswoman stateswoman widow wife woman
""")
"""Nouns and titles of women."""
MEN = words("""
    archbishop ayatollah bishop boy brother businessman cardinal chairman congressman duke emir father husband imam
    king lord man mr mr. pope prince rabbi sheik sheikh sir son spokesman strongman sultan
""")
"""Nouns and titles of men."""
OF_GENERAL = words("""
    attorney auditor comptroller consul controller director governor inspector prosecutor registrar secretary solicitor
    surgeon
""")
"""What makes an office of the word `general`, and no rank."""
ATTACKERS = words("""
    assailants attacker attackers bombers coup-makers criminals culprits gunmen hacker hackers intruder intruders
    kidnappers organisers organizers perpetrators plotters putschists raiders
""")
"""Who did it: named by the event itself."""
