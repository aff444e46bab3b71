"""Lets `python -m trainer` do what `trainer` does."""

from trainer.cli import main

if __name__ == "__main__":
    main()
