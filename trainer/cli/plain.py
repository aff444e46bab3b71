"""A study session line by line: the same core as the screens, readable by a screen reader or a script."""

from __future__ import annotations

from typing import TextIO

from trainer.cli import plain_words as words
from trainer.cli.plain_verbs import VERBS
from trainer.collection import Collection
from trainer.errors import NotSaved
from trainer.reviews import Rating
from trainer.schedule.labels import wait_label
from trainer.settings import Mode
from trainer.study import Asking, Manner, Session, Showing, Step
from trainer.study.manner import SURE
from trainer.text import clean

_RATINGS = {str(int(rating)): rating for rating in Rating} | {rating.name.lower(): rating for rating in Rating}


class PlainStudy:
    """One session over two streams."""

    def __init__(self, collection: Collection, manner: Manner, answers: TextIO, page: TextIO) -> None:
        """Read from `answers`, write to `page`; every line written is flushed."""
        self._collection = collection
        self._manner = manner
        self._answers = answers
        self._page = page

    def run(self, session: Session) -> None:
        """From the card in view to the summary.

        A person is told what cannot be stored, and stays at the card to try again; a script is not: raises NotSaved.
        """
        asking: Asking | None = Asking.of(session, self._manner)
        last, opened = session, ""
        while asking is not None and (showing := asking.session.showing) is not None:
            if showing.id != opened:
                self._open(asking, showing)
            last, opened = asking.session, showing.id
            try:
                asking = self._step(asking)
            except NotSaved as error:
                if not self._answers.isatty():
                    raise  # the lines that follow in a script were meant for other cards
                self._say(f"Not saved: {error}")
        self._say(words.closing(asking.session if asking else last, self._collection.now()))

    def _open(self, asking: Asking, showing: Showing) -> None:
        """Put a card that came into view: its question, and the answer too if it is an undo that brought it."""
        cover = self._collection.cover(showing.item.deck)
        self._say(words.question(asking, cover.title if cover else showing.item.deck))
        if asking.step is Step.RATING:
            self._put_answer(asking)
        else:
            self._say(words.wanted(asking))

    def _step(self, asking: Asking) -> Asking | None:
        """One line read, and what comes of it; None to stop."""
        if asking.step is Step.RATING:
            self._say(self._ratings(asking))
        line = self._answers.readline()
        types = asking.step is Step.ANSWER and asking.mode is Mode.TYPE
        told = line.strip()
        if not line or told.lower() in ({"/q"} if types else {"q", "/q"}):
            return None
        name, _, rest = told.removeprefix("/").partition(" ")
        if name.lower() in VERBS and (told.startswith("/") or not types):
            return self._acted(asking, name.lower(), rest.strip())
        return self._answered(asking, told)

    def _acted(self, asking: Asking, name: str, rest: str) -> Asking:
        """What a verb makes of the session, with a word about it."""
        after, said = VERBS[name](self._collection, asking, rest)
        self._say(" ".join(part for part in (said, after.session.news) if part))
        if after.manner != asking.manner and after.session.showing and asking.step is not Step.RATING:
            self._open(after, after.session.showing)
        return after

    def _answered(self, asking: Asking, told: str) -> Asking:
        """What a line makes of the session that is no verb: an answer, how sure one is, or a rating."""
        moment = self._collection.now()
        match asking.step:
            case Step.RATING:
                return self._rated(asking, told.lower())
            case Step.SURE:
                after = self._sure(asking, told)
            case _ if asking.mode is Mode.TYPE:
                after = asking.types(told, moment)
            case _ if asking.mode is Mode.CHOICE and told:
                after = asking.picks(int(told) - 1, moment) if told.isdecimal() else asking
            case _:
                after = asking.reveals()
        if after.step is Step.RATING:
            self._put_answer(after)
        else:
            self._say(words.wanted(after))
        return after

    def _sure(self, asking: Asking, told: str) -> Asking:
        """With how sure the person is; an empty line says nothing of it."""
        percent = told.removesuffix("%").strip()
        if not percent:
            return asking.reveals()
        is_known = percent.isdecimal() and int(percent) in range(min(SURE), max(SURE) + 1)
        return asking.is_sure(int(percent)) if is_known else asking

    def _rated(self, asking: Asking, word: str) -> Asking:
        rating = asking.suggested if not word and asking.session.showing and asking.judged else _RATINGS.get(word)
        if rating is None:
            self._say("Type 1, 2, 3 or 4; u to take back what was done last; q to end; ? for all letters.")
            return asking
        after = asking.at(self._collection.rate(asking.session, rating))
        if after.session.news:
            self._say(after.session.news)
        return after

    def _put_answer(self, asking: Asking) -> None:
        if showing := asking.session.showing:
            item = showing.item
            brief = self._collection.cover(item.deck)
            note = self._collection.log.remark(item.deck, item.card.id)
            self._say(words.answer(asking, item.card, brief, note))

    def _ratings(self, asking: Asking) -> str:
        """The four ratings with the wait that each brings, and the one that an empty line takes."""
        moment = self._collection.now()
        futures = self._collection.futures(asking.session)
        waits = {rating: wait_label(futures.after(rating), moment) for rating in Rating} if futures else {}
        told = (f"{int(rating)} {rating.name.lower()} {waits.get(rating, '')}".rstrip() for rating in Rating)
        suggested = asking.suggested if asking.judged else None
        return "   ".join([*told, *([f"Enter {suggested.name.lower()}"] if suggested else [])])

    def _say(self, text: str) -> None:
        if text:
            self._page.write(clean(text) + "\n")
            self._page.flush()
