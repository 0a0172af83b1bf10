"""The errors that Dramatis raises; each message says what is wrong, with which value, and what to do.

DramatisError
├── ArticleError     a file or a text that cannot be read as an article
├── PipelineError    the language pipeline is missing or lacks a part
├── TaxonomyError    a data file of actors or relations is wrong
├── SettingsError    an environment variable has a value that cannot be used
├── CurationError    a decision about an actor or a claim cannot be made
├── StoreError       the library on disk cannot be opened, read or written
├── ExportError      a graph cannot be written in the form or to the place asked for
└── GraphFileError   a file cannot be read as a graph
"""


class DramatisError(Exception):
    """Any error whose message is meant for the reader."""


class ArticleError(DramatisError):
    """A file or a text cannot be read as an article."""


class PipelineError(DramatisError):
    """The language pipeline is missing or lacks a part."""


class TaxonomyError(DramatisError):
    """A data file of actors or relations is wrong."""


class SettingsError(DramatisError):
    """An environment variable has a value that cannot be used."""


class CurationError(DramatisError):
    """A decision about an actor or a claim cannot be made."""


class StoreError(DramatisError):
    """The library on disk cannot be opened, read or written."""


class ExportError(DramatisError):
    """A graph cannot be written in the form or to the place asked for."""


class GraphFileError(DramatisError):
    """A file cannot be read as a graph."""
