"""Files are found by their ending and read up to a limit, and what cannot be read is told in one sentence."""

import pytest

from graph.articles import MAX_SOURCE_BYTES
from graph.errors import ArticleError
from graph.files import find_files, read_file


def test_files_find_files_walks_folders_for_texts_and_takes_named_files_as_they_are(tmp_path):
    for name in ("b.txt", "a/c.HTML", "a/d.md", "e.png", "f.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "folder.txt").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path, tmp_path / "e.png"])]
    assert found == ["a/c.HTML", "a/d.md", "b.txt", "f.htm", "e.png"]


def test_files_read_file_stops_where_no_article_can_be_longer(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * (MAX_SOURCE_BYTES + 100))
    assert len(read_file(path)) == MAX_SOURCE_BYTES + 1


def test_files_read_file_tells_what_is_missing(tmp_path):
    with pytest.raises(
        ArticleError, match=r"gone\.txt' cannot be read \(No such file or directory\); check the path\."
    ):
        read_file(tmp_path / "gone.txt")
