"""Words that are shown: all go through tr(), so that a translation (i18n/dateline_LANGUAGE.qm) can replace them."""
import os

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, QTranslator


def tr(words):
    return QCoreApplication.translate("Dateline", words)


def load_translator():
    """The translator of the user's language, or None; the caller keeps it alive."""
    language = str(QSettings().value("locale/userLocale", QLocale.system().name()))[:2]
    path = os.path.join(os.path.dirname(__file__), "i18n", f"dateline_{language}.qm")
    translator = QTranslator()
    if os.path.exists(path) and translator.load(path):
        QCoreApplication.installTranslator(translator)
        return translator
    return None
