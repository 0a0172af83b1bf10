"""Parses put right: mistakes that break English grammar, mended before anything reads the parse.

A parser that is unsure of a rare name or of a long inserted clause makes trees that no English sentence has: a finite
verb without a subject beside a name without a verb, a conjunct of half a name, a sum of money with a subject. Each
rule here names such a tree and the one sentence that it can stand for; a tree that is possible is left alone. The
labels are those of Universal Dependencies, as the bundled pipeline gives them.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.extract.attachments import hang as _hang
from graph.extract.attachments import has as _has
from graph.extract.attachments import (
    mend_accusation,
    mend_apposition,
    mend_conjunct,
    mend_deed,
    mend_gerund,
    mend_relative_object,
    mend_reported_clause,
    mend_split_name,
)
from graph.extract.attachments import top_of_name as _top_of_name
from graph.extract.insertions import mend_insertion
from graph.extract.main_verbs import (
    AUXILIARY,
    CLAUSES,
    SUBJECTS,
    is_finite,
    is_name,
    make_root,
    mend_headline,
    mend_lost_subject,
    mend_lost_verb,
)
from graph.extract.name_heads import mend_names
from graph.extract.phrases import gerund_lemmas
from graph.extract.relative_clauses import (
    mend_owner_clause,
    mend_relative_clause,
    mend_second_subject,
)

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# Verbs that tell somebody that ...: a that-clause behind the one who is told is what is told.
TELLING = frozenset(
    "tell inform assure warn remind persuade convince notify advise promise brief show teach reassure".split()
)
# Verbs behind which "to" begins an infinitive and never a phrase: "failed to arrest Ann Hale".
WANTING = frozenset(
    "fail refuse decline want wish hope plan intend try attempt seek agree decide vow threaten promise pledge aim "
    "manage offer prepare choose struggle continue begin start help be have due ready set able willing order urge ask "
    "tell force allow expect persuade bid plot call press beg".split()
)
VERBS_TOO = frozenset({"free", "clear", "open"})  # adjectives that are verbs behind "to" and before a name
TIME_CLAUSE = frozenset({"after", "before", "since", "until", "till"})
LETTING = frozenset({"let", "make", "help", "watch", "see", "hear"})


def mend(doc: "Doc", verb_forms: Mapping[str, str]) -> None:
    """Put right, in place, the parse of a block of text; `verb_forms` are pasts and participles with their lemmas."""
    mend_names(doc)
    for token in doc:
        if _is_split_name(token):
            mend_split_name(token)
        elif token.dep_ == "conj" and token.head.dep_ == "flat":
            token.hang_on(token.head.head)
        elif token.dep_ == "conj" and token.pos_ == "PROPN" and token.head.pos_ == "VERB":
            _mend_second_name(token)
        elif token.dep_ == "conj" and token.pos_ == "PROPN":
            mend_conjunct(token)
        elif token.tag_ == "VBG" and token.head.dep_ == "obl:agent":
            mend_accusation(token)
        elif token.tag_ == "VBG" and token.dep_ == "acl":
            mend_deed(token)
        elif token.tag_ in ("WP", "WDT") and token.dep_ == "obj":
            mend_relative_object(token)
        elif token.dep_ == "dep" and token.pos_ == "VERB":
            mend_reported_clause(token)
        elif token.dep_ in ("ccomp", "parataxis") and token.pos_ == "VERB":
            mend_insertion(token)
        elif token.dep_ == "conj":
            _mend_coordination(token)
        elif token.dep_ == "obl" and token.pos_ == "PROPN" and token.i and token.left_edge.lower_ in TIME_CLAUSE:
            _mend_time_clause(token)
        elif (
            token.tag_ == "VBN"
            and token.pos_ == "VERB"
            and any(c.lemma_ == "have" and c.pos_ == "VERB" for c in token.lefts)
        ):
            _mend_causative(token)
        elif token.dep_ == "obl" and token.head.pos_ == "VERB" and _is_infinitive(token):
            _mend_to(token)
        elif token.lower_ == "back" and token.tag_ == "RB" and token.dep_ == "xcomp":
            _mend_backing(token)
        elif token.dep_ == "nmod:poss":
            _mend_possessors(token)
        elif token.dep_ == "amod" and token.tag_ in ("VBD", "VBZ"):
            _mend_clause_before_name(token)
        elif token.dep_ == "acl:relcl":
            _mend_that_clause(token)
        elif token.tag_ in ("$", "CD") and token.dep_ in ("ccomp", "xcomp"):
            _mend_double_object(token)
        elif token.tag_ == "NN" and token.lower_.endswith("ing") and _has(token, {"cop"}) and _has(token, {"obj"}):
            _mend_progressive(token, verb_forms)
        elif token.dep_ in ("nsubj", "nsubj:pass") and _has(token, {"case"}) and _has(token, {"nsubj", "nsubj:pass"}):
            _mend_cut_subject(token)
        elif token.tag_ == "NN":
            mend_apposition(token)
            _mend_infinitive(token)
            mend_gerund(token)
        elif token.tag_ == "JJ" and token.lower_ in VERBS_TOO:
            _mend_infinitive(token)
        elif token.pos_ == "ADJ" and token.lower_ in verb_forms and any(c.dep_ == "aux:pass" for c in token.lefts):
            token.tag_, token.pos_, token.lemma_ = "VBN", "VERB", verb_forms[token.lower_]
    for token in doc:
        if token.dep_ == "nsubj" and token.pos_ == "PROPN":
            mend_second_subject(token)
        if token.tag_ in ("WDT", "WP", "WP$"):
            mend_relative_clause(token, verb_forms)
            if token.tag_ == "WP$":
                mend_owner_clause(token)
    for root in [token for token in doc if token.head.i == token.i]:
        mend_headline(root)
        if root.head.i == root.i and root.pos_ != "VERB" and not _has(root, AUXILIARY):
            mend_lost_verb(root, verb_forms)
        if root.head.i == root.i and not any(child.dep_ in SUBJECTS for child in root.children):
            mend_lost_subject(root)


def _is_split_name(token: "Token") -> bool:
    """Tell whether a verb with a capital stands inside a person's name behind its first word."""
    return (
        token.pos_ == "VERB"
        and token.ent_iob_ == "I"
        and token.ent_type_ == "PERSON"
        and token.is_title
        and token.nbor(-1).pos_ == "PROPN"
    )


def _mend_second_name(name: "Token") -> None:
    """Coordinate a name with the name before "and", not with the verb: "traded Ann Hale and [Bob Dorn] to Vantor"."""
    doc, edge = name.doc, name.left_edge.i
    joint = edge if doc[edge].tag_ == "CC" else edge - 1
    if joint <= name.head.i + 1 or doc[joint].tag_ != "CC" or doc[joint - 1].pos_ != "PROPN":
        return
    first = _top_of_name(doc[joint - 1])
    if first.head.i == name.head.i and first.dep_ in ("obj", "iobj", "obl"):
        name.hang_on(first)


def _mend_time_clause(name: "Token") -> None:
    """Make a clause of "after", a name and a verb in a tense: "left after [Ann Hale], a clerk, had accused him"."""
    host = name.head
    verb = next(
        (c for c in (*host.rights, *name.rights) if c.i > name.i and c.dep_ in ("parataxis", "acl", "conj")), None
    )
    conjunction = name.left_edge
    if verb is None or conjunction.dep_ != "case" or not is_finite(verb) or _has(verb, SUBJECTS | {"cc", "mark"}):
        return
    start = min([verb.i, *(c.i for c in verb.lefts if c.dep_ in AUXILIARY | {"advmod"})])
    if start != name.right_edge.i + 1 and verb.doc[start - 1].text != ",":
        return
    if verb.head.i != host.i:
        verb.hang_on(host)
    verb.dep_ = "advcl"
    if verb.tag_ == "VBN" and not _has(verb, AUXILIARY):
        verb.tag_ = "VBD"
    _hang(name, verb, "nsubj")
    _hang(conjunction, verb, "mark")


def _mend_causative(verb: "Token") -> None:
    """Give a verb who has something done and to whom: "[Ann Hale] had [Bob Dorn] arrested", taken for a perfect."""
    had = next(c for c in verb.lefts if c.lemma_ == "have" and c.pos_ == "VERB")
    causer = next((c for c in had.lefts if c.dep_ in SUBJECTS), None)
    sufferer = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > had.i), None)
    if had.dep_ == "aux" and causer is not None and sufferer is not None:
        _hang(causer, verb, "nsubj")
        _hang(sufferer, verb, "obj")


def _mend_to(verb: "Token") -> None:
    """Make an infinitive of a verb that is taken for a place one goes to: "wants Ann Hale to [sue]"."""
    verb.dep_, verb.tag_, verb.pos_ = "xcomp", "VB", "VERB"
    for to in [c for c in verb.lefts if c.lower_ == "to"]:
        to.dep_, to.tag_, to.pos_ = "mark", "TO", "PART"


def _mend_backing(back: "Token") -> None:
    """Make a verb of "back" before a name: "refused to [back] Ann Hale"."""
    if (
        0 < back.i < len(back.doc) - 1
        and back.nbor(-1).lower_ == "to"
        and back.head.lemma_ in WANTING
        and back.nbor(1).pos_ == "PROPN"
    ):
        to, name = back.nbor(-1), _top_of_name(back.nbor(1))
        back.tag_, back.pos_ = "VB", "VERB"
        to.dep_, to.tag_, to.pos_ = "mark", "TO", "PART"
        _hang(name, back, "obj")


def _is_infinitive(token: "Token") -> bool:
    """Tell whether a word with a small letter stands behind the "to" of an infinitive."""
    to = next((c for c in token.lefts if c.lower_ == "to"), None)
    if to is None or token.text != token.lower_:
        return False
    return token.tag_ == "VB" or ((to.tag_ == "TO" or to.dep_ == "mark") and token.i == to.i + 1)


def _mend_coordination(verb: "Token") -> None:
    """Coordinate a past tense with one: "accused Ann of hiding money and [called] on Bob to resign"."""
    head = verb.head
    unlike = head.tag_ == "VBG" or (head.tag_ == "VB" and any(c.tag_ == "TO" for c in head.lefts))
    if not unlike or not is_finite(verb) or _has(verb, SUBJECTS) or any(c.dep_ in AUXILIARY for c in head.lefts):
        return
    like = next((a for a in head.ancestors if is_finite(a)), None)
    if like is not None and like.i < head.i:
        if verb.tag_ == "VBP" and like.tag_ != "VBP":  # "told Ann to stop and [leave]"
            verb.tag_ = "VB"
            return
        verb.hang_on(like)
        for infinitive in [c for c in like.rights if c.tag_ == "VB" and c.i > verb.i and c.dep_ in CLAUSES]:
            infinitive.hang_on(verb)


def _mend_possessors(second: "Token") -> None:
    """Give a noun both its owners: "[Brazil] and Argentina's talks broke down", the first taken for a subject."""
    noun, edge = second.head, second.left_edge
    joint = second.doc[edge.i - 1] if edge.tag_ != "CC" and edge.i > second.sent.start else edge
    if joint.lower_ != "and" or joint.i == second.sent.start:
        return
    first = _top_of_name(second.doc[joint.i - 1])
    if first.pos_ == "PROPN" and first.dep_ in SUBJECTS and first.head.i == noun.head.i and noun.dep_ in SUBJECTS:
        _hang(first, noun, "nmod:poss")
        _hang(second, first, "conj")


def _mend_clause_before_name(verb: "Token") -> None:
    """Make a clause of what stands before a name as if it modified it: "Ann fired shots and shelled [Haifa]".

    What has a subject and a tense modifies no name from the left; the name is the object of the verb before it.
    """
    name = verb.head
    if not _has(verb, SUBJECTS) or name.head.i != name.i:
        return
    make_root(verb, None)
    last = max((t for t in (verb, *verb.conjuncts) if t.i < name.i and t.pos_ == "VERB"), key=lambda t: t.i)
    own = [child for child in last.rights if child.i < name.i]
    _hang(name, last, "dep" if own else "obj")


def _mend_that_clause(verb: "Token") -> None:
    """Give a verb of telling its that-clause: "told the BBC that Shell had paid Ann Hale".

    A clause with "that" never describes a name, so that one behind a name belongs to the verb too; so does a whole one
    behind where it was told: "told the BBC in an interview that Shell had paid Ann Hale".
    """
    told = verb.head
    that = next((c for c in verb.lefts if c.lower_ == "that"), None)
    if that is None or not any(c.dep_ in SUBJECTS and c.i != that.i for c in verb.lefts):
        return
    teller = told.head
    is_whole = that.dep_ == "mark" or (that.dep_ == "obj" and any(c.dep_ == "obj" for c in verb.rights))
    if that.i != told.i + 1 and not (is_whole and teller.lemma_ in TELLING):
        return
    if teller.pos_ == "VERB" and teller.i < told.i and (told.pos_ == "PROPN" or teller.lemma_ in TELLING):
        _hang(verb, teller, "ccomp")
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"


def _mend_double_object(sum_: "Token") -> None:
    """Give a verb both its objects where a sum took the first for its subject: "repay Ireland €13bn"."""
    verb = sum_.head
    given = next((c for c in sum_.lefts if c.dep_ == "nsubj"), None)
    if given is not None and verb.pos_ == "VERB" and verb.i < given.i and not _has(sum_, AUXILIARY):
        _hang(given, verb, "iobj")
        sum_.dep_ = "obj"


def _mend_infinitive(noun: "Token") -> None:
    """Make an infinitive of what looks like a noun or an adjective, before a name.

    "Failed to [arrest] Ann Hale", "let the FBI [question] Ann", "urged Egypt to [free] Ann".
    """
    doc, first = noun.doc, noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if first is None or not is_name(first) or noun.i == 0 or noun.lower_ != noun.text:
        return
    before, name = doc[noun.i - 1], _top_of_name(first)
    is_within = noun.head.i in (name.i, first.i)
    if before.lower_ == "to" and (is_within or noun.dep_ == "xcomp" or noun.head.i in [t.i for t in name.ancestors]):
        governor = name.head if is_within else noun.head
        if governor.lemma_ in WANTING and governor.i < before.i:
            _make_infinitive(noun, governor, name)
            before.dep_, before.tag_, before.pos_ = "mark", "TO", "PART"
            before.hang_on(noun)
    elif noun.dep_ == "obj" and noun.head.lemma_ in LETTING and before.pos_ == "PROPN":
        subject = _top_of_name(before)
        if subject.head.i == noun.i:
            governor = noun.head
            _make_infinitive(noun, governor, name)
            noun.dep_ = "ccomp"
            subject.dep_ = "nsubj"


def _make_infinitive(noun: "Token", governor: "Token", target: "Token") -> None:
    noun.tag_, noun.pos_ = "VB", "VERB"
    for child in [c for c in noun.children if c.dep_ == "det"]:
        child.hang_on(child.doc[child.i + 1])
    if governor.i != noun.head.i:
        noun.hang_on(governor)
    noun.dep_ = "xcomp"
    if target.head.i == target.i or not target.is_ancestor(noun):
        _hang(target, noun, "obj")


def _mend_progressive(noun: "Token", verb_forms: Mapping[str, str]) -> None:
    """Make a verb of a noun with "be" and an object: "Deutsche Bank is [lending] Ann Hale the money"."""
    verbs = set(verb_forms.values())
    lemma = next((lemma for lemma in gerund_lemmas(noun.lower_) if lemma in verbs), "")
    if not lemma:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "VBG", "VERB", lemma
    for be in [c for c in noun.lefts if c.dep_ == "cop"]:
        be.dep_ = "aux"
    objects = [c for c in noun.rights if c.dep_ == "obj"]
    if len(objects) > 1:
        objects[0].dep_ = "iobj"


def _mend_cut_subject(phrase: "Token") -> None:
    """Give a verb the subject that the last phrase of an inserted clause took: "Ann, who fought over pay, left".

    No subject has a preposition.
    """
    verb = phrase.head
    subject = next(c for c in phrase.children if c.dep_ in SUBJECTS)
    inserted = [t for t in phrase.doc[subject.i : phrase.i] if t.pos_ == "VERB" and subject.is_ancestor(t)]
    if verb.i < phrase.i or not inserted:
        return
    _hang(subject, verb, phrase.dep_)
    _hang(phrase, inserted[-1], "obl")
    if phrase.pos_ == "VERB":
        phrase.tag_, phrase.pos_ = "NN", "NOUN"
