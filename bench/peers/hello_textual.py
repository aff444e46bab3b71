"""The least that Textual can paint: a line of text between a header and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class Hello(App[None]):
    """Says hello, and counts keys."""

    keys = 0

    def compose(self) -> ComposeResult:
        """Header, text, footer."""
        yield Header()
        yield Static("Hello, analyst", id="text")
        yield Footer()

    def on_key(self) -> None:
        """Change the text with each key."""
        self.keys += 1
        self.query_one("#text", Static).update(f"Hello, analyst {self.keys}")


if __name__ == "__main__":
    Hello().run()
