"""The commands `encode`, `decode` and `explain --canonical` over this implementation, line in, line out."""
import argparse
import json
import sys

from tic_canon import canonical
from tic_codec import CannotEncode, Codec, Refused, ref
from tic_parse import parse
from tic_session import Session, Side

SIDE = {">": "client", "<": "server"}


def dumps(j):
    return json.dumps(j, ensure_ascii=False, separators=(",", ":"))


class Alone:
    """Packets of one type, each with memory of its own."""

    def __init__(self, schema, version, name):
        self.make, self.dom = (lambda: Codec(schema, version)), ref(name)

    def encode(self, j):
        c = self.make()
        return c.encode_alone(self.dom, c.from_json(self.dom, j))

    def decode(self, data):
        c = self.make()
        return c.to_json(self.dom, c.decode_alone(self.dom, data))


def talker(schema, version, side, name):
    return Side(schema, version, side) if side else Alone(schema, version, name)


def encode_lines(schema, version, side, name, lines):
    out, t = [], talker(schema, version, side, name)
    for line in lines:
        if not line:
            t = talker(schema, version, side, name)
            out.append("")
            continue
        try:
            out.append(t.encode(json.loads(line)).hex())
        except CannotEncode as e:
            out.append(f"error {e}")
    return out


def decode_lines(schema, version, side, name, lines):
    out, t, closed = [], talker(schema, version, side, name), False
    for line in lines:
        if not line:
            t, closed = talker(schema, version, side, name), False
            out.append("")
        for packet in line.split():
            if closed:
                out.append("closed")
                continue
            try:
                out.append(dumps(t.decode(bytes.fromhex(packet))))
            except Refused as r:
                out.append(r.line())
                closed = bool(side) and r.reason != "truncated"
    return out


def session_lines(schema, version, lines):
    out, t, closed = [], Session(schema, version), False
    for line in lines:
        if not line:
            t, closed = Session(schema, version), False
            out.append("")
        elif closed:
            out.append("closed")
        else:
            try:
                j, state = t.decode(SIDE[line[0]], bytes.fromhex(line[1:]))
                out.append(f"{dumps(j)} {state}")
            except Refused as r:
                out.append(r.line())
                closed = r.reason != "truncated"
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("command", choices=["encode", "decode", "explain"])
    p.add_argument("file")
    p.add_argument("--side", choices=["client", "server"])
    p.add_argument("--type")
    p.add_argument("--version", type=int)
    p.add_argument("--session", action="store_true")
    p.add_argument("--canonical", action="store_true")
    a = p.parse_args()
    with open(a.file, encoding="utf-8") as f:
        schema = parse(f.read())
    version = a.version or schema.version
    if a.command == "explain":
        sys.stdout.write(canonical(schema, version))
        return 0
    lines = sys.stdin.read().split("\n")
    lines = lines[:-1] if lines[-1] == "" else lines
    if a.session:
        out = session_lines(schema, version, lines)
    else:
        out = (encode_lines if a.command == "encode" else decode_lines)(schema, version, a.side, a.type, lines)
    sys.stdout.write("".join(x + "\n" for x in out))
    return 1 if any(x.startswith(("refused", "error", "closed")) for x in out) else 0


if __name__ == "__main__":
    sys.exit(main())
