"""Dateline for QGIS: news stories as cited layers."""


def classFactory(iface):  # noqa: N802 - the name that QGIS calls
    from .plugin import DatelinePlugin
    return DatelinePlugin(iface)
