"""Trains the bundled language pipeline: `python -m graph.language.training --corpora DIR`.

Nothing here is needed at run time. The journey: `corpora` (files to gold sentences), `augment` (copies with other
names, quotes and cases), `word_evidence` (what packages know of a word), `config` (the pipeline to be trained),
`train`, `evaluate`.
"""
