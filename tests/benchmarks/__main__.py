"""`make bench`: prints a table of speeds and sizes and writes it to bench.txt."""

import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version

from graph.settings import ROOT
from tests.benchmarks import Row
from tests.benchmarks.amount import measure_amount
from tests.benchmarks.answering import measure_answering
from tests.benchmarks.correcting import measure_correcting
from tests.benchmarks.desk import measure_desk
from tests.benchmarks.filtering import measure_filtering
from tests.benchmarks.killing import measure_killing
from tests.benchmarks.looking import measure_looking
from tests.benchmarks.picturing import measure_picturing
from tests.benchmarks.placing import measure_placing
from tests.benchmarks.reading import measure_reading
from tests.benchmarks.starting import measure_starting
from tests.benchmarks.viewing import measure_viewing


def main() -> int:
    """Measure one thing after the other; starting comes first, while this process holds little."""
    rows = [
        Row("Date", f"{datetime.now(UTC):%Y-%m-%d}"),
        Row("Machine", f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start"),
        Row("Software", f"Python {platform.python_version()}, spaCy {version('spacy')}, Dash {version('dash')}"),
    ]
    try:
        for measure in (
            measure_starting,
            measure_reading,
            measure_amount,
            measure_answering,
            measure_correcting,
            measure_desk,
            measure_killing,
            measure_placing,
            measure_filtering,
            measure_looking,
            measure_viewing,
            measure_picturing,
        ):
            rows += measure()
    finally:  # what was measured is told, whatever befalls the rest
        width = max(len(row.what) for row in rows)
        table = "\n".join(f"{row.what:<{width}}  {row.outcome}" for row in rows)
        print(table)
        (ROOT / "bench.txt").write_text(f"{table}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
