"""Units of measure and of money: their names, and which of them measure the same thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount is counted in."""

    name: str
    """Its first name in the table."""
    measures: str
    """What it measures: `time`, `money of the US`; two units of one kind can be held against each other."""
    size: float = 1
    """How many of the smallest unit of its kind it is."""


_TABLE = """
share: percent %, per cent, pct | 1
points: percentage points, percentage point, points, point, pp, pts | 1
times: times, time, fold, x | 1
span: seconds, second, sec, secs | 1
span: minutes, minute, min, mins | 60
span: hours, hour, hr, hrs | 3600
span: days, day | 86400
span: weeks, week | 604800
span: fortnights, fortnight | 1209600
months: months, month | 1
months: quarters, quarter year | 3
months: years, year, yr, yrs | 12
months: decades, decade | 120
months: centuries, century | 1200
length: mm, millimeter, millimeters, millimetre, millimetres | 1
length: cm, centimeter, centimeters, centimetre, centimetres | 10
length: meters, meter, metre, metres | 1000
length: km, kilometer, kilometers, kilometre, kilometres, kms | 1000000
miles: feet, foot, ft | 1
miles: miles, mile, mi | 5280
nautical: nautical miles, nautical mile, nautical miles, nm, nmi | 1
area: hectares, hectare, ha | 1
area: square km, square kilometer, square kilometers, square kilometre, square kilometres, sq km | 100
acres: acres, acre | 1
acres: square miles, square mile, sq mi | 640
weight: kg, kilogram, kilograms, kilo, kilos | 1
weight: tons, ton, tonne, tonnes, metric ton, metric tons, metric tonnes | 1000
pounds: lb, lbs | 1
volume: liters, liter, litre, litres | 1
volume: cubic meters, cubic meter, cubic metre, cubic metres, m3, cu m | 1000
gallons: gallons, gallon | 1
barrels: barrels, barrel, bbl | 1
barrels a day: barrels a day, barrels per day, bpd, b/d | 1
power: kw, kilowatt, kilowatts | 1
power: mw, megawatt, megawatts | 1000
power: gw, gigawatt, gigawatts | 1000000
energy: kwh, kilowatt hours | 1
energy: mwh, megawatt hours | 1000
energy: gwh, gigawatt hours | 1000000
data: mb, megabyte, megabytes | 1
data: gb, gigabyte, gigabytes | 1000
data: tb, terabyte, terabytes | 1000000
US money: $, us$, usd, dollar, dollars, us dollar, us dollars | 1
US money: cents, cent | 0.01
euro money: €, eur, euro, euros | 1
British money: £, gbp, pound, pounds, pounds sterling, sterling | 1
Japanese money: ¥, jpy, yen | 1
Chinese money: cny, rmb, yuan, renminbi | 1
Indian money: ₹, inr, rupee, rupees | 1
Nigerian money: ₦, ngn, naira | 1
Russian money: ₽, rub, ruble, rubles, rouble, roubles | 1
Turkish money: ₺, try, lira, liras | 1
Ukrainian money: ₴, uah, hryvnia, hryvnias | 1
Ghanaian money: ghs, cedi, cedis | 1
Swiss money: chf, swiss franc, swiss francs | 1
African money: xof, xaf, cfa francs, cfa, fcfa | 1
South African money: zar, rand | 1
Australian money: a$, aud, australian dollars | 1
Canadian money: c$, cad, canadian dollars | 1
"""


def _read() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        kind, _, rest = line.partition(": ")
        names, _, size = rest.partition(" | ")
        listed = [name.strip() for name in names.replace(" %", ", %").split(",")]
        found |= {name: Unit(listed[0], kind, float(size)) for name in listed}
    return found


UNITS = _read()
"""Units by each of their folded names."""
MONEY = frozenset(unit.measures for unit in UNITS.values() if unit.measures.endswith("money"))
"""Kinds of unit that are money."""


def counted(unit: str, number: float) -> str:
    """The unit beside a number: `14 days`, `1 day`, `5 km`.

    >>> counted("days", 14), counted("days", 1), counted("centuries", 1), counted("km", 1)
    ('days', 'day', 'century', 'km')
    """
    if number != 1 or not unit.endswith("s"):
        return unit
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit[:-1]


def unit_named(name: str) -> Unit | None:
    """The unit of that folded name; None for a plain noun.

    >>> unit_named("tonnes") == unit_named("metric tons"), unit_named("soldiers")
    (True, None)
    """
    return UNITS.get(name)
