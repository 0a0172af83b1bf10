from graph.picture.fonts import width_of
from graph.picture.scene import Run
from graph.picture.wrapping import shorten, wrap

RUNS = [
    Run("Donald Trump fired James Comey", "sans-strong", "#000000"),
    Run("(denied): “It is not so,” he said.", "serif", "#000000"),
    Run("W" * 90, "sans", "#777777"),
]


def test_wrapping_keeps_within_the_width_and_loses_nothing():
    lines = wrap(RUNS, 12, 150)
    for line in lines:
        assert sum(width_of(run.words, run.face, 12) for run in line) - width_of(" ", line[-1].face, 12) <= 150
    said = "".join(run.words for line in lines for run in line)
    assert said.replace(" ", "") == "".join(run.words for run in RUNS).replace(" ", "")
    assert {run.face for line in lines for run in line} == {"sans", "serif", "sans-strong"}


def test_wrapping_leaves_short_words_on_one_line():
    assert [[run.words.strip() for run in line] for line in wrap(RUNS[:1], 12, 500)] == [[RUNS[0].words]]


def test_wrapping_shortens_what_is_too_long():
    assert shorten("Mara Venn", "sans", 12, 200) == "Mara Venn"
    short = shorten("Mara Venn of the Ministry of Energy", "sans", 12, 80)
    assert short.endswith("…")
    assert short.startswith("Mara")
    assert width_of(short, "sans", 12) <= 80
