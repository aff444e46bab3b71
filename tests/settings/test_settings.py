"""Settings are read as a person meant them, or refused with the place and the remedy."""

from __future__ import annotations

import pytest

from trainer.errors import SettingsRefused
from trainer.settings import Settings, read_settings
from trainer.settings.read import seconds


def read(folder, text: str | bytes) -> Settings:
    path = folder / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(path)


def refusal(folder, text: str | bytes) -> str:
    with pytest.raises(SettingsRefused) as refused:
        read(folder, text)
    line = str(refused.value)
    assert line.startswith(f"{folder}/settings.toml: ")
    assert "\n" not in line
    return line


def test_no_file_means_the_defaults(tmp_path):
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_an_empty_file_means_the_defaults(tmp_path):
    assert read(tmp_path, "") == read(tmp_path, "# later\n") == Settings()


def test_a_file_saved_by_notepad_is_read(tmp_path):
    assert read(tmp_path, b"\xef\xbb\xbfday_starts_at = 6\r\n").day_starts_at == 6


@pytest.mark.parametrize(
    ("step", "length"), [("30s", 30), ("10m", 600), (" 1 h ", 3600), ("2d", 172_800), (90, 90), ("010m", 600)]
)
def test_a_step_is_a_number_and_a_unit(step, length):
    assert seconds(step) == length


def test_a_deck_differs_in_what_it_says_and_follows_the_rest(tmp_path):
    settings = read(
        tmp_path,
        """
        [scheduling]
        learning_steps = ["1m", "10m", "1d"]
        new_per_day = 5
        [decks.mali]
        new_per_day = 50
        """,
    )
    assert (settings.for_deck("mali").new_per_day, settings.for_deck("other").new_per_day) == (50, 5)
    assert settings.for_deck("mali").learning_steps == (60, 600, 86_400)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("day_starts_at = 24", "day_starts_at"),
        ("day_starts_at = -1", "day_starts_at"),
        ("day_starts_at = 'four'", "day_starts_at"),
        ("learn_ahead_minutes = 99999", "learn_ahead_minutes"),
        ("day_start = 4", "day_start"),
        ("scheduling = 4", "scheduling"),
        ("[scheduling]\ndesired_retention = 90", "scheduling.desired_retention"),
        ("[scheduling]\ndesired_retention = nan", "scheduling.desired_retention"),
        ("[scheduling]\nlearning_steps = '10m'", "scheduling.learning_steps"),
        ("[scheduling]\nlearning_steps = ['10 minutes']", "scheduling.learning_steps.0"),
        ("[scheduling]\nlearning_steps = ['1m', '0s']", "scheduling.learning_steps.1"),
        ("[scheduling]\nlearning_steps = ['60d']", "scheduling.learning_steps.0"),
        ("[scheduling]\nmaximum_interval_days = 0", "scheduling.maximum_interval_days"),
        ("[scheduling]\nnew_per_day = 1.5", "scheduling.new_per_day"),
        ("[decks]\nmali = 3", "decks.mali"),
        ("[decks.mali]\nnew_per_day = -1", "decks.mali.new_per_day"),
        ("[decks.mali]\nnew_per_week = 7", "decks.mali.new_per_week"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_table(tmp_path, text, key):
    assert f"settings.toml: {key}: " in refusal(tmp_path, text)


def test_an_unknown_key_is_called_unknown(tmp_path):
    assert "day_start: is not a setting. Correct it or remove it." in refusal(tmp_path, "day_start = 4")


@pytest.mark.parametrize(
    "text",
    ["day_starts_at = ", "a = 1\na = 2", "[x", b"\xff\xfe", b"a = '\x1b]0;x\x07'", "[" * 2000, "x = " + "[" * 5000],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path, text):
    assert "cannot be read: " in refusal(tmp_path, text)


def test_a_syntax_error_gives_its_line(tmp_path):
    assert "at line 3" in refusal(tmp_path, "day_starts_at = 4\n\n[scheduling\n")


def test_a_folder_in_its_place_is_refused(tmp_path):
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(SettingsRefused, match="cannot be read"):
        read_settings(tmp_path / "settings.toml")


def test_a_file_in_the_homes_place_is_left_to_those_who_write_there(tmp_path):
    (tmp_path / "home").write_text("a file")
    assert read_settings(tmp_path / "home" / "settings.toml") == Settings()
