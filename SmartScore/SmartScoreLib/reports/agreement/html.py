"""The few parts that the page of an agreement is made of, as HTML."""

from collections.abc import Iterable, Sequence
from html import escape

STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: #18202a; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; margin: 0 0 .2rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; padding-top: .8rem; border-top: 2px solid #005480; color: #005480; }
h3 { font-size: 1.02rem; margin: 1.4rem 0 .3rem; }
p { margin: .3rem 0 .6rem; }
.quiet { color: #54606e; }
.notice { background: #fff4d6; color: #7a4200; padding: .5rem .9rem; margin: .4rem 0; border-radius: 4px; }
.notice p { margin: .15rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .4rem 0 1rem; font-size: .88rem; }
th, td { padding: .28rem .7rem; text-align: right; white-space: nowrap; border-bottom: 1px solid #c4ccd4; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td.text, th.text { text-align: left; white-space: normal; }
thead th { color: #54606e; font-weight: 600; border-bottom: 1.5px solid #54606e; vertical-align: bottom;
  white-space: normal; max-width: 8rem; }
tbody tr:first-child td.strong, td.strong { font-weight: 600; }
figure { margin: .8rem 1.2rem .8rem 0; display: inline-block; vertical-align: top; max-width: 100%; }
figure img { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; }
  figure, table { break-inside: avoid; } }
"""


def paragraph(text: str, kind: str = "") -> str:
    """Plain text as a paragraph."""
    return f"<p{_class(kind)}>{escape(text)}</p>"


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def notice(texts: Iterable[str]) -> str:
    """What must be known, one paragraph each."""
    return '<div class="notice">' + "".join(map(paragraph, texts)) + "</div>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, text_columns: Sequence[int] = ()) -> str:
    """A table with a head; the first column names the row."""

    def cells(row: Sequence[str], tag: str, scope: str = "") -> str:
        return "".join(
            f"<{tag}{scope}{_class('text' if number in text_columns else '')}>{escape(cell)}</{tag}>"
            for number, cell in enumerate(row)
        )

    above = cells(head, "th", ' scope="col"')
    body = "\n".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{above}</tr></thead><tbody>\n{body}\n</tbody></table></div>'


def figure(svg: bytes, described: str, width_inches: float) -> str:
    """A drawing in the page itself."""
    from base64 import b64encode

    source = "data:image/svg+xml;base64," + b64encode(svg).decode("ascii")
    width = round(width_inches * 96)
    return f'<figure><img src="{source}" width="{width}" alt="{escape(described, quote=True)}"></figure>'


def page(language: str, title: str, parts: Iterable[str]) -> str:
    """The whole document."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
