"""Tests of graph.contradictions: planted conflicts are found, near-misses are not."""

from dataclasses import replace
from shutil import copytree

import pytest

from graph.contradictions import Opposition, find_contradictions, load_implied
from graph.data import DATA
from graph.errors import TaxonomyError
from graph.model import Actor, KnowledgeBase, Status
from graph.taxonomy import load_taxonomy
from tests.drafts import DraftArticle, DraftClaim, DraftSentence, make_knowledge
from tests.knowledge_bases import sample_knowledge

TAXONOMY = load_taxonomy()
CAST = {
    "ann": Actor("person:ann", "Ann Hale", "person"),
    "bob": Actor("person:bob", "Bob Dorn", "person"),
    "cy": Actor("person:cy", "Cy Marsh", "person"),
    "firm": Actor("organisation:firm", "Vantor Group", "organisation"),
    "state": Actor("place:state", "Norland", "place"),
}
STATUSES = {"yes": Status.ASSERTED, "no": Status.NEGATED, "maybe": Status.HEDGED, "soon": Status.PLANNED}
STATUSES |= {"if": Status.CONDITIONAL, "?": Status.ASKED}


def story(*lines: str) -> KnowledgeBase:
    """Return a story with an article for each line like "2024-03-01 cy: no ann met bob @2024-02 / will not".

    These are the day of publication, perhaps a speaker, the status and the claim, perhaps when it happened, and
    perhaps words that stand before the trigger.
    """
    return make_knowledge([_article(number, line) for number, line in enumerate(lines)], CAST.values())


def _article(number: int, line: str) -> DraftArticle:
    rest, _, words = line.partition(" / ")
    rest, _, when = rest.partition(" @")
    published, *speaker, status, source, type_id, target = rest.split()
    told = f"{named(speaker[0][:-1])} said: " if speaker else ""
    sentence = f"{told}{named(source)} {words} {type_id} {named(target)}."
    said_by = CAST[speaker[0][:-1]].id if speaker else None
    ends = CAST[source].id, type_id, CAST[target].id
    claim = DraftClaim(*ends, type_id, STATUSES[status], said_by, when or None)
    day = published if published != "-" else None
    return DraftArticle(f"a{number}", "Said", (DraftSentence(sentence, (claim,)),), published=day)


def named(key: str) -> str:
    return f"[{CAST[key].id}|{CAST[key].name}]"


def find(*lines: str, **options: frozenset[str]):
    return find_contradictions(story(*lines), TAXONOMY, **options)


CONFLICTS = {
    "stated, then denied": ("2024-03-01 yes ann met bob", "2024-03-02 no ann met bob"),
    "denied, then stated": ("2024-03-01 no firm paid ann", "2024-03-02 yes firm paid ann"),
    "on one day": ("2024-03-01 yes ann accused bob", "2024-03-01 no ann accused bob"),
    "alleged and denied": ("2024-03-01 maybe state hacked firm", "2024-03-05 no state hacked firm"),
    "alleged by one, denied by another": ("2024-03-01 cy: maybe ann fired bob", "2024-03-01 ann: no ann fired bob"),
    "stated by one, denied by another": ("2024-03-01 cy: yes firm funded bob", "2024-03-01 firm: no firm funded bob"),
    "planned and denied": ("2024-03-01 soon ann sued bob", "2024-03-03 no ann sued bob / has no plans to have"),
    "planned for a day, ruled out": (
        "2024-03-01 soon ann met bob @2024-04-07",
        "2024-03-02 no ann met bob / will not have",
    ),
    "ruled out, then planned": (
        "2024-03-01 no firm acquired state / won't have",
        "2024-03-09 soon firm acquired state",
    ),
    "planned, then did not": ("2024-03-01 soon state sanctioned firm", "2024-06-01 no state sanctioned firm"),
    "symmetric, the other way round": ("2024-03-01 yes ann met bob", "2024-03-02 no bob met ann"),
    "no date of the articles": ("- yes ann met bob", "- no ann met bob"),
    "the denial in the same month": ("2024-03-20 yes ann met bob @2024-03-09", "2024-04-01 no ann met bob @2024-03"),
    "the week of the day": ("2024-03-20 yes ann met bob @2024-03-06", "2024-03-20 no ann met bob @2024-W10"),
    "years later": ("2014-03-01 yes ann fired bob", "2024-03-01 no ann fired bob"),
    "dated before the denial": ("2024-03-01 no ann met bob", "2024-05-01 yes ann met bob @2024-02-02"),
    "implied": ("2024-03-01 yes ann met bob", "2024-03-02 no ann contacted bob"),
    "implied, the other way round": ("2024-03-01 yes ann spoke_with bob", "2024-03-02 no bob contacted ann"),
    "implied in a directed type": ("2024-03-01 yes state armed firm", "2024-03-02 no state helped firm"),
    "an employment in the same year": ("2024-03-01 yes ann works_for firm", "2024-05-01 no ann works_for firm"),
    "the head, who is said not to work there": ("2024-03-01 yes ann leads firm", "2024-03-05 no ann works_for firm"),
    "uncertain to another": ("2024-03-01 cy: yes ann paid bob", "2024-03-01 firm: maybe ann paid bob"),
    "words before a comma": ("2024-03-01 yes ann met bob", "2024-03-02 no ann met bob / , who will testify, never"),
}
NEAR_MISSES = {
    "other actors": ("2024-03-01 yes ann met bob", "2024-03-02 no ann met cy"),
    "the other direction": ("2024-03-01 yes ann fired bob", "2024-03-02 no bob fired ann"),
    "another type": ("2024-03-01 yes ann met bob", "2024-03-02 no ann fired bob"),
    "another type of the family": ("2024-03-01 yes ann visited bob", "2024-03-02 no ann met bob"),
    "the weaker stated, the stronger denied": ("2024-03-01 yes ann contacted bob", "2024-03-02 no ann met bob"),
    "helped, but not armed": ("2024-03-01 yes state helped firm", "2024-03-02 no state armed firm"),
    "implied the other way round": ("2024-03-01 yes state armed firm", "2024-03-02 no firm helped state"),
    "another day": ("2024-03-20 yes ann met bob @2024-03-09", "2024-03-20 no ann met bob @2024-03-12"),
    "another month": ("2024-05-20 yes ann met bob @2024-03", "2024-05-20 no ann met bob @2024-04-02"),
    "another week": ("2024-05-20 yes ann met bob @2024-03-06", "2024-05-20 no ann met bob @2024-W11"),
    "another year": ("2024-05-20 yes ann met bob @2021-03-06", "2024-05-20 no ann met bob @2022"),
    "not yet": ("2024-03-01 no ann met bob", "2024-05-01 yes ann met bob @2024-04-07"),
    "not yet, then planned": ("2024-03-01 no ann sued bob", "2024-03-08 soon ann sued bob"),
    "planned for after the denial of the past": (
        "2024-03-01 soon ann met bob @2024-07-07",
        "2024-03-02 no ann met bob",
    ),
    "a word not kept": ("2024-03-01 no ann met bob / will not have", "2024-03-09 yes ann met bob"),
    "a word not kept on its day": (
        "2024-03-01 no ann met bob @2024-03-05 / will not have",
        "2024-03-09 yes ann met bob @2024-03-05",
    ),
    "an employment of another year": ("2019-03-01 yes ann works_for firm", "2024-03-01 no ann works_for firm"),
    "conditional": ("2024-03-01 if ann sued bob", "2024-03-02 no ann sued bob"),
    "asked": ("2024-03-01 ? ann met bob", "2024-03-02 no ann met bob"),
    "stated twice": ("2024-03-01 yes ann met bob", "2024-03-02 cy: yes ann met bob"),
    "denied twice": ("2024-03-01 no ann met bob", "2024-03-02 cy: no ann met bob"),
    "stated and uncertain to the same": ("2024-03-01 cy: yes ann paid bob", "2024-03-02 cy: maybe ann paid bob"),
    "stated by the article, uncertain to one": ("2024-03-01 yes ann paid bob", "2024-03-02 cy: maybe ann paid bob"),
    "planned and done": ("2024-03-01 soon ann met bob", "2024-03-09 yes ann met bob"),
}


@pytest.mark.parametrize("lines", CONFLICTS.values(), ids=CONFLICTS)
def test_contradictions_finds_each_planted_conflict(lines):
    (found,) = find(*lines)
    assert len({*found.first.claim_ids, *found.second.claim_ids}) == 2
    assert 0 < found.score < 1


@pytest.mark.parametrize("lines", NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_contradictions_leaves_each_near_miss_alone(lines):
    assert find(*lines) == ()


def test_contradictions_are_planted_in_numbers():
    assert len(CONFLICTS) >= 20
    assert len(NEAR_MISSES) >= 20


def test_contradictions_finds_all_conflicts_in_one_story_and_nothing_else():
    assert find("2024-03-01 yes ann met bob", "2024-03-01 no firm paid ann") == ()
    found = find(
        "2024-03-01 yes ann met bob",
        "2024-03-01 no firm paid ann",
        "2024-03-02 no ann met bob",
        "2024-03-03 maybe firm paid ann",
        "2024-03-03 yes cy met bob",
    )
    assert [(c.type, c.opposition) for c in found] == [("met", Opposition.STATED), ("paid", Opposition.ALLEGED)]


def test_contradictions_lays_both_sides_side_by_side():
    (found,) = find(
        "2024-03-02 firm: no ann met bob",
        "2024-03-01 maybe ann met bob",
        "2024-03-04 cy: yes ann met bob",
        "2024-03-05 yes ann met bob",
        "2024-03-06 bob: no ann met bob",
    )
    assert found.first.claim_ids == ("a2:1", "a3:1", "a1:1")
    assert (found.first.status, found.first.speakers) == (Status.ASSERTED, ("person:cy",))
    assert found.second.claim_ids == ("a0:1", "a4:1")
    assert (found.second.status, found.second.speakers) == (Status.NEGATED, ("organisation:firm", "person:bob"))
    assert found.why == "“Ann Hale met Bob Dorn”: stated as fact by Cy Marsh 3×; denied by Vantor Group and Bob Dorn 2×"


def test_contradictions_of_an_implied_relation_name_both_and_weigh_less():
    (same,) = find("2024-03-01 yes ann contacted bob", "2024-03-02 no ann contacted bob")
    (implied,) = find("2024-03-01 yes ann met bob", "2024-03-02 no ann contacted bob")
    assert (same.implied, implied.implied) == (False, True)
    assert implied.score == pytest.approx(0.7 * same.score)
    assert implied.why.startswith("“Ann Hale met Bob Dorn” / “Ann Hale contacted Bob Dorn”: ")


def test_contradictions_are_ranked_by_their_weaker_side():
    stated = [f"2024-03-0{day} yes ann met bob" for day in range(1, 5)]
    (once,) = find(*stated, "2024-03-09 no ann met bob")
    (twice,) = find(*stated, "2024-03-09 no ann met bob", "2024-03-09 no ann met bob")
    assert twice.score > once.score
    (alleged,) = find("2024-03-01 maybe ann met bob", "2024-03-09 no ann met bob")
    (different,) = find("2024-03-01 cy: yes ann met bob", "2024-03-01 firm: maybe ann met bob")
    assert once.score > alleged.score > different.score


def test_contradictions_obey_what_passes():
    lines = ("2024-03-01 yes ann met bob", "2024-03-02 no ann met bob")
    assert find(*lines, keep=frozenset({"a0:1", "a1:1"}))
    assert find(*lines, keep=frozenset({"a1:1"})) == ()


def test_contradictions_leave_out_the_claims_of_another_time():
    (found,) = find(
        "2024-03-20 yes ann met bob @2024-03-09",
        "2024-03-20 no ann met bob @2024-03-09",
        "2024-03-20 no ann met bob @2024-03-12",
    )
    assert found.second.claim_ids == ("a1:1",)


def test_contradictions_of_the_sample_are_none():
    kb = sample_knowledge()
    assert find_contradictions(kb, TAXONOMY) == ()
    assert find_contradictions(replace(kb, relations={}), TAXONOMY) == ()


def test_implied_types_are_those_of_the_taxonomy(tmp_path):
    assert "contacted" in load_implied()["met"]
    folder = tmp_path / "data"
    copytree(DATA, folder)
    (folder / "implied.toml").write_text('met = "contacted, telepathy"')
    with pytest.raises(TaxonomyError, match="'telepathy' is no type of relation"):
        load_implied(folder)
