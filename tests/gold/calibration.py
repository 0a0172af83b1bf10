"""`python -m tests.gold.calibration`: fits the weights of graph/data/confidence.toml; `--write` keeps them.

They are fitted on the annotated articles in tests/corpus/unseen, whose errors nobody looked at while the rules were
written, so that claims from new articles are right as often as is said. A claim is right where the annotated graph has
it, between the same actors in the same direction, of the same family and with the same polarity. The logistic model is
fitted by Newton's method with a penalty that pulls each weight towards 0, so that a sign that is rarely seen says
little. Printed is how often claims of each confidence are right: as they are now, and as fitted without the article
that they are from.
"""

import argparse
from collections import Counter
from itertools import chain, count, pairwise
from typing import Any
from unittest.mock import patch

import numpy as np

from graph.articles import read_article
from graph.data import DATA
from graph.export.proofs import proofs_of
from graph.export.scorer import scorer_document
from graph.extract import claims, extract
from graph.extract.confidence import SIGNS, confidence_of, signs_of
from graph.knowledge import build_knowledge
from graph.language.load import load_pipeline
from graph.taxonomy import load_taxonomy
from tests.gold import OWN, load_scorer

PENALTY = 3.0
ROUNDS = 50
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
HEAD = """# How much each sign of a claim says for its being right: see graph/extract/confidence.py. Fitted on {number}
# claims by tests/gold/calibration.py, not written by hand.
"""

Judged = tuple[Counter[str], bool, float]  # signs, whether it is right, the confidence it has now


def main() -> None:
    """Fit, print and, if asked to, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold.calibration", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the fitted weights")
    arguments = parser.parse_args()
    articles = [_judge(document) for document in load_scorer().load(OWN / "unseen").values()]
    judged = list(chain.from_iterable(articles))
    without = [fit_weights(list(chain(*articles[:i], *articles[i + 1 :]))) for i in range(len(articles))]
    crossed = [
        (_confidence(signs, weights), right)
        for weights, claims_ in zip(without, articles, strict=True)
        for signs, right, _ in claims_
    ]
    print(f"{len(judged)} claims, {sum(right for _, right, _ in judged)} right")
    print(_table("as it is", [(now, right) for _, right, now in judged]))
    print(_table("as fitted on the other articles", crossed))
    lines = [f'"{sign}" = {weight:.2f}' for sign, weight in sorted(fit_weights(judged).items())]
    print("\n".join(lines))
    if arguments.write:
        text = HEAD.format(number=len(judged)) + "\n".join(lines) + "\n"
        (DATA / "confidence.toml").write_text(text, encoding="utf-8")


def fit_weights(judged: list[Judged]) -> dict[str, float]:
    """Return the weight of each sign."""
    names = sorted(SIGNS)
    x = np.array([[signs[name] for name in names] for signs, _, _ in judged], dtype=float)
    y = np.array([right for _, right, _ in judged], dtype=float)
    penalty = PENALTY * np.diag([0.01 if name == "any" else 1.0 for name in names])
    w = np.zeros(len(names))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + penalty
        w += np.linalg.solve(hessian, x.T @ (y - p) - penalty @ w)
    return {name: round(float(weight), 2) for name, weight in zip(names, w, strict=True)}


def _judge(document: dict[str, Any]) -> list[Judged]:
    scorer, taxonomy, numbers = load_scorer(), load_taxonomy(), count()
    seen: dict[float, Counter[str]] = {}

    def noting(doc: Any, tie: Any) -> float:
        """Return the confidence with a trace too small to matter, by which the claim is known again."""
        value = confidence_of(doc, tie) + next(numbers) * 1e-9
        seen[value] = Counter(signs_of(doc, tie))
        return value

    with patch.object(claims, "confidence_of", noting):
        extraction = extract(read_article(document["text"]), load_pipeline(), taxonomy)
    kb = build_knowledge([extraction], taxonomy)
    mapping, neutral, _ = scorer.match_actors(
        document["actors"], scorer_document(kb, taxonomy, document["id"])["actors"]
    )
    polarity = {"negated": ("negated",), "hedged": ("hedged", "planned", "conditional", "asked")}
    found: list[Judged] = []
    for relation in kb.relations.values():
        if {relation.source, relation.target} & neutral:
            continue
        ends = (mapping.get(relation.source), mapping.get(relation.target))
        symmetric = taxonomy.relation_type(relation.type).symmetric
        for proof in proofs_of(kb, relation):
            right = any(
                (ends == (gold["source"], gold["target"]) or (symmetric and ends == (gold["target"], gold["source"])))
                and gold["family"] == relation.family
                and all(bool(gold.get(key)) == (proof.claim.status in words) for key, words in polarity.items())
                for gold in document["relations"]
            )
            found.append((seen[proof.claim.confidence], right, proof.claim.confidence))
    return found


def _confidence(signs: Counter[str], weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-sum(number * weights[sign] for sign, number in signs.items()))))


def _table(title: str, judged: list[tuple[float, bool]]) -> str:
    """Return how often claims of each range of confidence are right, and the mean squared error."""
    parts = []
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in judged if low <= p < high]
        if inside:
            said, is_right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            parts.append(f"{said:.2f} said, {is_right:.2f} right ({len(inside)})")
    error = sum((p - right) ** 2 for p, right in judged) / max(1, len(judged))
    return f"{title}: squared error {error:.3f}; " + "; ".join(parts)


if __name__ == "__main__":
    main()
