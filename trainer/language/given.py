"""Given names that tell a woman's from a man's; what both bear, or what we do not know, tells nothing."""

from __future__ import annotations

from functools import cache

from trainer.text import fold

_WOMEN = """
agnes aisha aissata alice alicia alina amina amy ana andrea angela anita ann anna anne anneliese annie antonia anwara
aung-san barbara beata beatrice birgit bola bridget brigitte camilla carla carmen carol carolina caroline catherine
cecilia charlotte christiana christine cindy claire clara claudia cristina dalia daniela deborah delphine diana dilma
dina dominique donna dora doris dorothy edith elena elisabeth elise eliza elizabeth ellen elsa emilia emily emma erika
ester esther eva evelyn fatima fatou fatoumata fiona florence frances francesca gabriela georgia gina giorgia gita
gloria grace greta gwen hanna hannah hawa heather heidi helen helena helle hilary hilda ilse ines ingrid irene irina
isabel isabella ivana jacinda jane janet janine jean-marie jennifer jessica joan joanna johanna josefina joyce judith
julia juliana julie kaja kamala karen karin karla katalin kate katerina katharina kathleen kathy katja kristalina
kristina kristine laura leila lena leticia leymah lilian linda lisa louise lucia lucy luisa luiza lydia magdalena maia
malala malin manuela margaret margarita margrethe maria mariam mariana marie marina marjorie martha mary maryam
melanie mercy meryem mette michelle mildred mona monica monika nabila nadia nancy naomi natalia natalie ngozi nicola
nina noeleen nora nuria odile olga olivia oksana pamela patricia paula petra pramila priti rachel rebecca riina rita
rosa rose ruth sabine salome samantha samia sana sandra sanna sara sarah sheikh-hasina sigrid silvia simone siobhan
sofia sonia sophia sophie stephanie susan susana susanne svetlana sylvia tamara tanja tatiana teresa theresa tsai
ulrike ursula valentina valerie vanessa vera veronica victoria viola violeta wendy winnie yulia yvette yvonne zainab
zeinab zoe zuzana
"""
_MEN = """
abdel abdelmadjid abdoulaye abdourahamane abdul abdulla abdullah abdulaziz abraham adam ahmad ahmed alan albert
alberto alejandro aleksandar alexander alexandre alfred ali alpha amadou amin andre andreas andrei andrew andrzej
angus anthony antony antonio antonin ariel arnaud arthur artur ashraf assimi atiku augusto bashar bassirou benjamin
benny bernard bernd bernhard bill boris brad brian bruce bruno carl carlos charles charlie chris christian
christophe christopher claude colin craig cyril damian dan daniel danny dario david denis dennis dick diego dieter
dimitri dmitri dmitry dmytro dominic don donald douglas dumitru ebrahim ed eddie edgar eduardo edward emmanuel enrique
erdal eric erik ernest ernesto esmail eugene evan evgeny fabio faustin felipe felix ferdinand fernando filip florian
francis francisco francois frank franz fred frederic friedrich fumio gary gavin geoffrey george georges gerald gerard
gerhard gianni giorgi giovanni giuseppe gordon graeme graham grant greg gregory guido guillaume gunther gustavo guy
hakainde hamad hamdi hamid hans harry hasan hassan hector heinz helmut henri henry herbert herman hideki horacio
hubert hugh hugo hussein hyun ian ibrahim idriss ignacio igor ilham ilya imran isaac isaias islam ismail ivan jack
jacob jacques jake jakob jamal james jan jared jason javier jean jean-claude jean-pierre jeff jeffrey jens jeremy
jerome jerry jesus jim joachim joao joe joel johann john johnny jonas jonathan jorge jose josef joseph joshua juan
julian julien julius jurgen justin kais karim karl kassym keir keith ken kenneth kevin khalid khalifa klaus
konstantin kwame kyriakos lars lawrence lech lee leo leon leonid leopold liam lloyd lorenzo louis lucas ludovic luigi
luis lukas luke mahamat mahamudu mahmoud malcolm mamadou manuel marc marcel marco marcos marcus mario mark markus
marouf martin masoud mateusz matt matteo matthew maurice mauricio max maxime mehmet michael michel miguel mikhail mike
milan milos mohamed mohammad mohammed mostafa muhammad muhammadu mustafa nana narendra nayib neil nguyen nicholas nick
nicolas nikol nikola nikolai nikos olaf oleg oleksandr oleksii oliver olivier omar oscar osama osman otto pablo paolo
pascal patrick paul pavel pedro pete peter petro petr philip philippe pierre pierre-olivier piotr prabowo qasem rafael
ralph ramon ramzan raphael rashad raul raymond recep reza ricardo richard rob robert roberto rodrigo roger roland
roman ron ronald ruben rudolf rupert russell salva salvador sam samuel scott sean sebastian serge sergei sergey sergio
shehbaz shigeru simon situmbeko stanislav stefan stephen steve steven stuart sultan sven syed taban taha tarek tarique
ted teodoro terry thabo theodore thierry thomas tim timothy tobias tom tomas tony ulf umaro umar uwe valdis valery
vasileios victor viktor vincent vitaly vladimir vladislav volker volodymyr walid walter warren wayne werner wilhelm
william witold wojciech wolfgang xavier yahya yair yasser yevgeny yoon yoweri yuri yunus yusuf zoran
"""


@cache
def _told() -> dict[str, bool]:
    women, men = set(_WOMEN.split()), set(_MEN.split())
    return {**dict.fromkeys(women - men, True), **dict.fromkeys(men - women, False)}


def sex_of_name(given: str) -> bool | None:
    """Whether a given name is a woman's; None where that is not known.

    >>> sex_of_name("Ngozi"), sex_of_name("Lloyd"), sex_of_name("Robin")
    (True, False, None)
    """
    return _told().get(fold(given))
