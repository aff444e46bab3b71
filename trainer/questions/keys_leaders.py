"""Leaders whom briefs name by their surname alone, in full."""

from __future__ import annotations

_FULL = {
    full.rpartition(" ")[2]: full
    for full in (
        "Donald Trump", "Joe Biden", "Barack Obama", "Kamala Harris", "Marco Rubio", "Jerome Powell", "Scott Bessent",
        "Vladimir Putin", "Sergei Lavrov", "Sergei Shoigu", "Alexander Lukashenko", "Volodymyr Zelensky",
        "Volodymyr Zelenskyy", "Emmanuel Macron", "Angela Merkel", "Olaf Scholz", "Friedrich Merz", "Giorgia Meloni",
        "Viktor Orbán", "Keir Starmer", "Rishi Sunak", "Boris Johnson", "Christine Lagarde", "Recep Tayyip Erdoğan",
        "Recep Tayyip Erdogan", "Benjamin Netanyahu", "Yoav Gallant", "Masoud Pezeshkian", "Ebrahim Raisi",
        "Ali Khamenei", "Bashar al-Assad", "Narendra Modi", "Shehbaz Sharif", "Shigeru Ishiba", "Fumio Kishida",
        "Nicolás Maduro", "Javier Milei", "Jair Bolsonaro", "Gustavo Petro", "Nayib Bukele", "Daniel Noboa",
        "Bernardo Arévalo", "Claudia Sheinbaum", "Justin Trudeau", "Mark Carney", "Cyril Ramaphosa", "Bola Tinubu",
        "Paul Kagame", "William Ruto", "Yoweri Museveni", "Félix Tshisekedi", "Aleksandar Vučić",
        "Hamid Karzai", "Ashraf Ghani", "Nuri al-Maliki", "Haider al-Abadi", "Petro Poroshenko", "Dmitry Medvedev",
        "Nursultan Nazarbayev", "Islam Karimov", "Pervez Musharraf", "Nicolas Sarkozy", "François Hollande",
        "Mikheil Saakashvili", "Hugo Chávez", "Robert Mugabe", "Muammar Gaddafi", "Hosni Mubarak", "Mario Draghi",
        "Jens Stoltenberg", "Mark Rutte", "António Guterres",
    )
}  # fmt: skip


def known_leader(name: str) -> str:
    """The full name of whom the world knows by this surname; empty for all others.

    >>> known_leader("Trump"), known_leader("Berg")
    ('Donald Trump', '')
    """
    return _FULL.get(name, "")
