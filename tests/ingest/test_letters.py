"""Text of no declared encoding is read by how likely its letters are, in words of the languages of each encoding."""

import pytest

from pipeline.ingest.decoding import read_text
from pipeline.ingest.letters import likelihood

WEST = ("cp1252", "iso-8859-15", "mac-roman")
MIDDLE = ("cp1250", "iso-8859-2")
TURKISH = ("cp1254", "iso-8859-9")

SENTENCES = {
    "Le maire de Nîmes, Jérôme Lefèvre, a présenté son budget où les impôts baissent, après des années dures.": WEST,
    "A câmara de Évora não pagará às escolas; Antónia Magalhães e Simão Falcão pediram explicações.": WEST,
    "El alcalde de Logroño, Íñigo Ibáñez, anunció más dinero para niños; Begoña Peña no asistió.": WEST,
    "Der Bürgermeister von Köln, Günther Schäfer, kündigte höhere Gebühren an, während Läden schließen.": WEST,
    "Il sindaco di Forlì, Niccolò Bonafè, ha detto che la città pagherà più tardi perché è già tutto chiuso.": WEST,
    "Borgmästaren i Malmö, Göran Sjöström, sade att lånen ökar i år; Åsa Hägg protesterade.": WEST,
    "Borgmesteren i Tromsø, Bjørn Sæther, sa at lånene øker i år; Åse Bø var ikke enig.": WEST,
    "Burmistrz Łomży, Bożena Gąsior, ogłosiła niższe podatki; Zbigniew Żółć i Krzysztof Ślęzak milczeli.": MIDDLE,
    "Starosta Třeboně, Květa Růžičková, oznámila nižší daně; Ondřej Čížek a Šárka Křížová mlčeli.": MIDDLE,
    "Székesfehérvár polgármestere, Ördög Jenő, csökkenti az adót; Fűzfa Ágnes és Győrffy Béla örül.": MIDDLE,
    "Gradonačelnik Šibenika, Krešimir Žižić, smanjuje porez; Đurđa Čačić i Luka Perić šute.": MIDDLE,
    "Muğla belediye başkanı Ayşe Güneş, vergilerin düşeceğini söyledi; İlker Çağlar karşı çıktı.": TURKISH,
    "Мэр города объявил, что налоги снизятся; депутаты не возражали.": ("cp1251", "koi8-u", "iso-8859-5", "cp866"),
    "Міський голова оголосив, що податки знизяться; її підтримали всі.": ("cp1251", "koi8-u"),
    "Ο δήμαρχος της πόλης ανακοίνωσε ότι οι φόροι θα μειωθούν φέτος.": ("cp1253", "iso-8859-7"),
    "Šiaulių merė Živilė Jūrėnaitė pranešė, kad mokesčiai mažės; jai pritarė Ąžuolas Ėglė.": ("cp1257",),
    "Liepājas mērs Jānis Ķēniņš paziņoja, ka nodokļi samazināsies; viņam piekrita Šķēle.": ("cp1257",),
    "The council named Thérèse Gagné mayor and Benoît Plante treasurer.": WEST,
    "The council named Estêvão Leitão mayor and Conceição Brandão treasurer.": WEST,
    "The council named Begoña Ibáñez mayor.": WEST,
    "The council named Agnieszka Głowacka mayor and Paweł Śmiałek treasurer.": MIDDLE,
    "The council named Ondřej Kučera mayor and Šárka Dvořáková treasurer.": MIDDLE,
    "The council named László Szűts mayor and Gergő Erdős treasurer in Győr.": MIDDLE,
    "The council named İlknur Yıldız mayor and Gülşah Doğan treasurer.": TURKISH,
    "The council named Søren Bjørnstad mayor and Åse Kjær treasurer.": WEST,
    "“We’re pleased,” said the mayor — it’s £40 for 12 m², half a café’s price…": ("cp1252",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in SENTENCES.items() for encoding in encodings]
)
def test_text_is_read_as_it_was_written(text: str, encoding: str) -> None:
    read = read_text(text.encode(encoding))
    assert (read.text, read.guessed) == (text, True)


def test_letters_of_two_scripts_in_a_word_are_hardly_right() -> None:
    assert likelihood("Jörg Müller", ("de",)) > likelihood("Jφrg Mόller", ("el",)) + 10


def test_signs_hardly_stand_within_words() -> None:
    assert likelihood("João", ("pt",)) > likelihood("Jo‹o", ("pt",)) + 5


@pytest.mark.xfail(strict=True, reason="two letters alone of Hungarian are Estonian and Lithuanian ones too")
def test_few_names_of_few_letters() -> None:
    text = "The council named Ferenc Gergő Bűdi mayor and Jenő Szűts treasurer."
    assert read_text(text.encode("cp1250")).text == text
