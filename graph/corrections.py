"""Corrections: what the reader decides about actors and claims, by their ids; each can be undone and done again."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Protocol

from graph.curation import (
    Act,
    ActorAnchor,
    AddClaim,
    ChangeKind,
    ChangeSpeaker,
    ChangeStatus,
    ClaimAnchor,
    Confirm,
    Curated,
    Decision,
    Delete,
    DoNotAsk,
    Entry,
    Hide,
    History,
    KeepApart,
    Merge,
    NoteActor,
    NoteRelation,
    Place,
    Reject,
    Rename,
    Retype,
    Show,
    Split,
    Turn,
    add_entries,
    anchor_actor,
    anchor_claim,
    apply,
    describe,
)
from graph.errors import CurationError
from graph.model import Actor, Claim, KnowledgeBase, Status, TextSpan
from graph.taxonomy import Taxonomy

STRIDE = 16


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log, ready to be read: `is_decision` tells a decision from an undo or redo.

    `holds` says whether a decision holds at present, `can_return` whether one that does not can be made again.
    """

    number: int
    at: str
    who: str
    words: str
    is_decision: bool
    holds: bool
    can_return: bool


class Log(Protocol):
    """Where decisions are written down."""

    def log(self, act: Act, *, who: str, of: int | None = None, decision: Decision | None = None) -> None:
        """Write one more entry."""

    def logged(self, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries after a number."""


class Corrections:
    """The decisions on a library, and what it says after them; safe to use from several threads.

    Actors, relations and claims are named by their ids as the reader sees them. What is not there, or cannot be meant,
    raises CurationError.
    """

    def __init__(self, log: Log, base: Callable[[], KnowledgeBase], taxonomy: Taxonomy, *, who: str) -> None:
        """Open a log; `base` gives what the articles say before any decision, `who` signs further ones."""
        self._log = log
        self._base = base
        self._taxonomy = taxonomy
        self._who = who
        self._lock = RLock()
        self._history = add_entries(History(), log.logged())
        self._states: OrderedDict[tuple[int, ...], Curated] = OrderedDict()
        self._of: KnowledgeBase | None = None

    # --- What there is --------------------------------------------------------------------------------

    @property
    def history(self) -> History:
        """The log, and what of it holds."""
        return self._history

    def refresh(self) -> bool:
        """Take in what others have written to the log; say whether there was anything."""
        with self._lock:
            former = self._history
            last = former.entries[-1].number if former.entries else 0
            self._history = add_entries(former, self._log.logged(last))
            return self._history is not former and len(self._history.entries) > len(former.entries)

    def state(self) -> Curated:
        """Return what the articles say after all decisions that hold; the same object until one is made."""
        with self._lock:
            base = self._base()
            if base is not self._of:
                self._of = base
                self._states = OrderedDict({(): Curated(base)})
            return self._state_of(self._history.decisions())

    def lines(self) -> tuple[LogLine, ...]:
        """Return the log in words, the latest line first."""
        history = self._history
        holding, undone = set(history.in_force), set(history.undone)
        return tuple(
            LogLine(
                entry.number,
                entry.at,
                entry.who,
                self._words(entry),
                entry.decision is not None,
                entry.number in holding,
                entry.number in undone,
            )
            for entry in reversed(history.entries)
        )

    def next_undo(self) -> str:
        """Return in words what an undo would take back; "" where nothing is left."""
        return self._words_of(next(reversed(self._history.in_force), None))

    def next_redo(self) -> str:
        """Return in words what a redo would make again; "" where nothing is left."""
        return self._words_of(next(reversed(self._history.undone), None))

    def _words(self, entry: Entry) -> str:
        if entry.decision is not None:
            return describe(entry.decision, self._taxonomy)
        return f"{'Undid' if entry.act is Act.UNDO else 'Did again'}: {self._words_of(entry.of)}"

    def _words_of(self, number: int | None) -> str:
        entry = None if number is None else self._history.entry(number)
        return "" if entry is None else self._words(entry)

    # --- Undo and redo --------------------------------------------------------------------------------

    def undo(self, number: int | None = None) -> str:
        """Take back a decision, the last one where no number is given; return what it was, in words."""
        return self._go(Act.UNDO, number, "Nothing is left to undo.")

    def redo(self, number: int | None = None) -> str:
        """Make a decision again that was taken back, the last one where no number is given; return it in words."""
        return self._go(Act.REDO, number, "Nothing is left to do again.")

    def _go(self, act: Act, number: int | None, nothing: str) -> str:
        with self._lock:
            self.refresh()
            among = self._history.in_force if act is Act.UNDO else self._history.undone
            of = number if number is not None else next(reversed(among), None)
            if of is None or of not in among:
                raise CurationError(nothing)
            self._log.log(act, who=self._who, of=of)
            self.refresh()
            return self._words_of(of)

    # --- About actors ---------------------------------------------------------------------------------

    def rename(self, actor_id: str, name: str) -> None:
        """Call an actor by another name."""
        self._decide(Rename(self._actor(actor_id), _said(name, "name")))

    def change_kind(self, actor_id: str, kind: str) -> None:
        """Make an actor one of another kind."""
        if kind not in self._taxonomy.kinds:
            raise CurationError(f"{kind!r} is no kind of actor; choose one of {', '.join(self._taxonomy.kinds)}.")
        self._decide(ChangeKind(self._actor(actor_id), kind))

    def merge(self, into: str, *others: str) -> None:
        """Make the others one with an actor, which keeps its name."""
        joined = tuple(self._actor(other) for other in dict.fromkeys(others) if other != into)
        if not joined:
            raise CurationError("An actor cannot be joined with itself; choose another one.")
        self._decide(Merge(self._actor(into), joined))

    def split(self, actor_id: str, places: Iterable[Place], name: str) -> None:
        """Make an actor of its own, called `name`, of the mentions of another at some places."""
        decision = Split(self._actor(actor_id), tuple(places), _said(name, "name"))
        if apply(self.state(), decision, self._taxonomy) is self.state():
            raise CurationError("Choose some of the mentions of this actor, and not all of them.")
        self._decide(decision)

    def hide(self, actor_id: str) -> None:
        """Do not draw an actor any more."""
        self._decide(Hide(self._actor(actor_id)))

    def show(self, actor_id: str) -> None:
        """Draw a hidden actor again."""
        self._decide(Show(self._actor(actor_id)))

    def delete(self, actor_id: str) -> None:
        """Take away what is no actor, with its claims."""
        self._decide(Delete(self._actor(actor_id)))

    def keep_apart(self, first: str, second: str) -> None:
        """Decide that two actors are not the same."""
        self._decide(KeepApart(self._actor(first), self._actor(second)))

    def do_not_ask(self, first: str, second: str) -> None:
        """Do not be asked again whether two actors are the same."""
        self._decide(DoNotAsk(self._actor(first), self._actor(second)))

    def note(self, about: str, text: str) -> None:
        """Keep a note on an actor or a relation, in place of an earlier one; an empty text takes it away."""
        kb, text = self.state().kb, text.strip()
        relation = kb.relations.get(about)
        if relation is None:
            self._decide(NoteActor(self._actor(about), text))
        else:
            ends = self._actor(relation.source), self._actor(relation.target)
            self._decide(NoteRelation(ends[0], relation.type, ends[1], text))

    # --- About claims ---------------------------------------------------------------------------------

    def reject(self, claim_id: str) -> None:
        """Decide that the sentence does not say this."""
        self._decide(Reject(self._claim(claim_id)))

    def confirm(self, claim_id: str) -> None:
        """Decide that the sentence does say this."""
        self._decide(Confirm(self._claim(claim_id)))

    def retype(self, claim_id: str, relation_type: str) -> None:
        """Give a claim another relation type."""
        self._decide(Retype(self._claim(claim_id), self._type(relation_type)))

    def turn(self, claim_id: str) -> None:
        """Turn the direction of a claim round."""
        self._decide(Turn(self._claim(claim_id)))

    def change_status(self, claim_id: str, status: Status) -> None:
        """Give a claim another status."""
        self._decide(ChangeStatus(self._claim(claim_id), status))

    def change_speaker(self, claim_id: str, actor_id: str | None) -> None:
        """Give a claim another speaker, None for the article itself."""
        self._decide(ChangeSpeaker(self._claim(claim_id), None if actor_id is None else self._actor(actor_id)))

    def add_claim(
        self,
        article_id: str,
        *,
        source: TextSpan,
        trigger: TextSpan,
        target: TextSpan,
        relation_type: str,
        status: Status = Status.ASSERTED,
        kinds: tuple[str, str] = ("person", "person"),
    ) -> None:
        """Add a claim by its words in an article; ends that mean nobody yet become actors of these kinds."""
        article = self.state().kb.articles.get(article_id)
        if article is None:
            raise CurationError("This article is not here any more; reload the page.")
        parts = {"who acts": source, "the words that say it": trigger, "upon whom": target}
        for what, span in parts.items():
            if not (0 <= span.start < span.end <= len(article.text)) or not span.of(article.text).strip():
                raise CurationError(f"Mark {what} in the article.")
        source_name, target_name = (" ".join(span.of(article.text).split()) for span in (source, target))
        claim = ClaimAnchor(
            article_id, source, trigger, target, self._type(relation_type), status, source_name, target_name
        )
        decision = AddClaim(claim, *kinds)
        if apply(self.state(), decision, self._taxonomy).kb.relations == self.state().kb.relations:
            raise CurationError("The article says this already, or both ends are the same actor; mark other words.")
        self._decide(decision)

    # --- Inside ---------------------------------------------------------------------------------------

    def _decide(self, decision: Decision) -> None:
        with self._lock:
            self._log.log(Act.DECIDE, who=self._who, decision=decision)
            self.refresh()

    def _state_of(self, decisions: Sequence[tuple[int, Decision]]) -> Curated:
        """Return the state after some decisions, from the longest stretch of them that was replayed before."""
        numbers = tuple(number for number, _ in decisions)
        known = next(n for n in range(len(numbers), -1, -1) if n == 0 or numbers[:n] in self._states)
        state = self._states[numbers[:known]]
        for n in range(known, len(numbers)):
            state = apply(state, decisions[n][1], self._taxonomy)
            self._keep(numbers[: n + 1], state)
        return state

    def _keep(self, numbers: tuple[int, ...], state: Curated) -> None:
        """Keep a state: the latest ones, and one in sixteen of the earlier ones, from which a replay can start."""
        self._states[numbers] = state
        latest = [kept for kept in self._states if len(kept) % STRIDE]
        for kept in latest[:-STRIDE]:
            del self._states[kept]

    def _actor(self, actor_id: str) -> ActorAnchor:
        actor: Actor | None = self.state().kb.actors.get(actor_id)
        if actor is None:
            raise CurationError("This actor is not here any more, perhaps after a correction in another window.")
        return anchor_actor(actor)

    def _claim(self, claim_id: str) -> ClaimAnchor:
        kb = self.state().kb
        found: Claim | None = next(
            (claim for relation in kb.relations.values() for claim in relation.claims if claim.id == claim_id), None
        )
        if found is None:
            raise CurationError("This claim is not here any more, perhaps after a correction in another window.")
        return anchor_claim(kb, found)

    def _type(self, relation_type: str) -> str:
        if relation_type not in self._taxonomy.types and not relation_type.strip():
            raise CurationError("Choose what the words say.")
        return relation_type


def _said(text: str, what: str) -> str:
    plain = " ".join(text.split())
    if not plain:
        raise CurationError(f"Write a {what}.")
    return plain
