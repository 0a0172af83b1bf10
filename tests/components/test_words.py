from components.words import counted, dated, source_line


def test_words_count_in_the_plural_but_for_one():
    assert [counted(number, "relation") for number in (0, 1, 1204)] == ["0 relations", "1 relation", "1,204 relations"]


def test_words_write_a_date_out():
    assert dated("2017-05-10") == "10\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2017"
    assert dated("2017-05") == "May\N{NO-BREAK SPACE}2017"


def test_words_name_a_source_by_what_is_known():
    assert source_line("The Post", "2017") == "The Post · 2017"
    assert source_line(None, None) == ""
