"""Keys that are given twice to keys that are two: the one place that says what a second one is called."""


def unused(key: str, used: dict[str, int]) -> str:
    """Give a key that was not given before: `key`, then `key~2` ...; `used` remembers what was given.

    >>> used = {}
    >>> [unused(key, used) for key in ("a", "a", "a~2", "a")]
    ['a', 'a~2', 'a~2~2', 'a~3']
    """
    if key not in used:
        used[key] = 1
        return key
    number = used[key] + 1
    while (other := f"{key}~{number}") in used:
        number += 1
    used[key], used[other] = number, 1
    return other
