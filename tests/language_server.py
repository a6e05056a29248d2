"""The YAML language server, installed by npm and spoken to as an editor does.

The Language Server Protocol 3.17: JSON messages over standard input and output, each behind a
header that says how many bytes it has. Lines and characters count from 0.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests import node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SERVER = "yaml-language-server/bin/yaml-language-server"
LONGEST = 300  # seconds after which a server that says nothing more is ended

CAPABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "publishDiagnostics": {},
    }
}
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},  # no network
    }
}


def command() -> list[str]:
    """Return the command of the server, installed from the lock file; skip where it cannot be."""
    return [node.node(), str(node.installed("editor") / SERVER), "--stdio"]


class Client:
    """An editor with one folder open."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.into, self.out = process.stdin, process.stdout
        self.root = root
        self.number = 0
        self.opened: set[str] = set()
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        folder = {"uri": root.as_uri(), "name": root.name}
        given = {"processId": os.getpid(), "rootUri": root.as_uri(), "capabilities": CAPABILITIES}
        self.ask("initialize", {**given, "workspaceFolders": [folder]})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def tell(self, method: str, params: Any) -> None:
        """Send a message that has no answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" not in message and message.get("id") == number:
                assert "error" not in message, message
                return message["result"]

    def open(self, file: str, text: str) -> str:
        """Open a file, once, with ``text`` in it, whatever the disk holds; return its address."""
        uri = (self.root / file).as_uri()
        assert uri not in self.opened, f"{file} is open already"
        self.opened.add(uri)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def problems(self, uri: str) -> list[dict[str, Any]]:
        """Wait for what the server says about an open file."""
        while uri not in self.diagnostics:
            self._receive()
        return self.diagnostics[uri]

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """Ask about a place of an open file."""
        place = {"line": line, "character": character}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": place})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.into.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.into.flush()

    def _receive(self) -> Any:
        length = 0
        while header := self._line():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message = json.loads(self.out.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            told = message["params"]
            self.diagnostics[told["uri"]] = told["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _line(self) -> bytes:
        line = self.out.readline()
        assert line, "the language server ended"
        return line.strip()


@contextmanager
def running(root: Path) -> Iterator[Client]:
    """Start the server for a folder, and end it."""
    with subprocess.Popen(
        command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        watch = threading.Timer(LONGEST, process.kill)
        watch.start()
        try:
            client = Client(process, root)
            yield client
            client.ask("shutdown", None)
            client.tell("exit", None)
        finally:
            watch.cancel()
            process.kill()
