#!/usr/bin/env python3
"""Puts codec.py behind a pipe, so that `tictoc conform run` can judge it: docs/porting.md tells of the lines."""
import os
from collections import defaultdict
from urllib.parse import quote, unquote_to_bytes

from codec import TAGS, Coder, Refused

OTHER, WORDS = {"client": "server", "server": "client"}, {True: "true", False: "false", None: "?"}
NUMBERS = (".who", ".at", ".seconds")


class Connection:
    def __init__(self, role):
        self.role, self.memory, self.owed, self.closed = role, {"client": ([], 0), "server": ([], 0)}, 0, False
        self.waiting, self.lack = b"", None

    def packet(self, side, values, name=None, data=None):
        """One packet of a side written or read; only a whole and lawful one changes what is remembered."""
        c = Coder(self.memory[side], data)
        c.path = name = c.pick(TAGS[side], name)
        if self.closed or (name == "Name" and self.owed == 64) or (name == "Named" and not self.owed):
            c.refuse("wrong-state", 0)
        values, whole = c.value(name, values, name), c.end()
        self.memory[side] = c.memory
        self.owed += {"Name": 1, "Named": -1}.get(name, 0)
        self.closed = name == "Bye"
        return whole, f"{name} {spelled(values)}".strip()

    def receive(self, data):
        self.waiting, heard = self.waiting + data, []
        while self.waiting and not self.closed:
            try:
                whole, said = self.packet(OTHER[self.role], read(""), data=self.waiting)
            except Refused as why:
                self.lack = why
                if why.args[0] != "truncated":
                    raise
                break
            heard.append(said)
            self.waiting = self.waiting[len(whole):]
        return " ; ".join(heard)

    def end(self):
        if self.waiting and not self.closed:
            raise self.lack
        return ""


def spelled(v):
    texts = {k: quote(x, safe="-_.~") if isinstance(x, str) else x if type(x) is int else WORDS[x]
             for k, x in v.items()}
    return " ".join(f"{k}={text}" for k, text in texts.items())


def read(words):
    v = defaultdict(lambda: None, (word.split("=", 1) for word in words.split()))
    for k, said in v.items():
        number = int(said) if k in NUMBERS and said != "?" else None
        v[k] = number if k in NUMBERS else said == "true" if k == ".is_new" else unquote_to_bytes(said).decode()
    return v


def answer(connections, verb, ident, what="", rest=""):
    if verb == "open" and what in OTHER and rest == "1":
        connections[ident] = Connection(what)
        return ""
    if verb == "receive":
        return connections[ident].receive(bytes.fromhex(what.strip("-")))
    if verb == "send":
        return connections[ident].packet(connections[ident].role, read(rest), what)[0].hex()
    if verb == "end":
        return connections.pop(ident).end()
    name, _, version = what.partition("/")
    if verb not in ("decode", "encode") or version != "1":
        raise LookupError(verb)
    if verb == "encode":
        (c := Coder(([], 0))).value(name, read(rest))
        return c.end().hex()
    v = (c := Coder(([], 0), bytes.fromhex(rest.strip("-")))).value(name, read(""))
    c.end()
    if c.p < len(c.bits):
        c.refuse("trailing", c.p)
    return spelled(v)


def respond(connections, line):
    verb, ident, *rest = line.split(" ", 3)
    if verb == "hello":
        return "hello 1 door impl=python versions=1:12fa2263 ops=decode,encode,open,states"
    try:
        return f"ok {ident} {answer(connections, verb, ident, *rest)}".rstrip()
    except Refused as why:
        reason, bit, more, path = why.args
        return f"refuse {ident} {reason} bit={bit}" + f" more={more}" * (more > 0) + f" path={path}" * (path != "")
    except ValueError as why:
        return f"error {ident} {why}"
    except LookupError as what:
        return f"unsupported {ident} {what}"


def main():
    """Reads all that is there, answers it, flushes once: many requests may be under way."""
    connections, waiting = {}, b""
    while data := os.read(0, 65536):
        *lines, waiting = (waiting + data).split(b"\n")
        lines = [line.decode().rstrip("\r") for line in lines]
        os.write(1, "".join(respond(connections, line) + "\n" for line in lines if line != "bye").encode())
        if "bye" in lines:
            break


if __name__ == "__main__":
    main()
