"""Every format that is read, with its reader: the one place where a format is added."""

from pipeline.ingest.csv_table import read_csv
from pipeline.ingest.documents import Reader
from pipeline.ingest.gzip_file import read_gzip
from pipeline.ingest.html_page import read_html
from pipeline.ingest.json_lines import read_json, read_json_lines
from pipeline.ingest.plain_text import read_text

READERS: dict[str, Reader] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_json_lines,
    "json": read_json,
    "csv": read_csv,
    "gzip": read_gzip,
}
"""Reader of each format, by the name that `sniffing.format_of` gives it."""
