"""Words belong to the value that took them first."""

from pipeline.values.free import Free


def test_one_letter_of_another_value_is_enough() -> None:
    is_free = Free([(4, 8), (12, 14)])
    assert is_free(0, 4) and is_free(8, 12) and is_free(14, 20)
    assert not is_free(0, 5) and not is_free(7, 9) and not is_free(0, 30)


def test_where_nothing_is_taken_all_is_free() -> None:
    assert Free([])(0, 9)
