from components.asking import answer_line, answer_panel, ask_options
from tests.components.fakes import FakeLibrary
from tests.components.trees import found, text_of
from tests.question_story import question_story

LIBRARY = FakeLibrary(question_story())
ACTORS = LIBRARY.knowledge().actors


def answered(text, shown=20):
    answer = LIBRARY.ask(text)
    return answer_panel(answer, ACTORS, LIBRARY.search(text) if answer.refusal else (), shown=shown)


def questions(panel):
    return [getattr(button, "data-id") for button in found(panel, of="Button", data_what="question")]


def test_asking_tells_what_was_understood_the_answer_and_its_sentences():
    panel, answer = answered("Who met Katz?"), LIBRARY.ask("Who met Katz?")
    assert text_of(found(panel, className="told-in-words")) == answer.summary
    assert text_of(found(panel, className="understood")) == f"Understood as: {answer.understood}"
    sentences = [text_of(sentence) for sentence in found(panel, className="sentence")]
    assert sentences == [passage.text for passage in answer.passages]
    assert len(sentences) > 1
    rows = found(panel, of="Button", className="row", data_what="actor")
    assert [getattr(row, "data-id") for row in rows] == list(answer.actor_ids)


def test_asking_says_that_the_answer_looks_behind_the_filters():
    answer = LIBRARY.ask("Who met Katz?")
    told = [text_of(answer_panel(answer, ACTORS, (), filtered=filtered)) for filtered in (True, False)]
    assert ["whole story" in each for each in told] == [True, False]


def test_asking_shows_more_sentences_of_the_same_question():
    panel = answered("Who met Katz?", shown=1)
    (more,) = found(panel, of="Button", data_what="question")
    assert (getattr(more, "data-id"), getattr(more, "data-shown")) == ("Who met Katz?", "41")


def test_asking_after_ties_shows_the_paths():
    panel = answered("How is Karl Weiss tied to Katz?")
    assert len(found(panel, of="Ol", className="steps")) == len(
        LIBRARY.ask("How is Karl Weiss tied to Katz?").routes.best
    )


def test_asking_what_is_not_understood_says_why_and_offers_questions():
    panel = answered("What is the weather like?")
    assert text_of(found(panel, className="told-in-words")) == LIBRARY.ask("What is the weather like?").refusal
    offered = questions(panel)
    assert offered
    assert [text for text in offered if LIBRARY.ask(text).refusal] == []


def test_asking_with_an_unknown_name_offers_the_question_with_a_known_one():
    assert questions(answered("Who met Orin Katz?")) == ["Who met Oren Katz?"]
    assert questions(answered("Did Weiss sue Vantor?")) == ["Did Anna Weiss sue Vantor?", "Did Karl Weiss sue Vantor?"]


def test_asking_for_a_bare_name_offers_the_actors_of_that_name():
    panel = answered("weiss")
    named = {getattr(row, "data-id") for row in found(panel, of="Button", data_what="actor")}
    assert named == {"person:anna-weiss", "person:karl-weiss"}


def test_asking_offers_names_by_alias_and_questions_where_nothing_is_written():
    options = ask_options(LIBRARY.search("halden"), ())
    assert [(option["value"], option["what"], option["also"]) for option in options] == [
        ("organisation:halden-energy", "actor", "")
    ]
    (alias,) = [option for option in ask_options(LIBRARY.search("president"), ()) if option["also"]]
    assert alias["also"] in ACTORS[alias["value"]].aliases
    (group,) = ask_options((), ("Who met Katz?", "Who fired Ék?"))
    assert [(item["value"], item["what"]) for item in group["items"]] == [
        ("Who met Katz?", "question"),
        ("Who fired Ék?", "question"),
    ]
    assert ask_options((), ()) == []


def test_asking_is_read_out():
    assert answer_line(LIBRARY.ask("Who met Katz?")) == LIBRARY.ask("Who met Katz?").summary
    assert answer_line(LIBRARY.ask("Why?")) == LIBRARY.ask("Why?").refusal
