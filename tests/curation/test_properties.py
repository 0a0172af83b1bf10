"""Whatever is decided, the graph hangs together, and taking it all back gives exactly the former graph."""

import random

import pytest

from graph.corrections import Corrections
from graph.curation import place_of
from graph.errors import CurationError
from graph.model import Form, KnowledgeBase, Status, TextSpan
from tests.curation.logs import MemoryLog, check, correct, fingerprint, knowledge

EDITS = 50
TYPES = ("met", "accused", "funded", "sued")


def edit(corrections: Corrections, chance: random.Random) -> None:
    """Make a random decision on what is there; one that cannot be made raises CurationError."""
    kb = corrections.state().kb
    one, other = chance.sample(sorted(kb.actors), 2)
    relation = kb.relations[chance.choice(sorted(kb.relations))]
    claim = chance.choice(relation.claims)
    mentions = kb.actors[one].mentions
    words = chance.choice(("Mara Venn", "Another", "A third one"))
    article = kb.articles[claim.article_id]
    at = TextSpan(claim.target.span.end, min(len(article.text), claim.target.span.end + 4))
    decide = chance.choice(
        (
            lambda: corrections.rename(one, words),
            lambda: corrections.merge(one, other),
            lambda: corrections.merge(relation.source, relation.target),
            lambda: corrections.split(one, map(place_of, chance.sample(mentions, len(mentions) // 2)), words),
            lambda: corrections.change_kind(one, chance.choice(("person", "place"))),
            lambda: corrections.hide(one),
            lambda: corrections.show(one),
            lambda: corrections.delete(one),
            lambda: corrections.keep_apart(one, other),
            lambda: corrections.do_not_ask(one, other),
            lambda: corrections.note(chance.choice((one, relation.id)), words),
            lambda: corrections.reject(claim.id),
            lambda: corrections.confirm(claim.id),
            lambda: corrections.retype(claim.id, chance.choice(TYPES)),
            lambda: corrections.turn(claim.id),
            lambda: corrections.change_status(claim.id, chance.choice(list(Status))),
            lambda: corrections.change_speaker(claim.id, chance.choice((one, None))),
            lambda: corrections.add_claim(
                claim.article_id,
                source=claim.source.span,
                trigger=claim.trigger,
                target=chance.choice((at, claim.target.span)),
                relation_type=chance.choice(TYPES),
            ),
        )
    )
    decide()


def edited(corrections: Corrections, chance: random.Random) -> list[str]:
    """Make fifty random decisions; return the fingerprints of the states before each and after the last."""
    prints = [fingerprint(corrections.state())]
    while len(prints) <= EDITS:
        try:
            edit(corrections, chance)
        except CurationError:
            continue
        check(corrections.state().kb)
        prints.append(fingerprint(corrections.state()))
    return prints


@pytest.mark.parametrize("seed", range(6))
def test_curation_fifty_edits_and_fifty_undos_give_the_former_graph(seed):
    log, kb = MemoryLog(), knowledge(40, seed=seed)
    corrections = correct(kb, log)
    prints = edited(corrections, random.Random(seed))  # noqa: S311
    assert len(set(prints)) > EDITS / 2
    for expected in reversed(prints[:-1]):
        corrections.undo()
        assert fingerprint(corrections.state()) == expected
    with pytest.raises(CurationError, match="Nothing is left to undo"):
        corrections.undo()
    again = correct(kb, log)  # replays the log, with nothing in memory
    assert fingerprint(again.state()) == prints[0]
    assert again.state().kb == kb
    for _ in range(EDITS):
        again.redo()
    assert fingerprint(correct(kb, log).state()) == prints[-1]
    with pytest.raises(CurationError, match="Nothing is left to do again"):
        again.redo()
    assert len(log.entries) == 3 * EDITS


@pytest.mark.parametrize("seed", range(4))
def test_curation_any_decision_can_be_taken_back_alone(seed):
    log, kb, chance = MemoryLog(), knowledge(40, seed=seed), random.Random(seed)  # noqa: S311
    corrections = correct(kb, log)
    last = edited(corrections, chance)[-1]
    taken = chance.sample(corrections.history.in_force, 20)
    for number in taken:
        corrections.undo(number)
        check(corrections.state().kb)
    assert fingerprint(correct(kb, log).state()) == fingerprint(corrections.state())
    for number in chance.sample(taken, len(taken)):
        corrections.redo(number)
    assert fingerprint(corrections.state()) == last


def test_curation_a_merge_taken_back_leaves_no_trace():
    kb = knowledge(40)
    corrections = correct(kb)
    before = fingerprint(corrections.state())
    relation = next(iter(kb.relations.values()))
    corrections.merge(relation.source, relation.target)
    assert relation.target not in corrections.state().kb.actors
    corrections.undo()
    assert fingerprint(corrections.state()) == before
    assert corrections.state().kb == kb


def test_curation_a_split_takes_a_merge_apart_again():
    kb: KnowledgeBase = knowledge(40)
    corrections = correct(kb)
    source, target = kb.actors["person:jorton-norlund-z"], kb.actors["person:aleth-mara-f"]
    corrections.merge(source.id, target.id)
    names = [place_of(mention) for mention in target.mentions if mention.form is Form.NAME]
    corrections.split(source.id, names, target.name)
    now = corrections.state().kb
    assert now.relations.keys() == kb.relations.keys()
    assert {i: len(r.claims) for i, r in now.relations.items()} == {i: len(r.claims) for i, r in kb.relations.items()}
