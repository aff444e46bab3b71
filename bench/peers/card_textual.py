"""The least that Textual can do to show a session's text: five plain texts of set heights, no styles, nothing saved."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

_RULE = "─" * 76


class Cards(App[None]):
    """Shows a question, then its answer, then the next: the same words in the same places as our own screen."""

    CSS = """
    Screen { align-horizontal: center; }
    Static { width: 76; }
    #bar { height: 4; padding-top: 1; }
    #question { height: 2; }
    #answer { height: 1fr; }
    #ratings { height: 3; }
    #keys { height: 1; }
    """
    keys = 0

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        for name in ("bar", "question", "answer", "ratings", "keys"):
            yield Static(id=name, markup=False)

    def on_mount(self) -> None:
        """Show the first question."""
        self._next()

    def on_key(self) -> None:
        """With each key the answer, or the next question."""
        self.keys += 1
        if self.keys % 2:
            self._answer()
        else:
            self._next()

    def _next(self) -> None:
        done = self.keys // 2
        self._put("bar", f"Bench{f'{done} done · 0 new · 0 learning · {60 - done} due':>71}\n{_RULE}")
        self._put("question", f"How many of the number {154 + done} were counted in the year {1934 + done}?")
        self._put("answer", "")
        self._put("ratings", f"\n{'Show the answer':^76}")
        self._put("keys", "space Show  n Next  e Edit  f Flag  m Mode  ? Help  q Finish")

    def _answer(self) -> None:
        self._put("answer", f"{_RULE}\n\n{1078 + self.keys}")
        ratings = ("1 Again 10m", "2 Hard 26d", "3 Good 1.4mo", "4 Easy 1.9mo")
        self._put("ratings", "\n" + " ".join(f"{rating:^18}" for rating in ratings))
        self._put("keys", "enter Good  n Next  e Edit  o Source  f Flag  m Mode  ? Help  q Finish")

    def _put(self, name: str, text: str) -> None:
        self.query_one(f"#{name}", Static).update(text, layout=False)


if __name__ == "__main__":
    Cards().run()
