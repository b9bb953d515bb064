"""Saved pages: what is the article, what is left out and why, what the page says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Article
from core.reading import read, read_text
from tests.core.reading import stories

PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Hafen Lüttringen: Rat kippt Kran-Pläne - Küstenblatt</title>
<meta property="og:title" content="Rat kippt die Kran-Pläne im Alten Hafen"><meta property="og:site_name" content="Küstenblatt">
<meta name="author" content="Von Jule Harms und Piet Lorenz">
<meta property="article:published_time" content="2025-09-04T18:30:00+02:00">
<script>document.write("<p>Das Skript hat geschrieben, was nie gelesen werden darf.</p>")</script><style>p{color:red}</style>
</head><body class="no-js share-enabled">
<div id="cookie-banner"><p>Wir und unsere 812 Partner verwenden Cookies, um Ihnen Inhalte anzuzeigen.</p></div>
<header class="site-header"><a href="/">Küstenblatt</a><nav><ul><li><a href="/a">Politik</a></li></ul></nav></header>
<main><article class="article share-enabled">
<header><h1>Rat kippt die Kran-Pläne im Alten Hafen</h1>
<p class="article__lead">Nach sechs Stunden Debatte stimmt der Rat gegen den neuen Containerkran.</p>
<div class="byline">Von <a rel="author" href="/x">Jule Harms</a> und Piet Lorenz <time>4. September 2025, 18:30 Uhr</time></div>
<ul class="share-bar"><li><a href="#">Auf Facebook teilen</a></li></ul></header>
<figure><img src="http://tracker.example/x.gif" onerror="alert(1)"><figcaption>Der Alte Hafen am Donnerstag.
<span class="credit">Foto: Küstenblatt/Meier</span></figcaption></figure>
<p>Lüttringen. Der Rat der Stadt hat am Donnerstagabend mit <nobr>26 zu 19</nobr> Stimmen gegen den Bau eines
Container&shy;krans im Alten Hafen gestimmt. Die Reederei <a href="/r">Nordwind</a> wollte dafür 40&nbsp;Millionen Euro
ausgeben.</p>
<h2>Drei Gründe gegen den Kran</h2>
<p>Die Gegner nannten vor allem drei Gründe:</p>
<ul><li>den Lärm in der Nacht,</li><li>den Verlust von 300 Liegeplätzen,</li><li>die Kosten der Zufahrt.</li></ul>
<div class="ad-slot"><span>Anzeige</span><p>Jetzt 30 Prozent sparen auf alle Sofas der Saison, nur bis Sonntag.</p></div>
<h3>Bürgermeisterin: „Ein Fehler“</h3>
<p>Bürgermeisterin Wiebke Onnen nannte die Entscheidung „einen Fehler, den wir noch bereuen werden“.<br> <br>Die
Opposition sprach dagegen von einem guten Tag für die Stadt.</p>
<aside class="related"><h4>Mehr zum Thema</h4><ul><li><a href="/1">Kran-Streit: Was bisher geschah</a></li></ul></aside>
<blockquote><p>„Wir lassen uns den Hafen nicht wegnehmen.“</p></blockquote>
<table><tr><th>Partei</th><th>Dafür</th></tr><tr><td>SPD</td><td>12</td></tr></table>
<div>Der Vorstand der Reederei will nun prüfen, ob ein anderer Standort in Frage kommt.</div>
<p>Klein, aber wichtig.</p>
<p><a href="/3">Lesen Sie auch: Nordwind meldet Rekordgewinn</a></p>
<p style="display:none">Dieser Satz ist auf der Seite nicht zu sehen und soll nur Maschinen täuschen.</p>
<div class="newsletter-box"><h4>Newsletter</h4><p>Jeden Morgen das Wichtigste aus Lüttringen im Postfach.</p></div>
</article>
<section id="comments"><h3>Kommentare (2)</h3><p>Endlich haben die das mal verstanden, der Kran war eine Schnapsidee.</p></section>
<section class="teaser-list"><h2>Das könnte Sie auch interessieren</h2><article><h3><a href="/9">Fischmarkt fällt aus</a></h3>
<p>Der traditionelle Fischmarkt am Sonntag fällt wegen des Sturms aus, teilte die Stadt mit.</p></article></section></main>
<footer><a href="/i">Impressum</a> © 2025 Küstenblatt Verlag</footer></body></html>
"""
SECTIONS = [
    ("headline", "Rat kippt die Kran-Pläne im Alten Hafen"),
    ("subheadline", "Nach sechs Stunden Debatte stimmt der Rat gegen den neuen Containerkran."),
    ("caption", "Der Alte Hafen am Donnerstag. Foto: Küstenblatt/Meier"),
    (
        "paragraph",
        "Lüttringen. Der Rat der Stadt hat am Donnerstagabend mit 26 zu 19 Stimmen gegen den Bau eines Containerkrans im "
        "Alten Hafen gestimmt. Die Reederei Nordwind wollte dafür 40 Millionen Euro ausgeben.",
    ),
    ("heading", "Drei Gründe gegen den Kran"),
    ("paragraph", "Die Gegner nannten vor allem drei Gründe:"),
    ("list", "den Lärm in der Nacht,"),
    ("list", "den Verlust von 300 Liegeplätzen,"),
    ("list", "die Kosten der Zufahrt."),
    ("heading", "Bürgermeisterin: „Ein Fehler“"),
    (
        "paragraph",
        "Bürgermeisterin Wiebke Onnen nannte die Entscheidung „einen Fehler, den wir noch bereuen werden“.",
    ),
    ("paragraph", "Die Opposition sprach dagegen von einem guten Tag für die Stadt."),
    ("quote", "„Wir lassen uns den Hafen nicht wegnehmen.“"),
    ("paragraph", "Partei | Dafür"),
    ("paragraph", "SPD | 12"),
    ("paragraph", "Der Vorstand der Reederei will nun prüfen, ob ein anderer Standort in Frage kommt."),
    ("paragraph", "Klein, aber wichtig."),
]
BODY = (
    "<p>Der Rat der Stadt hat am Donnerstagabend mit 26 zu 19 Stimmen gegen den Bau eines Containerkrans gestimmt.</p>"
    "<p>Die Reederei Nordwind wollte dafür rund 40 Millionen Euro ausgeben, hieß es nach der langen Sitzung im Rathaus.</p>"
    "<p>Die Bürgermeisterin nannte die Entscheidung einen Fehler, den alle noch bereuen würden.</p>"
)


def page(tmp_path: Path, html: str) -> Article:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    (article,) = read(path)
    return article


def with_head(head: str, body: str = f"<h1>Rat kippt Pläne</h1>{BODY}") -> str:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


def test_a_page_full_of_everything_else_gives_its_article(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE)

    assert [(section.kind, section.span.of(article.text)) for section in article.sections] == SECTIONS
    assert (article.title, article.outlet) == (SECTIONS[0][1], "Küstenblatt")
    assert (article.author, article.published) == ("Jule Harms, Piet Lorenz", "2025-09-04T18:30:00+02:00")


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("812 Partner", "dropped.cookies"),
        ("Politik", "dropped.navigation"),
        ("18:30 Uhr", "dropped.byline"),
        ("Auf Facebook teilen", "dropped.sharing"),
        ("30 Prozent sparen", "dropped.advert"),
        ("Was bisher geschah", "dropped.teaser"),
        ("Rekordgewinn", "dropped.more"),
        ("Maschinen täuschen", "dropped.hidden"),
        ("im Postfach", "dropped.newsletter"),
        ("Schnapsidee", "dropped.comments"),
        ("Fischmarkt am Sonntag", "dropped.teaser"),
        ("Küstenblatt Verlag", "dropped.footer"),
    ],
)
def test_what_is_left_out_is_kept_with_why(part: str, why: str, tmp_path: Path) -> None:
    article = page(tmp_path, PAGE)
    assert [dropped.why for dropped in article.dropped if part in dropped.text] == [why]
    assert part not in article.text


def test_a_script_is_neither_run_nor_read(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE)
    everything = article.text + "".join(dropped.text for dropped in article.dropped)
    for bait in ("Skript hat geschrieben", "color:red", "alert", "tracker.example"):
        assert bait not in everything


@pytest.mark.parametrize(
    ("head", "outlet", "author", "published"),
    [
        (
            '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"X"},'
            '{"@type":["NewsArticle"],"headline":"Rat kippt Pläne","datePublished":"2025-09-04T18:30:00Z",'
            '"author":[{"@type":"Person","name":"Jule Harms"},{"@type":"Person","name":"Piet Lorenz"}],'
            '"publisher":{"@type":"Organization","name":"Küstenblatt"}}]}</script>',
            "Küstenblatt",
            "Jule Harms, Piet Lorenz",
            "2025-09-04T18:30:00+00:00",
        ),
        (
            '<meta property="og:site_name" content="The Post"><meta property="article:author" content="https://fb.example/x">'
            '<meta name="author" content="By Maud Ferris"><meta name="date" content="2025-09-04">',
            "The Post",
            "Maud Ferris",
            "2025-09-04",
        ),
        (
            '<meta name="DC.creator" content="Maud Ferris"><meta name="DC.publisher" content="The Post">'
            '<meta name="DC.date.issued" content="Thu, 04 Sep 2025 18:30:00 +0200">',
            "The Post",
            "Maud Ferris",
            "2025-09-04T18:30:00+02:00",
        ),
        (
            "<title>Rat kippt Pläne | Küstenblatt</title><meta name='author' content='admin'>"
            "<script type='application/ld+json'>{broken</script>",
            "Küstenblatt",
            None,
            None,
        ),
        ('<link rel="canonical" href="https://www.kuestenblatt.example/2025/rat">', "kuestenblatt.example", None, None),
    ],
)
def test_what_a_page_says_about_itself(
    head: str, outlet: str | None, author: str | None, published: str | None, tmp_path: Path
) -> None:
    article = page(tmp_path, with_head(head))
    assert (article.title, article.outlet, article.author, article.published) == (
        "Rat kippt Pläne",
        outlet,
        author,
        published,
    )


def test_byline_and_time_in_the_page_are_read_where_no_tag_tells(tmp_path: Path) -> None:
    body = (
        "<h1>Rat kippt Pläne</h1><span class='author'>Von Jule Harms</span><time datetime='2025-09-04'>gestern</time>"
        + BODY
    )
    article = page(tmp_path, with_head("", body))
    assert (article.author, article.published) == ("Jule Harms", "2025-09-04")
    assert "Harms" not in article.text


def test_a_kicker_goes_before_a_colon(tmp_path: Path) -> None:
    body = f"<h1><span class='kicker'>Lüttringen</span><span>Rat kippt Pläne</span></h1>{BODY}"
    assert page(tmp_path, with_head("", body)).title == "Lüttringen: Rat kippt Pläne"


def test_a_page_whose_text_is_in_its_linked_data(tmp_path: Path) -> None:
    text = "Der Rat der Stadt hat gegen den Kran gestimmt. " * 8
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rat kippt Pläne","articleBody":"{text}"}}</script>'
    article = page(tmp_path, with_head(head, "<div id='root'></div>"))
    assert article.text == f"Rat kippt Pläne\n\n{text.strip()}"


def test_an_old_page_without_paragraphs(tmp_path: Path) -> None:
    body = BODY.replace("<p>", "").replace("</p>", "<br><br>")
    html = f"<html><body><table><tr><td><a href='/'>Start</a></td><td><h1>Rat kippt Pläne</h1>{body}</td></tr></table></body></html>"
    article = page(tmp_path, html)
    assert len(article.sections) == 4
    assert article.text.startswith("Rat kippt Pläne\n\nDer Rat der Stadt hat")


def test_deep_nesting_is_read_or_refused(tmp_path: Path) -> None:
    deep = "<div>" * 5_000 + BODY + "</div>" * 5_000
    article = page(tmp_path, with_head("", f"<h1>Rat kippt Pläne</h1>{BODY}{deep}"))
    assert article.title == "Rat kippt Pläne"


def test_pasted_html() -> None:
    piece = "<meta charset='utf-8'><h2>Rat kippt Pläne</h2><p>Ein <b>kurzer</b> Satz.</p><ul><li>Punkt</li></ul>"
    article = read_text(piece, html=True)
    assert article.text == "Rat kippt Pläne\n\nEin kurzer Satz.\n\nPunkt"
    assert article.source == "clipboard"
    chosen = f"<html><body><!--StartFragment-->{BODY}<p>Kurz.</p><p><a href='x'>Ein Verweis, der dazugehört</a></p></body></html>"
    assert read_text(chosen, html=True).text.endswith("Kurz.\n\nEin Verweis, der dazugehört")
    assert read_text(PAGE, html=True).text.startswith("Rat kippt die Kran-Pläne")


FERRY = (
    "The harbour commission approved a new ferry line on Tuesday, ending three years of delay.",
    "“It is about time,” said Ruth Okoye, who has run the kiosk by the pier since 1998.",
    "Critics say the ferry will cost the city 4.2 million a year; the commission puts it at 2.9 million.",
    "Service starts in May.",
)
BARE = "".join(f'<div class="css-9"><span data-x="1">{text}</span></div>' for text in FERRY)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in FERRY)
KINDS = {
    "blog": (
        '<html lang="en-US"><head><title>Ferry line approved &#8211; Pier Gazette</title></head>'
        '<body class="single-post has-sidebar comments-open"><a class="skip-link" href="#c">Skip to content</a>'
        '<header id="masthead" class="site-header"><p class="site-title"><a href="/">Pier Gazette</a></p></header>'
        '<main><article class="post hentry tag-ferry"><header class="entry-header"><h1>Ferry line approved</h1>'
        '<div class="entry-meta">Posted on <a href="/x"><time datetime="2025-03-04T10:00:00+00:00">March 4, 2025</time></a>'
        '<span class="byline"> by <span class="author vcard"><a href="/d">Dana Poole</a></span></span></div></header>'
        f'<div class="entry-content">{PARAGRAPHS}<div class="sharedaddy sd-sharing"><h3>Share this:</h3></div></div></article>'
        '<nav class="post-navigation"><h2>Post navigation</h2></nav><div id="comments"><h3>Leave a Reply</h3></div></main>'
        '<aside class="widget-area"><h2>Recent Posts</h2><ul><li><a href="/1">Pier closed after storm</a></li></ul></aside>',
        ("Ferry line approved", "Pier Gazette", "Dana Poole", "2025-03-04T10:00:00+00:00"),
        FERRY,
    ),
    "bare divs": (
        '<html><head><title>Ferry line approved | Pier Gazette</title></head><body><div class="a"><div>Pier Gazette</div>'
        f'<div class="b"><h1>Ferry line approved</h1><div>Dana Poole</div><div>March 4, 2025</div>{BARE}</div>'
        '<div><div><a href="1">Pier closed after storm</a></div><div><a href="2">New mayor sworn in</a></div></div></div>',
        ("Ferry line approved", "Pier Gazette", "Dana Poole", "2025-03-04"),
        FERRY,
    ),
    "headline in h2": (
        '<html><head><title>Ferry: the vote</title></head><body><article><header><h2 class="atc-Headline"><span>Ferry line'
        f"</span> <span>approved</span></h2></header>{PARAGRAPHS}</article>",
        ("Ferry line approved", None, None, None),
        FERRY,
    ),
    "box of facts": (
        f"<html><body><article><h1>Ferry line approved</h1>{PARAGRAPHS}<aside class='factbox'><h3>In figures</h3>"
        "<ul><li>24 crossings a day</li></ul></aside><p>The commission meets again in June.</p></article>",
        ("Ferry line approved", None, None, None),
        (*FERRY, "In figures", "24 crossings a day", "The commission meets again in June."),
    ),
    "note marks": (
        "<html><body><article><h1>Ferry line approved</h1>"
        f"<p>{FERRY[0][:-1]}<sup><a href='#n1'>[1]</a></sup>.</p><p>H<sub>2</sub>O</p>{PARAGRAPHS[len(FERRY[0]) + 7 :]}"
        "</article>",
        ("Ferry line approved", None, None, None),
        (FERRY[0], "H2O", *FERRY[1:]),
    ),
    "paywall": (
        f"<html><body><article><h1>Ferry line approved</h1>{PARAGRAPHS}<div class='paywall'><h2>Subscribe to continue</h2>"
        "<p>Get unlimited access to the Pier Gazette for only one euro in the first month.</p></div></article>",
        ("Ferry line approved", None, None, None),
        FERRY,
    ),
    "links in every sentence": (
        "<html><body><article><h1><span>Ferry</span> <span>line approved</span></h1>"
        f"<section>{PARAGRAPHS.replace('ferry', '<a href=x>ferry</a>')}</section></article>",
        ("Ferry line approved", None, None, None),
        FERRY,
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_of_pages(kind: str, tmp_path: Path) -> None:
    html, facts, paragraphs = KINDS[kind]
    article = page(tmp_path, html + "</body></html>")
    assert (article.title, article.outlet, article.author, article.published) == facts
    assert article.text.split("\n\n") == [facts[0], *paragraphs]


def test_a_news_flash_that_calls_itself_an_article(tmp_path: Path) -> None:
    flash = "Die Hafenkommission hat die Fähre genehmigt. Mehr in Kürze."
    html = f'<html><head><meta property="og:type" content="article"></head><body><h1>Fähre genehmigt</h1><p>{flash}</p></body></html>'
    assert page(tmp_path, html).text == f"Fähre genehmigt\n\n{flash}"


def test_an_interview_keeps_its_questions(tmp_path: Path) -> None:
    turns = "".join(
        f"<p><strong>Frage {n}: Was sagen Sie dazu?</strong></p><p>Dass die Fähre längst hätte fahren müssen, {n} Mal.</p>"
        for n in range(1, 6)
    )
    article = page(tmp_path, f"<html><body><article><h1>„Die Fähre kommt zu spät“</h1>{turns}</article></body></html>")
    assert [section.kind for section in article.sections] == ["headline", *["paragraph"] * 10]


LD = '<script type="application/ld+json">{"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://paper.example/ld"}}</script>'


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://paper.example/rat?page=2#top">', "https://paper.example/rat?page=2"),
        ('<meta property="og:url" content="https://paper.example/og">' + LD, "https://paper.example/og"),
        (LD, "https://paper.example/ld"),
        ('<meta name="DC.identifier" content="http://paper.example/dc">', "http://paper.example/dc"),
        ('<link rel="canonical" href="/rat">' + LD, "https://paper.example/rat"),
        ('<link rel="canonical" href="/rat">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="https://me:secret@paper.example:8080/rat">', "https://paper.example:8080/rat"),
        ('<link rel="canonical" href="http://[::1">', None),
        ("", None),
    ],
)
def test_the_canonical_address_is_kept(head: str, address: str | None, tmp_path: Path) -> None:
    (tmp_path / "rat.html").write_text(stories.web(stories.GERMAN).replace("<head>", f"<head>{head}"), encoding="utf-8")
    (article,) = read(tmp_path / "rat.html")
    assert article.address == address
    assert article.title == stories.GERMAN.title


def test_a_page_of_sixty_thousand_paragraphs_is_read_without_asking_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.reading.web_choice._extracted", lambda html: pytest.fail("trafilatura takes a minute"))
    lines = [
        f"Der Rat hat zum {n}. Mal über den Kran im Alten Hafen abgestimmt." if n % 9 == 0 else f"Nein, {n}."
        for n in range(60_000)
    ]
    body = "".join(f"<p>{line}</p>" for line in lines)
    (tmp_path / "long.html").write_text(
        f"<nav><a href='/'>Start</a></nav><h1>Protokoll</h1><div>{body}</div>", encoding="utf-8"
    )
    (article,) = read(tmp_path / "long.html")
    assert article.text == "\n\n".join(["Protokoll", *lines])
