"""Every format that is read, with its reader: the one place where a format is added."""

from collections.abc import Iterator

from pipeline.ingest.documents import Blob, Item, Reader
from pipeline.ingest.readers.csv_table import read_csv
from pipeline.ingest.readers.docx_file import is_docx, read_docx
from pipeline.ingest.readers.feed import read_feed
from pipeline.ingest.readers.gzip_file import read_gzip
from pipeline.ingest.readers.html_page import read_html
from pipeline.ingest.readers.json_lines import read_json, read_json_lines
from pipeline.ingest.readers.mail import read_mail, read_mbox
from pipeline.ingest.readers.markdown import read_markdown
from pipeline.ingest.readers.pdf_file import read_pdf
from pipeline.ingest.readers.plain_text import read_text
from pipeline.ingest.readers.sgml import read_sgml
from pipeline.ingest.readers.spreadsheet import read_xlsx
from pipeline.ingest.readers.tar_file import read_tar
from pipeline.ingest.readers.zip_file import check_members, opened_zip, read_zip
from pipeline.settings import Settings


def read_zipped(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read what is in a zip file: a Word document, a workbook, or an archive of files."""
    with blob.open() as file, opened_zip(file) as archive:
        check_members(archive.infolist(), settings)
        names = set(archive.namelist())
        reader = read_docx if is_docx(archive) else read_xlsx if "xl/workbook.xml" in names else read_zip
    yield from reader(blob, settings)


READERS: dict[str, Reader] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "mail": read_mail,
    "mbox": read_mbox,
    "feed": read_feed,
    "jsonl": read_json_lines,
    "json": read_json,
    "csv": read_csv,
    "sgml": read_sgml,
    "gzip": read_gzip,
    "tar": read_tar,
    "zip": read_zipped,
}
"""Reader of each format, by the name that `sniffing.format_of` gives it."""
