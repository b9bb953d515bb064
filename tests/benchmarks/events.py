"""Made-up events: articles in German and English that share about a third to a half of what they say.

An event is a pool of facts, each with several wordings in both languages; a fact is the likelier in an article the more
it matters to the event. What is not of the event is each article's own: other people, other places, other doings. The
wordings carry what the lenses look for: sources, hedges, judging words, figures that differ. Everything comes from a
seed; no sentence is anybody's.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from babel import Locale

from core.model import Article
from core.reading import read_text

SEED = 10
WORDS = 600
FACTS = 48
"""Facts of an event; an article tells some fifteen of them, the first ones more often than the last."""
OF_THE_EVENT = 0.4
"""The share of an article's sentences that tell facts of the event."""


def _pairs(text: str) -> list[tuple[str, str]]:
    """English and German, a line each."""
    found = [line.split(" | ") for line in text.strip().splitlines()]
    return [(en, de) for en, de in found]


_ACTORS = _pairs("""
the harbour master | der Hafenmeister
the town council | der Stadtrat
the water company | der Wasserversorger
the teachers' union | die Lehrergewerkschaft
the fire brigade | die Feuerwehr
the district court | das Landgericht
the museum's director | die Museumsleiterin
the railway company | das Bahnunternehmen
the farmers' association | der Bauernverband
the state secretary | die Staatssekretärin
the hospital's owner | der Betreiber der Klinik
the mining company | der Bergbaukonzern
the audit office | der Rechnungshof
the students' council | der Studierendenrat
the ferry operator | die Fährgesellschaft
the building inspector | der Bauprüfer
the mayor's deputy | die Stellvertreterin des Bürgermeisters
the tenants' league | der Mieterbund
the police | die Polizei
the public prosecutor | die Staatsanwaltschaft
the forestry office | das Forstamt
the energy supplier | der Energieversorger
the bishop | der Bischof
the football club | der Fußballverein
""")

_DEEDS = _pairs("""
closed the old iron bridge over the estuary | hat die alte Eisenbrücke über die Mündung gesperrt
demolished two storage halls at the northern quay | hat zwei Lagerhallen am Nordkai abgerissen
raised the price of drinking water by a fifth | hat den Preis für Trinkwasser um ein Fünftel erhöht
dismissed the head of the planning department | hat den Leiter der Planungsabteilung entlassen
bought the disused barracks on the hill | hat die leerstehende Kaserne auf dem Hügel gekauft
postponed the opening of the new swimming pool | hat die Eröffnung des neuen Schwimmbads verschoben
found asbestos in the ceiling of the concert hall | hat Asbest in der Decke des Konzerthauses gefunden
stopped all night trains to the coast | hat alle Nachtzüge an die Küste eingestellt
published the expert report on the landslide | hat das Gutachten zum Erdrutsch veröffentlicht
cut the grant for the youth orchestra | hat den Zuschuss für das Jugendorchester gekürzt
planted chestnut trees along the market street | hat Kastanien entlang der Marktstraße gepflanzt
rejected the complaint of three neighbours | hat die Klage dreier Nachbarn abgewiesen
evacuated the lower floors of the nursing home | hat die unteren Stockwerke des Pflegeheims geräumt
replaced the pumps of the sewage plant | hat die Pumpen des Klärwerks ersetzt
withheld the invoices of the contractor | hat die Rechnungen der Baufirma zurückgehalten
recalled a whole batch of infant formula | hat eine ganze Charge Säuglingsnahrung zurückgerufen
moved the weekly market to the car park | hat den Wochenmarkt auf den Parkplatz verlegt
sold its shares in the wind farm | hat seine Anteile am Windpark verkauft
promised compensation to the fishermen | hat den Fischern eine Entschädigung zugesagt
searched the offices of the shipping agency | hat die Büros der Reederei durchsucht
banned lorries from the mountain pass | hat Lastwagen auf dem Bergpass verboten
shut down the third kiln of the cement works | hat den dritten Ofen des Zementwerks abgeschaltet
hired forty nurses from abroad | hat vierzig Pflegekräfte aus dem Ausland eingestellt
lost the personal files of former pupils | hat die Akten ehemaliger Schüler verloren
extended the contract of the chief conductor | hat den Vertrag des Chefdirigenten verlängert
flooded the meadows below the dam | hat die Wiesen unterhalb des Damms geflutet
uncovered a Roman bath under the bus station | hat unter dem Busbahnhof ein römisches Bad freigelegt
painted over the mural at the town library | hat das Wandbild an der Stadtbücherei übermalt
released the suspect after eleven hours | hat den Verdächtigen nach elf Stunden freigelassen
tested the sirens in every village | hat in jedem Dorf die Sirenen geprüft
paid the outstanding wages of the seasonal workers | hat die ausstehenden Löhne der Saisonarbeiter gezahlt
refused to hand over the minutes of the meeting | hat die Herausgabe der Sitzungsprotokolle verweigert
ordered new buses with electric engines | hat neue Busse mit Elektroantrieb bestellt
counted fewer storks than in any year before | hat weniger Störche gezählt als in jedem Jahr zuvor
fenced off the playground behind the church | hat den Spielplatz hinter der Kirche abgesperrt
warned of mercury in the lake's pike | hat vor Quecksilber in den Hechten des Sees gewarnt
reopened the inquiry into the warehouse fire | hat die Ermittlungen zum Brand im Lagerhaus wieder aufgenommen
gave up the plan for a second runway | hat den Plan einer zweiten Startbahn aufgegeben
lent the altar painting to a gallery overseas | hat das Altarbild an eine Galerie in Übersee verliehen
rationed diesel for the volunteers' boats | hat den Diesel für die Boote der Freiwilligen rationiert
cancelled the lantern parade at short notice | hat den Laternenumzug kurzfristig abgesagt
mapped the hollow ground under the car factory | hat den hohlen Boden unter dem Autowerk vermessen
suspended two lifeguards without pay | hat zwei Rettungsschwimmer ohne Bezüge beurlaubt
insured the cathedral's bells against theft | hat die Glocken des Doms gegen Diebstahl versichert
dredged the harbour entrance a second time | hat die Hafeneinfahrt ein zweites Mal ausgebaggert
vaccinated the geese on nineteen farms | hat die Gänse auf neunzehn Höfen geimpft
lowered the speed limit near the primary school | hat das Tempolimit an der Grundschule gesenkt
signed a lease for the former cinema | hat einen Mietvertrag für das frühere Kino unterschrieben
""")

_DONE = _pairs("""
repaired | repariert
painted | gemalt
photographed | fotografiert
measured | vermessen
inherited | geerbt
auctioned | versteigert
stolen | gestohlen
polished | poliert
hidden | versteckt
described | beschrieben
praised | gelobt
sketched | gezeichnet
copied | kopiert
weighed | gewogen
forgotten | vergessen
rented | gemietet
buried | vergraben
translated | übersetzt
heated | geheizt
sealed | versiegelt
filmed | gefilmt
borrowed | geliehen
counted | gezählt
dismantled | zerlegt
washed | gewaschen
mocked | verspottet
restored | restauriert
smuggled | geschmuggelt
catalogued | katalogisiert
defended | verteidigt
""")

_THINGS = _pairs("""
the widow's violin | die Geige der Witwe
a crate of oranges | eine Kiste Orangen
the wooden lighthouse | den hölzernen Leuchtturm
an unknown comet | einen unbekannten Kometen
the beehives on the roof | die Bienenstöcke auf dem Dach
a sixteenth-century map | eine Landkarte aus dem 16. Jahrhundert
the goalkeeper's gloves | die Handschuhe des Torwarts
a broken elevator | einen kaputten Aufzug
the recipe for rye bread | das Rezept für Roggenbrot
the parliament's carpet | den Teppich des Parlaments
a herd of alpacas | eine Herde Alpakas
the sculptor's workshop | die Werkstatt des Bildhauers
an unexploded shell | einen Blindgänger
the telescope lens | die Linse des Teleskops
the vineyard's cellar | den Keller des Weinguts
a fossil turtle | eine fossile Schildkröte
the opera's costumes | die Kostüme der Oper
a sunken submarine | ein gesunkenes U-Boot
the tax returns | die Steuererklärungen
a radio mast | einen Funkmast
the orphanage's garden | den Garten des Waisenhauses
a chess computer | einen Schachcomputer
the winter coats | die Wintermäntel
the glass dome | die Glaskuppel
a love letter | einen Liebesbrief
the marathon route | die Strecke des Marathons
the dictator's statue | die Statue des Diktators
a bottle of perfume | eine Flasche Parfüm
the printing press | die Druckerpresse
the seismograph | den Seismografen
a hot-air balloon | einen Heißluftballon
the embassy's fence | den Zaun der Botschaft
a rare orchid | eine seltene Orchidee
the ski lift | den Skilift
the prison library | die Gefängnisbibliothek
a tram from 1911 | eine Straßenbahn von 1911
""")

_FOLK = _pairs("""
a dentist | ein Zahnarzt
two nuns | zwei Nonnen
the conductor | der Dirigent
an astronomer | eine Astronomin
three apprentices | drei Lehrlinge
a retired pilot | ein pensionierter Pilot
the landlady | die Vermieterin
a beekeeper | ein Imker
the translator | der Übersetzer
a rival company | eine Konkurrenzfirma
the champion | die Meisterin
a collector | ein Sammler
the ambassador | der Botschafter
four tourists | vier Touristen
the novelist | die Romanautorin
a locksmith | ein Schlosser
""")

_WHEN = _pairs("""
on Monday morning | am Montagmorgen
on Tuesday | am Dienstag
last Wednesday | am vergangenen Mittwoch
late on Thursday | am späten Donnerstag
in the night to Friday | in der Nacht zum Freitag
at the weekend | am Wochenende
in March | im März
before Easter | vor Ostern
after the storm | nach dem Sturm
without any notice | ohne jede Ankündigung
for the first time in {n} years | erstmals seit {n} Jahren
within {n} days | innerhalb von {n} Tagen
""")

_COST = _pairs("""
at a cost of {n} million euros | für {n} Millionen Euro
against the advice of {n} engineers | gegen den Rat von {n} Ingenieuren
although {n} residents had protested | obwohl {n} Anwohner protestiert hatten
after {n} complaints in one week | nach {n} Beschwerden in einer Woche
with the help of {n} volunteers | mit Hilfe von {n} Freiwilligen
under pressure from the ministry | auf Druck des Ministeriums
because the roof had begun to leak | weil das Dach undicht geworden war
and nobody had been asked | und niemand war gefragt worden
to the surprise of its own staff | zur Überraschung der eigenen Belegschaft
for reasons that were not given | aus Gründen, die nicht genannt wurden
""")

_PLACES = ("Aldmoor", "Brigsea", "Corvath", "Dunholt", "Estermark", "Fennick", "Garrow", "Hexwil", "Ilmarsch",
           "Jorvenau", "Keldbach", "Lundeck", "Marrow", "Norhaven", "Ostwick", "Pellam", "Quarnstein", "Rushford",
           "Saltby", "Tarnwald", "Ulvbeck", "Vornholz", "Wexmoor", "Yarrow", "Zellin")  # fmt: skip
_PEOPLE = ("Marta Lindqvist", "Jonas Achterberg", "Ruth Calloway", "Emre Demirbas", "Klara Wiesent", "Owen Tarrant",
           "Hedwig Sommerau", "Paul Okafor", "Ines Valduro", "Gregor Stelling", "Nora Finnbeck", "Tomas Hruby",
           "Alma Rosendahl", "Viktor Brandeis", "Judith Merrow", "Samuel Ekberg", "Leonie Traxel", "Henrik Vaasen",
           "Priya Nandor", "Walter Uhlenkamp")  # fmt: skip
_LOADED = _pairs("""
scandalously | skandalöserweise
after a disgraceful delay | nach beschämender Verzögerung
in a shameless move | in einem dreisten Schritt
heroically | heldenhaft
at long last | endlich
in a blatant breach of trust | in eklatantem Vertrauensbruch
""")
_SAID = _pairs("""
We were not told in time | Wir wurden zu spät gefragt
The paperwork filled eleven folders | Die Akten füllten elf Ordner
My phone has not stopped ringing | Mein Telefon steht nicht mehr still
I would do the same again | Ich würde es wieder so machen
Somebody has to answer for this | Dafür muss jemand geradestehen
The figures do not add up | Die Zahlen gehen nicht auf
Children used to play there | Dort haben früher Kinder gespielt
It was the cheapest offer | Es war das billigste Angebot
The insurers had insisted | Die Versicherung bestand darauf
Winter came earlier than we thought | Der Winter kam früher als gedacht
""")
_OUTLETS = (
    "Morgenblatt",
    "Evening Ledger",
    "Küstenbote",
    "The Beacon",
    "Landpost",
    "Harbour News",
    "Tagesruf",
    "Weekly Mirror",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Who did what, where, when and how: numbers of ``_ACTORS`` and so on; ``person`` answers for it."""

    actor: int
    deed: int
    place: str
    when: int
    cost: int
    person: str
    figure: int


def articles(count: int, words: int = WORDS, seed: int = SEED) -> list[Article]:
    """``count`` articles of about ``words`` words about one event, German and English in turns."""
    event = random.Random(seed)
    deeds = event.sample(range(len(_DEEDS)), FACTS)
    facts = [_fact(event, deed) for deed in deeds]
    return [_article(number, words, facts, seed) for number in range(count)]


def _fact(chance: random.Random, deed: int) -> Fact:
    pick = chance.randrange
    return Fact(
        pick(len(_ACTORS)), deed, chance.choice(_PLACES), pick(len(_WHEN)), pick(len(_COST)), chance.choice(_PEOPLE),
        pick(3, 400),
    )  # fmt: skip


def _article(number: int, words: int, facts: list[Fact], seed: int) -> Article:
    own = random.Random(seed * 100_003 + number)
    language = number % 2
    left = [facts[k] for k in sorted(range(len(facts)), key=lambda k: (k + 8) * own.random())]
    said: list[str] = []
    length = 0
    while length < words:
        of_event = left and (not said or own.random() < OF_THE_EVENT)
        said.append(_told(own, left.pop(0), language) if of_event else _aside(own, language))
        length += len(said[-1].split())
    title = said.pop(0).rstrip(".")
    paragraphs = [" ".join(said[n : n + 3]) for n in range(0, len(said), 3)]
    outlet = _OUTLETS[number % len(_OUTLETS)]
    return read_text("\n\n".join([title, *paragraphs]), f"{outlet}-{number + 1}.txt")


def _told(chance: random.Random, fact: Fact, language: int) -> str:
    """The fact in one of several wordings; now and then its figure is another, or a judging word stands before it."""
    figure = fact.figure if chance.random() < 0.85 else fact.figure + chance.randrange(1, 40)
    actor, deed = _ACTORS[fact.actor][language], _DEEDS[fact.deed][language]
    when, cost = (t[language].format(n=figure) for t in (_WHEN[fact.when], _COST[fact.cost]))
    loaded = " " + chance.choice(_LOADED)[language] if chance.random() < 0.15 else ""
    quote = chance.choice(_SAID)[language]
    ways = (_english, _german)[language](actor, deed, fact.place, when, cost, fact.person, loaded, quote)
    return _capital(chance.choice(ways))


def _english(
    actor: str, deed: str, place: str, when: str, cost: str, person: str, loaded: str, quote: str
) -> tuple[str, ...]:
    return (
        f"{when} {actor} in {place}{loaded} {deed}, {cost}.",
        f"{actor}{loaded} {deed} in {place} {when}, {person} said.",
        f"“{quote},” said {person} of {place}, where {actor} {deed} {when}.",
        f"{when} {actor} reportedly {deed}, {cost}.",
        f"{person} confirmed that {actor} {deed} in {place}, {cost}.",
        f"According to {person}, {actor}{loaded} {deed} {when}.",
    )


def _german(
    actor: str, deed: str, place: str, when: str, cost: str, person: str, loaded: str, quote: str
) -> tuple[str, ...]:
    verb, *object_, participle = deed.split()
    done = " ".join(object_)
    return (
        f"{when} {verb} {actor} in {place}{loaded} {done} {participle}, {cost}.",
        f"{actor} {verb}{loaded} in {place} {when} {done} {participle}, sagte {person}.",
        f"„{quote}“, sagte {person} aus {place}, wo {actor} {when} {done} {participle} {verb}.",
        f"{when} soll {actor} {done} {participle} haben, {cost}.",
        f"{person} bestätigte, dass {actor} in {place} {done} {participle} habe, {cost}.",
        f"Laut {person} {verb} {actor} {when}{loaded} {done} {participle}.",
    )


def _aside(chance: random.Random, language: int) -> str:
    """What is this article's alone: one of thousands of doings, somewhere in the world."""
    one, did, this = (chance.choice(some)[language] for some in (_FOLK, _DONE, _THINGS))
    where, year, count = chance.choice(_countries())[language], chance.randrange(1890, 2020), chance.randrange(3, 90)
    english = (
        f"Nobody in {where} would have {did} {this} before {year}.",
        f"It took {one} {count} hours until {this} had been {did}.",
        f"Travellers to {where} like to ask where {this} was {did}.",
        f"{this} weighs {count} kilos and was never {did}.",
        f"A song from {where} makes fun of how {one} has {did} {this}.",
        f"Whoever has {did} {this} pays no tolls in {where}.",
        f"Her grandmother dreamt that {one} had {did} {this}.",
        f"The encyclopaedia of {year} devotes {count} pages to {this}.",
        f"In {where} {one} has {did} {this} for a bet.",
        f"Rumour has it that {this} will be {did} in {where}.",
        f"{count} schoolchildren wrote an essay about {this}.",
        f"{one} fell asleep beside {this} and woke up in {where}.",
    )
    german = (
        f"Niemand in {where} hätte vor {year} {this} {did}.",
        f"{count} Stunden lang hat {one} {this} {did}.",
        f"Reisende aus {where} fragen gern, wer {this} {did} hat.",
        f"Wer {this} wiegt, kommt auf {count} Kilo.",
        f"Ein Lied aus {where} spottet darüber, wie {one} {this} {did} hat.",
        f"Wer {this} {did} hat, zahlt in {where} keine Maut.",
        f"Ihre Großmutter träumte, {one} habe {this} {did}.",
        f"Das Lexikon von {year} kennt {this} nur aus {count} Zeilen.",
        f"In {where} hat {one} {this} um eine Wette {did}.",
        f"Angeblich wird man {this} nach {where} bringen.",
        f"{count} Schulkinder schrieben einen Aufsatz über {this}.",
        f"{one} hat neben {this} geschlafen und wachte in {where} auf.",
    )
    return _capital(chance.choice((english, german)[language]))


@cache
def _countries() -> list[tuple[str, str]]:
    """The world's countries in both languages."""
    german = Locale("de").territories
    return [(name, german[code]) for code, name in sorted(Locale("en").territories.items()) if code in german]


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
