import pytest

from components.trial import EXAMPLES, trial_busy, trial_dialog, trial_result, trial_summary
from graph.explain import ExplainedClaim, ExplainedMention, ExplainedSentence, Explanation, build_explanation
from graph.library import MOST_TRIED
from graph.model import Chain, Construction, Form, Status
from graph.taxonomy import load_taxonomy
from tests.components.trees import found, text_of, walk
from tests.extract.readings import read_text

HOSTILE = "<img src=x onerror=alert(1)>"
CLAIM = ExplainedClaim(
    source="Ann Lee",
    source_kind="person",
    relation="fired",
    family="personnel",
    symmetric=False,
    target="Halden Energy",
    target_kind="organisation",
    status=Status.NEGATED,
    speaker="Bob Ray",
    when="2017-05",
    confidence=0.6,
    rule="passive: was fired by",
)
TEXT = f"Halden {HOSTILE} was not fired by Ann, she said."


def mention(words: str, form: Form, actor: str, kind: str) -> ExplainedMention:
    start = TEXT.index(words)
    return ExplainedMention(start, start + len(words), form, actor, kind)


SENTENCE = ExplainedSentence(
    TEXT,
    (
        mention("Halden", Form.NAME, "Halden Energy", "organisation"),
        mention("Ann", Form.NAME, "Ann Lee", "person"),
        mention("she", Form.PRONOUN, "Ann Lee", "person"),
    ),
    (CLAIM,),
)
CHAINS = (
    Chain(0, "Halden Energy", "organisation"),
    Chain(1, "Ann Lee", "person", reasons=("“Ann” is part of the name “Ann Lee”",)),
    Chain(2, "Port Selby", "place"),
)
EXPLAINED = Explanation((SENTENCE,), CHAINS, (("Sign up.", "appeal"),))


def test_trial_marks_mentions_by_kind_and_leaves_the_text_as_it_is():
    (quote,) = found(trial_result(EXPLAINED), of="Blockquote")
    assert text_of(quote) == TEXT
    marks = [(text_of(mark), mark.className, mark.title) for mark in found(quote, of="Mark")]
    assert marks == [
        ("Halden", "mention kind-organisation", "Halden Energy"),
        ("Ann", "mention kind-person", "Ann Lee"),
        ("she", "mention kind-person", "Ann Lee"),
    ]
    assert len(found(quote, className="sign kind-person")) == 2


def test_trial_marks_the_outer_of_two_mentions():
    inner = ExplainedMention(0, 4, Form.NAME, "Inner", "place")
    outer = ExplainedMention(0, 10, Form.NAME, "Outer", "organisation")
    beyond = ExplainedMention(8, 99, Form.NAME, "Beyond", "place")
    result = trial_result(Explanation((ExplainedSentence("Town council.", (inner, outer, beyond), ()),), ()))
    assert [text_of(mark) for mark in found(result, of="Mark")] == ["Town counc"]


def test_trial_tells_all_of_a_claim():
    (claim,) = found(trial_result(EXPLAINED), className="claim")
    told = text_of(claim)
    for words in ("Ann Lee", "fired", "Halden Energy", "denied", "said by Bob Ray", "passive", "was fired by"):
        assert words in told
    assert "medium confidence" in told
    assert text_of(found(claim, of="Time")) == "May\N{NO-BREAK SPACE}2017"
    assert found(claim, className="dash status-negated")


def test_trial_tells_which_names_one_actor_has_and_why():
    (named,) = found(trial_result(EXPLAINED), className="named")
    rows = [text_of(row) for row in named.children]
    assert rows[0] == "Halden Energy organisationalso Halden"
    assert rows[1] == "Ann Lee personalso Ann, she“Ann” is part of the name “Ann Lee”"
    assert rows[2] == "Port Selby place"


def test_trial_says_so_where_there_is_no_claim():
    nothing = Explanation((ExplainedSentence("It rained.", (), ()),), ())
    assert "nothing of one named actor and another" in text_of(trial_result(nothing))
    assert trial_summary(nothing) == "No claim, 0 actors."
    assert trial_summary(EXPLAINED) == "1 claim, 3 actors."
    assert "reads as a sentence" in trial_summary(Explanation((), (), ()))


def test_trial_tells_what_is_left_out():
    assert "Left out (appeal): Sign up." in text_of(trial_result(EXPLAINED))


@pytest.mark.parametrize(
    ("name", "construction", "status", "speaker"),
    [
        ("Passive", Construction.PASSIVE, Status.ASSERTED, None),
        ("Denial", Construction.ACTIVE, Status.NEGATED, "Sergei Lavrov"),
        ("Pronoun", Construction.ACTIVE, Status.ASSERTED, None),
        ("Plan", Construction.LIGHT_VERB, Status.PLANNED, None),
        ("Noun", Construction.NOUN, Status.ASSERTED, None),
    ],
)
def test_trial_examples_show_what_they_are_for(name, construction, status, speaker):
    explanation = build_explanation(read_text(dict(EXAMPLES)[name]), load_taxonomy())
    claims = [claim for sentence in explanation.sentences for claim in sentence.claims]
    found = {(claim.rule.partition(":")[0], claim.status, claim.speaker) for claim in claims}
    assert (construction.value, status, speaker) in found


def test_trial_dialog_says_what_it_takes():
    dialog = trial_dialog()
    (field,) = found(dialog, of="Textarea")
    assert field.label
    assert f"{MOST_TRIED:,} characters" in field.description
    chips = found(dialog, className="chip")
    assert [(text_of(chip), getattr(chip, "data-example")) for chip in chips] == list(EXAMPLES)
    live = [part for part in walk(dialog) if getattr(part, "role", None) == "status"]
    assert [part.id for part in live] == ["trial-busy", "trial-summary"]
    assert "Reading" in text_of(trial_busy())
