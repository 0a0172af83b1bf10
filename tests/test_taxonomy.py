"""The taxonomy's data and what loading says of data that is wrong."""

import re
import shutil
from pathlib import Path

import pytest

from graph.data import DATA
from graph.errors import TaxonomyError
from graph.frames import Example, RelationType
from graph.taxonomy import load_taxonomy
from tests.extract.readings import read_text

TYPES = {
    "contact": "met spoke_with visited hosted negotiated_with wrote_to photographed_with contacted",
    "praise": "praised thanked congratulated supported defended welcomed",
    "criticism": "criticised accused mocked condemned denied rejected protested_against blamed",
    "directive": "asked urged ordered demanded warned threatened told",
    "cooperation": "helped funded armed trained agreed_with joined allied_with rescued gave_to",
    "conflict": "attacked killed fought invaded annexed kidnapped hacked imprisoned",
    "legal": "investigated charged arrested sued convicted sanctioned questioned banned ruled_on",
    "opposition": "opposed vetoed blocked defeated competed_with",
    "personnel": "appointed fired replaced elected resigned_from",
    "affiliation": "leads works_for member_of represents part_of founded located_in studied_at",
    "kinship": "related_to married_to",
    "business": "acquired invested_in owns sold_to paid",
    "other": "",
}
SYMMETRIC = (
    "met spoke_with negotiated_with allied_with fought agreed_with related_to married_to photographed_with".split()
)
EXAMPLES = [(kind, example) for kind in load_taxonomy().types.values() for example in kind.examples]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small folder of data that loads."""
    for name in ("actors.toml", "verbs.toml"):
        shutil.copy(DATA / name, tmp_path / name)
    (tmp_path / "families.toml").write_text('families = ["legal", "other"]\n')
    write(tmp_path, "legal", "")
    write(tmp_path, "other", "", type_id="close_to")
    return tmp_path


def write(folder: Path, family: str, line: str, *, type_id: str = "sued") -> None:
    """Write a family with one type; `line` is added to its table and replaces a key that stands there."""
    table = {
        "label": '"sued"',
        "inverse": '"was sued by"',
        "frames": '[{ verb = "sue", source = "agent", target = "patient" }]' if type_id == "sued" else "[]",
    }
    key, _, value = line.partition(" = ")
    if key:
        table[key] = value
    text = "".join(f"{key} = {value}\n" for key, value in table.items())
    (folder / "relations").mkdir(exist_ok=True)
    (folder / "relations" / f"{family}.toml").write_text(f"[{type_id}]\n{text}")


def message_of(folder: Path) -> str:
    with pytest.raises(TaxonomyError) as caught:
        load_taxonomy(folder)
    return str(caught.value)


def test_taxonomy_has_the_families_in_order_and_their_types() -> None:
    taxonomy = load_taxonomy()
    assert taxonomy.families == tuple(TYPES)
    for family, ids in TYPES.items():
        assert {taxonomy.types[type_id].family for type_id in ids.split()} <= {family}


def test_taxonomy_has_the_kinds_with_the_codes_of_the_gold_graphs() -> None:
    codes = {kind.id: kind.code for kind in load_taxonomy().kinds.values()}
    assert codes == {"person": "PERSON", "organisation": "ORG", "place": "GPE", "group": "GROUP"}


@pytest.mark.parametrize("type_id", SYMMETRIC)
def test_taxonomy_symmetric_types_read_the_same_both_ways(type_id: str) -> None:
    relation_type = load_taxonomy().types[type_id]
    assert relation_type.symmetric
    assert relation_type.inverse == relation_type.label


def test_taxonomy_every_type_has_a_frame_and_two_examples() -> None:
    poor = [t.id for t in load_taxonomy().types.values() if not t.frames or len(t.examples) < 2]
    assert poor == []


def test_taxonomy_every_example_stands_once() -> None:
    texts = [example.text for _, example in EXAMPLES]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(("relation_type", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_taxonomy_example_is_read_as_it_says(relation_type: RelationType, example: Example) -> None:
    extraction = read_text(example.text)
    names = {chain.index: chain.name for chain in extraction.chains}
    ends = {
        (names[claim.source.chain], names[claim.target.chain])
        for claim in extraction.claims
        if claim.relation_type == relation_type.id
    }
    if relation_type.symmetric:
        ends |= {(target, source) for source, target in ends}
    assert (example.source, example.target) in ends


@pytest.mark.parametrize(
    ("word", "part", "type_id"),
    [
        ("sack", "verb", "fired"),
        ("carry out", "verb", None),
        ("take over", "verb", "acquired"),
        ("shake hand", "verb", "met"),
        ("dismissal", "noun", "fired"),
        ("led", "adjective", "leads"),
        ("sack", "noun", None),
    ],
)
def test_taxonomy_frames_are_found_by_word_and_part(word: str, part: str, type_id: str | None) -> None:
    found = {relation_type.id for relation_type, _ in load_taxonomy().frames_for(word, part)}
    assert type_id in found if type_id else not found


def test_taxonomy_noun_frame_with_agent_holds_for_its_by_phrase() -> None:
    frames = load_taxonomy().frames_for("invasion", "noun")
    slots = {(frame.source, frame.target) for relation_type, frame in frames if relation_type.id == "invaded"}
    assert {("agent", "prep:of"), ("prep:by", "prep:of")} <= slots


def test_taxonomy_frame_narrows_the_kinds_of_its_type() -> None:
    (frame,) = [f for t, f in load_taxonomy().frames_for("go", "verb") if t.id == "visited"]
    assert frame.target_kinds == ("place",)
    assert frame.source_kinds == load_taxonomy().types["visited"].source


@pytest.mark.parametrize(
    ("lemma", "label", "inverse"),
    [
        ("infect", "infected", "was infected by"),
        ("retaliate_against", "retaliated against", "was retaliated against by"),
        ("outdo", "outdid", "was outdone by"),
        ("copy", "copied", "was copied by"),
        ("hug", "hugged", "was hugged by"),
        ("fix", "fixed", "was fixed by"),
        ("use up", "used up", "was used up by"),
    ],
)
def test_taxonomy_unknown_lemma_becomes_a_readable_type_of_other(lemma: str, label: str, inverse: str) -> None:
    relation_type = load_taxonomy().relation_type(lemma)
    assert (relation_type.id, relation_type.family) == (lemma, "other")
    assert (relation_type.label, relation_type.inverse) == (label, inverse)


def test_taxonomy_known_id_gives_the_type() -> None:
    assert load_taxonomy().relation_type("fired") is load_taxonomy().types["fired"]


def test_taxonomy_version_changes_with_any_data_file(folder: Path) -> None:
    before = load_taxonomy(folder).version
    assert re.fullmatch(r"[0-9a-f]{12}", before)
    (folder / "cues.toml").write_text('factive = "confirm"\n')
    load_taxonomy.cache_clear()
    assert load_taxonomy(folder).version != before


def test_taxonomy_loads_another_folder(folder: Path) -> None:
    taxonomy = load_taxonomy(folder)
    assert list(taxonomy.types) == ["sued", "close_to"]
    assert taxonomy.types["sued"].source == tuple(taxonomy.kinds)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('label = ""', ["legal.toml", "[sued]", "label", "''"]),
        ('lable = "sued"', ["legal.toml", "[sued]", "'lable'", "use only"]),
        ('source = ["robot"]', ["legal.toml", "[sued]", "source 'robot'", "person, organisation"]),
        ('frames = [{ verb = "sue", source = "agent" }]', ["[sued]", "a frame", "a source and a target"]),
        ("frames = [1]", ["[sued]", "a frame 1", "a source and a target"]),
        ('frames = [{ word = "sue", source = "agent", target = "patient" }]', ["[sued]", "verb, noun, adjective"]),
        ('frames = [{ verb = "sue", source = "subject", target = "patient" }]', ["[sued]", "'subject'", "patient"]),
        ('frames = [{ verb = "sue", source = "prep:", target = "patient" }]', ["[sued]", "a slot 'prep:'"]),
        (
            'frames = [{ verb = "sue", source = "agent", target = "patient", target_kinds = ["robot"] }]',
            ["[sued]", "target_kinds 'robot'"],
        ),
        (
            'frames = [{ verb = ["sue", "sue"], source = "agent", target = "patient" }]',
            ["'sue'", "[sued] and in [sued]", "keep one"],
        ),
        ('examples = ["Ann sued Bob."]', ["[sued]", "an example", "a text, a source and a target"]),
        (
            'examples = [{ text = "Ann sued Bob.", source = "Ann", target = "Rob" }]',
            ["[sued]", "target 'Rob'", "'Ann sued Bob.'"],
        ),
    ],
)
def test_taxonomy_says_what_is_wrong_with_a_type(folder: Path, line: str, words: list[str]) -> None:
    write(folder, "legal", line)
    message = message_of(folder)
    assert [word for word in words if word not in message] == []


def test_taxonomy_says_where_a_second_type_has_the_same_id(folder: Path) -> None:
    write(folder, "other", "")
    assert "[sued] also stands in legal.toml" in message_of(folder)


def test_taxonomy_says_which_two_types_share_a_frame(folder: Path) -> None:
    write(folder, "other", 'frames = [{ verb = "sue", source = "agent", target = "patient" }]', type_id="blamed")
    message = message_of(folder)
    assert "[sued] and in [blamed]" in message
    assert "'sue'" in message


def test_taxonomy_two_types_may_share_a_frame_for_different_kinds(folder: Path) -> None:
    frame = '{ verb = "sue", source = "agent", target = "patient", target_kinds = ["%s"] }'
    write(folder, "legal", f"frames = [{frame % 'person'}]")
    write(folder, "other", f"frames = [{frame % 'place'}]", type_id="blamed")
    assert [t.id for t, _ in load_taxonomy(folder).frames_for("sue", "verb")] == ["sued", "blamed"]


def test_taxonomy_says_which_family_lacks_its_file(folder: Path) -> None:
    (folder / "families.toml").write_text('families = ["legal", "sport", "other"]\n')
    message = message_of(folder)
    assert "sport.toml is missing" in message


def test_taxonomy_says_which_file_is_of_no_family(folder: Path) -> None:
    write(folder, "sport", "", type_id="beat")
    assert "relations/sport.toml is no family of the list" in message_of(folder)


@pytest.mark.parametrize("families", ["[]", '["other", "legal"]'])
def test_taxonomy_wants_other_as_the_last_family(folder: Path, families: str) -> None:
    (folder / "families.toml").write_text(f"families = {families}\n")
    assert "'other' last" in message_of(folder)


def test_taxonomy_says_what_a_kind_lacks(folder: Path) -> None:
    (folder / "actors.toml").write_text('[person]\nlabel = "person"\nplural = "people"\n')
    assert "[person] has no code" in message_of(folder)


@pytest.mark.parametrize("content", [b"[sued\n", b"\xff\xfe"])
def test_taxonomy_says_which_file_is_no_toml(folder: Path, content: bytes) -> None:
    (folder / "relations" / "legal.toml").write_bytes(content)
    message = message_of(folder)
    assert "legal.toml is not valid TOML" in message
    assert "Correct it" in message


def test_taxonomy_says_which_verb_has_no_past(folder: Path) -> None:
    (folder / "verbs.toml").write_text("take = 3\n")
    message = message_of(folder)
    assert "verbs.toml: take is 3" in message
