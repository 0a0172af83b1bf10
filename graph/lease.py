"""A lock between processes that ends with the process that holds it, made of SQLite's own, alike on every system."""

import sqlite3
from pathlib import Path


class Lease:
    """May be held by one at a time, in this process or another; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Name the file by which it is known; it is made when the lease is taken first, and stays empty."""
        self._path = path
        self._held: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Hold it from now on; say whether it is held here. Where the disk knows no locks, everybody may hold it."""
        if self._held is None:
            connection = sqlite3.connect(self._path, timeout=0, isolation_level=None, check_same_thread=False)
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                connection.close()
                return error.sqlite_errorcode != sqlite3.SQLITE_BUSY
            self._held = connection
        return True

    def give_back(self) -> None:
        """Hold it no longer."""
        held, self._held = self._held, None
        if held is not None:
            held.close()
