#!/usr/bin/env python3
"""Answers the lines of docs/porting.md for any schema: adapter.py FILE.tic. The cross-check of every suite."""
import os
import sys

import tic_text
from tic_canon import fingerprint
from tic_codec import CannotEncode, Codec, Reader, Refused, Writer, ref
from tic_parse import read_file
from tic_session import Session

OTHER = {"client": "server", "server": "client"}


class Unsupported(Exception):
    pass


class Connection:
    """One end: what the other says comes in any pieces."""

    def __init__(self, schema, role, version):
        self.s, self.v, self.role, self.session = schema, version, role, Session(schema, version)
        self.waiting, self.enough, self.refused = b"", 1, None

    def closed(self):
        return self.session.states.state == "Closed"

    def receive(self, data):
        """The packets that became whole, as (name, value)."""
        self.waiting += data
        out = []
        while not self.closed() and len(self.waiting) >= self.enough:
            r = Reader(self.waiting)
            try:
                out.append(self.session.read(OTHER[self.role], r))
            except Refused as why:
                if why.reason != "truncated":
                    raise
                self.enough, self.refused = len(self.waiting) + why.more, why
                return out
            self.waiting, self.enough, self.refused = self.waiting[r.p // 8:], 1, None
        return out

    def end(self):
        if self.refused and not self.closed():
            raise self.refused


class Adapter:
    def __init__(self, schema):
        self.s, self.open_ones = schema, {}
        self.talks = bool(schema.start)

    def answer(self, line):
        """The answer to one line; None where there is none."""
        verb, _, rest = line.partition(" ")
        if verb == "bye":
            return None
        if verb == "hello":
            return self.hello()
        ident, _, rest = rest.partition(" ")
        try:
            if verb not in ("decode", "encode", "unseal", "seal", "open", "receive", "send", "end"):
                raise Unsupported(verb)
            out = getattr(self, "on_" + verb)(ident, rest)
            return " ".join(["ok", ident] + [out] * bool(out))
        except Unsupported as what:
            return f"unsupported {ident} {what}"
        except CannotEncode as why:
            return f"error {ident} {why}"
        except Refused as r:
            return f"refuse {ident} {refusal(r)}"

    def hello(self):
        spoken = [v for v in range(self.s.oldest, self.s.version + 1) if self.talks]
        prints = ",".join(f"{v}:{fingerprint(self.s, v) if v in spoken else '-'}" for v in range(self.s.version, 0, -1))
        ops = "decode,encode,unseal,seal" + (",open,states" if self.talks else "")
        return f"hello 1 {self.s.protocol} impl=oracle versions={prints} ops={ops}"

    def alone(self, what):
        """Codec and domain of `TYPE/VERSION`."""
        name, _, version = what.partition("/")
        if name not in self.s.decls or not version.isdecimal() or not 1 <= int(version) <= self.s.version:
            raise Unsupported(what)
        return Codec(self.s, int(version)), ref(name)

    def on_decode(self, _, rest):
        what, _, data = rest.partition(" ")
        c, dom = self.alone(what)
        return " ".join(tic_text.words(c, dom, c.decode_alone(dom, octets(data))))

    def on_encode(self, _, rest):
        what, _, values = rest.partition(" ")
        c, dom = self.alone(what)
        return c.encode_alone(dom, tic_text.value(c, dom, values)).hex()

    def on_unseal(self, _, rest):
        name, _, data = rest.partition(" ")
        if name not in self.s.decls:
            raise Unsupported(name)
        sealed = Codec(self.s, self.s.version)
        version, v = sealed.open_content(ref(name), octets(data))
        return " ".join([str(version)] + tic_text.words(Codec(self.s, version), ref(name), v))

    def on_seal(self, _, rest):
        what, _, values = rest.partition(" ")
        c, dom = self.alone(what)
        v, w = tic_text.value(c, dom, values), Writer()
        w.exp_golomb(0, c.v - 1)
        c.enc(dom, None, v, w)
        return w.bytes().hex()

    def on_open(self, ident, what):
        role, _, version = what.partition(" ")
        if not self.talks or role not in OTHER or not version.isdecimal() \
                or not self.s.oldest <= int(version) <= self.s.version:
            raise Unsupported(f"open {what}")
        self.open_ones[ident] = Connection(self.s, role, int(version))

    def connection(self, ident):
        if ident not in self.open_ones:
            raise Unsupported("not open")
        return self.open_ones[ident]

    def on_receive(self, ident, data):
        c = self.connection(ident)
        try:
            heard = c.receive(octets(data))
        except Refused:
            del self.open_ones[ident]
            raise
        codec = Codec(self.s, c.v)
        return " ; ".join(" ".join([n] + tic_text.words(codec, ref(n), v)) for n, v in heard)

    def on_send(self, ident, what):
        c, (name, _, values) = self.connection(ident), what.partition(" ")
        if name not in [p.name for side in self.s.sides.values() for p in side]:
            raise Unsupported(f"packet {name}")
        if not c.session.states.step(c.role, name):
            raise Refused("wrong-state", None)
        return c.session.write(c.role, name, tic_text.value(Codec(self.s, c.v), ref(name), values)).hex()

    def on_end(self, ident, _):
        c = self.connection(ident)
        del self.open_ones[ident]
        c.end()


def refusal(r):
    told = [("bit", r.bit), ("more", r.more), ("path", r.path or None)]
    return " ".join([r.reason] + [f"{name}={x}" for name, x in told if x is not None])


def octets(text):
    try:
        return bytes.fromhex("" if text == "-" else text)
    except ValueError:
        raise Unsupported("what is not hex") from None


def main():
    """Reads what is there, answers it, flushes once: many lines may be under way."""
    adapter, rest = Adapter(read_file(sys.argv[1])), b""
    while data := os.read(0, 1 << 16):
        *lines, rest = (rest + data).split(b"\n")
        out = []
        for line in lines:
            answer = adapter.answer(line.decode().rstrip("\r"))
            if answer is None:
                sys.stdout.write("".join(out))
                return
            out.append(answer + "\n")
        sys.stdout.write("".join(out))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
