"""Text -> knowledge -> network -> what is to be drawn: the door of the package.

    from graph import Library, load_settings

    library = Library(load_settings())
    library.add("Donald Trump met Sergei Lavrov.")
    library.knowledge().relations

The values that these speak of stand in `graph.model`, the errors in `graph.errors`.
"""

from graph.articles import SUFFIXES, read_article
from graph.contradictions import Contradiction, Side
from graph.corrections import Corrections, LogLine
from graph.curation import Place
from graph.days import Period
from graph.explain import ExplainedClaim, ExplainedMention, ExplainedSentence, Explanation
from graph.export import encode, export
from graph.filters import (
    CHOICE_FIELDS,
    COUNT_FIELDS,
    PERIOD_FIELDS,
    SHARE_FIELDS,
    STATUS_WORDS,
    STEPS,
    THE_ARTICLE,
    Filters,
)
from graph.library import MOST_TRIED, Library
from graph.measures import Finding, Group, Measures
from graph.model import Selection
from graph.paths import Ego, Hop, NearPair, Route, Routes, SharedTie
from graph.projects import FIRST_PROJECT, OpenProject, Project, Projects
from graph.questions.values import Answer
from graph.readings import SEEDS_JOB
from graph.review import Pair
from graph.search import Found
from graph.settings import Settings, load_settings
from graph.taxonomy import Taxonomy, load_taxonomy
from graph.words import confidence_word, dated

__all__ = [
    "CHOICE_FIELDS",
    "COUNT_FIELDS",
    "FIRST_PROJECT",
    "MOST_TRIED",
    "PERIOD_FIELDS",
    "SEEDS_JOB",
    "SHARE_FIELDS",
    "STATUS_WORDS",
    "STEPS",
    "SUFFIXES",
    "THE_ARTICLE",
    "Answer",
    "Contradiction",
    "Corrections",
    "Ego",
    "ExplainedClaim",
    "ExplainedMention",
    "ExplainedSentence",
    "Explanation",
    "Filters",
    "Finding",
    "Found",
    "Group",
    "Hop",
    "Library",
    "LogLine",
    "Measures",
    "NearPair",
    "OpenProject",
    "Pair",
    "Period",
    "Place",
    "Project",
    "Projects",
    "Route",
    "Routes",
    "Selection",
    "Settings",
    "SharedTie",
    "Side",
    "Taxonomy",
    "confidence_word",
    "dated",
    "encode",
    "export",
    "load_settings",
    "load_taxonomy",
    "read_article",
]
