"""Units behind a number: lengths of time, distances, weights, currencies by name, and what else is measured."""

from __future__ import annotations

import re

"""Units of time, in the singular."""

_PER = r"(?:\s(?:a|an|per)\s(?:day|week|month|year|hour|second|head|capita|barrel|gallon|dose|ton|tonne)\b)?"
_TIME = (
    r"(?:working |business )?"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))"
)
_SIZES = (
    r"(?:square |cubic |nautical |statute )?(?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|yards?|inch(?:es)?)"
    r"|(?:centi|nano|micro)met(?:re|er)s?|millimet(?:re|er)s?|hectares?|acres?"
    r"|(?:metric )?(?:tons?|tonnes?)|kilograms?|kilos?|grams?|ounces?|bushels?"
    r"|barrels?(?: of oil)?|lit(?:re|er)s?|gallons?"
    r"|(?:kilo|mega|giga|tera)?watt(?:-hour| hour|s)?s?|volts?|kilotons?|megatons?"
    r"|(?:mega|giga|tera|peta)bytes?|(?:giga|tera)bits?"
    r"|degrees?(?: (?:Celsius|Fahrenheit|north|south|east|west))?|knots|percentage points?|basis points?|points?"
    r"|votes?|seats?|times|lakh|crore"
)
_SIGNS = {
    "km/h": "kilometers an hour", "km2": "square kilometers", "km²": "square kilometers", "sq km": "square kilometers",
    "km": "kilometers", "mm": "millimeters", "cm": "centimeters", "kg": "kilograms", "ha": "hectares", "ft": "feet",
    "nm": "nautical miles", "mi": "miles", "mph": "miles an hour", "b/d": "barrels a day", "bpd": "barrels a day",
    "mb/d": "million barrels a day", "GWh": "gigawatt-hours", "TWh": "terawatt-hours", "MWh": "megawatt-hours",
    "GW": "gigawatts", "MW": "megawatts", "kW": "kilowatts", "kV": "kilovolts", "kt": "kilotons", "TB": "terabytes",
    "GB": "gigabytes", "Tbps": "terabits a second", "Gbps": "gigabits a second", "°C": "degrees Celsius",
    "°F": "degrees Fahrenheit", "°": "degrees", "pp": "percentage points", "bps": "basis points", "m": "meters",
}  # fmt: skip
_MONEY = (
    r"(?:US |Australian |Canadian |Hong Kong |Singapore |Taiwan |Zimbabwean? )?dollars?|cents?|euros?"
    r"|(?:Egyptian |Syrian |Lebanese |Sudanese )?pounds?(?: sterling)?|yen|yuan|renminbi|won|r(?:o)?ubles?|naira|cedis?"
    r"|(?:Indian |Pakistani |Sri Lankan |Nepali )?rupees?|rupiah|(?:CFA |Swiss |Congolese |Guinean )?francs?|marks"
    r"|(?:Turkish )?liras?|hryvnias?|riyals?|rials?|dirhams?|(?:Iraqi |Kuwaiti |Tunisian |Algerian |Libyan )?dinars?"
    r"|(?:Kenyan |Somali |Ugandan |Tanzanian )?shillings?|rand|(?:Mexican |Argentine |Colombian |Philippine )?pesos?"
    r"|reais|real|bol[ií]vars?|kwachas?|birr|kyats?|taka|crowns|kron(?:a|or|er)|zlotys?|forints?|le[iu]|levs?|soms?"
    r"|tenge|manats?|baht|ringgit|dong|shekels?|bitcoins?|ether"
)
_UNIT = re.compile(
    rf"[\s-](?P<time>{_TIME})\b(?![\w])|\s(?P<money>{_MONEY})\b(?![\w]){_PER}|[\s-](?P<size>{_SIZES})\b(?!\w){_PER}"
    rf"|\s?(?P<sign>{'|'.join(map(re.escape, _SIGNS))})(?![\w/])"
)


def unit_at(text: str, at: int) -> tuple[str, str, int]:
    """What a number that ends here is a number of: `time`, `money`, `size` or nothing; the unit; where it ends.

    >>> unit_at("41,000 metric tons of grain", 6)
    ('size', 'metric tons', 18)
    """
    match = _UNIT.match(text, at)
    if match is None:
        return "", "", at
    kind = match.lastgroup or ""
    if kind == "sign":
        return "size", _SIGNS[match["sign"]], match.end()
    return kind, match[0].lstrip(" -"), match.end()
