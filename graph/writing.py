"""Files that are written whole, or not at all."""

import os
from pathlib import Path
from secrets import token_hex

from graph.errors import ExportError


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all. Raises ExportError for a place that cannot be written."""
    half = path.with_name(f".{path.name[:40]}.{token_hex(8)}.part")
    try:
        with half.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise ExportError(
            f"The graph cannot be written to {str(path)!r} ({error.strerror}); name a file in a folder that you may "
            "write to."
        ) from error
