"""Projects: several libraries in one data folder, each in a file of its own that can be kept and brought back."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile
from threading import RLock
from uuid import uuid4

from graph.errors import StoreError
from graph.library import PROJECT_NAME, SEEDS_READ, Library, project_name
from graph.processes import open_reader
from graph.reader import Reader
from graph.readings import HELD_JOB
from graph.resolve import slug
from graph.settings import Settings
from graph.store import Store
from graph.taxonomy import load_taxonomy

FIRST_PROJECT = "library"  # the project in the file that the settings name
FOLDER = "projects"  # where the others are, beside it
MOST_CHARACTERS = 80  # of a name
_LAST = "last open"  # notes in the stores
_ARCHIVED = "archived"
_IDS = re.compile(r"[a-z0-9-]{1,80}")  # they stand in addresses


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it stands in a list."""

    id: str
    name: str
    articles: int
    is_archived: bool = False


class Projects:
    """The projects in a data folder; safe to use from several threads. What cannot be done raises StoreError."""

    def __init__(self, settings: Settings, *, reader: Reader | None = None) -> None:
        """Open the data folder; the library of the settings is the first project and is made if it is not there."""
        self._settings = settings
        self._reader = reader or open_reader(settings, load_taxonomy())
        self._libraries: dict[str, Library] = {}
        self._lock = RLock()
        self._main = Store(settings.database_url)
        self._folder = self._main.path.parent / FOLDER

    def all(self) -> tuple[Project, ...]:
        """Return the projects: the first, then the others by name, those that are archived last."""
        others = sorted(self._others(), key=lambda project: (project.is_archived, project.name.casefold()))
        return (_described(FIRST_PROJECT, self._main), *others)

    def get(self, project_id: str) -> Project | None:
        """Return a project, None if there is none of this id."""
        return next((project for project in self.all() if project.id == project_id), None)

    def find(self, name: str) -> Project:
        """Return the project with an id or, if no other has it, with a name. Raises StoreError if there is none."""
        known = self.all()
        found = [p for p in known if p.id == name] or [p for p in known if p.name.casefold() == name.casefold()]
        if len(found) != 1:
            there = ", ".join(project.id for project in known)
            missing = "are several projects" if found else "is no project"
            raise StoreError(f"There {missing} {name!r}; name one of {there}.")
        return found[0]

    def library(self, project_id: str) -> Library:
        """Return the library of a project, opened once."""
        with self._lock:
            if project_id not in self._libraries:
                settings = replace(self._settings, database_url=f"sqlite:///{self._path(project_id)}")
                self._libraries[project_id] = Library(settings, reader=self._reader)
            return self._libraries[project_id]

    def resume(self) -> None:
        """Go on with the readings that a former process left unfinished."""
        for project in self.all():
            jobs = self._store(project.id).queued().items()
            if any(outcome is None for job, rows in jobs for outcome, _ in rows if job != HELD_JOB):
                self.library(project.id).readings.resume()

    @property
    def last_open(self) -> str:
        """The id of the project that was opened last."""
        wanted = self._main.noted(_LAST) or FIRST_PROJECT
        return wanted if self.get(wanted) else FIRST_PROJECT

    def opened(self, project_id: str) -> None:
        """Note that a project was opened."""
        if self._main.noted(_LAST) != project_id:
            self._main.note(_LAST, project_id)

    def create(self, name: str) -> Project:
        """Return a new project without articles."""
        with self._lock:
            project_id, path = self._free(name := _checked(name))
            Store(f"sqlite:///{path}").close()
            return self._named(project_id, name)

    def rename(self, project_id: str, name: str) -> None:
        """Call a project by another name; its address stays."""
        self._store(project_id).note(PROJECT_NAME, _checked(name))

    def archive(self, project_id: str, *, archived: bool = True) -> None:
        """Put a project aside, or bring it back; nothing of it is lost."""
        if project_id == FIRST_PROJECT:
            raise StoreError("The first project cannot be put aside; it is the one that opens when all others are.")
        self._store(project_id).note(_ARCHIVED, "yes" if archived else "")

    def duplicate(self, project_id: str, name: str) -> Project:
        """Return a copy of a project as it is now, corrections and their log included."""
        with self._lock:
            new_id, path = self._free(name := _checked(name))
            self._store(project_id).copy_to(path)
            return self._named(new_id, name)

    def back_up(self, project_id: str, path: Path) -> None:
        """Write a project as it is now to one file, which must not be there yet."""
        self._store(project_id).copy_to(path)

    def restore(self, path: Path, name: str = "") -> Project:
        """Return a new project made of a file that `back_up` wrote; it replaces none that is there.

        Raises StoreError for a file that is none, is damaged, or is of a newer Dramatis.
        """
        trial = self._folder / f".{uuid4().hex}.sqlite"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            copyfile(path, trial)
            store = Store(f"sqlite:///{trial}")
            store.check()
            name = _checked(name or project_name(store))
            store.close()
            with self._lock:
                new_id, target = self._free(name)
                trial.rename(target)
                return self._named(new_id, name)
        except OSError as error:
            raise StoreError(f"The backup cannot be brought back ({error.strerror}); check the disk.") from error
        finally:
            for left in self._folder.glob(f"{trial.name}*"):
                left.unlink()

    def _others(self) -> Iterator[Project]:
        for path in sorted(self._folder.glob("*.sqlite")):
            if _IDS.fullmatch(path.stem):
                with suppress(StoreError):  # what is no project of ours is left alone
                    yield _described(path.stem, Store(f"sqlite:///{path}"))

    def _path(self, project_id: str) -> Path:
        path = self._main.path if project_id == FIRST_PROJECT else self._folder / f"{project_id}.sqlite"
        if not _IDS.fullmatch(project_id) or not path.is_file():
            raise StoreError(f"There is no project {project_id!r} any more; choose another one.")
        return path

    def _store(self, project_id: str) -> Store:
        return Store(f"sqlite:///{self._path(project_id)}")

    def _free(self, name: str) -> tuple[str, Path]:
        """Return the id and the path of a new project."""
        self._folder.mkdir(parents=True, exist_ok=True)
        wanted = project_id = slug(slug(name).encode("ascii", "ignore").decode())[:60]
        number = 1
        while project_id == FIRST_PROJECT or (self._folder / f"{project_id}.sqlite").exists():
            number += 1
            project_id = f"{wanted}-{number}"
        return project_id, self._folder / f"{project_id}.sqlite"

    def _named(self, project_id: str, name: str) -> Project:
        store = self._store(project_id)
        store.note(PROJECT_NAME, name)
        store.note(_ARCHIVED, "")
        if store.noted(SEEDS_READ) is None:
            store.note(SEEDS_READ, "never")  # the sample story comes into the first project alone
        return _described(project_id, store)


def _described(project_id: str, store: Store) -> Project:
    articles, _ = store.counts()
    project = Project(project_id, project_name(store), articles, bool(store.noted(_ARCHIVED)))
    store.close()
    return project


def _checked(name: str) -> str:
    plain = " ".join(name.split())[:MOST_CHARACTERS]
    if not plain:
        raise StoreError("Write a name for the project.")
    return plain


@dataclass(frozen=True, slots=True)
class OpenProject:
    """One of several projects, as a window has it open."""

    projects: Projects
    id: str
