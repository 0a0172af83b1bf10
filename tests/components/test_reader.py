from components.reader import HERE, article_reader
from graph.model import Article, Mark, ReadingView, RemovedSpan, TextSpan
from tests.components.trees import found, text_of

TEXT = "Ann met Bob.\nThen Bob left. Ann stayed.\nSign up for our newsletter."
ARTICLE = Article(
    "a1",
    "A meeting",
    TEXT,
    outlet="The Post",
    published="2024-03-01",
    url="https://post.example/1",
    removed=(RemovedSpan(TextSpan(TEXT.index("Sign"), len(TEXT)), "an invitation to subscribe"),),
)
MARKS = tuple(
    Mark(TextSpan(at, at + 3), f"person:{TEXT[at : at + 3].lower()}", "person")
    for at in range(len(TEXT))
    if TEXT[at : at + 3] in ("Ann", "Bob")
)


def test_reader_shows_the_whole_text_in_paragraphs():
    tree = article_reader(ReadingView(ARTICLE, MARKS))
    paragraphs = [text_of(part.children) for part in found(tree, of="P")]
    assert paragraphs[1:] == ["Ann met Bob.", "Then Bob left. Ann stayed.", "Sign up for our newsletter."]


def test_reader_marks_mentions_that_select_their_actor():
    marks = found(article_reader(ReadingView(ARTICLE, MARKS)), of="Mark", data_what="actor")
    assert [mark.children for mark in marks] == ["Ann", "Bob", "Bob", "Ann"]


def test_reader_folds_what_is_no_part_of_the_story():
    folded = found(article_reader(ReadingView(ARTICLE, MARKS)), of="Details")
    assert len(folded) == 1
    assert text_of(folded).startswith("Not part of the story: an invitation to subscribe (5 words)")
    assert not getattr(folded[0], "open", None)


def test_reader_brings_a_sentence_forward():
    start = TEXT.index("Ann stayed")
    tree = article_reader(ReadingView(ARTICLE, MARKS), here=TextSpan(start, start + len("Ann stayed.")))
    here = found(tree, className="here")
    assert [text_of(part) for part in here] == ["Ann stayed."]
    assert here[0].id == HERE


def test_reader_brings_a_sentence_over_two_lines_forward_once():
    tree = article_reader(ReadingView(ARTICLE, MARKS), here=TextSpan(4, 20))
    assert [text_of(part) for part in found(tree, className="here")] == ["met Bob.", "Then Bo"]
    assert len(found(tree, id=HERE)) == 1


def test_reader_links_only_to_web_pages():
    assert [link.href for link in found(article_reader(ReadingView(ARTICLE, ())), of="A")] == [ARTICLE.url]
    for url in ("javascript:alert(1)", "file:///etc/passwd", "//evil.example", None):
        article = Article("a", "t", "x", url=url)
        assert found(article_reader(ReadingView(article, ())), of="A") == []
