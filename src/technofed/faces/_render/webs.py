"""A part of the atlas as a graph: text, DOT, GraphML, or data."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from technofed import api
from technofed.faces._render.cards import sentence


def _text(library: api.Library, web: api.Web) -> str:
    lines = [f"{len(web.nodes)} records, {len(web.threads)} threads around {web.root}", ""]
    lines += [
        sentence(library, thread) + (" (inferred)" if thread.inferred else "")
        for thread in web.threads
    ]
    return "\n".join(lines)


def _dot(library: api.Library, web: api.Web) -> str:
    lines = ["digraph technofed {", "  rankdir=LR; node [shape=box, style=rounded];"]
    for id_, record in web.nodes.items():
        lines.append(f"  {_quoted(id_)} [label={_quoted(library.title(record))}];")
    for t in web.threads:
        style = ", style=dashed" if t.inferred else ""
        label = _quoted(t.predicate.replace("_", " "))
        lines.append(f"  {_quoted(t.source)} -> {_quoted(t.target)} [label={label}{style}];")
    return "\n".join([*lines, "}"])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_KEYS = (
    ("title", "node", "string"),
    ("type", "node", "string"),
    ("distance", "node", "int"),
    ("predicate", "edge", "string"),
    ("record", "edge", "string"),
    ("pins", "edge", "string"),
    ("inferred", "edge", "boolean"),
)


def _graphml(library: api.Library, web: api.Web) -> str:
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, of, kind in _KEYS:
        key = {"id": name, "for": of, "attr.name": name, "attr.type": kind}
        ElementTree.SubElement(root, "key", key)
    graph = ElementTree.SubElement(root, "graph", id="technofed", edgedefault="directed")
    for id_, record in web.nodes.items():
        node = ElementTree.SubElement(graph, "node", id=id_)
        kind = id_.partition("/")[0] if not hasattr(record, "provisions") else "instrument"
        values = {"title": library.title(record), "type": kind, "distance": web.distance[id_]}
        _data(node, values)
    for n, t in enumerate(web.threads):
        edge = ElementTree.SubElement(graph, "edge", id=f"e{n}", source=t.source, target=t.target)
        pins = "; ".join(t.pins)
        values = {"predicate": t.predicate, "record": t.record, "pins": pins}
        _data(edge, values | {"inferred": str(t.inferred).lower()})
    ElementTree.indent(root)
    return ElementTree.tostring(root, "unicode", xml_declaration=True)


def _data(element: ElementTree.Element, values: dict[str, object]) -> None:
    for name, value in values.items():
        ElementTree.SubElement(element, "data", key=name).text = str(value)


def web_json(library: api.Library, web: api.Web) -> dict[str, Any]:
    """A web as data."""
    nodes = [
        {"id": id_, "title": library.title(record), "distance": web.distance[id_]}
        for id_, record in web.nodes.items()
    ]
    threads = [
        {
            "source": t.source,
            "predicate": t.predicate,
            "target": t.target,
            "record": t.record,
            "pins": t.pins,
            "inferred": t.inferred,
        }
        for t in web.threads
    ]
    return {"root": web.root, "nodes": nodes, "threads": threads}


FORMATS: dict[str, Callable[[api.Library, api.Web], str]] = {
    "text": _text,
    "dot": _dot,
    "graphml": _graphml,
}


def web_as(library: api.Library, web: api.Web, form: str) -> str:
    """A web in one of the formats."""
    return FORMATS[form](library, web).rstrip("\n") + "\n"
