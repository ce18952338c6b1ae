"""Writing tables: tab-separated UTF-8 with a header row, compressed without a time stamp, so the same rows give the same bytes."""
import gzip
import hashlib
import io
import pathlib


def as_text(columns, rows):
    out = io.StringIO()
    out.write("\t".join(columns) + "\n")
    for row in rows:
        cells = [str(cell) for cell in row]
        if any("\t" in cell or "\n" in cell for cell in cells):
            raise ValueError(f"a tab or line break inside a cell: {cells}")
        out.write("\t".join(cells) + "\n")
    return out.getvalue().encode()


def write(folder, name, columns, rows):
    """Writes NAME.tsv.gz and returns the checksum of the uncompressed bytes."""
    data = as_text(columns, rows)
    path = pathlib.Path(folder) / f"{name}.tsv.gz"
    with open(path, "wb") as raw, gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=raw, mtime=0) as packed:
        packed.write(data)
    print(f"{path.name}: {data.count(10) - 1} rows, {len(data)} bytes, {path.stat().st_size} compressed")
    return hashlib.sha256(data).hexdigest()


def degrees(value):
    """Five decimals (about a metre), as GeoNames gives them."""
    return f"{float(value):.5f}".rstrip("0").rstrip(".") or "0"
