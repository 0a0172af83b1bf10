"""The constructions that a careful reader handles, each with sentences of our own: see `constructions`."""

import pytest

from tests.extract.constructions import Case, find_faults, load_cases, read_case


def _parameters() -> list[object]:
    return [
        pytest.param(
            case,
            id=f"{case.file}-{number}-{case.about}",
            marks=[pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else [],
        )
        for number, case in enumerate(load_cases())
    ]


@pytest.mark.parametrize("case", _parameters())
def test_constructions_are_read_as_written(case: Case) -> None:
    faults = find_faults(case, read_case(case))
    assert not faults, "\n".join([case.text, *faults])
