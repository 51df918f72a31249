#!/usr/bin/env python3
"""Makes the files of the made-up strategies from their Markdown: PDF for most, Word for some, as real ones come.

    python3 samples/rus-2026/make-documents.py     (needs LibreOffice; every file is made anew)

The Markdown is what is edited. Each page says in its foot that the document is made up.
"""

import pathlib
import re
import subprocess
import tempfile
from xml.sax.saxutils import escape

FOLDER = pathlib.Path(__file__).parent / "documents"
WORD = {"04", "07", "10", "14", "19", "22", "25"}
TWO_COLUMNS = {"01", "12", "21"}

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title><dc:language>sv-SE</dc:language></office:meta>
<office:font-face-decls><style:font-face style:name="Serif" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:font-family="'DejaVu Serif'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="10.5pt" fo:language="sv" fo:country="SE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.22cm" fo:line-height="125%"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="21pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.5cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="8pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="2" fo:column-gap="0.9cm"/></style:section-properties></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="1.6cm" fo:margin-left="2.4cm" fo:margin-right="2.4cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:footer><text:p text:style-name="Footer">{title} · påhittat exempel · sida <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
"""


def inline(words):
    """Bold and italics as Markdown has them."""
    words = escape(words)
    words = re.sub(r"\*\*(.+?)\*\*", r'<text:span text:style-name="B">\1</text:span>', words)
    return re.sub(r"\*(.+?)\*", r'<text:span text:style-name="I">\1</text:span>', words)


def paragraph(style, words):
    return f'<text:p text:style-name="{style}">{inline(words)}</text:p>'


def heading(level, words):
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inline(words)}</text:h>'


def listed(style, items):
    inner = "".join(f"<text:list-item>{paragraph('Standard', one)}</text:list-item>" for one in items)
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def table(rows):
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
    cells = [row for row in cells if not all(set(cell) <= set("-: ") for cell in row)]
    inner = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{paragraph('Standard', cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    return f'<table:table><table:table-column table:number-columns-repeated="{len(cells[0])}"/>{inner}</table:table>'


def body(markdown):
    """Each block of the Markdown as OpenDocument has it, the title first."""
    kinds = [("- ", lambda lines: listed("L", [line[2:] for line in lines])), ("|", table)]
    blocks, lines = [], markdown.splitlines()
    while lines:
        line = lines.pop(0)
        number = re.match(r"\d+\. ", line)
        if not line.strip():
            continue
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            words = line[level:].strip()
            blocks.append(paragraph("Title", words) if level == 1 else heading(level - 1, words))
        elif number:
            items = [line]
            while lines and re.match(r"\d+\. ", lines[0]):
                items.append(lines.pop(0))
            blocks.append(listed("N", [re.sub(r"^\d+\. ", "", one) for one in items]))
        else:
            for sign, write in kinds:
                if line.startswith(sign):
                    same = [line]
                    while lines and lines[0].startswith(sign):
                        same.append(lines.pop(0))
                    blocks.append(write(same))
                    break
            else:
                blocks.append(paragraph("Standard", line.strip()))
    return blocks


def document(county, markdown):
    title = markdown.splitlines()[0].lstrip("# ").strip()
    blocks = body(markdown)
    text = "\n".join(blocks[1:])
    if county in TWO_COLUMNS:
        text = f'<text:section text:style-name="Columns" text:name="spalter">{text}</text:section>'
    return HEAD.format(title=escape(title)) + blocks[0] + text + "</office:text></office:body></office:document>"


def main():
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        for markdown in sorted(FOLDER.glob("*.md")):
            county = markdown.stem
            source = work / f"{county}.fodt"
            source.write_text(document(county, markdown.read_text(encoding="utf-8")), encoding="utf-8")
        for form, some in (("pdf", lambda one: one.stem not in WORD), ("docx", lambda one: one.stem in WORD)):
            files = [str(one) for one in sorted(work.glob("*.fodt")) if some(one)]
            subprocess.run(
                ["soffice", "--headless", "--convert-to", form, "--outdir", str(FOLDER), *files],
                check=True,
                stdout=subprocess.DEVNULL,
            )


main()
