"""One process of ours: from its start to the first card, then answers; figures as JSON on standard output.

`python study_ours.py DECK ANSWERS`, with the home in TRAINER_HOME. Nothing is loaded before the clock starts.
"""

import time

START_CPU, START = time.process_time(), time.perf_counter()

import sys  # noqa: E402

from trainer.collection import Collection  # noqa: E402

IMPORTED = time.process_time()

from pathlib import Path  # noqa: E402

collection, _ = Collection.open([Path(sys.argv[1])])
session = collection.start()
FIRST_CPU, FIRST = time.process_time(), time.perf_counter()
LOADED = {name for name in ("pydantic", "textual", "spacy", "asyncio") if name in sys.modules}

import json  # noqa: E402
from statistics import median  # noqa: E402

from trainer.collection.dealing import next_in_view  # noqa: E402
from trainer.reviews import Rating  # noqa: E402
from trainer.schedule.labels import wait_label  # noqa: E402


def peak_mb() -> float:
    """The most memory that this process has held; not its parent's, as getrusage would tell."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


labelled, answered, shown, counted = [], [], [], []
for _ in range(int(sys.argv[2])):
    session = session.reveal()
    begun = time.perf_counter()
    moment = collection.now()
    labels = [wait_label(state, moment) for state in collection.futures(session) or ()]
    labelled.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    session = collection.rate(session, Rating.GOOD)
    answered.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    next_in_view(collection, session)
    shown.append(time.perf_counter() - begun)
for _ in range(20):
    begun = time.perf_counter()
    counts = [collection.counts(deck) for deck in collection.decks]
    counted.append(time.perf_counter() - begun)
figures = {
    "import CPU ms": (IMPORTED - START_CPU) * 1000,
    "first CPU ms": (FIRST_CPU - START_CPU) * 1000,
    "first wall ms": (FIRST - START) * 1000,
    "answer ms": median(answered) * 1000,
    "next ms": median(shown) * 1000,
    "labels ms": median(labelled) * 1000,
    "counts ms": median(counted) * 1000,
    "memory MB": peak_mb(),
    "loaded": sorted(LOADED),
    "due": sum(each.due for each in counts),
}
print(json.dumps(figures))
