"""Reads a text source: front matter, Markdown blocks, containers, tables and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from wordsource.blocks import Block, Break, Inline, Paragraph, Source, SourceError, Text
from wordsource.inline import InlineReader
from wordsource.shield import Shield
from wordsource.tables import read_table

#: Container name → (paragraph style, is every source line a line of its own?).
STYLED: dict[str, tuple[str, bool]] = {
    "title": ("Title", True),
    "court": ("Court Line", True),
    "noindent": ("Body Text No Indent", False),
    "signature": ("Signature", True),
    "center": ("Centered", True),
    "flag": ("Flag", True),
    "single": ("Body Text Single", False),
    "address": ("Address", True),
    "letterhead": ("Letterhead", True),
}
TABLES = frozenset({"table", "summary", "caption"})
#: Containers whose lists are of a kind of their own: name → (paragraph style, levels of that style).
LISTS: dict[str, tuple[str, int]] = {"numbered": ("Numbered Paragraph", 1), "boxes": ("Check Box", 3)}
KNOWN = frozenset({*STYLED, *TABLES, *LISTS, "pagebreak"})
HEADING_LEVELS, LIST_LEVELS = 3, 2
#: Markdown that would misread legal prose: "(c)" is no copyright sign, four blanks are no program code.
_OFF = [
    "replacements",
    "code",
    "fence",
    "hr",
    "lheading",
    "reference",
    "html_block",
    "html_inline",
    "autolink",
    "link",
    "image",
    "backticks",
]
_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_ALONE = re.compile(r"^(\s*(?:>\s?)*)(\S)\s*$")


def read(text: str, name: str) -> Source:
    """The blocks of the source ``text``; ``name`` is used in messages.

    Raises :class:`SourceError` for an unclosed tag, an unknown container, a footnote without text or
    without a reference, and a ``{%p … %}`` with other text in its paragraph.
    """
    matter, body = _front_matter(text)
    shield = Shield()
    try:
        hidden = _tags_apart(shield.hide(body), shield)
        reader = _Reader(shield)
        env: dict[str, dict[str, dict[str, int]]] = {}
        tree = SyntaxTreeNode(_markdown().parse(hidden, env))
        blocks = tuple(reader.blocks(tree.children))
        _check_notes(env)
    except ValueError as error:
        raise SourceError(f"{name}: {error}") from error
    return Source(blocks, tuple(reader.notes), matter)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _MATTER.match(text)
    if not found:
        return {}, text
    pairs = (line.split(":", 1) for line in found.group(1).splitlines() if ":" in line)
    # The blank lines keep the line numbers of messages right.
    return {k.strip(): v.strip() for k, v in pairs}, "\n" * found.group().count("\n") + text[found.end() :]


def _markdown() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"]).disable(_OFF, True)
    md.use(footnote_plugin)
    md.use(container_plugin, name="styled", validate=lambda params, _markup: bool(params.strip()))
    return md


def _tags_apart(hidden: str, shield: Shield) -> str:
    """Blank lines around every line that is only a paragraph tag, so that it is a paragraph of its own."""
    lines: list[str] = []
    for line in hidden.splitlines():
        alone = _ALONE.match(line)
        if alone and shield.only_tag(alone.group(2)).startswith(("{%p ", "{#p ")):
            edge = alone.group(1) if ">" in alone.group(1) else ""
            lines += [edge, line, edge]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _check_notes(env: dict[str, dict[str, dict[str, int]]]) -> None:
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            raise ValueError(f"footnote [^{label.lstrip(':')}] is never referred to")


class _Reader:
    """Walks the syntax tree; the style of a paragraph depends on what encloses it."""

    def __init__(self, shield: Shield) -> None:
        self.shield = shield
        self.inline = InlineReader(shield)
        self.notes: list[tuple[Paragraph, ...]] = []

    def blocks(
        self, nodes: list[SyntaxTreeNode], style: str = "Body Text", *, lines: bool = False
    ) -> Iterator[Block]:
        for node in nodes:
            if node.type == "paragraph":
                yield from self._paragraphs(node, style, lines=lines)
            elif node.type == "heading":
                yield self._heading(node)
            elif node.type == "blockquote":
                yield from self.blocks(node.children, "Block Quotation")
            elif node.type in {"bullet_list", "ordered_list"}:
                yield from self._list(node, 1, style)
            elif node.type == "container_styled":
                yield from self._container(node)
            elif node.type == "table":
                yield read_table(node, "table", "", self.inline)
            elif node.type == "footnote_block":
                self._footnotes(node)
            else:
                raise ValueError(f"{_line(node)}{node.type} is not part of the dialect")

    def _paragraphs(self, node: SyntaxTreeNode, style: str, *, lines: bool) -> Iterator[Paragraph]:
        """With ``lines`` each line is a paragraph, so that a line whose value is empty leaves no gap."""
        content = self.inline.read(node.children[0], lines=lines)
        shown = "".join(piece.text for piece in content if isinstance(piece, Text))
        if re.search(r"\{[%#]p\s", shown) and not re.fullmatch(r"\s*\{([%#])p\s[^{}]*\1\}\s*", shown):
            raise ValueError(f"{_line(node)}a paragraph tag has other text beside it: {shown[:80]}")
        line: list[Inline] = []
        for piece in content:
            if lines and isinstance(piece, Break):
                yield Paragraph(style, tuple(line))
                line = []
            else:
                line.append(piece)
        yield Paragraph(style, tuple(line))

    def _heading(self, node: SyntaxTreeNode) -> Paragraph:
        level = int(node.tag[1])
        if level > HEADING_LEVELS:
            raise ValueError(f"{_line(node)}headings have three levels")
        return Paragraph(f"heading {level}", self.inline.read(node.children[0], lines=False))

    def _list(self, node: SyntaxTreeNode, level: int, around: str) -> Iterator[Block]:
        """The items of a list inside text of the style ``around``."""
        own = dict(LISTS.values()).get(around, 0)
        if level > max(own, LIST_LEVELS):
            raise ValueError(f"{_line(node)}lists have {'three' if own > LIST_LEVELS else 'two'} levels here")
        kind = "List Bullet" if node.type == "bullet_list" else "List Number"
        style = (around if level <= own else kind) + (f" {level}" if level > 1 else "")
        for item in node.children:
            first = True
            for child in item.children:
                if child.type in {"bullet_list", "ordered_list"}:
                    yield from self._list(child, level + 1, around)
                elif child.type == "paragraph":
                    yield from self._paragraphs(child, style if first else "List Continue", lines=False)
                    first = False
                else:
                    yield from self.blocks([child])

    def _container(self, node: SyntaxTreeNode) -> Iterator[Block]:
        name, _, options = node.info.strip().partition(" ")
        if name not in KNOWN:
            raise ValueError(f"{_line(node)}::: {name} is not known; use one of {', '.join(sorted(KNOWN))}")
        if name == "pagebreak":
            yield Paragraph("Page Break", ())
        elif name in LISTS:
            yield from self.blocks(node.children, LISTS[name][0])
        elif name in TABLES:
            tables = [child for child in node.children if child.type == "table"]
            if len(tables) != 1 or len(node.children) != 1:
                raise ValueError(f"{_line(node)}::: {name} holds exactly one table")
            yield read_table(tables[0], name, options, self.inline)
        else:
            style, lines = STYLED[name]
            yield from _kept(list(self.blocks(node.children, style, lines=lines)), style)

    def _footnotes(self, node: SyntaxTreeNode) -> None:
        for note in node.children:
            inner = [child for child in note.children if child.type != "footnote_anchor"]
            paragraphs = [
                block for block in self.blocks(inner, "footnote text") if isinstance(block, Paragraph)
            ]
            self.notes.append(tuple(paragraphs))


def _kept(blocks: list[Block], style: str) -> Iterator[Block]:
    """A signature block stays on one page: all its paragraphs but the last are kept with the next."""
    for place, block in enumerate(blocks):
        if style == "Signature" and isinstance(block, Paragraph) and place < len(blocks) - 1:
            yield Paragraph(block.style, block.content, block.indent, keep=True)
        else:
            yield block


def _line(node: SyntaxTreeNode) -> str:
    return f"line {node.map[0] + 1}: " if node.map else ""
