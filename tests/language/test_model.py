"""The bundled pipeline on sentences of our own: what extraction leans on must come out right."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.language.load import BUNDLED, load_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def find(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def tree(doc: Doc, *texts: str) -> list[tuple[str, str]]:
    return [(find(doc, text).dep_, find(doc, text).head.text) for text in texts]


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_model_is_small_and_says_what_it_is(nlp: Language) -> None:
    size = sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())
    assert size <= 25 * 2**20
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert (BUNDLED / "LICENSE").is_file()
    assert set(nlp.get_pipe("ner").labels) == {"PERSON", "ORG", "LOC"}


def test_model_reads_a_passive_with_its_agent(nlp: Language) -> None:
    doc = nlp("James Comey was unceremoniously sacked by Mr Trump the day before the meeting.")
    assert tree(doc, "James", "was", "sacked", "Trump") == [
        ("nsubj:pass", "sacked"),
        ("aux:pass", "sacked"),
        ("ROOT", "sacked"),
        ("obl:agent", "sacked"),
    ]
    assert find(doc, "sacked").lemma_ == "sack"
    assert names(doc) == [("James Comey", "PERSON"), ("Trump", "PERSON")]


def test_model_reads_an_active_with_its_object(nlp: Language) -> None:
    doc = nlp("Vantor Group sued Orrin Dale in London on Monday.")
    assert find(doc, "sued").dep_ == "ROOT"
    assert find(doc, "sued").tag_ == "VBD"
    assert find(doc, "sued").lemma_ == "sue"
    assert tree(doc, "Orrin")[0] == ("obj", "sued")
    assert ("London", "LOC") in names(doc)
    assert ("Orrin Dale", "PERSON") in names(doc)


@pytest.mark.parametrize(
    ("text", "title", "person"),
    [
        ("Mr Lavrov left.", "Mr", "Lavrov"),
        ("President Donald Trump praised the deal.", "President", "Donald Trump"),
        ("Prime Minister Theresa May met the delegation.", "Minister", "Theresa May"),
        ("Senator Susan Hale voted against the bill.", "Senator", "Susan Hale"),
    ],
)
def test_model_keeps_titles_out_of_names(nlp: Language, text: str, title: str, person: str) -> None:
    doc = nlp(text)
    assert names(doc) == [(person, "PERSON")]
    assert find(doc, title).dep_ in ("nmod:desc", "compound")


def test_model_reads_an_office_of_an_organisation(nlp: Language) -> None:
    doc = nlp("FBI Director James Comey declined to comment.")
    assert names(doc) == [("FBI", "ORG"), ("James Comey", "PERSON")]
    assert tree(doc, "James")[0] == ("nsubj", "declined")


def test_model_reads_apposition(nlp: Language) -> None:
    doc = nlp("Maria Lopez, the mayor of Lisbon, criticised the government.")
    assert tree(doc, "mayor", "Maria") == [("appos", "Maria"), ("nsubj", "criticised")]
    assert names(doc) == [("Maria Lopez", "PERSON"), ("Lisbon", "LOC")]


def test_model_reads_reported_speech(nlp: Language) -> None:
    doc = nlp("The minister said that Russia had attacked Ukraine.")
    assert tree(doc, "attacked", "Russia", "Ukraine") == [
        ("ccomp", "said"),
        ("nsubj", "attacked"),
        ("obj", "attacked"),
    ]
    assert names(doc) == [("Russia", "LOC"), ("Ukraine", "LOC")]


def test_model_reads_negation(nlp: Language) -> None:
    doc = nlp("Anna Berg did not meet Peter Holm.")
    assert tree(doc, "not", "Peter") == [("advmod", "meet"), ("obj", "meet")]


def test_model_reads_a_relative_clause(nlp: Language) -> None:
    doc = nlp("The lawyer who accused the company resigned.")
    assert tree(doc, "accused", "who", "company") == [
        ("acl:relcl", "lawyer"),
        ("nsubj", "accused"),
        ("obj", "accused"),
    ]


def test_model_reads_coordinated_verbs(nlp: Language) -> None:
    doc = nlp("The police arrested the driver and questioned the owner.")
    assert tree(doc, "questioned", "owner") == [("conj", "arrested"), ("obj", "questioned")]


def test_model_reads_owners(nlp: Language) -> None:
    doc = nlp("Mr Putin’s spokesman denied the report.")
    assert find(doc, "spokesman").dep_ == "nsubj"
    assert tree(doc, "Putin")[0] == ("nmod:poss", "spokesman")


@pytest.mark.parametrize(
    ("plain", "typographic"),
    [('"It isn\'t over," said Helen Marsh.', "“It isn’t over,” said Helen Marsh.")],
)
def test_model_reads_typographic_quotes_like_plain_ones(nlp: Language, plain: str, typographic: str) -> None:
    one, other = nlp(plain), nlp(typographic)
    assert [token.dep_ for token in one] == [token.dep_ for token in other]
    assert names(one) == names(other) == [("Helen Marsh", "PERSON")]


def test_model_splits_sentences(nlp: Language) -> None:
    doc = nlp("The court ruled on Friday. It rejected the appeal by Acme Ltd. Mr Jones will not appeal again.")
    assert [sentence.text for sentence in doc.sents] == [
        "The court ruled on Friday.",
        "It rejected the appeal by Acme Ltd.",
        "Mr Jones will not appeal again.",
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "  ", " \n "])
def test_model_is_not_thrown_by_white_space(nlp: Language, gap: str) -> None:
    doc = nlp(f"Ann Reed sued the bank.{gap}The bank rejected the claim.")
    plain = nlp("Ann Reed sued the bank. The bank rejected the claim.")

    def shape(read: Doc) -> list[tuple[str, str, str]]:
        return [(token.text, token.dep_, token.head.text) for token in read if not token.is_space]

    assert shape(doc) == shape(plain)
    assert len(list(doc.sents)) == 2
