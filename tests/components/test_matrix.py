from components.matrix import matrix_pane
from tests.components.trees import found, text_of


def test_matrix_offers_its_orders_and_sizes():
    orders, sizes = found(matrix_pane(), of="SegmentedControl")
    assert [option["value"] for option in orders.data] == ["group", "importance", "name"]
    assert [option["value"] for option in sizes.data] == ["30", "60"]
    assert all(part.attributes["root"]["aria-label"] for part in (orders, sizes))


def test_matrix_explains_its_cells():
    words = text_of(matrix_pane())
    for sign in ("few to many sentences", "not stated as fact", "denied", "several relations"):
        assert sign in words
