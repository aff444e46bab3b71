"""Documents made by code, as a word processor, a typesetter and a web site make them, and as an attacker does."""

from __future__ import annotations

import io
import textwrap
import zipfile
import zlib
from collections.abc import Iterable, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def para(text: str, style: str = "", number: str = "", runs: str = "") -> str:
    """A DOCX paragraph; `runs` is raw XML in place of the text."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    run = runs or f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def docx(body: str | bytes, parts: dict[str, str | bytes] | None = None, created: str = "", title: str = "") -> bytes:
    """A DOCX package around the XML of a body."""
    if isinstance(body, str):
        body = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">'
        f"<dc:title>{title}</dc:title><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": body,
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
        "docProps/core.xml": core,
    } | (parts or {})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def pdf_of(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, trailer, start)
    return bytes(out)


def stream(raw: bytes) -> bytes:
    packed = zlib.compress(raw, 9)
    return b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream"


Text = tuple[float, float, float, str]
"""x, y, size and text; a text that begins with `*` is bold."""


def pdf(pages: Sequence[Sequence[Text]], info: str = "") -> bytes:
    """A PDF of one-line texts at their places, in Helvetica."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * page) for page in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for number, texts in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>" % (6 + 2 * number)
        )
        objects.append(stream(b"\n".join(_shown(*text) for text in texts)))
    if info:
        objects.append(f"<<{info}>>".encode())
    return pdf_of(objects, b"/Info %d 0 R" % len(objects) if info else b"")


def _shown(x: float, y: float, size: float, text: str) -> bytes:
    font = b"B" if text.startswith("*") else b"F"
    raw = text.removeprefix("*").encode("cp1252")
    raw = raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font, size, x, y, raw)


def set_lines(
    paragraphs: Iterable[str], x: float, top: float, width: int, *, size: float = 10, gap: float = 8
) -> list[Text]:
    """Paragraphs wrapped at so many characters, one below the other, as texts of a page; `*` makes one bold."""
    texts: list[Text] = []
    y = top
    for paragraph in paragraphs:
        bold = "*" if paragraph.startswith("*") else ""
        for line in textwrap.wrap(paragraph.removeprefix("*"), width, break_on_hyphens=False):
            texts.append((x, y, size, bold + line))
            y -= 1.2 * size
        y -= gap
    return texts
