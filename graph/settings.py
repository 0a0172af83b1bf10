"""Settings: the only reader of environment variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from graph.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
MOST_READERS = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """Where Dramatis keeps its library, which pipeline reads, and where the page is served.

    `pipeline` is None for the bundled one, else an installed spaCy pipeline's name or a path. `who` signs corrections.
    `private_addresses` allows to fetch from this machine and from private networks. `readers` is the number of
    processes that read articles beside this one; with 0 it reads by itself.
    """

    database_url: str
    pipeline: str | None = None
    host: str = "127.0.0.1"
    port: int = 8050
    seeds: Path = ROOT / "seeds"
    who: str = "reader"
    private_addresses: bool = False
    readers: int = 0


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that the DRAMATIS_* variables ask for (docs/settings.md lists them).

    Raises SettingsError for a port that is not a whole number from 1 to 65535, or readers that are not one up to 64.
    """
    database_url = environ.get("DRAMATIS_DATABASE_URL")
    if not database_url:
        database_url = f"sqlite:///{user_data_path('dramatis', appauthor=False) / 'library.sqlite'}"
    port = environ.get("DRAMATIS_PORT", "8050")
    if not (port.isdecimal() and 0 < int(port) < 65536):
        raise SettingsError(f"DRAMATIS_PORT is {port!r}; set it to a whole number from 1 to 65535, or unset it.")
    readers = environ.get("DRAMATIS_READERS") or str(_usual_readers())
    if not (readers.isdecimal() and int(readers) <= MOST_READERS):
        raise SettingsError(
            f"DRAMATIS_READERS is {readers!r}; set it to a whole number from 0 to {MOST_READERS}, or unset it."
        )
    return Settings(
        database_url=database_url,
        pipeline=environ.get("DRAMATIS_PIPELINE") or None,
        host=environ.get("DRAMATIS_HOST") or "127.0.0.1",
        port=int(port),
        who=environ.get("DRAMATIS_READER") or environ.get("USER") or environ.get("USERNAME") or "reader",
        private_addresses=bool(environ.get("DRAMATIS_PRIVATE_ADDRESSES")),
        readers=int(readers),
    )


def _usual_readers() -> int:
    """Return how many processes read where nothing is set: two take 0.5 GB, and one core is left to the page."""
    return min(2, max(1, (os.cpu_count() or 1) - 1))
