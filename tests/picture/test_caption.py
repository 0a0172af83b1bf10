from dataclasses import replace
from datetime import date

from graph.filters import Filters
from graph.picture.backbone import backbone
from graph.picture.caption import caption
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
VIEW = LIBRARY.view(Filters())
TODAY = date(2024, 4, 2)


def test_caption_says_what_is_shown_and_from_which_articles():
    words = caption(VIEW, VIEW, LIBRARY.articles(), today=TODAY)
    assert words == "8 actors, 11 relations; 2 articles, 1 March to 9 March 2024; read by Dramatis on 2 April 2024"


def test_caption_says_where_only_a_part_is_shown():
    words = caption(VIEW, backbone(VIEW, most=2), (), today=TODAY, is_part=True)
    assert "; 2 actors and 0 relations are drawn; a part of the network; 0 articles;" in words


def test_caption_gives_a_day_or_two_years_where_the_articles_have_these():
    first, second = LIBRARY.articles()
    assert "; 1 article, 1 March 2024;" in caption(VIEW, VIEW, [first], today=TODAY)
    older = replace(second, published="2023-12-31")
    assert "; 2 articles, 31 December 2023 to 1 March 2024;" in caption(VIEW, VIEW, [first, older], today=TODAY)
