"""Main verbs put right: those of headlines, those that are taken for nouns, and those that lost their subject."""

from collections.abc import Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.extract.attachments import hang as _hang
from graph.extract.attachments import has as _has
from graph.extract.attachments import top_of_name as _top_of_name
from graph.extract.relative_clauses import give_object

if TYPE_CHECKING:
    from graph.extract.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubj:pass", "expl"})
CLAUSES = frozenset({"advcl", "conj", "ccomp", "parataxis", "acl", "dep", "xcomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
STRAY = frozenset({"vocative", "dislocated", "parataxis", "conj", "dep", "discourse", "appos", "nmod:unmarked"})
SUBORDINATORS = frozenset(
    "after although as because before how if since than that though till unless until when where whether while who "
    "whom whose which why".split()
)
NAMING = frozenset({"named", "called", "dubbed", "titled", "entitled", "nicknamed", "styled", "aged"})
PARTICIPLE_ONLY = ("en", "wn", "ung", "orn", "one", "een")  # "given", "shown", "sung": never a past tense


def mend_headline(root: "Token") -> None:
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
            make_root(verb, root)


def mend_lost_verb(root: "Token", verb_forms: Mapping[str, str]) -> None:
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
        if is_name(name) and (is_name(behind) or behind.pos_ in ("DET", "PRON", "ADP", "NOUN")):
            verb.tag_, verb.pos_, verb.lemma_ = "VBD", "VERB", verb_forms[verb.lower_]
            subject, target = _top_of_name(name), _top_of_name(behind)
            if root.i != verb.i:
                make_root(verb, None)
                _hang(root, verb, "nsubj" if root.i < verb.i else "obl" if _has(root, {"case"}) else "obj")
            _hang(subject, verb, "nsubj")
            if behind.pos_ == "PROPN" and target.i != root.i:
                _hang(target, verb, "iobj" if root.tag_ in ("$", "CD") else "obj")
            for child in [c for c in verb.rights if c.dep_ == "nmod"]:
                child.dep_ = "obl"
            return


def _is_nominal(root: "Token") -> bool:
    return root.pos_ in ("NOUN", "PROPN") or (
        root.pos_ == "ADJ" and _has(root, {"det", "nmod:poss"}) and _has(root, {"appos"})
    )


def mend_lost_subject(root: "Token") -> None:
    """Give the main clause's verb its subject, which long inserted clauses cut off.

    "Iga Nowak, who had not dropped a set, lost in the final"; "Speaking in Oslo, Ann Hale, who ..., thanked Bob Dorn";
    "In a letter seen by Reuters, Vantor accused Bob Dorn"; "Ann Hale met Bob Dorn, thanked him and left".
    """
    if _is_nominal(root) and not _has(root, AUXILIARY):
        verb = _main_verb_behind(root)
        if verb is not None:
            make_root(verb, root)
        return
    if not is_finite(root):
        return
    first = next((c for c in root.lefts if c.dep_ in CLAUSES and is_finite(c) and _has(c, SUBJECTS)), None)
    if first is not None and first.dep_ != "ccomp" and not _is_subordinate(first):
        make_root(first, None)
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
        if premodifying and is_name(verb.head):
            return verb
        if verb.dep_ not in CLAUSES:
            continue
        if verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBZ", "VBP") and not _is_subordinate(verb):
            return verb  # what describes a noun without a pronoun has no tense
        prelude = list(takewhile(lambda t: t.text != ",", reversed(nominal.doc[nominal.i + 1 : verb.i])))
        if len(prelude) == verb.i - nominal.i - 1 or any(t.pos_ in ("VERB", "CCONJ", "NOUN") for t in prelude):
            continue
        if _is_subordinate(verb) or not is_finite(verb):
            continue
        if verb.tag_ != "VBN" or any(c.dep_ == "obj" for c in verb.children) or (inserted and verb.dep_ != "acl"):
            return verb
        if inserted and not prelude and _has_object_behind(verb):
            return verb
    return None


def _has_object_behind(verb: "Token") -> bool:
    """Tell whether a name or a noun phrase stands right behind a participle, which then is none: "praised [Ann]"."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    is_phrase = bool(after) and (after[0].pos_ == "PROPN" or after[0].tag_ in ("DT", "PRP", "PRP$"))
    return is_phrase and verb.lower_ not in NAMING


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


def is_finite(verb: "Token") -> bool:
    """Tell whether a verb may be the past or present tense of a clause of its own."""
    if verb.pos_ != "VERB":
        return False
    if verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.lefts):
        return True
    bare = verb.tag_ == "VBN" and not _has(verb, AUXILIARY) and not verb.lower_.endswith(PARTICIPLE_ONLY)
    return bare and not any(c.dep_ == "obl:agent" for c in verb.children)


def _is_subordinate(verb: "Token") -> bool:
    return any(c.lower_ in SUBORDINATORS or c.tag_ in ("WDT", "WP", "WRB", "TO") for c in verb.lefts)


def is_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" or bool(token.ent_type_)


def make_root(verb: "Token", subject: "Token | None") -> None:
    """Make a verb the root of its sentence; what was the root becomes its subject."""
    modified = verb.head if verb.dep_ == "amod" and not _has(verb, SUBJECTS) else None
    verb.hang_on(verb)
    verb.dep_ = "ROOT"
    if modified is not None:  # "criticised Police Scotland", taken for a scolded police
        _hang(modified, verb, "obj")
    if verb.tag_ == "VBN" and not _has(verb, AUXILIARY):
        verb.tag_ = "VBD"
        if _has_object_behind(verb):
            give_object(verb)
    if subject is not None:
        _hang(subject, verb, "nsubj")
        for second in [c for c in subject.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > verb.i]:
            second.hang_on(verb)
        for infinitive in [c for c in subject.rights if c.dep_ == "acl" and c.tag_ == "VB" and c.i > verb.i]:
            _hang(infinitive, verb, "xcomp")
        for mark in [c for c in subject.rights if c.dep_ == "punct" and c.i > verb.i]:
            mark.hang_on(verb)
