"""The network: a KnowledgeBase as a networkx graph, and how much each actor weighs in it."""

from collections import Counter
from collections.abc import Iterable, Mapping

import networkx as nx

from graph.model import KnowledgeBase


def build_network(kb: KnowledgeBase) -> "nx.MultiDiGraph[str]":
    """Return the frozen network of a knowledge base: actors are its nodes, relations its edges, keyed by their ids.

    A node carries `kind`, `name`, `mentions` (their number), `relations` (their number) and `importance` (0 to 1, see
    `importance`); an edge carries `type`, `family`, `status`, `weight` (sentences) and `articles` (their number).
    Scalars only: sentences and claims are fetched from the knowledge base by id.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in kb.actors.values():
        network.add_node(actor.id, kind=actor.kind, name=actor.name, mentions=len(actor.mentions))
    for relation in kb.relations.values():
        network.add_edge(
            relation.source,
            relation.target,
            key=relation.id,
            type=relation.type,
            family=relation.family,
            status=relation.status.value,
            weight=relation.weight,
            articles=relation.article_count,
        )
    for measure, values in (("relations", dict(network.degree())), ("importance", importance_of(kb))):
        nx.set_node_attributes(network, values, measure)
    return nx.freeze(network)


def importance_of(kb: KnowledgeBase) -> dict[str, float]:
    """Return how much each actor of a knowledge base weighs (see `importance`)."""
    mentions = {actor.id: len(actor.mentions) for actor in kb.actors.values()}
    return importance(mentions, {(relation.source, relation.target) for relation in kb.relations.values()})


def importance(mentions: Mapping[str, int], ties: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return how much each actor weighs, from 0 to 1: half for its mentions, half for the actors it has ties with.

    `mentions` are their numbers by actor, `ties` pairs of actors. Both are shares of the largest number, so that the
    most mentioned and best connected actor has 1. Plain counts are meant: a reader can check them, which no eigenvector
    allows.
    """
    apart = {(one, other) if one < other else (other, one) for one, other in ties if one != other}
    neighbours = Counter(end for tie in apart for end in tie)
    most_mentions = max(mentions.values(), default=0) or 1
    most_neighbours = max(neighbours.values(), default=0) or 1
    return {
        actor_id: (count / most_mentions + neighbours[actor_id] / most_neighbours) / 2
        for actor_id, count in mentions.items()
    }


def tie_weights(network: "nx.MultiDiGraph[str]") -> Mapping[str, Counter[str]]:
    """Return for each actor the others it has ties with, and how many sentences tell of the two in either direction."""
    ties: dict[str, Counter[str]] = {actor_id: Counter() for actor_id in network}
    for source, target, weight in network.edges(data="weight"):
        if source == target:
            continue
        ties[source][target] += weight
        ties[target][source] += weight
    return ties
