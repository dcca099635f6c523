"""Facts don't depend on whether the vocabulary keeps the words of a batch."""

from pipeline.engines import batch
from pipeline.records import Article
from pipeline.settings import Settings
from tests.small_runs import blank_model

TEXTS = ["Orrin Foods paid £2 million for a bakery in May 2024.", "Orrin Foods' profit rose 5% from £3m to £3.15m."]


def test_words_that_are_kept_change_nothing(tmp_path, monkeypatch):
    settings = Settings(model=blank_model(tmp_path))
    articles = [Article(article_id=f"a{at}", source=f"s{at}", text=text) for at, text in enumerate(TEXTS)]
    kept = [batch.extract_batch([one], settings) for one in articles]
    monkeypatch.setattr(batch, "WORDS", 0)
    assert [batch.extract_batch([one], settings) for one in articles] == kept
    assert isinstance(kept[1][0], dict) and kept[1][0]["percentages"]
