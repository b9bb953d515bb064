"""Ten articles in our own prose about one invented event, a burst water main, six German and four English.

Each fact is written in several ways; an outlet is a list of which facts it carries, in what order and which wording.
"""

from __future__ import annotations

from pathlib import Path

FACTS: dict[str, tuple[str, ...]] = {
    "burst": (
        "In Altenrode ist am Montagmorgen eine Hauptwasserleitung gebrochen.",
        "Ein Rohrbruch hat am Montagmorgen die Innenstadt von Altenrode unter Wasser gesetzt.",
        "Eine marode Hauptwasserleitung ist am Montag in Altenrode geplatzt.",
        "A water main burst in the town of Altenrode early on Monday.",
        "A crumbling water main exploded under Altenrode on Monday morning.",
    ),
    "homes": (
        "Rund 4200 Haushalte waren bis zum Abend ohne Wasser.",
        "Nach Angaben der Stadtwerke hatten 4200 Haushalte bis zum Abend kein Wasser.",
        "Fast 6000 Familien saßen den ganzen Tag auf dem Trockenen.",
        "About 4,200 households had no water until the evening, the utility said.",
        "Some 4,200 homes were without water until the evening.",
    ),
    "cause": (
        "Die Leitung stammt aus dem Jahr 1931 und sollte im Frühjahr erneuert werden, teilten die Stadtwerke mit.",
        "Die Stadtwerke räumten ein, dass das Rohr von 1931 längst hätte ausgetauscht werden müssen.",
        "Das Rohr war nach Auskunft der Stadtwerke von 1931; die Erneuerung war für das Frühjahr geplant.",
        "The pipe dates from 1931 and was to be replaced in the spring, the utility said.",
        "The utility admitted that the 1931 pipe should have been replaced long ago.",
    ),
    "mayor": (
        "„Wir haben das Netz jahrelang vernachlässigt“, sagte Bürgermeisterin Ines Halm.",
        "Bürgermeisterin Ines Halm behauptete: „Wir haben das Netz jahrelang vernachlässigt“.",
        "„Wir haben das Netz jahrelang vernachlässigt“, gestand Ines Halm.",
        '"We neglected the network for years," said Mayor Ines Halm.',
        '"We neglected the network for years," Mayor Ines Halm conceded.',
    ),
    "school": (
        "Zwei Schulen schickten ihre Schüler nach Hause.",
        "Zwei Schulen mussten den Unterricht abbrechen.",
        "Zwei Schulen blieben geschlossen, hunderte Kinder standen vor verschlossenen Türen.",
        "Two schools sent their pupils home.",
        "Two schools had to break off their lessons.",
    ),
    "cost": (
        "Den Schaden schätzen die Stadtwerke auf 1,8 Millionen Euro.",
        "Der Schaden beläuft sich den Stadtwerken zufolge auf rund 1,8 Millionen Euro.",
        "Der Schaden soll angeblich mehr als drei Millionen Euro betragen.",
        "The utility put the damage at 1.8 million euros.",
        "The damage is said to run to more than three million euros.",
    ),
    "road": (
        "Die Bahnhofstraße bleibt bis Freitag gesperrt.",
        "Bis Freitag ist die Bahnhofstraße für den Verkehr gesperrt.",
        "Autofahrer kommen bis mindestens Sonntag nicht durch die Bahnhofstraße.",
        "Station Street stays closed until Friday.",
        "Drivers cannot use Station Street until Friday.",
    ),
    "hurt": (
        "Verletzt wurde niemand, wie die Feuerwehr mitteilte.",
        "Nach Angaben der Feuerwehr gab es keine Verletzten.",
        "Wie durch ein Wunder wurde niemand verletzt.",
        "Nobody was hurt, the fire brigade said.",
        "Miraculously nobody was hurt.",
    ),
    "opposition": (
        "Die Opposition im Rat verlangt Akteneinsicht.",
        "Oppositionsführer Jan Petri forderte Einsicht in alle Akten.",
        "Die Opposition wittert Vertuschung und will alle Akten sehen.",
        "The opposition in the council demanded to see the files.",
        "Opposition leader Jan Petri wants to see every file.",
    ),
    "drink": (
        "Das Leitungswasser muss bis auf Weiteres abgekocht werden.",
        "Das Gesundheitsamt rät, Trinkwasser vorerst abzukochen.",
        "Wer Leitungswasser trinken will, muss es vorher abkochen, warnt das Gesundheitsamt.",
        "Tap water has to be boiled until further notice.",
        "The health office advises people to boil their drinking water.",
    ),
}
OWN = {
    "history": "Schon 2019 war in Altenrode eine Leitung gebrochen, damals am Marktplatz.",
    "voice": "„Ich habe mit Mineralwasser Zähne geputzt“, erzählt Anwohnerin Rosa Feld.",
    "network": "The town has 310 kilometres of pipes, a third of them older than 60 years.",
    "comment": "So schaut es aus, wenn eine Stadt sich kaputtspart.",
}
OUTLETS: dict[str, tuple[str, str]] = {
    "nachrichtendienst.txt": ("Rohrbruch in Altenrode: 4200 Haushalte ohne Wasser", "burst0 homes1 hurt1 cause0 cost0 road0"),
    "altenroder-bote.txt": ("Wasser in der Innenstadt", "burst1 school0 homes0 mayor0 cause2 road1 drink1 history opposition1 hurt0"),
    "kurier-am-abend.txt": ("Skandal um Schrott-Rohr", "burst2 homes2 cause1 mayor2 school2 cost2 opposition2 voice road2 comment"),
    "landeszeitung.txt": ("Bürgermeisterin räumt Versäumnisse ein", "mayor0 burst0 cause2 homes1 cost1 opposition0 drink0"),
    "stadtblick.txt": ("Schulfrei nach Rohrbruch", "school1 burst1 drink2 homes0 road1 voice"),
    "ratspost.txt": ("Opposition will Akten sehen", "opposition1 mayor1 cause1 cost1 burst0 homes1"),
    "herald.txt": ("Burst main leaves 4,200 homes dry", "burst3 homes3 hurt3 cause3 cost3 road3"),
    "morning-post.txt": ("Mayor concedes years of neglect", "mayor4 burst4 cause4 homes4 cost4 opposition4 hurt4"),
    "utilities-weekly.txt": ("Altenrode main dated from 1931", "cause3 burst3 network homes3 cost3 drink3"),
    "expat-radio.txt": ("Boil your water, Altenrode told", "drink4 burst3 homes4 school3 road4 hurt3 mayor3"),
}  # fmt: skip


def files(folder: Path) -> list[Path]:
    """The ten articles, written into ``folder``."""
    paths = []
    for name, (title, facts) in OUTLETS.items():
        said = [OWN[f] if f in OWN else FACTS[f[:-1]][int(f[-1])] for f in facts.split()]
        paragraphs = [" ".join(said[i : i + 2]) for i in range(0, len(said), 2)]
        path = folder / name
        path.write_text("\n\n".join([title, *paragraphs]) + "\n", encoding="utf-8")
        paths.append(path)
    return paths
