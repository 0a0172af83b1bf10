"""What an answer or a path lights on the canvas: the actors and relations that it speaks of, by their ids."""

from collections.abc import Mapping

from graph.model import Relation
from graph.paths import Routes
from graph.questions.values import Answer


def answer_lights(answer: Answer, relations: Mapping[str, Relation]) -> list[str]:
    """Return the actors that an answer names, and the relations whose sentences prove it with their ends."""
    if answer.routes is not None:
        return route_lights(answer.routes)
    told = dict.fromkeys(passage.relation_id for passage in answer.passages if passage.relation_id)
    known = [relations[name] for name in told if name in relations]
    ends = [end for relation in known for end in (relation.source, relation.target)]
    return list(dict.fromkeys([*answer.actor_ids, *ends, *(relation.id for relation in known)]))


def route_lights(routes: Routes) -> list[str]:
    """Return the actors on the shortest paths and the relations between them."""
    actors = [actor_id for route in routes.best for actor_id in route.actor_ids]
    steps = [relation_id for route in routes.best for hop in route.hops for relation_id in hop.relation_ids]
    return list(dict.fromkeys([*actors, *steps]))
