"""One process of Anki's own library: from its start to the first card, then answers; figures as JSON.

`python study_anki.py COLLECTION ANSWERS`; `python study_anki.py --build COLLECTION CARDS` makes the collection, every
card with an FSRS memory and due within the last thirty days.
"""

import time

START_CPU, START = time.process_time(), time.perf_counter()

from anki.collection import Collection  # noqa: E402

IMPORTED = time.process_time()

import json  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402

from anki.collection import AddNoteRequest  # noqa: E402
from anki.scheduler_pb2 import CardAnswer  # noqa: E402

REVIEWS_PER_DAY = 200


def peak_mb() -> float:
    """The most memory that this process has held; not its parent's, as getrusage would tell."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def build(path: str, cards: int) -> None:
    """A collection with as many due cards."""
    collection = Collection(path)
    collection.set_config("fsrs", True)
    deck, kind = collection.decks.id("Bench"), collection.models.by_name("Basic")
    config = collection.decks.config_dict_for_deck_id(1)
    config["rev"]["perDay"], config["new"]["perDay"] = REVIEWS_PER_DAY, 20
    collection.decks.update_config(config)
    for first in range(0, cards, 5000):
        requests = []
        for number in range(first, min(cards, first + 5000)):
            note = collection.new_note(kind)
            note["Front"] = f"How many of the number {number} were counted in the year {1900 + number % 120}?"
            note["Back"] = str(number * 7)
            requests.append(AddNoteRequest(note=note, deck_id=deck))
        collection.add_notes(requests)
    collection.db.execute(
        "update cards set type=2, queue=2, ivl=10, reps=3, factor=2500, due=?-(id%30), "
        """data='{"s":12.5,"d":5.5,"dr":0.9}'""",
        collection.sched.today,
    )
    collection.close()


def measure(path: str, answers: int) -> dict[str, float]:
    """The figures of one process."""
    collection = Collection(path)
    collection.decks.select(collection.decks.id_for_name("Bench"))
    collection.sched.get_queued_cards()
    first_cpu, first = time.process_time(), time.perf_counter()
    trees, labelled, answered, shown = [], [], [], []
    for _ in range(10):
        begun = time.perf_counter()
        collection.sched.deck_due_tree()
        trees.append(time.perf_counter() - begun)
    queued = collection.sched.get_queued_cards().cards[0]
    for _ in range(answers):
        card = collection.get_card(queued.card.id)
        card.start_timer()
        begun = time.perf_counter()
        collection.sched.describe_next_states(queued.states)
        labelled.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        answer = collection.sched.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)
        collection.sched.answer_card(answer)
        saved = time.perf_counter()
        queued = collection.sched.get_queued_cards().cards[0]
        shown.append(time.perf_counter() - saved)
        answered.append(time.perf_counter() - begun)
    return {
        "import CPU ms": (IMPORTED - START_CPU) * 1000,
        "first CPU ms": (first_cpu - START_CPU) * 1000,
        "first wall ms": (first - START) * 1000,
        "answer ms": median(answered) * 1000,
        "next ms": median(shown) * 1000,
        "labels ms": median(labelled) * 1000,
        "counts ms": median(trees) * 1000,
        "memory MB": peak_mb(),
    }


if sys.argv[1] == "--build":
    build(sys.argv[2], int(sys.argv[3]))
else:
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
