"""What a file is, told from its content, never from its name alone."""

from __future__ import annotations

import io
import zipfile

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
PDF = "application/pdf"
PNG, JPEG = "image/png", "image/jpeg"
TEXT = "text/plain"
UNKNOWN = "application/octet-stream"

_MAGIC = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_OFFICE = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}


def kind_of(content: bytes) -> str:
    """The media type of ``content``; unknown binary is ``application/octet-stream``."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _zip_kind(content)
    has_utf16_mark = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in content[:8192] and not has_utf16_mark:
        return UNKNOWN
    return TEXT


def _zip_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                return declared if declared in (ODT, ODS) else UNKNOWN
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return UNKNOWN
    return next((kind for name, kind in _OFFICE.items() if name in names), UNKNOWN)
