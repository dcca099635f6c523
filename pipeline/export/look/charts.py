"""Numbers to small charts: SVG drawn here, sized in percents, so that its text keeps its size on any screen."""

from collections.abc import Sequence

from markupsafe import Markup

HEIGHT, FOOT, TOP = 150, 22, 16
"""Height of a chart of columns in pixels, of the labels under it, and of the space over it."""


def columns(points: Sequence[tuple[str, int]], *, what: str) -> Markup:
    """Draw a column for each period; the highest is labelled with its number."""
    highest = max((count for _, count in points), default=0)
    step = 100 / max(1, len(points))
    parts = [_line(HEIGHT - FOOT)]
    for at, (when, count) in enumerate(points):
        height = (HEIGHT - FOOT - TOP) * count / highest if highest else 0
        parts.append(_bar(at * step, step, HEIGHT - FOOT - height, height, "up", f"{when}: {count}"))
    parts += _labels([when for when, _ in points], step)
    peak = next((at for at, (_, count) in enumerate(points) if count == highest), 0)
    parts.append(_text(_middle(peak, step), TOP - 5, f"{highest:,}", _anchor(peak, len(points))))
    total = sum(count for _, count in points)
    return _svg(parts, f"{what}: {total:,} in all, most in {points[peak][0]} ({highest:,})" if points else what)


def rises_and_falls(points: Sequence[tuple[str, int, int]], *, what: str) -> Markup:
    """Draw rises upward and falls downward, a period beside the other."""
    highest = max([1, *(max(up, down) for _, up, down in points)])
    half = (HEIGHT - FOOT) / 2
    step = 100 / max(1, len(points))
    parts = [_line(half)]
    for at, (when, up, down) in enumerate(points):
        high, low = (half - 8) * up / highest, (half - 8) * down / highest
        parts.append(_bar(at * step, step, half - high, high, "up", f"{when}: {up} up"))
        parts.append(_bar(at * step, step, half + 1, low, "down", f"{when}: {down} down"))
    parts += _labels([when for when, _, _ in points], step)
    up, down = sum(point[1] for point in points), sum(point[2] for point in points)
    return _svg(parts, f"{what}: {up:,} rises, {down:,} falls")


def share(count: int, highest: int) -> Markup:
    """Draw the bar of one line of a list."""
    width = 100 * count / highest if highest else 0
    return Markup(
        '<svg class="share" width="100%" height="8" aria-hidden="true" focusable="false">'
        f'<rect class="up" width="{width:.2f}%" height="8" rx="2"/></svg>'
    )


def _svg(parts: Sequence[Markup], said: str) -> Markup:
    return Markup('<svg class="chart" role="img" width="100%" height="{}" aria-label="{}">{}</svg>').format(
        HEIGHT, said, Markup("").join(parts)
    )


def _bar(left: float, step: float, top: float, height: float, kind: str, said: str) -> Markup:
    gap = min(step * 0.15, 0.6)
    return Markup('<rect class="{}" x="{}%" y="{}" width="{}%" height="{}" rx="1"><title>{}</title></rect>').format(
        kind, f"{left + gap:.2f}", f"{top:.1f}", f"{min(step - 2 * gap, 12):.2f}", f"{height:.1f}", said
    )


def _line(top: float) -> Markup:
    return Markup('<line class="axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(f"{top:.1f}")


def _labels(periods: Sequence[str], step: float) -> list[Markup]:
    """Write the first, the middle and the last period under the columns."""
    shown = sorted({0, len(periods) // 2, len(periods) - 1}) if len(periods) > 4 else range(len(periods))
    return [_text(_middle(at, step), HEIGHT - 6, periods[at], _anchor(at, len(periods))) for at in shown if periods]


def _middle(at: int, step: float) -> float:
    gap = min(step * 0.15, 0.6)
    return at * step + gap + min(step - 2 * gap, 12) / 2


def _anchor(at: int, count: int) -> str:
    return "start" if at == 0 else "end" if at == count - 1 and count > 8 else "middle"


def _text(left: float, top: float, said: str, anchor: str) -> Markup:
    left = 0 if anchor == "start" else 100 if anchor == "end" else left
    return Markup('<text x="{}%" y="{}" text-anchor="{}">{}</text>').format(f"{left:.2f}", f"{top:.1f}", anchor, said)
