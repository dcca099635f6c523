import pytest
from starlette.testclient import TestClient

from pipeline.review.app import make_app

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def client(desk):
    return TestClient(make_app(desk, secret="secret"), base_url=HERE)


def test_who_has_the_address_is_let_in(client):
    assert client.get("/secret/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/secre/", "/secrets/", "/tables", "//secret/", "/x/secret/"])
def test_without_the_secret_nothing_is_shown(client, path):
    answer = client.get(path)
    assert answer.status_code == 403 and "articles" not in answer.text


def test_another_name_for_this_computer_is_refused(client):
    assert client.get("/secret/", headers={"host": "evil.example:8000"}).status_code == 403
    assert client.get("/secret/", headers={"host": "localhost:8000"}).status_code == 200


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:9999", "https://127.0.0.1:8000"]
)
def test_a_form_of_another_page_is_refused(client, origin):
    headers = {"origin": origin} if origin else {}
    answer = client.post("/secret/decisions/undo", data={"ids": "x"}, headers=headers)
    assert answer.status_code == 403


def test_a_form_that_is_too_large_is_refused(client):
    answer = client.post("/secret/decisions/undo", data={"ids": "x" * 2_000_000}, headers={"origin": HERE})
    assert answer.status_code == 413


def test_no_script_but_ours_can_run_and_nothing_is_kept(client):
    headers = client.get("/secret/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "script-src 'self'" in policy
    assert headers["cache-control"] == "no-store" and headers["referrer-policy"] == "same-origin"


def test_no_file_but_our_own_is_served(client):
    for path in ("static/../app.py", "static/%2e%2e/app.py", "look/../../cli.py", "static//etc/passwd"):
        assert client.get(f"/secret/{path}").status_code in (403, 404), path
    assert client.get("/secret/look/style.css").status_code == 200


def test_htmx_is_the_release_that_npm_has():
    import hashlib

    from pipeline.review.web import HERE as room

    digest = hashlib.sha256((room / "static/htmx.min.js").read_bytes()).hexdigest()
    assert digest == "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000@evil.example", "127.0.0.1:x", "evil:127.0.0.1", "[::1]:8000", "0.0.0.0", ""]
)
def test_what_is_no_name_of_this_computer_is_refused(client, host):
    assert client.get("/secret/", headers={"host": host}).status_code == 403
