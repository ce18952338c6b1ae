"""Where the program lies, and where it finds its data: Settings, Options, Processing, Providers, Dateline."""
import os
import shutil

from processing.core.ProcessingConfig import ProcessingConfig, Setting

from .text import tr

PROGRAM = "DATELINE_PROGRAM"
DATA = "DATELINE_DATA"


def add(provider):
    group = provider.name()
    ProcessingConfig.settingIcons[group] = provider.icon()
    for name, words, kind in ((PROGRAM, tr("Program dateline (empty: found along PATH)"), Setting.FILE),
                              (DATA, tr("Its data folder (empty: beside the program)"), Setting.FOLDER)):
        ProcessingConfig.addSetting(Setting(group, name, words, "", valuetype=kind))
    ProcessingConfig.readSettings()


def remove():
    for name in (PROGRAM, DATA):
        ProcessingConfig.removeSetting(name)


def program():
    """The program's path, or None. The environment variable DATELINE_PROGRAM comes before PATH, the setting before both."""
    chosen = ProcessingConfig.getSetting(PROGRAM) or os.environ.get(PROGRAM)
    if chosen:
        return chosen if os.access(chosen, os.X_OK) and os.path.isfile(chosen) else None
    return shutil.which("dateline", path=os.environ.get("PATH", "") + os.pathsep + "/usr/local/bin")


def data_folder():
    return ProcessingConfig.getSetting(DATA) or os.environ.get(DATA) or ""
