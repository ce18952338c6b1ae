"""Runs the program dateline: progress as it comes, cancelled when the user says so, its message as the error."""
import os
import subprocess
import threading

from qgis.core import QgsProcessingException

from . import settings
from .text import tr


def environment():
    env = dict(os.environ)
    if settings.data_folder():
        env["DATELINE_DATA"] = settings.data_folder()
    # QGIS sets these for its own Python; the program needs none of them.
    for name in ("PYTHONHOME", "PYTHONPATH"):
        env.pop(name, None)
    return env


def start(arguments):
    path = settings.program()
    if path is None:
        raise QgsProcessingException(tr("The program dateline was not found. Install it, or name it under Settings, Options, Processing, Providers, Dateline."))
    hide = {"creationflags": 0x08000000} if os.name == "nt" else {}  # no console window
    return subprocess.Popen([path, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), **hide)


def has_command(name):
    """Whether the program is there and knows the command. Asked once when the provider is loaded; takes milliseconds."""
    path = settings.program()
    if path is None:
        return False
    try:
        done = subprocess.run([path, name, "--help"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


class Talk:
    """Reads what the program says while it runs."""

    def __init__(self, stream, feedback):
        self.lines = []
        self.progress = None  # before the thread, which may be quick
        self._feedback = feedback
        self._thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def _read(self, stream):
        for raw in stream:
            line = raw.decode("utf-8", "replace").rstrip("\n")
            if line.startswith("progress\t"):
                self.progress = line.split("\t")[1:]
            else:
                self.lines.append(line)

    def finish(self):
        self._thread.join()


def run(arguments, feedback, good=(0,)):
    """Runs the program and returns (exit code, what it wrote to standard output). A code outside `good` raises QgsProcessingException with its message."""
    feedback.pushCommandInfo("dateline " + " ".join(arguments))
    process = start([*arguments, "--progress-lines"])
    talk = Talk(process.stderr, feedback)
    output = bytearray()
    reader = threading.Thread(target=lambda: output.extend(process.stdout.read()), daemon=True)
    reader.start()
    shown = 0
    while True:
        try:
            process.wait(0.1)
            break
        except subprocess.TimeoutExpired:
            pass
        if feedback.isCanceled():
            stop(process)
            raise QgsProcessingException(tr("Cancelled."))
        show_progress(talk.progress, feedback)
        while shown < len(talk.lines):
            feedback.pushInfo(talk.lines[shown])
            shown += 1
    talk.finish()
    reader.join()
    for line in talk.lines[shown:]:
        (feedback.pushInfo if process.returncode in good else feedback.reportError)(line)
    if process.returncode not in good:
        raise QgsProcessingException(message_of(talk.lines) or tr("dateline ended with code {}").format(process.returncode))
    feedback.setProgress(100)
    return process.returncode, bytes(output).decode("utf-8", "replace")


def stop(process):
    """Ends the program. It writes its outputs in one go at the end, so that none is left half done."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def show_progress(progress, feedback):
    if not progress or len(progress) != 3:
        return
    stage, done, total = progress
    feedback.setProgressText(stage)
    if total.isdigit() and done.isdigit() and int(total) > 0:
        feedback.setProgress(100 * int(done) / int(total))


def message_of(lines):
    """The program's error with its place and hint, as it printed them."""
    for i, line in enumerate(lines):
        if "error: " in line:
            return "\n".join(lines[i:i + 5])
    return "\n".join(lines[-5:])
