from pipeline.training.links.calibrate import Judged, least, thresholds, worth


def test_what_the_patterns_say_too_is_likelier():
    judged = [Judged(0.8, 1, True)] * 40 + [Judged(0.8, -1, at % 2 == 0) for at in range(40)]
    fitted = worth(judged)
    assert fitted(0.8, 1) > 0.9 > 0.6 > fitted(0.8, -1) > 0.4
    assert fitted(0.3, 1) < fitted(0.9, 1)


def test_without_anything_judged_a_score_is_worth_what_it_says():
    assert round(worth([])(0.7, 0), 6) == 0.7


def test_from_where_on_as_many_are_right_as_asked_for():
    judged = [Judged(0.95, 1, True)] * 60 + [Judged(0.4, 0, at % 3 == 0) for at in range(60)]
    fitted = worth(judged)
    assert fitted(0.4, 0) < least(judged, fitted, precision=0.95) <= fitted(0.95, 1)
    assert least([], fitted, precision=0.95) > 1


def test_what_the_patterns_say_too_is_told_though_guesses_are_not():
    judged = [Judged(0.6, 1, at % 10 > 0) for at in range(100)] + [Judged(0.9, 0, at % 2 == 0) for at in range(100)]
    fitted = worth(judged)
    same, nothing, another = thresholds("organisation", judged, fitted)
    assert same == 0 and nothing > fitted(0.9, 0) and another == 0.6
