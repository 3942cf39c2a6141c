"""The tokens of a .tic file, and the constants among them."""
import json
import re

TOKEN = re.compile(r'''\s+|//[^\n]*|(?P<STR>"(?:[^"\\]|\\.)*")|
  (?P<INT>0x[0-9a-fA-F](?:_?[0-9a-fA-F])*|[0-9](?:_?[0-9])*)|
  (?P<ID>[A-Za-z_][A-Za-z0-9_]*)|(?P<P>\.\.|[{}():;,~@?+\-=.])''', re.X)


class SchemaError(Exception):
    pass


class Tokens:
    """The text as tokens, and where the reader is in them."""

    def __init__(self, text):
        self.toks, self.i, at = [], 0, 0
        while at < len(text):
            m = TOKEN.match(text, at)
            if not m:
                raise SchemaError(f"unreadable at {text[at:at + 20]!r}")
            if m.lastgroup:
                self.toks.append((m.lastgroup, m.group()))
            at = m.end()
        self.toks.append(("END", ""))
        self.raw = {}
        t = self.toks
        for i in range(len(t) - 4):
            if t[i][1] == "const" and t[i + 1][0] == "ID" and t[i + 2][1] == "=":
                neg = t[i + 3][1] == "-"
                k, v = t[i + 3 + neg]
                self.raw[t[i + 1][1]] = v if k == "ID" else (-1 if neg else 1) * number(v)

    def const(self, name):
        v = self.raw[name]
        return self.const(v) if isinstance(v, str) else v

    def peek(self, *words):
        return self.toks[self.i][1] in words

    def take(self, *words):
        if self.peek(*words) and self.toks[self.i][0] != "STR":
            self.i += 1
            return True
        return False

    def need(self, word):
        if not self.take(word):
            raise SchemaError(f"{word!r} wanted, not {self.toks[self.i:self.i + 5]}")

    def id(self):
        k, v = self.toks[self.i]
        if k != "ID":
            raise SchemaError(f"a name wanted, not {v!r}")
        self.i += 1
        return v

    def string(self):
        self.i += 1
        return json.loads(self.toks[self.i - 1][1], strict=False)

    def int(self):
        if self.take("-"):
            self.i += 1
            return -number(self.toks[self.i - 1][1])
        k, v = self.toks[self.i]
        self.i += 1
        return self.const(v) if k == "ID" else number(v)


def number(text):
    return int(text.replace("_", ""), 0 if text[:2] == "0x" else 10)
