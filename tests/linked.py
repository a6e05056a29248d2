"""Markup as linked data, judged by shapes of our own without a look at the network."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pyshacl
from rdflib import Graph

SHAPES = Graph().parse(Path(__file__).parent / "markup/shapes.ttl")
VOCABULARY = "https://schema.org/"


def graph(*documents: Any) -> Graph:
    """Read documents of schema.org, whose context becomes a vocabulary: nothing is fetched."""
    with warnings.catch_warnings():
        # rdflib 7 reads JSON-LD by a class that it deprecates itself.
        warnings.simplefilter("ignore", DeprecationWarning)
        whole = json.dumps([_local(document) for document in documents])
        return Graph().parse(data=whole, format="json-ld")


def _local(value: Any) -> Any:
    if isinstance(value, list):
        return [_local(one) for one in value]
    if not isinstance(value, dict):
        return value
    contexts = {"https://schema.org": {"@vocab": VOCABULARY}}
    return {
        name: contexts[inner] if name == "@context" else _local(inner)
        for name, inner in value.items()
    }


def faults(*documents: Any) -> str:
    """Return what the shapes find in documents; empty where they conform."""
    conforms, _, text = pyshacl.validate(graph(*documents), shacl_graph=SHAPES)
    return "" if conforms else str(text)
