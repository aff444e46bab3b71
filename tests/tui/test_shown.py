"""No widget gets text that did not go through `shown`: the sources are read and every argument is followed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import trainer.tui

SOURCES = sorted(Path(trainer.tui.__file__).parent.glob("*.py"))
SINKS = {
    *("Static", "Label", "Button", "Option", "Key", "update", "notify", "write"),
    *("add_row", "add_column", "add_option"),
    *("Content", "styled", "assemble", "append_text", "from_markup"),
}
KEYWORDS = {"content", "renderable", "label", "title", "message", "text", "placeholder", "tooltip"}
SAFE_CALLS = {"shown", "clean", "one_line"}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title", "label"}


def content_makers() -> set[str]:
    """The functions of our own that give Content, and so go through the same test themselves."""
    return {
        node.name
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "Content"
    }


def name_of(call: ast.expr) -> str:
    return call.attr if isinstance(call, ast.Attribute) else call.id if isinstance(call, ast.Name) else ""


def joins_content(value: ast.expr) -> bool:
    """Whether this is `Content(...).join(...)`."""
    match value:
        case ast.Call(func=ast.Attribute(attr="join", value=ast.Call(func=ast.Name(id="Content")))):
            return True
    return False


def is_safe(value: ast.expr, function: ast.FunctionDef | None, makers: set[str]) -> bool:
    """Whether an argument can hold no text that somebody else wrote and nobody cleaned."""
    match value:
        case ast.BinOp(left=left, right=right):
            parts = [left, right]
        case ast.IfExp(body=body, orelse=orelse):
            parts = [body, orelse]
        case ast.Starred(value=part) | ast.GeneratorExp(elt=part) | ast.ListComp(elt=part):
            parts = [part]
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            parts = elements
        case _:
            return is_safe_leaf(value, function, makers)
    return all(is_safe(part, function, makers) for part in parts)


def is_safe_leaf(value: ast.expr, function: ast.FunctionDef | None, makers: set[str]) -> bool:
    """The same for what is not put together; the arguments of a call are looked at where the call stands."""
    safe = {*SAFE_CALLS, *makers}
    match value:
        case ast.Call(func=ast.Name(id="map"), args=[of, *_]):
            return name_of(of) in safe
        case ast.Call(func=func):
            return name_of(func) in safe | {"styled", "assemble", "Content", "Option"} or joins_content(value)
        case ast.Name(id=name):
            return function is not None and is_safe_name(name, function, makers)
    return isinstance(value, ast.Constant) or ast.unparse(value) == "self._label"  # typed Content where it is set


def is_safe_name(name: str, function: ast.FunctionDef, makers: set[str]) -> bool:
    """Whether a parameter is Content, or every value that a local name is given is safe."""
    for argument in function.args.args:
        if argument.arg == name:
            return bool(argument.annotation) and ast.unparse(argument.annotation) == "Content"
    given = [
        node.value
        for node in ast.walk(function)
        if (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name)
        or (isinstance(node, ast.NamedExpr) and node.target.id == name)
    ]
    given += [
        node.args[0]
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == f"{name}.append"
    ]
    return bool(given) and all(is_safe(value, function, makers) for value in given)


def unsafe(source: str, makers: set[str]) -> list[str]:
    """Every argument of a widget, and everything set on one, that might be foreign text."""
    tree = ast.parse(source)
    owner = {
        id(inner): node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=func, args=arguments, keywords=keywords) if name_of(func) in SINKS or joins_content(
                node
            ):
                values = arguments if name_of(func) == "assemble" else arguments[:1]
                values = values + [keyword.value for keyword in keywords if keyword.arg in KEYWORDS]
            case ast.Assign(targets=[ast.Attribute(attr=attribute)], value=value) if attribute in ATTRIBUTES:
                values = [value]
            case _:
                values = []
        found += [ast.unparse(node) for value in values if not is_safe(value, owner.get(id(node)), makers)]
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_foreign_text_goes_through_shown(source):
    if source.name != "shown.py":
        assert unsafe(source.read_text("utf-8"), content_makers()) == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(card.question)",
        "Static(other(text))",
        "Static(''.join(parts))",
        "Static(content=text)",
        "self.update(f'{n}')",
        "self.notify(message)",
        "self.border_title = deck.title",
        "Content(text)",
        "Content('').join(parts)",
        "Content.assemble(shown(a), b)",
    ],
)
def test_the_test_finds_what_does_not(line):
    assert unsafe(f"def it(self, text: str):\n    {line}", {"shown"})
