"""Sentences: questions that a verb or a noun of a relation decides, in the orders that English has for them."""

from collections.abc import Mapping
from dataclasses import replace

from graph.model import Status
from graph.questions.clauses import ASKED, ClauseReader, end_of, read_complements
from graph.questions.lexicon import BASE, PARTICIPLE, PAST, PRESENT, Lexicon, Wordings
from graph.questions.names import POSSESSIVE
from graph.questions.tokens import Token
from graph.questions.values import FACTS, Asked, End, NotUnderstoodError, Pattern, Question
from graph.questions.verbs import AUXILIARIES, BE, read_verbs
from graph.titles import Titles

PAST_TYPES = {
    "leads": "formerly_led",
    "works_for": "formerly_worked_for",
    "represents": "formerly_represented",
    "member_of": "formerly_member_of",
}
# What counts as an answer to "did ...?" and "may ...?": what says it, and what denies it.
_ANSWERING = {
    FACTS: (*FACTS, Status.NEGATED),
    (Status.HEDGED,): (*FACTS, Status.NEGATED),
    (Status.NEGATED,): (*FACTS, Status.NEGATED),
}


class SentenceReader:
    """Reads the questions that no fixed form asks; `kinds` are those of the actors by id."""

    def __init__(
        self, lexicon: Lexicon, wordings: Wordings, titles: Titles, clauses: ClauseReader, kinds: Mapping[str, str]
    ) -> None:
        self._lexicon = lexicon
        self._wordings = wordings
        self._titles = titles
        self._clauses = clauses
        self._kinds = kinds

    def read(self, tokens: list[Token]) -> Question:
        """Return what a question asks for; raises NotUnderstoodError, with a reason, rather than guess."""
        asked, rest, preposition = self._take_wh(tokens)
        if asked is not None:
            return self._read_report(asked, rest) or self._read_wh(asked, rest, preposition)
        first, following = tokens[0].text, tokens[1:]
        if len(following) > 1 and first == "when":
            return replace(self._read_yes_no(following), asked=Asked.WHEN)
        if len(following) > 1 and (first in {"if", "whether"} or (first in AUXILIARIES and end_of(following[0]))):
            question = self._read_told(tokens) or self._read_yes_no(following if first in {"if", "whether"} else tokens)
            return replace(question, statuses=_ANSWERING.get(question.statuses, (*question.statuses, Status.NEGATED)))
        raise NotUnderstoodError("This is no question that I know; begin with who, what, when, how or did.")

    def _take_wh(self, tokens: list[Token]) -> tuple[End | None, list[Token], str]:
        """Return who is asked for, the tokens behind, and the preposition before it: "by whom", "which people"."""
        preposition = tokens[0].text if tokens[0].text in self._lexicon.prepositions else ""
        words = tokens[bool(preposition) :]
        if not words or words[0].text not in {"who", "whom", "what", "which"}:
            return None, tokens, ""
        kinds = (
            self._wordings.kinds.get(words[1].text) if len(words) > 1 and words[0].text in {"what", "which"} else None
        )
        if kinds:
            return End(kinds=kinds, is_asked=True), words[2:], preposition
        if words[0].text == "which":
            raise NotUnderstoodError("“Which” of what? Ask “which people”, “which organisations”, “which countries”.")
        return ASKED, words[1:], preposition

    def _read_wh(self, asked: End, tokens: list[Token], preposition: str) -> Question:
        """Read "who fired N", "who was fired by N", "whom did N fire", "by whom was N fired", "who is N's lawyer"."""
        if tokens and tokens[0].text in BE and (patterns := self._nominal(asked, tokens[1:])):
            return Question(Asked.ACTORS, patterns)
        plain = bool(tokens) and tokens[0].is_name and len(tokens) > 1  # "(tell me) whom N fired"
        inverted = len(tokens) > 2 and tokens[0].text in AUXILIARIES and end_of(tokens[1])
        if not plain and not inverted:
            if preposition:
                raise NotUnderstoodError(f"Behind “{preposition} whom” a verb like “was” and a name are needed.")
            return self._clause(Asked.ACTORS, asked, tokens)
        subject = end_of(tokens[0] if plain else tokens[1])
        gap = None if preposition else asked
        fronted = {preposition: asked} if preposition else {}
        auxiliary = "" if plain else tokens[0].text
        return self._clause(Asked.ACTORS, subject, tokens[1 if plain else 2 :], auxiliary, gap=gap, fronted=fronted)

    def _read_yes_no(self, tokens: list[Token]) -> Question:
        """Read "did N fire N", "was N fired by N", "is N the lawyer of N"; and "N fired N", as behind "if"."""
        if tokens[0].is_name:
            return self._clause(Asked.WHETHER, end_of(tokens[0]), tokens[1:])
        subject = end_of(tokens[1])
        if tokens[0].text not in AUXILIARIES or subject is None:
            raise NotUnderstoodError("A verb like “did” or “was” and then a name are needed here.")
        if tokens[0].text in BE and (patterns := self._nominal(subject, tokens[2:])):
            return Question(Asked.WHETHER, patterns)
        return self._clause(Asked.WHETHER, subject, tokens[2:], tokens[0].text)

    def _clause(
        self,
        asked: Asked,
        subject: End | None,
        tokens: list[Token],
        auxiliary: str = "",
        *,
        gap: End | None = None,
        fronted: Mapping[str, End] | None = None,
    ) -> Question:
        """Read a verb group and what stands behind it."""
        verbs = read_verbs(tokens, self._lexicon, self._wordings, auxiliary=auxiliary)
        complements = read_complements(tokens[verbs.end :], self._lexicon, gap=gap)
        complements.ends.update(fronted or {})
        return Question(asked, self._clauses.patterns(subject, verbs, complements), verbs.statuses)

    def _read_report(self, asked: End, tokens: list[Token]) -> Question | None:
        """Read "who said that N fired N", "who denies that N met N", "who denied that he met N"."""
        start = 1 if tokens and tokens[0].text in {"has", "have", "had"} else 0
        verb = self._lexicon.lemmas(tokens[start].text, PAST, PRESENT, PARTICIPLE) if len(tokens) > start + 2 else None
        says, denies = (bool(verb and verb & words) for words in (self._wordings.saying, self._wordings.denying))
        rest = tokens[start + 1 :]
        if not (says or denies) or not (rest[0].text == "that" or (rest[0].is_name and len(rest) > 2)):
            return None
        rest = rest[rest[0].text == "that" :]
        if denies and rest and rest[0].text in {"he", "she", "they", "it"}:
            return replace(self._read_wh(asked, rest[1:], ""), statuses=(Status.NEGATED,))
        if not rest[0].is_name:
            raise NotUnderstoodError("Behind “that” a name and what its bearer did are needed.")
        question = self._clause(Asked.SPEAKERS, end_of(rest[0]), rest[1:])
        if denies and question.statuses == (Status.NEGATED,):
            raise NotUnderstoodError("Two denials in one question; ask who said so.")
        return replace(question, statuses=(Status.NEGATED,)) if denies else question

    def _read_told(self, tokens: list[Token]) -> Question | None:
        """Read "did N say that N fired N"."""
        that = len(tokens) > 5 and tokens[1].is_name and tokens[3].text == "that" and tokens[4].is_name
        if not that or not self._lexicon.lemmas(tokens[2].text, BASE, PARTICIPLE) & self._wordings.saying:
            return None
        question = self._clause(Asked.WHETHER, end_of(tokens[4]), tokens[5:])
        spoken = tuple(replace(pattern, speakers=tokens[1].ids) for pattern in question.patterns)
        return replace(question, patterns=spoken)

    def _nominal(self, holder: End, tokens: list[Token]) -> tuple[Pattern, ...]:
        """Return the patterns of "director of N", "N's former lawyer", "under scrutiny by N"; none if it is no such."""
        if len(tokens) > 1 and tokens[0].text == "under" and not tokens[1].is_name:
            return self._clauses.undergone(holder, tokens[1].text, read_complements(tokens[2:], self._lexicon))
        if len(tokens) > 2 and tokens[0].is_name and tokens[1].text == POSSESSIVE:
            name, words, key = tokens[0], [token.text for token in tokens[2:]], "poss"
        elif len(tokens) > 2 and tokens[-1].is_name and tokens[-2].text in self._lexicon.prepositions:
            name, words, key = tokens[-1], [token.text for token in tokens[:-2]], tokens[-2].text
        else:
            return ()
        is_past = words[0] in self._titles.past
        noun = " ".join(words[is_past:])
        other = End(name.ids, every=name.every)
        frames = self._lexicon.nouns.get(self._lexicon.plurals.get(noun, noun), ())
        found = list(self._clauses.nominal(frames, holder, {key: other}))
        office = self._titles.offices.get(noun)
        if office and (type_id := office.relation_to(self._kinds[name.ids[0]])):
            found.append(Pattern((type_id,), holder, other))
        if not is_past:
            return tuple(dict.fromkeys(found))
        return tuple(
            replace(pattern, types=tuple(PAST_TYPES[each] for each in pattern.types))
            for pattern in dict.fromkeys(found)
            if PAST_TYPES.keys() >= set(pattern.types)
        )
