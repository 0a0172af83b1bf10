from components.citation import citation
from graph.model import Passage, Status

PASSAGE = Passage(
    "a", "A denial", "The Post", "2024-03-01", "https://post.example/1", 0, 9, "No one\n was paid.", "", "", ()
)


def told(**known):
    return {name: known.get(name, getattr(PASSAGE, name)) for name in PASSAGE.__dataclass_fields__}


def test_citation_has_sentence_title_outlet_date_and_address():
    assert citation(Passage(**told(status=Status.ASSERTED))) == (
        "“No one was paid.” — A denial, The Post, 1 March 2024, https://post.example/1"
    )


def test_citation_says_how_far_a_claim_goes_and_who_says_it():
    assert citation(Passage(**told(status=Status.NEGATED, speaker="Mara Venn"))).endswith(
        " [denied; said by Mara Venn]"
    )
    assert citation(Passage(**told(status=Status.ASSERTED, speaker="Mara Venn"))).endswith(" [said by Mara Venn]")
    assert citation(Passage(**told(status=Status.HEDGED))).endswith(" [uncertain]")


def test_citation_names_the_author_before_the_outlet():
    assert " — A denial, Mia Ross, The Post, 1 March 2024," in citation(Passage(**told(author="Mia Ross")))


def test_citation_leaves_out_what_is_not_known():
    assert citation(Passage(**told(outlet=None, published=None, url=None))) == "“No one was paid.” — A denial"
