"""The ids of all parts of the page that callbacks, styles or scripts speak of."""

# Stores: what the page knows
SELECTION = "selection"  # {"what", "id"}, or {"what": "actors" or "path", "ids"}
FILTERS = "filters"  # the fields of Filters
CANVAS = "canvas-size"  # {"width", "height", "pins"}
SCHEME = "scheme"  # "light" or "dark"
VERSION = "version"  # counts the changes of the library that this page has seen
PICTURE = "picture"  # what a saved picture needs beside the figure
READER = "reader"  # {"article", "start", "end"}
EXTENT = "extent"  # how much is drawn: {"most", "filters", "also", "opened"}
LOOK = "look"  # how actors are drawn: {"size", "colour", "hulls"}
SHOWN = "shown"  # the ids of what passes the filters, None for everything
JOB = "job"  # the reading under way
PULSE = "pulse"

# Panes
PROJECT = "project"
FILTERS_PANE = "filters-pane"
CANVAS_PANE = "canvas-pane"
EVIDENCE_PANE = "evidence-pane"
TABS = "view-tabs"
GRAPH = "network"
CURTAIN = "curtain"
HINT = "hint"
EXPAND = "expand"
EXPAND_GROUP = "expand-group"
LOOK_MENU = "look-menu"
SIZE_BY = "size-by"
COLOUR_BY = "colour-by"
HULLS = "hulls"
DRAWN_NOTE = "drawn-note"
LEGEND = "legend"
ACTOR_LIST = "actor-list"
RELATION_LIST = "relation-list"
EVIDENCE = "evidence"

CONTRADICTION_LIST = "contradiction-list"
MEASURE_LIST = "measure-list"

# Asking and following
ASK = "ask"
ANSWERED = "answered"  # what is read out of an answer
TIED_TO = "tied-to"

# Filters
FIELDS = "filter-fields"
COUNT = "count"
DESCRIPTION = "description"
CLEAR = "clear-filters"
TEXT = "filter-text"
KINDS = "filter-kinds"
FAMILIES = "filter-families"
TYPES = "filter-types"
STATUSES = "filter-statuses"
MIN_SENTENCES = "filter-sentences"
ARTICLES = "filter-articles"
CHOICE_COUNT = "choice-count"

# Articles
READER_DRAWER = "reader-drawer"
READER_BODY = "reader-body"
ADD = "add-article"
ADD_DIALOG = "add-dialog"
PASTED = "pasted"
READ_PASTED = "read-pasted"
UPLOAD = "upload"
PROGRESS = "progress"

# The trial of a sentence
TRIAL = "try-sentence"
TRIAL_DIALOG = "trial-dialog"
TRIAL_TEXT = "trial-text"
TRIAL_READ = "trial-read"
TRIAL_BUSY = "trial-busy"
TRIAL_SUMMARY = "trial-summary"
TRIAL_RESULT = "trial-result"

# Actions
SAVE = "save-picture"
ZOOM_IN = "zoom-in"
ZOOM_OUT = "zoom-out"
ZOOM_FIT = "zoom-fit"
CAMERA_BACK = "camera-back"
SELECT_BOX = "select-box"
SELECT_LASSO = "select-lasso"
UNPIN = "unpin"
CANVAS_CONTROLS = (ZOOM_IN, ZOOM_OUT, ZOOM_FIT, CAMERA_BACK, SELECT_BOX, SELECT_LASSO, UNPIN)
NOTICE = "notice"


def count_of(field: str, choice: str) -> dict[str, str]:
    """Return the id of the count beside a choice of a filter."""
    return {"part": CHOICE_COUNT, "field": field, "choice": choice}
