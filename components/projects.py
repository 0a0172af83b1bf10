"""The menu of projects in the header, and the form for their names and backups."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon
from components.words import counted
from graph.projects import OpenProject, Project

BACKUP = "backup"  # the address of the backup, beside the page's own
_MOST_BYTES = 500_000_000
_SUFFIX = ".dramatis"
TITLES = {
    "new": "A new project",
    "rename": "Rename this project",
    "duplicate": "Duplicate this project",
    "restore": "Bring back a backup",
}


def project_button(name: Component) -> Component:
    """Return the project's name as the button that opens the menu."""
    return html.Button(
        [name, icon("down"), html.Span("Projects", className="unseen")],
        className="project-button",
        **data(menu=ids.PROJECT_MENU, of=""),
        **aria(haspopup="menu", expanded="false"),
    )


def project_menu(opened: OpenProject) -> Component:
    """Return the menu: the other projects, and what can be done with this one."""
    projects = opened.projects.all()
    here = next(project for project in projects if project.id == opened.id)
    others = [project for project in projects if project.id != opened.id]
    put_aside = [project for project in others if project.is_archived]
    items: list[Component] = [_link(project) for project in others if not project.is_archived]
    if put_aside:
        items += [html.Span("Put aside", className="menu-title"), *map(_link, put_aside)]
    if items:
        items.append(html.Hr())
    items += [
        _item("new", "add", "New project …"),
        _item("rename", "pen", "Rename …"),
        _item("duplicate", "copy", "Duplicate …"),
        html.A(
            [icon("save"), "Save a backup"],
            href=BACKUP,
            download="",
            className="menu-item",
            role="menuitem",
            tabIndex=-1,
        ),
        _item("restore", "drop", "Bring back a backup …"),
    ]
    if here.is_archived:
        items.append(_item("return", "undo", "Take up again"))
    elif here.id != projects[0].id:
        items.append(_item("archive", "hide", "Put aside"))
    return html.Div(
        items, id=ids.PROJECT_MENU, className="correct-menu", role="menu", hidden=True, **aria(label="Projects")
    )


def project_form() -> Component:
    """Return the dialog for a project's name, and for the file of a backup."""
    part: Component = dmc.Modal(
        id=ids.PROJECT_FORM,
        title="",
        keepMounted=True,
        closeButtonProps={"aria-label": "Close"},
        children=[
            dmc.TextInput(id=ids.PROJECT_NAME, label="Name", value=""),
            dcc.Upload(
                id=ids.PROJECT_FILE,
                accept=_SUFFIX,
                max_size=_MOST_BYTES,
                className="drop",
                className_active="drop drop-over",
                children=html.Div(
                    [icon("drop"), html.Span(f"Drop a {_SUFFIX} file here, or choose it", id=ids.PROJECT_FILE_NAME)]
                ),
            ),
            html.P(id=ids.PROJECT_PROBLEM, className="problem", role="alert", hidden=True),
            html.Div(html.Button("Save", id=ids.PROJECT_SAVE, className="button primary"), className="dialog-action"),
        ],
    )
    return part


def backup_name(project_id: str, day: str) -> str:
    """Return the name of the file of a backup."""
    return f"{project_id}-{day}{_SUFFIX}"


def _link(project: Project) -> Component:
    words = [html.Span(project.name), html.Span(counted(project.articles, "article"), className="menu-more")]
    return html.A(
        [icon("open"), html.Span(words, className="menu-words")],
        href=f"../{project.id}/",
        className="menu-item",
        role="menuitem",
        tabIndex=-1,
    )


def _item(act: str, sign: str, words: str) -> Component:
    return html.Button([icon(sign), words], className="menu-item", role="menuitem", tabIndex=-1, **data(project=act))
