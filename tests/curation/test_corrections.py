"""Each decision does what it says, on the sample story; and it holds when the articles are read differently."""

from dataclasses import replace

import pytest

from graph.curation import place_of
from graph.errors import CurationError
from graph.knowledge import claim_passages
from graph.model import Actor, Claim, KnowledgeBase, Status, TextSpan
from graph.taxonomy import load_taxonomy
from tests.curation.logs import MemoryLog, check, correct
from tests.drafts import DraftArticle, DraftClaim, DraftSentence, make_knowledge
from tests.knowledge_bases import sample_knowledge

MARA, TOBIAS, HALDEN = "person:mara-venn", "person:tobias-ek", "organisation:halden-energy"
GUARD, NORLAND, COURT = "group:river-guard", "place:norland", "organisation:harbour-court"
FIRED = f"{MARA}>fired>{TOBIAS}"


@pytest.fixture
def corrections():
    return correct(sample_knowledge())


def now(corrections) -> KnowledgeBase:
    check(corrections.state().kb)
    return corrections.state().kb


def claim_of(corrections, relation_id, number=0) -> Claim:
    return now(corrections).relations[relation_id].claims[number]


def test_corrections_rename_keeps_the_id_and_the_former_name(corrections):
    corrections.rename(MARA, "  Mara   Venn-Holt ")
    actor = now(corrections).actors[MARA]
    assert (actor.name, actor.aliases) == ("Mara Venn-Holt", ("Mara Venn", "Venn", "Minister Venn"))
    corrections.rename(MARA, "Mara Venn")
    assert now(corrections).actors[MARA].aliases == ("Mara Venn-Holt", "Venn", "Minister Venn")


def test_corrections_change_the_kind(corrections):
    corrections.change_kind(GUARD, "organisation")
    assert now(corrections).actors[GUARD].kind == "organisation"
    with pytest.raises(CurationError, match="'ship' is no kind of actor"):
        corrections.change_kind(GUARD, "ship")


def test_corrections_merge_joins_claims_and_names(corrections):
    before = now(corrections)
    corrections.merge(MARA, TOBIAS)
    after = now(corrections)
    assert TOBIAS not in after.actors
    mara = after.actors[MARA]
    assert mara.aliases == ("Venn", "Minister Venn", "Tobias Ék", "Ék")
    assert len(mara.mentions) == len(before.actors[MARA].mentions) + len(before.actors[TOBIAS].mentions)
    assert mara.reasons[-1] == "joined with “Tobias Ék” by the reader"
    assert f"{MARA}>works_for>{HALDEN}" in after.relations
    assert FIRED not in after.relations
    assert {claim.relation_type for claim in after.inner} == {"fired", "criticised", "sued"}


def test_corrections_refuse_what_cannot_be_meant(corrections):
    for decide in (
        lambda: corrections.merge(MARA, MARA),
        lambda: corrections.rename(MARA, " "),
        lambda: corrections.rename("person:nobody", "Ann"),
        lambda: corrections.reject("nothing"),
        lambda: corrections.split(MARA, (), "Ann"),
        lambda: corrections.undo(),
        lambda: corrections.redo(),
    ):
        with pytest.raises(CurationError):
            decide()
    assert corrections.history.entries == ()


def test_corrections_split_lets_pronouns_follow_their_name(corrections):
    kb = now(corrections)
    first = next(mention for mention in kb.actors[MARA].mentions if mention.form == "name")
    corrections.split(MARA, [place_of(first)], "Mara Venn")
    after = now(corrections)
    other = after.actors["person:mara-venn-2"]
    words = [mention.span.of(after.articles[mention.article_id].text) for mention in other.mentions]
    assert words == ["Mara Venn", "She"]
    assert corrections.state().origins == {"person:mara-venn-2": MARA}
    assert {relation.id for relation in after.relations.values() if relation.source == other.id} == {
        f"{other.id}>fired>{TOBIAS}",
        f"{other.id}>criticised>{TOBIAS}",
    }
    assert after.relations[FIRED].article_count == 1


def test_corrections_split_brings_back_what_two_of_one_name_did_to_each_other():
    kb = sample_knowledge()
    corrections = correct(kb)
    corrections.merge(MARA, TOBIAS)
    corrections.split(MARA, map(place_of, kb.actors[TOBIAS].mentions), "Tobias Ék")
    assert now(corrections).relations[FIRED].claims == kb.relations[FIRED].claims


def test_corrections_hide_and_show_again(corrections):
    kb = now(corrections)
    corrections.hide(MARA)
    assert corrections.state().hidden == {MARA}
    assert now(corrections) == kb
    corrections.show(MARA)
    assert corrections.state().hidden == frozenset()


def test_corrections_delete_leaves_no_words_of_nobody_as_a_fact(corrections):
    kb = now(corrections)
    spoken = [c for r in kb.relations.values() for c in r.claims if c.speaker and kb.actor_of(c.speaker).id == MARA]
    corrections.change_status(spoken[0].id, Status.ASSERTED)
    corrections.delete(MARA)
    after = now(corrections)
    assert MARA not in after.actors
    assert all(MARA not in (relation.source, relation.target) for relation in after.relations.values())
    left = next(c for r in after.relations.values() for c in r.claims if c.id == spoken[0].id)
    assert (left.speaker, left.status) == (None, Status.HEDGED)


def test_corrections_notes_follow_their_actors(corrections):
    corrections.note(MARA, "Was she in town?")
    corrections.note(FIRED, "Ask the ministry.")
    assert corrections.state().notes == {MARA: "Was she in town?", FIRED: "Ask the ministry."}
    corrections.note(TOBIAS, "Has a brother.")
    corrections.merge(TOBIAS, MARA)
    assert corrections.state().notes[TOBIAS] == "Has a brother.\nWas she in town?"
    corrections.note(TOBIAS, "")
    assert TOBIAS not in corrections.state().notes


def test_corrections_reject_takes_a_claim_and_an_empty_relation_away(corrections):
    corrections.reject(claim_of(corrections, FIRED).id)
    assert len(now(corrections).relations[FIRED].claims) == 1
    corrections.reject(claim_of(corrections, FIRED).id)
    assert FIRED not in now(corrections).relations


def test_corrections_confirm_makes_a_claim_sure_and_says_so(corrections):
    claim = claim_of(corrections, FIRED)
    corrections.confirm(claim.id)
    confirmed = claim_of(corrections, FIRED)
    assert (confirmed.confidence, confirmed.rule) == (1.0, f"confirmed by the reader; {claim.rule}")
    passage = claim_passages(now(corrections), load_taxonomy(), [claim.id])[claim.id]
    assert passage.rule == confirmed.rule


def test_corrections_of_a_claim(corrections):
    claim = claim_of(corrections, f"{TOBIAS}>works_for>{HALDEN}")
    corrections.retype(claim.id, "leads")
    corrections.change_status(claim.id, Status.NEGATED)
    corrections.change_speaker(claim.id, MARA)
    corrections.turn(claim.id)
    turned = claim_of(corrections, f"{HALDEN}>leads>{TOBIAS}")
    assert (turned.id, turned.status) == (claim.id, Status.NEGATED)
    assert now(corrections).actor_of(turned.speaker).id == MARA
    assert turned.rule == f"corrected by the reader; {claim.rule}"
    corrections.change_speaker(claim.id, None)
    assert claim_of(corrections, f"{HALDEN}>leads>{TOBIAS}").speaker is None


def span(article, words) -> TextSpan:
    start = article.text.index(words)
    return TextSpan(start, start + len(words))


def test_corrections_add_a_claim_between_whom_the_words_mention(corrections):
    article = now(corrections).articles["a1f0c2d4e6b8"]
    parts = {
        "source": span(article, "Norland"),
        "trigger": span(article, "will sanction"),
        "target": span(article, "Halden"),
    }
    corrections.add_claim(article.id, relation_type="warned", status=Status.PLANNED, **parts)
    added = claim_of(corrections, f"{NORLAND}>warned>{HALDEN}", number=0)
    assert (added.status, added.confidence, added.rule) == (Status.PLANNED, 1.0, "added by the reader: will sanction")
    with pytest.raises(CurationError, match="says this already"):
        corrections.add_claim(
            article.id, relation_type="warned", status=Status.PLANNED, **parts | {"target": parts["source"]}
        )


def test_corrections_add_a_claim_about_somebody_new(corrections):
    article = now(corrections).articles["a1f0c2d4e6b8"]
    corrections.add_claim(
        article.id,
        source=span(article, "a spokesman"),
        trigger=span(article, "said"),
        target=span(article, "Port Selby"),
        relation_type="visited",
        kinds=("person", "place"),
    )
    after = now(corrections)
    assert after.actors["person:a-spokesman"].name == "a spokesman"
    assert "person:a-spokesman>visited>place:port-selby" in after.relations
    assert corrections.state().origins == {"person:a-spokesman": "place:port-selby"}


# --- Read differently by a newer version --------------------------------------------------------------

STORY = (
    "[{trump}|Donald Trump] fired [person:james-comey|James Comey].",
    "[{trump}|Trump] praised [person:ann-hale|Ann Hale].",
)
CLAIMS = (
    DraftClaim("{trump}", "fired", "person:james-comey", "fired"),
    DraftClaim("{trump}", "praised", "person:ann-hale", "praised"),
)


def read_as(trump: str = "person:donald-trump", *, claims=CLAIMS, lines=STORY) -> KnowledgeBase:
    """Return the story as one version of the reader reads it: under other ids, chains and claims."""
    sentences = tuple(
        DraftSentence(
            line.format(trump=trump),
            tuple(
                replace(c, source=c.source.format(trump=trump), target=c.target.format(trump=trump))
                for c in (claim,)
                if c
            ),
        )
        for line, claim in zip(lines, claims, strict=True)
    )
    ids = [i for i in (trump, "person:james-comey", "person:ann-hale") if i in str(sentences)]
    actors = [Actor(i, i.partition(":")[2].replace("-", " ").title(), "person") for i in ids]
    return make_knowledge([DraftArticle("a", "T", sentences)], actors)


def replayed(log: MemoryLog, kb: KnowledgeBase):
    again = correct(kb, log)
    check(again.state().kb)
    return again


def test_corrections_hold_where_an_actor_gets_another_id():
    log = MemoryLog()
    corrections = correct(read_as(), log)
    corrections.rename("person:donald-trump", "President Trump")
    corrections.merge("person:donald-trump", "person:ann-hale")
    later = replayed(log, read_as("person:donald-j-trump"))
    assert later.state().kb.actors["person:donald-j-trump"].name == "President Trump"
    assert "person:ann-hale" not in later.state().kb.actors


def test_corrections_hold_for_claims_that_are_not_read_any_more():
    log = MemoryLog()
    corrections = correct(read_as(), log)
    fired = claim_of(corrections, "person:donald-trump>fired>person:james-comey")
    corrections.change_status(fired.id, Status.HEDGED)
    praised = claim_of(corrections, "person:donald-trump>praised>person:ann-hale")
    corrections.reject(praised.id)
    later = replayed(log, read_as("person:donald-j-trump", claims=(None, CLAIMS[1])))
    relations = later.state().kb.relations
    assert list(relations) == ["person:donald-j-trump>fired>person:james-comey"]
    made = relations["person:donald-j-trump>fired>person:james-comey"].claims[0]
    assert (made.status, made.trigger) == (Status.HEDGED, fired.trigger)


def test_corrections_do_not_reject_what_is_read_otherwise_by_now():
    log = MemoryLog()
    corrections = correct(read_as(), log)
    corrections.reject(claim_of(corrections, "person:donald-trump>praised>person:ann-hale").id)
    other = replace(CLAIMS[1], type="criticised")
    later = replayed(log, read_as(claims=(CLAIMS[0], other)))
    assert "person:donald-trump>criticised>person:ann-hale" in later.state().kb.relations


def test_corrections_turn_only_what_still_stands_the_wrong_way_round():
    log = MemoryLog()
    corrections = correct(read_as(), log)
    corrections.turn(claim_of(corrections, "person:donald-trump>fired>person:james-comey").id)
    turned = DraftClaim("person:james-comey", "fired", "{trump}", "fired")
    later = replayed(log, read_as(claims=(turned, CLAIMS[1])))
    assert "person:james-comey>fired>person:donald-trump" in later.state().kb.relations


def test_corrections_keep_apart_whom_a_newer_version_joins():
    log = MemoryLog()
    corrections = correct(read_as(), log)
    corrections.keep_apart("person:donald-trump", "person:ann-hale")
    assert corrections.state().asked == {frozenset({"person:donald-trump", "person:ann-hale"})}
    joined = tuple(line.replace("person:ann-hale", "{trump}") for line in STORY)
    later = replayed(log, read_as(lines=joined, claims=(CLAIMS[0], None)))
    assert [actor.name for actor in later.state().kb.actors.values()].count("Ann Hale") == 1
    assert len(later.state().asked) == 1


def test_corrections_tell_their_log_in_words(corrections):
    corrections.merge(MARA, TOBIAS, NORLAND)
    told = "Joined “Tobias Ék” and “Norland” with “Mara Venn”"
    assert corrections.undo() == told
    assert (corrections.next_undo(), corrections.next_redo()) == ("", told)
    assert corrections.redo() == told
    corrections.confirm(claim_of(corrections, f"{COURT}>investigated>{HALDEN}").id)
    confirmed = "Confirmed “Harbour Court investigated Halden Energy”"
    assert (corrections.next_undo(), corrections.next_redo()) == (confirmed, "")
    corrections.undo()
    assert [(line.number, line.words, line.holds, line.can_return) for line in corrections.lines()] == [
        (5, f"Undid: {confirmed}", False, False),
        (4, confirmed, False, True),
        (3, f"Did again: {told}", False, False),
        (2, f"Undid: {told}", False, False),
        (1, told, True, False),
    ]
    assert {line.who for line in corrections.lines()} == {"Ann"}
