"""Parses put right: mistakes that break English grammar, mended before anything reads the parse.

A parser that is unsure of a rare name or of a long inserted clause makes trees that no English sentence has: a finite
verb without a subject beside a name without a verb, a conjunct of half a name, a sum of money with a subject. Each
rule here names such a tree and the one sentence that it can stand for; a tree that is possible is left alone. The
labels are those of Universal Dependencies, as the bundled pipeline gives them.
"""

from collections.abc import Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.extract.attachments import hang as _hang
from graph.extract.attachments import has as _has
from graph.extract.attachments import mend_accusation, mend_apposition, mend_conjunct, mend_gerund
from graph.extract.attachments import top_of_name as _top_of_name
from graph.extract.insertions import mend_insertion

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubj:pass", "expl"})
CLAUSES = frozenset({"advcl", "conj", "ccomp", "parataxis", "acl", "dep", "xcomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
STRAY = frozenset({"vocative", "dislocated", "parataxis", "conj", "dep", "discourse", "appos", "nmod:unmarked"})
SUBORDINATORS = frozenset(
    "after although as because before how if since than that though till unless until when where whether while who "
    "whom whose which why".split()
)
# Verbs that tell somebody that ...: a that-clause behind the one who is told is what is told.
TELLING = frozenset(
    "tell inform assure warn remind persuade convince notify advise promise brief show teach reassure".split()
)
# Verbs behind which "to" begins an infinitive and never a phrase: "failed to arrest Ann Hale".
WANTING = frozenset(
    "fail refuse decline want wish hope plan intend try attempt seek agree decide vow threaten promise pledge aim "
    "manage offer prepare choose struggle continue begin start help be have due ready set able willing order urge ask "
    "tell force allow expect persuade bid plot".split()
)
LETTING = frozenset({"let", "make", "help", "watch", "see", "hear"})
PARTICIPLE_ONLY = ("en", "wn", "ung", "orn", "one", "een")  # "given", "shown", "sung": never a past tense


def mend(doc: "Doc", verb_forms: Mapping[str, str]) -> None:
    """Put right, in place, the parse of a block of text; `verb_forms` are pasts and participles with their lemmas."""
    for token in doc:
        if token.dep_ == "conj" and token.head.dep_ == "flat":
            token.hang_on(token.head.head)
        elif token.dep_ == "conj" and token.pos_ == "PROPN" and token.head.pos_ == "VERB":
            _mend_second_name(token)
        elif token.dep_ == "conj" and token.pos_ == "PROPN":
            mend_conjunct(token)
        elif token.tag_ == "VBG" and token.head.dep_ == "obl:agent":
            mend_accusation(token)
        elif token.dep_ in ("ccomp", "parataxis") and token.pos_ == "VERB":
            mend_insertion(token)
        elif token.dep_ == "conj":
            _mend_coordination(token)
        elif token.dep_ == "obl" and token.head.pos_ == "VERB" and _is_infinitive(token):
            _mend_to(token)
        elif token.dep_ == "nmod:poss":
            _mend_possessors(token)
        elif token.dep_ == "amod" and token.tag_ in ("VBD", "VBZ"):
            _mend_clause_before_name(token)
        elif token.dep_ == "acl:relcl":
            _mend_that_clause(token)
        elif token.tag_ in ("$", "CD") and token.dep_ in ("ccomp", "xcomp"):
            _mend_double_object(token)
        elif token.tag_ == "NN":
            mend_apposition(token)
            _mend_infinitive(token)
            mend_gerund(token)
        elif token.pos_ == "ADJ" and token.lower_ in verb_forms and any(c.dep_ == "aux:pass" for c in token.lefts):
            token.tag_, token.pos_, token.lemma_ = "VBN", "VERB", verb_forms[token.lower_]
    for root in [token for token in doc if token.head.i == token.i]:
        _mend_headline(root)
        if root.head.i == root.i and root.pos_ != "VERB" and not _has(root, AUXILIARY):
            _mend_lost_verb(root, verb_forms)
        if root.head.i == root.i and not any(child.dep_ in SUBJECTS for child in root.children):
            _mend_lost_subject(root)


def _mend_second_name(name: "Token") -> None:
    """Coordinate a name with the name before "and", not with the verb: "traded Ann Hale and [Bob Dorn] to Vantor"."""
    doc, edge = name.doc, name.left_edge.i
    joint = edge if doc[edge].tag_ == "CC" else edge - 1
    if joint <= name.head.i + 1 or doc[joint].tag_ != "CC" or doc[joint - 1].pos_ != "PROPN":
        return
    first = _top_of_name(doc[joint - 1])
    if first.head.i == name.head.i and first.dep_ in ("obj", "iobj", "obl"):
        name.hang_on(first)


def _mend_to(verb: "Token") -> None:
    """Make an infinitive of a verb that is taken for a place one goes to: "wants Ann Hale to [sue]"."""
    verb.dep_, verb.tag_, verb.pos_ = "xcomp", "VB", "VERB"
    for to in [c for c in verb.lefts if c.lower_ == "to"]:
        to.dep_, to.tag_, to.pos_ = "mark", "TO", "PART"


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
    if not unlike or not _is_finite(verb) or _has(verb, SUBJECTS) or any(c.dep_ in AUXILIARY for c in head.lefts):
        return
    like = next((a for a in head.ancestors if _is_finite(a)), None)
    if like is not None and like.i < head.i:
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
    _make_root(verb, None)
    last = max((t for t in (verb, *verb.conjuncts) if t.i < name.i and t.pos_ == "VERB"), key=lambda t: t.i)
    own = [child for child in last.rights if child.i < name.i]
    _hang(name, last, "dep" if own else "obj")


def _mend_that_clause(verb: "Token") -> None:
    """Give a verb of telling its that-clause: "told the BBC that Shell had paid Ann Hale".

    A clause with "that" never describes a name, so that one behind a name belongs to the verb too.
    """
    told = verb.head
    that = next((c for c in verb.lefts if c.lower_ == "that"), None)
    if that is None or that.i != told.i + 1 or not any(c.dep_ in SUBJECTS and c.i != that.i for c in verb.lefts):
        return
    teller = told.head
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
    """Make an infinitive of what looks like a noun: "failed to [arrest] Ann Hale", "let the FBI [question] Ann"."""
    doc, name = noun.doc, noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if name is None or not _is_name(name) or noun.i == 0 or noun.lower_ != noun.text:
        return
    before, name = doc[noun.i - 1], _top_of_name(name)
    if before.lower_ == "to" and noun.head.i in (name.i, *(t.i for t in name.ancestors)):
        governor = name.head if noun.head.i == name.i else noun.head
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


def _mend_headline(root: "Token") -> None:
    """Find the verb of a headline: "Lindqvist [fires] Halvorsen", "Reyk [to meet] Hale"."""
    doc = root.doc
    if root.tag_ == "NNS" and root.text == root.lower_ and 0 < root.i < len(doc) - 1:
        before, after = doc[root.i - 1], doc[root.i + 1]
        if before.pos_ == after.pos_ == "PROPN" and not any(t.pos_ in ("VERB", "AUX", "DET") for t in root.subtree):
            root.tag_, root.pos_ = "VBZ", "VERB"
            _hang(_top_of_name(before), root, "nsubj")
            _hang(_top_of_name(after), root, "obj")
    elif root.ent_type_ and root.is_sent_start and root.i + 2 < len(doc):
        to, verb = doc[root.i + 1 : root.i + 3]
        if to.tag_ == "TO" and verb.tag_ == "VB" and verb.head.i == root.i:
            root.tag_, root.pos_ = "NNP", "PROPN"
            _make_root(verb, root)


def _mend_lost_verb(root: "Token", verb_forms: Mapping[str, str]) -> None:
    """Make the verb of a clause without one of what stands in the past right behind a name.

    "Deutsche Bank [lent] Ann Hale €40m", "Ann Hale [spat] at Bob Dorn", where a parser sees nouns and adjectives.
    """
    doc = root.doc
    for verb in doc[root.sent.start + 1 : root.sent.end - 1]:
        name, behind = doc[verb.i - 1], doc[verb.i + 1]
        if verb.pos_ in ("VERB", "AUX"):
            return
        if verb.pos_ not in ("NOUN", "ADJ") or verb.lower_ not in verb_forms or verb.text != verb.lower_:
            continue
        if _is_name(name) and (_is_name(behind) or behind.pos_ in ("DET", "PRON", "ADP", "NOUN")):
            verb.tag_, verb.pos_, verb.lemma_ = "VBD", "VERB", verb_forms[verb.lower_]
            subject, target = _top_of_name(name), _top_of_name(behind)
            if root.i != verb.i:
                _make_root(verb, None)
                _hang(root, verb, "nsubj" if root.i < verb.i else "obl" if _has(root, {"case"}) else "obj")
            _hang(subject, verb, "nsubj")
            if behind.pos_ == "PROPN" and target.i != root.i:
                _hang(target, verb, "iobj" if root.tag_ in ("$", "CD") else "obj")
            for child in [c for c in verb.rights if c.dep_ == "nmod"]:
                child.dep_ = "obl"
            return


def _mend_lost_subject(root: "Token") -> None:
    """Give the main clause's verb its subject, which long inserted clauses cut off.

    "Iga Nowak, who had not dropped a set, lost in the final"; "Speaking in Oslo, Ann Hale, who ..., thanked Bob Dorn";
    "In a letter seen by Reuters, Vantor accused Bob Dorn"; "Ann Hale met Bob Dorn, thanked him and left".
    """
    if root.pos_ in ("NOUN", "PROPN") and not _has(root, AUXILIARY):
        verb = _main_verb_behind(root)
        if verb is not None:
            _make_root(verb, root)
        return
    if not _is_finite(root):
        return
    first = next((c for c in root.lefts if c.dep_ in CLAUSES and _is_finite(c) and _has(c, SUBJECTS)), None)
    if first is not None and first.dep_ != "ccomp" and not _is_subordinate(first):
        _make_root(first, None)
        _hang(root, first, "conj")
    elif (stray := _stray_nominal(root)) is not None:
        _hang(stray, root, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in root.children) else "nsubj")


def _main_verb_behind(nominal: "Token") -> "Token | None":
    """Return the verb behind the comma that closes what is inserted behind a name, None where there is none."""
    inserted = any(c.dep_ in ("acl:relcl", "acl", "appos") for c in nominal.rights)
    for verb in nominal.subtree:
        premodifying = verb.dep_ == "amod" and verb.head.i > verb.i and verb.doc[verb.i - 1].text == ","
        if verb.i <= nominal.i + 1 or verb.pos_ != "VERB" or _has(verb, SUBJECTS):
            continue
        if premodifying and _is_name(verb.head):
            return verb
        if verb.dep_ not in CLAUSES:
            continue
        if verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBZ", "VBP") and not _is_subordinate(verb):
            return verb  # what describes a noun without a pronoun has no tense
        prelude = list(takewhile(lambda t: t.text != ",", reversed(nominal.doc[nominal.i + 1 : verb.i])))
        if len(prelude) == verb.i - nominal.i - 1 or any(t.pos_ in ("VERB", "CCONJ", "NOUN") for t in prelude):
            continue
        if _is_subordinate(verb) or not _is_finite(verb):
            continue
        if verb.tag_ != "VBN" or any(c.dep_ == "obj" for c in verb.children) or (inserted and verb.dep_ != "acl"):
            return verb
    return None


def _stray_nominal(verb: "Token") -> "Token | None":
    """Return the noun phrase left of a verb that fills no slot there could be for it, None for none.

    It stands right before the verb, or before the comma of an inserted clause.
    """
    for token in verb.doc[verb.sent.start : verb.i]:
        if token.pos_ != "PROPN" or token.dep_ not in STRAY:
            continue
        end = token.right_edge.i if token.dep_ != "conj" else token.i
        after = verb.doc[max(end, token.i) + 1]
        coordinated = token.dep_ == "conj" and (token.head.pos_ in NOMINAL or _has(token, {"cc"}))
        edge = token.left_edge
        opens = token.i == verb.sent.start or "," in (edge.text, verb.doc[edge.i - 1].text)
        unlike = token.dep_ in ("appos", "conj") and token.head.pos_ == "VERB"
        before = after.i == verb.i or _opens_insertion(token) or (unlike and after.text == ",")
        if opens and before and not coordinated and not _has(token, {"case"}):
            return token
    return None


def _opens_insertion(name: "Token") -> bool:
    return name.dep_ != "appos" and any(c.dep_ in ("acl:relcl", "acl") for c in name.rights)


def _is_finite(verb: "Token") -> bool:
    """Tell whether a verb may be the past or present tense of a clause of its own."""
    if verb.pos_ != "VERB":
        return False
    if verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.lefts):
        return True
    bare = verb.tag_ == "VBN" and not _has(verb, AUXILIARY) and not verb.lower_.endswith(PARTICIPLE_ONLY)
    return bare and not any(c.dep_ == "obl:agent" for c in verb.children)


def _is_subordinate(verb: "Token") -> bool:
    return any(c.lower_ in SUBORDINATORS or c.tag_ in ("WDT", "WP", "WRB", "TO") for c in verb.lefts)


def _is_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" or bool(token.ent_type_)


def _make_root(verb: "Token", subject: "Token | None") -> None:
    """Make a verb the root of its sentence; what was the root becomes its subject."""
    modified = verb.head if verb.dep_ == "amod" and not _has(verb, SUBJECTS) else None
    verb.hang_on(verb)
    verb.dep_ = "ROOT"
    if modified is not None:  # "criticised Police Scotland", taken for a scolded police
        _hang(modified, verb, "obj")
    if verb.tag_ == "VBN" and not _has(verb, AUXILIARY):
        verb.tag_ = "VBD"
    if subject is not None:
        _hang(subject, verb, "nsubj")
        for second in [c for c in subject.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > verb.i]:
            second.hang_on(verb)
        for infinitive in [c for c in subject.rights if c.dep_ == "acl" and c.tag_ == "VB" and c.i > verb.i]:
            _hang(infinitive, verb, "xcomp")
        for mark in [c for c in subject.rights if c.dep_ == "punct" and c.i > verb.i]:
            mark.hang_on(verb)
