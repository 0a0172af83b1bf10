"""A page without a browser: what its callbacks answer when posted to as Dash's renderer posts."""

import json
from typing import Any

from dash import Dash


class Wire:
    """Posts to the routes of an app, or to those of a `client` which asks as Flask's test client does."""

    def __init__(self, app: Dash | None = None, *, client: Any = None) -> None:
        self._client = client or app.server.test_client()
        self._specs = self._client.get("/_dash-dependencies").get_json()

    def ask(self, output: str, *, by: str = "", **values: Any) -> dict[str, Any]:
        """Return what the callback that gives `output` answers, by component and property (see `ask_all`)."""
        return self.ask_all(output, by=by, **values).get("response", {})

    def ask_all(self, output: str, *, by: str = "", **values: Any) -> dict[str, Any]:
        """Return the whole answer of the callback that gives `output` ("count.children"); empty where it keeps still.

        Where several give it, or no output is named, `by` is the id of an input that only the one meant has.
        `values` are its inputs and states by id with "_" for "-", or by id and property with "__" between them
        ("upload__filename"); all others are None.
        """
        spec = next(
            spec
            for spec in self._specs
            if (output in _plain(spec["output"]) if output else spec["no_output"])
            and not spec["clientside_function"]
            and (not by or by in [part["id"] for part in spec["inputs"]])
        )
        given = {name.replace("__", ".").replace("_", "-"): value for name, value in values.items()}
        inputs = [_filled(part, given) for part in spec["inputs"]]
        body = {
            "output": spec["output"],
            "outputs": [] if spec["no_output"] else _outputs(spec["output"]),
            "inputs": inputs,
            "state": [_filled(part, given) for part in spec["state"]],
            "changedPropIds": [f"{part['id']}.{part['property']}" for part in inputs if part["id"] in given],
        }
        answer = self._client.post("/_dash-update-component", json=body)
        if answer.status_code == 204:
            return {}
        assert answer.status_code == 200, answer.get_data(as_text=True)[-2000:]
        return answer.get_json()

    def get(self, address: str) -> bytes:
        """Return what is at an address of the page, packed as for a browser."""
        answer = self._client.get(address, headers={"Accept-Encoding": "zstd"})
        assert answer.status_code == 200, address
        return bytes(answer.data)

    def select(self, selection: dict[str, Any], **asked: Any) -> dict[str, Any]:
        """Return what goes with a selection, as the page asks for it past Dash."""
        answer = self._client.post("/selected.json", json={"selection": selection, **asked})
        assert answer.status_code == 200, answer.get_data(as_text=True)[-2000:]
        return answer.get_json()


def _plain(output: str) -> list[str]:
    return [part.partition("@")[0] for part in output.strip(".").split("...")]


def _filled(part: dict[str, str], given: dict[str, Any]) -> Any:
    if part["id"].startswith("{"):
        return given.get(f"choices.{part['property']}", [])
    value = given.get(f"{part['id']}.{part['property']}", given.get(part["id"]))
    return {"id": part["id"], "property": part["property"], "value": value}


def _outputs(output: str) -> Any:
    parts = [_output(part) for part in output.strip(".").split("...")]
    return parts if output.startswith("..") else parts[0]


def _output(part: str) -> Any:
    name, _, prop = part.rpartition(".")
    return [] if name.startswith("{") else {"id": name, "property": prop}


def said(answer: Any) -> str:
    """Return an answer as text, to look for words in."""
    return json.dumps(answer, ensure_ascii=False)
