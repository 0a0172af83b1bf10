import pytest
import spacy

from graph.language.training.conllu import build_words, keep_relation
from graph.language.training.gold import GoldSentence, Name, Word, build_example, find_name_tags
from graph.language.training.gum_names import find_gum_names, read_mentions
from graph.language.training.name_corpora import WIKIGOLD_LABELS, WNUT_LABELS, build_names, space_words


def rows(text: str) -> list[list[str]]:
    """CoNLL-U rows written short: id form lemma upos xpos head relation misc."""
    found = []
    for line in text.strip().splitlines():
        parts = line.split()
        if "-" in parts[0]:
            found.append([parts[0], parts[1], "_", "_", "_", "_", "_", "_", "_", parts[2]])
        else:
            number, form, lemma, upos, xpos, head, relation, misc = parts
            found.append([number, form, lemma, upos, xpos, "_", head, relation, "_", misc])
    return found


DONT = rows("""
1 They they PRON PRP 4 nsubj _
2-3 don't _
2 do do AUX VBP 4 aux _
3 n't not PART RB 4 advmod _
4 talk talk VERB VB 0 root SpaceAfter=No
5 . . PUNCT . 4 punct _
""")

TITLED = rows("""
1 President President PROPN NNP 2 nmod:desc Entity=(1-person-new-nnnnn-cf1-1,2,3-coref-Ann_Roe
2 Ann Ann PROPN NNP 4 nsubj _
3 Roe Roe PROPN NNP 2 flat Entity=1)
4 left leave VERB VBD 0 root _
5 the the DET DT 6 det Entity=(2-organization-new-nnnnn-cf2-2,3,4-sgl
6 University University PROPN NNP 4 obj _
7 of of ADP IN 8 case _
8 Perth Perth PROPN NNP 6 nmod Entity=(3-place-new-nnnnn-cf3-1-sgl-Perth%2C_Scotland)2)
9 with with ADP IN 12 case _
10 the the DET DT 12 det Entity=(4-person-new-nnnnn-cf4-3-sgl
11 old old ADJ JJ 12 amod _
12 dean dean NOUN NN 4 obl Entity=4)
""")


def test_build_words_spreads_a_multiword_token_over_its_words() -> None:
    words, _ = build_words(DONT)
    assert [word.text for word in words] == ["They", "do", "n't", "talk", "."]
    assert GoldSentence(words).text == "They don't talk."
    assert [word.dep for word in words] == ["nsubj", "aux", "advmod", "ROOT", "punct"]
    assert [word.head for word in words] == [3, 3, 3, 3, 3]


def test_build_words_refuses_words_that_do_not_spell_their_multiword_token() -> None:
    with pytest.raises(ValueError, match="do not spell 'dunno'"):
        build_words(rows("1-2 dunno _\n1 do do AUX VBP 2 aux _\n2 know know VERB VB 0 root _"))


def test_build_words_calls_every_proper_noun_tag_a_proper_noun() -> None:
    words, _ = build_words(rows("1 United Unite VERB NNP 2 amod _\n2 Nations Nation PROPN NNPS 0 root _"))
    assert [word.pos for word in words] == ["PROPN", "PROPN"]


def test_keep_relation_drops_the_subtypes_that_nothing_reads() -> None:
    assert keep_relation("nsubj:pass") == "nsubj:pass"
    assert keep_relation("obl:agent") == "obl:agent"
    assert keep_relation("nsubj:outer") == "nsubj"
    assert keep_relation("flat") == "flat"


def test_read_mentions_reads_nested_ones_and_identities_with_hyphens() -> None:
    words_notes = ["(1-organization-new-nnnnn-cf1-1,2-coref-Rolls-Royce(2-place-acc:inf-n____-cf2*-1-sgl)", "1)"]
    mentions = {mention.chain: mention for mention in read_mentions(words_notes)}
    assert (mentions["1"].start, mentions["1"].end, mentions["1"].identity) == (0, 2, "Rolls-Royce")
    assert (mentions["2"].kind, mentions["2"].heads) == ("place", (0,))


def test_find_gum_names_takes_the_run_of_proper_nouns_without_titles() -> None:
    words, notes = build_words(TITLED)
    assert find_gum_names(words, notes) == (Name(1, 3, "PERSON"), Name(5, 8, "ORG"))


def test_find_gum_names_does_not_take_the_place_inside_an_office_for_a_person() -> None:
    words, notes = build_words(
        rows("""
1 President President PROPN NNP 0 root Entity=(1-person-new-nnnnn-cf1-1-sgl
2 of of ADP IN 3 case _
3 Mali Mali PROPN NNP 1 nmod Entity=(2-place-new-nnnnn-cf2-1-sgl-Mali)1)
""")
    )
    assert find_gum_names(words, notes) == (Name(2, 3, "LOC"),)


def test_build_names_reads_both_kinds_of_iob_and_drops_other_labels() -> None:
    assert build_names(["I-PER", "I-PER", "O", "I-MISC", "B-ORG", "I-ORG"], WIKIGOLD_LABELS) == (
        Name(0, 2, "PERSON"),
        Name(4, 6, "ORG"),
    )
    assert build_names(["B-group", "B-group", "B-product"], WNUT_LABELS) == (Name(0, 1, "ORG"), Name(1, 2, "ORG"))


def test_space_words_sets_spaces_as_print_does() -> None:
    words = space_words('He said , " We wo n\'t ( yet ) go . "'.split())
    assert GoldSentence(words).text == 'He said, "We won\'t (yet) go."'


def test_find_name_tags_leaves_missing_names_missing() -> None:
    words = (Word("Paris"), Word("slept"))
    assert find_name_tags(GoldSentence(words)) == ["", ""]
    assert find_name_tags(GoldSentence(words, names=())) == ["O", "O"]
    assert find_name_tags(GoldSentence(words, names=(), unsure=frozenset((0,)))) == ["", "O"]


def test_build_example_aligns_trees_and_leaves_unknown_names_open() -> None:
    nlp = spacy.blank("en")
    words, _ = build_words(DONT)
    example = build_example(nlp, [GoldSentence(words), GoldSentence(words)])
    assert example.text.startswith("They don't talk. They don't talk.")
    assert example.get_aligned("DEP", as_string=True)[:5] == ["nsubj", "aux", "advmod", "ROOT", "punct"]
    assert [token.i for token in example.reference if token.is_sent_start] == [0, 5]
    assert example.get_aligned_ner()[:2] == [None, None]
