"""What stands behind one mark: from the mark's own fields, and from the table of citations in the same file."""
import html
import re

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer

from .text import tr

NEEDED = {"number", "title", "quote", "source"}


def is_mark_layer(layer):
    """Whether the layer is one of Dateline's: by its fields, whatever file or database it comes from."""
    return isinstance(layer, QgsVectorLayer) and NEEDED <= set(layer.fields().names())


def value(feature, name):
    i = feature.fields().lookupField(name)
    if i < 0:
        return ""
    v = feature.attribute(i)
    if v is None or (hasattr(v, "isNull") and v.isNull()):
        return ""
    if hasattr(v, "toString") and not isinstance(v, str):
        return v.toString("yyyy-MM-dd")
    return str(v)


def table_beside(layer, name):
    """The table `name` of the file or database that holds the layer; None if there is none."""
    source = layer.source()
    if layer.providerType() == "ogr":
        source = source.split("|")[0] + "|layername=" + name
    elif layer.providerType() == "postgres":
        source = re.sub(r'(table="[^"]*"\.)"[^"]*"( \([^)]*\))?', rf'\1"{name}"', source)
    else:
        return None
    table = QgsVectorLayer(source, name, layer.providerType())
    return table if table.isValid() else None


def citations_of(layer, number):
    """Every claim behind the number, as a list of dictionaries."""
    table = table_beside(layer, "citations")
    if table is None:
        return []
    request = QgsFeatureRequest(QgsExpression(f'"number" = {int(number)}'))
    fields = ("quote", "source", "outlet", "title", "published", "link", "archive_link", "quote_start", "quote_end")
    return [{name: value(feature, name) for name in fields} for feature in table.getFeatures(request)]


def link(address, words):
    if not address.startswith(("https://", "http://")):
        return ""
    return f' · <a href="{html.escape(address, quote=True)}">{html.escape(words)}</a>'


def to_html(layer, feature):
    """The explanation as HTML; everything that came from a story is escaped."""
    get = lambda name: html.escape(value(feature, name))
    parts = [f"<h3>{get('number')}&nbsp; {get('title')}</h3>",
             f"<p>{get('status')}{' · ' + get('date_text') if get('date_text') else ''} · {tr('independent origins')}: {get('origins')}, {tr('outlets')}: {get('outlets')}</p>"]
    found = citations_of(layer, value(feature, "number")) or [{name: value(feature, name) for name in ("quote", "source", "outlet", "published", "link")}]
    for cited in found:
        words = {k: html.escape(v) for k, v in cited.items()}
        chain = ", ".join(w for w in (words.get("source"), words.get("outlet"), words.get("published")) if w)
        place = f" · {tr('characters')} {words['quote_start']}–{words['quote_end']}" if words.get("quote_start") else ""
        parts.append(f"<blockquote>“{words['quote']}”</blockquote><p>— {chain}{place}{link(cited.get('link', ''), tr('source'))}{link(cited.get('archive_link', ''), tr('archived copy'))}</p>")
    if get("responses"):
        parts.append(f"<p><b>{get('responses')}</b></p>")
    parts.append(f"<p><small>{tr('Reports, not independently verified.')}</small></p>")
    return "\n".join(parts)
