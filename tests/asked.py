"""What readers may ask of the filters: strategies for tests that hold one way of filtering against another."""

from hypothesis import strategies as st

from graph.days import Period
from graph.filters import STEPS, THE_ARTICLE, Filters
from graph.model import KnowledgeBase, Status

KINDS = ["person", "organisation", "place", "group"]
WORDS = ["venn", "EK", "halden energy", "harbour", "a", "<script>", "مريم", "day 1", "zzz", "  ", "fired Tobias"]
MOST_FIELDS = 4


def some(values):
    """Return a strategy for a few of the values, or none, with a stranger now and then."""
    return st.lists(st.sampled_from([*values, "martian"]), max_size=3).map(tuple)


def periods():
    """Return a strategy for periods around the dates of the tests' articles."""
    ends = st.sampled_from(["", "2023", "2023-12-31", "2024-02", "2024-02-28", "2024-W09", "2024-03-01", "soon"])
    return st.builds(Period, ends, ends)


def filters_for(kb: KnowledgeBase):
    """Return a strategy for filters of a few fields, so that most of them show something."""
    relations = kb.relations.values()
    speakers = {kb.actor_of(claim.speaker).id for r in relations for claim in r.claims if claim.speaker}
    fields = {
        "kinds": some(KINDS),
        "actors": some(kb.actors),
        "families": some(dict.fromkeys(relation.family for relation in relations)),
        "types": some(dict.fromkeys(relation.type for relation in relations)),
        "statuses": some(Status),
        "speakers": some([THE_ARTICLE, *sorted(speakers)]),
        "articles": some(kb.articles),
        "outlets": some(dict.fromkeys(article.outlet for article in kb.articles.values() if article.outlet)),
        "published": periods(),
        "happened": periods(),
        "min_sentences": st.integers(1, 4),
        "min_articles": st.integers(1, 3),
        "min_confidence": st.sampled_from([*STEPS["min_confidence"], 0.61, 0.91]),
        "min_importance": st.sampled_from([*STEPS["min_importance"], 0.07, 0.91]),
        "text": st.sampled_from(WORDS),
    }
    names = st.lists(st.sampled_from(list(fields)), max_size=MOST_FIELDS, unique=True)
    return names.flatmap(lambda chosen: st.builds(Filters, **{name: fields[name] for name in chosen}))
