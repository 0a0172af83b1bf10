"""Tests of graph.questions: own questions to an own story, answered right or refused."""

import time
import tomllib
from functools import cache
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.data import DATA
from graph.errors import TaxonomyError
from graph.model import KnowledgeBase
from graph.questions import Asker
from graph.questions.lexicon import load_wordings
from graph.questions.values import Answer
from graph.taxonomy import load_taxonomy
from tests.knowledge_bases import synthetic_knowledge
from tests.question_story import FOLDER, claim_ids, question_story

REFUSED = "refused"


@cache
def asker() -> Asker:
    return Asker(question_story(), load_taxonomy())


def ask(text: str) -> Answer:
    return asker().ask(text)


def found(text: str) -> str:
    answer = ask(text)
    return REFUSED if answer.refusal else " ".join(sorted(claim_ids()[claim_id] for claim_id in answer.claim_ids))


def questions(name: str) -> list[tuple[str, str]]:
    listed = tomllib.loads((FOLDER / name).read_text("utf-8"))["questions"]
    return [(text, " ".join(sorted(expected.split()))) for text, expected in listed]


def outcomes(name: str) -> dict[str, list[str]]:
    """Return the questions that are answered right, refused though they have an answer, and answered wrongly."""
    sorted_out: dict[str, list[str]] = {"right": [], "refused": [], "wrong": []}
    for text, expected in questions(name):
        answer = found(text)
        sorted_out["right" if answer == expected else "refused" if answer == REFUSED else "wrong"].append(text)
    return sorted_out


# --- How many are answered ---


@pytest.mark.parametrize("name", ["questions.toml", "questions_other.toml"])
def test_questions_are_answered_right_and_the_rest_refused_rather_than_wrong(name):
    sorted_out = outcomes(name)
    assert sorted_out["wrong"] == []
    assert len(sorted_out["right"]) >= 0.9 * len(questions(name))


def test_questions_are_enough_and_told_once():
    own, other = (dict(questions(name)) for name in ("questions.toml", "questions_other.toml"))
    assert len(own) >= 100
    assert len(other) >= 40
    assert not own.keys() & other.keys()
    assert sum(expected not in {"", REFUSED} for expected in own.values()) >= 90


@pytest.mark.parametrize(("text", "_expected"), questions("questions.toml"))
def test_questions_in_small_letters_without_a_mark_are_understood_alike_or_refused(text, _expected):
    assert found(text.lower().rstrip("?")) in {found(text), REFUSED}


# --- What is told of the answer ---


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Who fired Ék?", "claims of type “fired” whose target is Tobias Ék, stated as fact or uncertain"),
        ("Who will visit Sorland?", "claims of type “visited” whose target is Sorland, planned"),
        (
            "Which organisations did Venn fire?",
            "claims of type “fired” whose source is Mara Venn and whose target is among the organisations, "
            "stated as fact or uncertain",
        ),
        ("What did Lund say about Halden?", "claims that concern Halden Energy, said by Pia Lund"),
        ("Who praised Tate or Brandt?", "claims of type “praised” whose target is Bruno Tate or Ilse Brandt, ..."),
        ("Who said that Venn met Katz?", "the speakers of claims of type “met” between Mara Venn and Oren Katz, ..."),
        ("Who met Katz but denied it?", "claims of type “met” that concern Oren Katz, ..."),
        (
            "Did Venn fire Ék on 9 May 2017?",
            "claims of type “fired” whose source is Mara Venn and whose target is Tobias Ék, stated as fact or "
            "uncertain or denied, that happened, or if undated were reported, on 9 May 2017",
        ),
        ("How is Venn tied to Katz?", "the shortest paths between Mara Venn and Oren Katz"),
        ("Who is Lund?", "what is said of Pia Lund: roles, affiliations and kin"),
    ],
)
def test_questions_say_what_was_understood(text, understood):
    start, dots, _ = understood.partition("...")
    assert ask(text).understood.startswith(start) if dots else ask(text).understood == understood


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Who fired Ék?", "Mara Venn: stated as fact in 1 sentence."),
        ("Did Venn fire Ék?", "Yes: stated as fact in 1 sentence."),
        ("Did Venn meet Karl Weiss?", "Said by Ilse Brandt: stated as fact in 1 sentence."),
        ("Did Brandt meet Katz?", "Disputed: stated as fact in 1 sentence, denied in 1 sentence."),
        ("Did Ék meet Katz?", "Not certain: uncertain in 1 sentence."),
        ("Did Brindle Bank pay Lund?", "Only denied: denied in 1 sentence."),
        ("Did Venn fire Brandt?", "No sentence of these articles says so."),
        ("Who sued Venn?", "No sentence says so; conditional in 1 sentence."),
        ("Did Sorel meet Tate and Katz?", "Not said of Oren Katz; of the others stated as fact in 1 sentence."),
        ("Did Venn praise Brandt on 10 May 2017?", "Reported then, of no date: stated as fact in 1 sentence."),
        ("When did Venn fire Ék?", "9 May 2017 (1 sentence)."),
        ("Who fired Ék and Brandt?", "Nobody is named of whom all of this is told."),
        ("Who met Venn but denied it?", "No sentence of these articles both says and denies so."),
        ("What did Rovers do to Kestrel?", "Nothing of Kestrel United itself; of Bruno Tate at its head 1 claim: ..."),
        ("When did Venn praise Brandt?", "No sentence says when; it was first reported on 10 May 2017."),
        ("Who is Pia Lund?", "Pia Lund: person, Senator; also called Lund."),
        ("What did Venn do to Ék?", "2 claims: stated as fact in 2 sentences."),
    ],
)
def test_questions_are_summed_up(text, summary):
    start, dots, _ = summary.partition("...")
    assert ask(text).summary.startswith(start) if dots else ask(text).summary == summary


def test_questions_for_actors_name_them_best_told_first():
    answer = ask("Who met Katz?")
    assert answer.actor_ids == ("person:ilse-brandt", "person:pia-lund", "person:tobias-ek")
    assert [passage.claim_id for passage in answer.passages] == list(answer.claim_ids)
    assert answer.passages[0].text.startswith("Brandt met Oren Katz")


def test_questions_of_a_time_put_what_is_dated_first():
    assert [claim_ids()[claim_id] for claim_id in ask("What did Venn do to Ék in May 2017?").claim_ids] == [
        "venn-fired-ek",
        "venn-criticised-ek",
    ]


def test_questions_for_ties_give_paths():
    routes = ask("How is Nadia Sorel tied to Ilse Brandt?").routes
    assert routes is not None
    assert {len(route.hops) for route in routes.best} == {3}
    answer = ask("How is Nadia Sorel tied to Ilse Brandt?")
    assert [passage.claim_id for passage in answer.passages] == list(answer.claim_ids)
    assert {hop.claim_id for route in routes.best for hop in route.hops} == set(answer.claim_ids)


@pytest.mark.parametrize(
    ("wording", "days"),
    [
        ("in May 2017", "from 1 May 2017 to 31 May 2017"),
        ("on 9 May, 2017", "on 9 May 2017"),
        ("on May 9, 2017", "on 9 May 2017"),
        ("on the 9th of May 2017", "on 9 May 2017"),
        ("on 2017-05-09", "on 9 May 2017"),
        ("in 2017", "from 1 January 2017 to 31 December 2017"),
        ("since May 2017", "since 1 May 2017"),
        ("after May 2017", "since 1 June 2017"),
        ("before May 2017", "until 30 April 2017"),
        ("between May 2017 and 2 June 2017", "from 1 May 2017 to 2 June 2017"),
        ("from 2016 to 2017", "from 1 January 2016 to 31 December 2017"),
        ("since 2016 before May 2017", "from 1 January 2016 to 30 April 2017"),
    ],
)
def test_questions_take_dates_as_they_are_written(wording, days):
    assert ask(f"Who met Katz {wording}?").understood.endswith(f"reported, {days}")
    assert ask(f"{wording}, who met Katz?").understood.endswith(f"reported, {days}")


# --- Refusals ---


@pytest.mark.parametrize(
    ("text", "unknown", "reason", "suggestions"),
    [
        ("Who fired Tobias Ekk?", "Tobias Ekk", "No actor of these articles is called “{}”.", ("Tobias Ék",)),
        ("Who met Orin Katz?", "Orin", "No actor of these articles is called “{}”.", ("Oren Katz",)),
        ("who fired haldn?", "haldn", "No actor of these articles is called “{}”.", ("Halden Energy",)),
        ("Did Weiss sue Vantor?", "Weiss", "“{}” may mean Anna Weiss or Karl Weiss", ("Anna Weiss", "Karl Weiss")),
        ("Who fired James Comey?", "James Comey", "No actor of these articles is called “{}”.", ()),
    ],
)
def test_questions_with_an_unknown_name_say_which_and_offer_the_nearest(text, unknown, reason, suggestions):
    answer = ask(text)
    assert answer.unknown == unknown
    assert answer.refusal.startswith(reason.format(unknown))
    assert answer.suggestions == suggestions


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Why did Venn fire Ék?", "Reasons are not kept"),
        ("Where did Lund meet Katz?", "Places of deeds are not kept"),
        ("Who met Katz yesterday?", "“yesterday” depends on the day"),
        ("Who met Katz on 9 May?", "Of which year is “9 may”?"),
        ("Who met Katz on 31 February 2017?", "“31 february 2017” is no day of the calendar"),
        ("Who should fire Ék?", "What somebody should do is an opinion"),
        ("Which politicians met Katz?", "“Which” of what?"),
        ("Who secretly met Katz?", "“secretly” is no verb"),
        ("How is Venn tied to Venn?", "A path has two ends"),
        ("Katz?", "This is no question that I know"),
        ("", "There is no question."),
        ("Who met Katz? " * 40, "Ask in at most 300 characters."),
    ],
)
def test_questions_that_are_not_understood_say_why(text, reason):
    assert ask(text).refusal.startswith(reason)


def test_questions_that_are_refused_offer_some_that_are_understood():
    suggestions = ask("Where did Lund meet Katz?").suggestions
    assert len(suggestions) >= 4
    assert [text for text in suggestions if ask(text).refusal] == []


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "who whom which what when how did was is has not by of and or , but denied it that said Venn Ék Katz "
            "Halden fired met meet meeting organisations 's in May 2017 between <b> مريم ? with to the".split()
        ),
        max_size=9,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_questions_of_any_words_are_answered_or_refused(text):
    answer = ask(text)
    assert bool(answer.refusal) != bool(answer.understood)
    assert answer.refusal or answer.summary


def test_questions_to_an_empty_story_are_refused():
    answer = Asker(KnowledgeBase(), load_taxonomy()).ask("Who fired Venn?")
    assert answer.refusal == "No actor of these articles is called “Venn”."


def test_questions_in_a_large_story_are_answered_at_once():
    kb = synthetic_knowledge(2_000)
    asker = Asker(kb, load_taxonomy())
    name = next(iter(kb.actors.values())).name
    asker.ask(f"Who met {name}?")
    started = time.perf_counter()
    assert not asker.ask(f"Who met {name}?").refusal
    assert time.perf_counter() - started < 0.3


def test_wordings_are_cross_checked(tmp_path):
    folder = tmp_path / "data"
    copytree(DATA, folder)
    (folder / "questions.toml").write_text('saying = "say"')
    with pytest.raises(TaxonomyError, match=r"questions\.toml"):
        load_wordings(folder)
