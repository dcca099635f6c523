import hashlib

from pipeline.export.datapackage import data_package, table_schema
from pipeline.export.writers import write_csv
from pipeline.tables import TABLES


def test_each_resource_is_the_file_as_it_lies_there(tmp_path):
    for table in TABLES.values():
        write_csv(table, [], tmp_path)
    package = data_package(tmp_path, TABLES.values(), version="1")
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert content.decode().strip() == ",".join(field["name"] for field in resource["schema"]["fields"])


def test_foreign_keys_name_tables_and_fields_that_exist():
    schemas = {name: table_schema(table) for name, table in TABLES.items()}
    fields = {name: {field["name"] for field in schema["fields"]} for name, schema in schemas.items()}
    for name, schema in schemas.items():
        assert set(schema["primaryKey"]) <= fields[name]
        for key in schema.get("foreignKeys", []):
            assert set(key["fields"]) <= fields[name]
            assert set(key["reference"]["fields"]) <= fields[key["reference"]["resource"]]
