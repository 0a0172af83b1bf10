"""Objects that are made many at once are those that would be made one by one."""

import gc

import pytest

from graph.memory import build_all, no_collection
from graph.model import TextSpan


def test_memory_builds_all_objects_of_columns():
    assert build_all(TextSpan, [1, 5], iter([4, 9])) == [TextSpan(1, 4), TextSpan(5, 9)]
    assert build_all(TextSpan, [], []) == []


def test_memory_refuses_columns_that_are_not_those_of_the_fields():
    with pytest.raises(ValueError, match="zip"):
        build_all(TextSpan, [1, 5])


def test_memory_lets_the_collector_rest_until_the_last_block_ends():
    with no_collection():
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
