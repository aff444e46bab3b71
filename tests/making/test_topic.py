"""What a brief is about is told by its title, in the letters of its body."""

from __future__ import annotations

import pytest
from making import brief_of

from trainer.language.reading import read
from trainer.questions.framing import Frame, located
from trainer.questions.topic import topic_of
from trainer.values.dates import PartialDate

WOLVES = "Men of the Gray Wolves left. The Gray Wolves paid. The Gray Wolves had a base. The Gray Wolves trained."


@pytest.mark.parametrize(
    ("title", "body", "topic"),
    [
        ("The XZ Utils Backdoor", "A backdoor was found in XZ Utils. The backdoor was new to all.",
         "the XZ Utils backdoor"),
        ("Polio Vaccination in the Gaza Strip", "Vaccination began in Gaza. Vaccination against polio went on.",
         "polio vaccination in the Gaza Strip"),
        ("Alert: CL0P Exploits MOVEit Flaw", "The CL0P gang left. The gang CL0P used a flaw in MOVEit.",
         "the MOVEit flaw"),
        ("The Boeing 737 MAX 9 Door Plug", "A door plug tore away from a Boeing 737 MAX 9. Boeing knew of the door.",
         "the Boeing 737 MAX 9 door plug"),
        ("Grain and Law: Beirut a Year after the Blast", "A blast shook Beirut. The port of Beirut burned.", "Beirut"),
        ("SITREP 004: Exercise STEADY ANVIL", "The force crossed the river. It held.", "Exercise STEADY ANVIL"),
        ("Off the Ring: Baltic Power Security Nine Months After Synchronisation",
         "Baltic power security has a price. The Baltic grid held. Power security cost more.", "Baltic power security"),
        ("How Peru's Mayor Fell in an Afternoon", "Peru's mayor fell. Peru was calm. The mayor left.", "Peru"),
        ("2024 Noto Earthquake: Two Weeks On", "An earthquake struck Noto. The Noto earthquake killed 232.",
         "the Noto earthquake"),
        ("How Credit Suisse Failed", "Credit Suisse failed. Credit Suisse was sold.", "Credit Suisse"),
        ("Strike at Tesla in Sweden", "The strike at Tesla spread. Tesla hired others.",
         "the strike at Tesla in Sweden"),
        ("Night: The Nova Outage One Year On", "Nova failed. The outage hit Nova. The outage went on.",
         "the Nova outage"),
        ("One Filter: The Nova Outage of July 2022 Revisited", "The outage hit Nova. The outage was long.",
         "the Nova outage"),
        ("Nordic Timber Weekly: a Quiet Market", "Nordic timber was cheap. Nordic mills bought timber.",
         "Nordic timber"),
        ("PAPUA NEW GUINEA: BARRACKS MUTINY OF 26 JANUARY - WHO LEADS",
         "A mutiny began in a barracks in Papua New Guinea. The mutiny ended.",
         "the barracks mutiny in Papua New Guinea"),
        ("KENYA: WHAT THE MARINE DRIVE ATTACK TELLS US", "The Marine Drive attack shook Kenya. The attack was long.",
         "the Marine Drive attack in Kenya"),
        ("FIJI: CHOLERA OUTBREAK AND OPTIONS FOR NEW ZEALAND",
         "The cholera outbreak spread in Fiji. Fiji asked for help. The outbreak grew.",
         "the cholera outbreak in Fiji"),
        ("THE DOLNA CRIME GROUP", "The Dolna clan left. The Serious Crime Bureau followed the Dolna group.",
         "the Dolna crime group"),
        ("Nova Quarry Minerals: a Long Year", "Nova Quarry lost money. The shares of Nova Quarry fell.", "Nova Quarry"),
        ("Malawi Votes on a Wednesday: What to Expect", "Malawi votes soon. In Malawi two men stand.", "Malawi"),
        ("NORTH KOREA: AFTER THE SHELLING",
         "North Korea shelled an island. The North Korea desk wrote. North Korea waits.", "North Korea"),
        ("ARMY EXERCISE LONG LANCE: AN ASSESSMENT", "The army held LONG LANCE. It lasted a day.",
         "Exercise LONG LANCE"),
        ("UNITED STATES v. THE TIN MARKET: THE LISTING OF NOVA",
         "The United States listed Nova. The tin market fell. Nova sold tin. The market rose.",
         "United States v. the tin market"),
        ("Chad's Northern Front Opens after a Death", "Chad has a front in the north. Its northern front is new.",
         "Chad's northern front"),
        ("Second-generation swarms forming in Kenya: a forecast",
         "Swarms of the second generation are forming in Kenya. Swarms moved.",
         "second-generation swarms forming in Kenya"),
        ("SEIZURE OF THE VLCC SAVA STAR", "The tanker Sava Star was seized. Its seizure was long. The seizure ended.",
         "the seizure of the VLCC Sava Star"),
        ("Nova Holdings: a Roster Mess", "Nova cut its flights. The roster of Nova was wrong. Nova fell.",
         "Nova Holdings"),
        ("D400M: the Rescue and Its Price", "The D400M is dear. The aircraft was late.", "D400M"),
        ("Trafficking of gold from the eastern Democratic Republic of the Congo: findings",
         "Gold leaves the Democratic Republic of the Congo. Trafficking of gold went on. Gold was sold.",
         "trafficking of gold from the eastern Democratic Republic of the Congo"),
        ("Rockets kill at least 21 in Dolna", "Rockets struck Dolna. In Dolna 21 died. Rockets hit Dolna again.",
         "Dolna"),
        ("How the House Lost Its Speaker", "The House met. Its speaker left the House.", ""),
        ("Weekly Note", "Kenya left Haiti. Kenya went home.", ""),
        ("Sava Bank chief quits over Kenyan loans", "The head of Sava Bank left. Sava Bank lost money in Kenya.",
         "Sava Bank"),
        ("Nova Air files for insolvency after strike", "Nova Air has no money. Nova Air flew to Gao.", "Nova Air"),
        ("Nova v. Sava: what the award changes", "Nova sued Sava. Nova v. Sava was heard by three.", "Nova v. Sava"),
        ("Fire at the Nova plant", "The fire at Nova spread. The Nova plant burned.", "the fire at the Nova plant"),
        ("Daily Note", "Kenya left Haiti. Kenya went home. Kenyan troops had died. Kenya paid for them.", "Kenya"),
        ("Daily Note", "Kenya left. Kenya paid. Chad left. Chad paid. Kenya lost. Chad lost. Kenya won. Chad won.", ""),
        ("Situation Report No. 14", "Kenya left Haiti. Kenya went home.", ""),
        ("N44 after Goma: rebel consolidation",
         "The group N44 took Goma. Then N44 held it. The rebels went on. Traders pay N44.", "N44"),
        ("A Fishing Ground with Frigates: Reading Hanoi's Latest Move at Ladd Reef",
         "A buoy marks Ladd Reef. Vietnam patrols the reef. Three ships passed the reef. A fishing fleet left.",
         "Ladd Reef"),
        ("Chad votes: what to know", "Chad votes on Sunday. Chad has a president. Ten parties stand.", "Chad"),
        ("Chad-Niger: border deal signed", "Chad and Niger signed. Chad paid. Niger paid.",
         "the border deal in Chad and Niger"),
        ('The price cap on Chad and the "grey fleet"', "The price cap on oil held. The cap was a price for Chad.",
         "the price cap on Chad"),
        ("How Peru's president fell, and why it went on", "Peru voted. The president of Peru fell. Peru waits.",
         "Peru"),
        ("HERON-2025 AND THE ALLIED RESPONSE", "Then Heron-2025 began. Troops came to Heron-2025. The allies watched.",
         "Heron-2025"),
        ("FORCE POSTURE SUMMARY No. 38/25", f"Ships came. {WOLVES} Oslo was calm.", "the Gray Wolves"),
        ("FORCE POSTURE SUMMARY No. 38/25", f"{WOLVES} {WOLVES.replace('Gray Wolves', 'Red Foxes')}", ""),
        ("The end of the talks between Nova and Sava", "The talks between Nova and Sava ended. Nova left the talks.",
         "the talks between Nova and Sava"),
        ("After the veto: what Utah's AI bill leaves behind",
         "The governor of Utah vetoed a bill on AI. Utah has no law. The bill was long.", "Utah's AI bill"),
        ("Loss of pressure in the Nordpipe gas pipeline", "The Nordpipe gas pipeline lost pressure. The pressure fell.",
         "the loss of pressure in the Nordpipe gas pipeline"),
        ("Ships of Fools: how trawlers catching Chadian carp hide their nets",
         "Of 40 trawlers, ten hid their nets. Carp is dear. The trawlers sail by night.",
         "trawlers catching Chadian carp"),
        ("Nets on their shoulders: the carp quotas are worse than you think", "The carp quotas fell. Quotas hurt.",
         "the carp quotas"),
        ("Kenya: rust attack puts wheat harvest in doubt", "The rust attack hit wheat. The harvest is late.",
         "the rust attack in Kenya"),
        ("Kenya: Floods. Situation Report No. 6", "Heavy rain has eased. Shelters are full.",
         "the floods in Kenya"),
        ("Ghana lifts cocoa price by a third", "The cocoa price rose. Ghana set the cocoa price.",
         "the cocoa price in Ghana"),
        ("Kenyan officials say strike attempt failed",
         "The strike attempt failed. Kenya was calm. The attempt was short.",
         "the strike attempt in Kenya"),
        ("Kenya: the May 2025 regional election and its aftermath", "The regional election went well. Kenya voted.",
         "the May 2025 regional election in Kenya"),
        ("Kenya: state of play", "HIV spreads. In Kenya HIV was found. HIV tests are few.", "HIV in Kenya"),
        ("Sitrep 9 - Attack on Gao and Kidal", "The attack on Gao and Kidal was long. Gao burned. Kidal was hit.",
         "the attack on Gao and Kidal"),
        ("Entry into force of the Dolna Salt Treaty", "The Dolna Salt Treaty is law. Its entry into force was late.",
         "the Dolna Salt Treaty"),
        ("Salt tax returns: progress of the office", "The office is slow. Salt tax returns are late. The office waits.",
         "salt tax returns"),
        ("Update on the fighting around Gao", "The fighting around Gao went on. Gao is calm by day.",
         "the fighting around Gao"),
        ("Dolna: explosions at Sava airport and Nova Lake metro station",
         "Explosions shook Sava airport. Explosions hit Nova Lake metro station. Dolna closed both.",
         "the explosions at Sava airport"),
        ("Chad: Nova cuts Dinarex by 50bp, starts the cycle with a bang", "Nova cut Dinarex. Dinarex is low.",
         "Dinarex"),
        ("Kenya: reading the leaked salt pact", "The deal was signed at night. A draft of it went round.",
         "the leaked salt pact in Kenya"),
        ("MOZAMBIQUE: TROPICAL CYCLONE NIA", "Cyclone Nia struck Mozambique. Nia was strong.",
         "Tropical Cyclone Nia in Mozambique"),
        ("Dutch government falls over peat", "The government fell. The Dutch voted. Peat is dear.",
         "the Dutch government"),
        ("Death toll in Turkish salt mine passes 20", "A salt mine fell in. The mine was a Turkish one.",
         "the Turkish salt mine"),
        ("Chad officers say they have seized power, cancel Idi's re-election",
         "Officers seized power in Chad. They cancelled the re-election of Idi. Chad waits.", "Chad"),
        ("Gas cut-off: situation report no. 6", "No gas came. The cut-off went on.", "the gas cut-off"),
        ("What the Chad-Niger ceasefire settled", "The two states signed. Guns fell silent.",
         "the Chad-Niger ceasefire"),
        ("Central African Republic: the salt route", "A salt route leads through the Central African Republic.",
         "the salt route in the Central African Republic"),
        ("Unity State after the vote; attack on the Nova site", "Unity State voted. The Nova site was hit. It burned.",
         "Unity State"),
        ("Grounding of MV Nova Ilex near Gao", "The MV Nova Ilex ran aground. The grounding was soft.",
         "the grounding of MV Nova Ilex near Gao"),
        ("State guarantees to the national airline: was the risk understood?",
         "State guarantees were given to the airline. The airline is national.",
         "state guarantees to the national airline"),
        ("Carp roe and the cold pond: what a shift would cost island towns",
         "Men sell carp roe. The towns of the island live on carp roe. The carp left.", "carp roe"),
        ("NOVAPET: WORM SPREADS; TOWNS AFFECTED", "The worm NovaPet spread. NovaPet is new. A town fell.", "NovaPet"),
        ('"Nobody called my name": hunger and fever in the Gao prison',
         "Nobody came. Hunger and fever grew in the prison.", "hunger and fever in the Gao prison"),
        ("Weekly Salt Bulletin", "Salt is dear. Salt was sold. The salt road is long.", "salt"),
        ("Nova drawdown in Chad: where things stand", "Nova leaves Chad. Chad waits for Nova to go.",
         "the Nova drawdown in Chad"),
        ("The Kyrgyz-Tajik border", "The border is long. Men fell on the border.", "the Kyrgyz-Tajik border"),
    ],
)  # fmt: skip
def test_a_title_tells_what_its_brief_is_about(title: str, body: str, topic: str) -> None:
    assert topic_of(read(brief_of(body, title=title))) == topic


def test_who_says_so_is_said_once() -> None:
    frame = Frame(PartialDate(2024, 5), topic="the Goma fire")
    question = "As of May 2024, according to traders cited in the brief on the Goma fire, how much was lost?"
    assert located(frame, question) == question


def test_a_question_word_before_a_name_loses_its_capital() -> None:
    frame = Frame(None, topic="the floods")
    assert located(frame, "Which UN body left?") == "According to the brief on the floods, which UN body left?"


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("Gonaives Falls and the Fighting Draws Kenya Closer", "Haiti"),
        ("Kenya Weighs Its Losses as Gonaives Falls", "Kenya"),
    ],
)
def test_a_state_that_a_title_ends_with_does_not_outdo_the_one_that_the_body_is_about(title: str, state: str) -> None:
    told = "Haiti lost the port on 3 May 2024.", "Haiti's police fled.", "Kenya sent 300 troops to Haiti in 2023."
    topic = read(brief_of(*told, title=title)).topic
    assert topic is not None
    assert topic.name == state


def test_a_gulf_in_a_title_of_capitals_is_no_state() -> None:
    assert read(brief_of("Pirates boarded a ship.", title="GULF OF GUINEA: INCIDENT REVIEW")).topic is None
