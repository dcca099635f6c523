import pytest

from pipeline.ingest.addresses import is_address, without_secret


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("http://a:b@c/d@e", "http://c/d@e"),
        ("http://a@b@c?x=@y", "http://c?x=@y"),
        ("http://c#a@b", "http://c#a@b"),
        ("http://c", "http://c"),
    ],
)
def test_only_the_place_of_an_address_has_a_secret(url: str, bare: str) -> None:
    assert without_secret(url) == bare


@pytest.mark.parametrize(
    ("path", "is_one"), [("https://a.b", True), ("http://c", True), ("s3://d/e", False), ("f", False)]
)
def test_an_address_is_no_path(path: str, is_one: bool) -> None:
    assert is_address(path) is is_one
