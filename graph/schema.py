"""The form of a library's file, and the steps by which a file of an older form comes to that of today.

A new file takes all the steps too, so that there is one way only to come to a form. A step that was once released is
never changed.
"""

_READINGS = (
    """
    CREATE TABLE articles (
        position INTEGER NOT NULL PRIMARY KEY,
        id VARCHAR NOT NULL UNIQUE,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        outlet TEXT,
        published VARCHAR,
        url TEXT,
        removed TEXT NOT NULL,
        is_seed BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE extractions (
        article_id VARCHAR NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        version VARCHAR NOT NULL,
        payload BLOB NOT NULL,
        PRIMARY KEY (article_id, version)
    )
    """,
    "CREATE TABLE meta (key VARCHAR NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
)

# The reader's decisions. The file itself sees to it that nothing in their log is changed or lost.
_DECISIONS = (
    """
    CREATE TABLE decisions (
        number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at VARCHAR NOT NULL,
        who TEXT NOT NULL,
        act VARCHAR NOT NULL,
        of INTEGER REFERENCES decisions (number),
        decision TEXT
    )
    """,
    """
    CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END
    """,
    """
    CREATE TRIGGER decisions_are_not_lost BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END
    """,
)

# What is to be read, and what became of it; an article's author.
_QUEUE = (
    """
    CREATE TABLE queue (
        number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        job VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        name TEXT NOT NULL,
        facts TEXT NOT NULL,
        raw BLOB,
        is_text BOOLEAN NOT NULL,
        outcome VARCHAR,
        told TEXT NOT NULL
    )
    """,
    "CREATE INDEX queue_waiting ON queue (job, number) WHERE outcome IS NULL",
    "ALTER TABLE articles ADD COLUMN author TEXT",
)

STEPS = (_READINGS, _DECISIONS, _QUEUE)  # the n-th leads to form n, by these statements
VERSION = len(STEPS)
