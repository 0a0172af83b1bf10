from components.reader import article_reader, reader_pane
from graph.model import Article, ClaimMark, Mark, ReadingView, RemovedSpan, Status, TextSpan
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
MET = ClaimMark(TextSpan(4, 7), "person:ann>met>person:bob", "contact", Status.ASSERTED, "Ann met Bob")
SENTENCES = tuple(
    TextSpan(TEXT.index(words), TEXT.index(words) + len(words))
    for words in ("Ann met Bob.", "Then Bob left.", "Ann stayed.")
)
READING = ReadingView(ARTICLE, MARKS, (MET,), SENTENCES)


def titled(article_id, published):
    return Article(article_id, article_id.upper(), "x", published=published)


def test_reader_shows_the_whole_text_in_paragraphs():
    paragraphs = [text_of(part.children) for part in found(article_reader(READING), of="P")]
    assert paragraphs[1:] == ["Ann met Bob.", "Then Bob left. Ann stayed.", "Sign up for our newsletter."]


def test_reader_marks_mentions_and_claims():
    marks = found(article_reader(READING), of="Mark")
    assert [mark.children for mark in marks] == ["Ann", "met", "Bob", "Bob", "Ann"]
    assert [getattr(mark, "data-picks") for mark in marks[:2]] == ["actor person:ann", f"relation {MET.relation_id}"]


def test_reader_folds_what_is_no_part_of_the_story():
    folded = found(article_reader(READING), of="Details")
    assert len(folded) == 1
    assert text_of(folded).startswith("Not part of the story: an invitation to subscribe (5 words)")
    assert not getattr(folded[0], "open", None)


def test_reader_knows_where_each_sentence_begins():
    said = found(article_reader(READING), className="said")
    assert [(getattr(part, "data-start"), text_of(part)) for part in said] == [
        (str(sentence.start), sentence.of(TEXT)) for sentence in SENTENCES
    ]


def test_reader_keeps_a_sentence_over_two_lines_in_two_pieces():
    reading = ReadingView(ARTICLE, MARKS, (), (TextSpan(4, 20),))
    tree = article_reader(reading)
    assert [text_of(part) for part in found(tree, className="said")] == ["met Bob.", "Then Bo"]
    assert {getattr(part, "data-start") for part in found(tree, className="said")} == {"4"}
    assert TEXT.replace("\n", "") in text_of(found(tree, className="article-text")).replace(
        "Not part of the story: an invitation to subscribe (5 words)", ""
    )


def test_reader_leads_to_the_articles_before_and_after():
    articles = [titled("late", "2024-04-01"), ARTICLE, titled("early", "2024-01-01")]
    (way,) = found(article_reader(READING, articles=articles), of="Nav")
    assert [getattr(button, "data-read") for button in found(way, of="Button")] == ["early", "late"]
    assert text_of(way) == "2 of 3 articles"
    (way,) = found(article_reader(READING, articles=[ARTICLE, titled("late", None)]), of="Nav")
    assert [getattr(button, "data-read") for button in found(way, of="Button")] == ["late"]
    assert found(article_reader(READING, articles=[ARTICLE]), of="Nav") == []


def test_reader_links_only_to_web_pages():
    assert [link.href for link in found(article_reader(ReadingView(ARTICLE, ())), of="A")] == [ARTICLE.url]
    for url in ("javascript:alert(1)", "file:///etc/passwd", "//evil.example", None):
        article = Article("a", "t", "x", url=url)
        assert found(article_reader(ReadingView(article, ())), of="A") == []


def test_reader_controls_have_names():
    for button in found(reader_pane(), of="Button"):
        assert getattr(button, "aria-label", None) or text_of(button)
