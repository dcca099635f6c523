from pipeline.values.groups import Groups


def test_joins_under_the_root_that_is_kept_and_keeps_the_reasons():
    groups = Groups(["Volta", "Volta Foods", "Volta Foods Plc", "Tema Port"])
    groups.join("Volta Foods", "Volta", "its first word")
    groups.join("Volta Foods Plc", "Volta", "its legal form")
    assert {groups.root(name) for name in ("Volta", "Volta Foods")} == {"Volta Foods Plc"}
    assert groups.why("Volta Foods") == "its first word; its legal form"
    assert groups.lists() == [["Volta", "Volta Foods", "Volta Foods Plc"], ["Tema Port"]]


def test_joining_again_changes_nothing():
    groups = Groups(["Volta", "Volta Foods"])
    groups.join("Volta Foods", "Volta", "its first word")
    groups.join("Volta", "Volta Foods", "told twice")
    assert groups.why("Volta") == "its first word"
    assert groups.root("Volta") == "Volta Foods"
    assert groups.why("Volta Foods") and not Groups(["Tema"]).why("Tema")
