"""The ids of all parts of the page that callbacks, styles or scripts speak of."""

# Stores: what the page knows
SELECTION = "selection"  # {"what", "id"}, or {"what": "actors" or "path", "ids"}
FILTERS = "filters"  # the fields of Filters
CANVAS = "canvas-size"  # {"width", "height", "pins"}
SCHEME = "scheme"  # "light" or "dark"
VERSION = "version"  # counts the changes of the library that this page has seen
ORDER = "order"  # of sentences: "strongest" or "newest"
PICTURE_ASKED = "picture-asked"  # what the reader wants a picture of, and what is on the canvas
PICTURE = "picture"  # the picture to be saved: {"svg", "width", "height", "file"}
READER = "reader"  # {"article", "start", "end"}
READ = "read-article"  # the article whose text is wanted
EXTENT = "extent"  # how much is drawn: {"most", "filters", "also", "opened"}
LOOK = "look"  # how actors are drawn: {"size", "colour", "hulls"}
JOB = "job"  # the reading under way
PULSE = "pulse"
RENEWAL = "renewal"
RENEWAL_PULSE = "renewal-pulse"
TABLES = "tables"  # whether the script of the tables is here
GROUPS = "groups"  # the group of each actor that is in one, once the matrix asks
OFFERED = "offered"  # the key of the choices that the filters offer
SEEN = "seen"  # the revision of the library that this page shows
WATCH = "watch"  # beats, to see what other windows have changed
CORRECT = "correct"  # a correction asked for: {"act", "id", "at"}
REVIEW = "review"  # the pairs that the reader leaves for later

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
OUTLINE = "outline"
ACTOR_TABLE = "actor-table"
RELATION_TABLE = "relation-table"
TIMELINE = "timeline"
TIMELINE_CLOCK = "timeline-clock"
TIMELINE_MODE = "timeline-mode"
PLAY = "play"
MATRIX = "matrix"
MATRIX_ORDER = "matrix-order"
MATRIX_SIZE = "matrix-size"
EVIDENCE = "evidence"
EVIDENCE_HEAD = "evidence-head"
EVIDENCE_BODY = "evidence-body"

CONTRADICTION_LIST = "contradiction-list"
MEASURE_LIST = "measure-list"

# Asking and following
ASK = "ask"
ANSWERED = "answered"  # what is read out of an answer
TIED_TO = "tied-to"
TIED_PLACE = "tied-place"

# Filters
FIELDS = "filter-fields"
COUNT = "count"
DESCRIPTION = "description"
CHIPS = "filter-chips"
MORE_CHIPS = "more-chips"
OTHERS = "others"  # "hide" or "dim": what becomes of that which does not pass
CLEAR = "clear-filters"
MORE = "more-filters"
FIND_ARTICLE = "find-article"
ARTICLE_CHOICES = "article-choices"
# The controls of those fields of Filters whose values Dash holds; the others are the browser's own.
CONTROLS = {field: f"filter-{field}" for field in ("text", "actors", "types", "speakers", "outlets")}
PERIOD_CHOICES = {field: f"{field}-choices" for field in ("published", "happened")}

# Where the boxes of a field stand that are to be ticked.
CHOICES = {
    field: f"choices-{field.replace('_', '-')}"
    for field in (
        "kinds",
        "families",
        "statuses",
        "min_sentences",
        "min_articles",
        "min_confidence",
        "min_importance",
    )
}

# Articles
READER_PANE = "reader-pane"
READER_BODY = "reader-body"
READER_HINT = "reader-hint"
OCCURRENCES = "occurrences"
SCROLL_MAP = "scroll-map"
ADD = "add-article"
ADD_DIALOG = "add-dialog"
PASTED = "pasted"
READ_PASTED = "read-pasted"
UPLOAD = "upload"
PROGRESS = "progress"
UPLOAD_FOLDER = "upload-folder"
COLUMN = "column"  # of a table that is dropped, with the number of the question and the part of an article
COLUMNS = "columns"
COLUMNS_ASKED = "columns-asked"
COLUMNS_PROBLEM = "columns-problem"
ASK_COLUMNS = "ask-columns"
READ_COLUMNS = "read-columns"
LEAVE_COLUMNS = "leave-columns"
ADDRESSES = "addresses"
FETCH = "fetch"
CANCEL_READING = "cancel-reading"

# The trial of a sentence
TRIAL = "try-sentence"
TRIAL_DIALOG = "trial-dialog"
TRIAL_TEXT = "trial-text"
TRIAL_READ = "trial-read"
TRIAL_BUSY = "trial-busy"
TRIAL_SUMMARY = "trial-summary"
TRIAL_RESULT = "trial-result"

# Adding a claim by marking words
TELL = "tell-claim"
TELL_PANEL = "tell-panel"
TOLD = "told"  # the words that are marked: {"article", "source", "trigger", "target"}, each of those [start, end]
TELL_TYPE = "tell-type"
TELL_STATUS = "tell-status"
TELL_SOURCE_KIND = "tell-source-kind"
TELL_TARGET_KIND = "tell-target-kind"
TELL_SAVE = "tell-save"
TELL_SAID = "tell-said"  # the words that are chosen by keys, read out
TELL_PROBLEM = "tell-problem"

# Projects
PROJECT_MENU = "project-menu"
PROJECT_ACT = "project-act"  # what is to be done with the project: {"act", "at"}
PROJECT_GO = "project-go"  # the address to go to
PROJECT_FORM = "project-form"
PROJECT_NAME = "project-name"
PROJECT_FILE = "project-file"
PROJECT_FILE_NAME = "project-file-name"
PROJECT_SAVE = "project-save"
PROJECT_PROBLEM = "project-problem"

# Corrections
UNDO = "undo"
REDO = "redo"
CORRECTIONS = "corrections"
CORRECTIONS_DIALOG = "corrections-dialog"
CORRECTION_TABS = "correction-tabs"
CORRECTION_LOG = "correction-log"
REVIEW_PANEL = "review-panel"
ACTOR_MENU = "actor-menu"
CLAIM_MENU = "claim-menu"
FORM = "correct-form"
FORM_NAME = "correct-name"
FORM_CHOICE = "correct-choice"
FORM_KEEP = "correct-keep"
FORM_PLACES = "correct-places"
FORM_TEXT = "correct-text"
FORM_SAVE = "correct-save"
FORM_PROBLEM = "correct-problem"

# Actions
SAVE = "save-picture"
SAVING = "saving"
SAVE_NOW = "save-now"
PICTURE_TITLE = "picture-title"
PICTURE_FORMAT = "picture-format"
PICTURE_SCALE = "picture-scale"
PICTURE_GROUND = "picture-ground"
PICTURE_PART = "picture-part"
PICTURE_LEGEND = "picture-legend"
PICTURE_NOTES = "picture-notes"
PICTURE_WISHES = {
    PICTURE_TITLE: "value",
    PICTURE_FORMAT: "value",
    PICTURE_SCALE: "value",
    PICTURE_GROUND: "value",
    PICTURE_PART: "value",
    PICTURE_LEGEND: "checked",
    PICTURE_NOTES: "checked",
}
ZOOM_IN = "zoom-in"
ZOOM_OUT = "zoom-out"
ZOOM_FIT = "zoom-fit"
CAMERA_BACK = "camera-back"
SELECT_BOX = "select-box"
SELECT_LASSO = "select-lasso"
UNPIN = "unpin"
BOXED = "boxed"
BOXED_KEYS = "boxed-keys"
WALK_KEYS = "walk-keys"
CANVAS_CONTROLS = (ZOOM_IN, ZOOM_OUT, ZOOM_FIT, CAMERA_BACK, SELECT_BOX, SELECT_LASSO, UNPIN)
NOTICE = "notice"
CANCEL_MAKING = "cancel-making"
KEY_HELP = "key-help"
HEAD_MENU = "head-menu"
SCHEME_TOGGLE = "scheme-toggle"
KEY_LIST = "key-list"
FIRST_STEPS = "first-steps"

# What the browser builds from plain trees (components/plain.py)
PLAIN_PLACES = (
    *CHOICES.values(),
    LEGEND,
    KEY_LIST,
    READER_BODY,
    CONTRADICTION_LIST,
    MEASURE_LIST,
)
