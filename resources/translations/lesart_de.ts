<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Lesart</source>
        <translation>Über Lesart</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Lesart lays articles about one event side by side and shows which claims they share, what each leaves out, and where wording may steer the reader. It gives cues, not verdicts: whether a cue holds is for you to decide. Everything happens on this computer.</source>
        <translation>Lesart legt Artikel über ein Ereignis nebeneinander und zeigt, welche Aussagen sie gemeinsam haben, was jeder weglässt und wo die Wortwahl die Lesart lenken kann. Es gibt Hinweise, keine Urteile: Ob ein Hinweis trägt, entscheiden Sie. Alles geschieht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open articles, or a saved comparison</source>
        <translation>Artikel oder einen gespeicherten Vergleich öffnen</translation>
    </message>
    <message>
        <source>&amp;Paste article</source>
        <translation>Artikel &amp;einfügen</translation>
    </message>
    <message>
        <source>Add the article on the clipboard</source>
        <translation>Den Artikel aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open four articles about one invented event</source>
        <translation>Vier Artikel über ein erfundenes Ereignis öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>Be&amp;richt ausgeben…</translation>
    </message>
    <message>
        <source>Save a report that others can read</source>
        <translation>Einen Bericht speichern, den andere lesen können</translation>
    </message>
    <message>
        <source>&amp;Close comparison</source>
        <translation>Vergleich s&amp;chließen</translation>
    </message>
    <message>
        <source>Put all articles away</source>
        <translation>Alle Artikel weglegen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Leave Lesart</source>
        <translation>Lesart verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do the step again that was taken back</source>
        <translation>Den zurückgenommenen Schritt noch einmal tun</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find words in the articles</source>
        <translation>Wörter in den Artikeln suchen</translation>
    </message>
    <message>
        <source>&amp;Articles as read…</source>
        <translation>&amp;Eingelesene Artikel…</translation>
    </message>
    <message>
        <source>See what was read of each file, and correct its details</source>
        <translation>Ansehen, was aus jeder Datei gelesen wurde, und Angaben berichtigen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Language, theme, how sure a link must be, privacy</source>
        <translation>Sprache, Erscheinungsbild, Sicherheit der Verbindungen, Datenschutz</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>The articles side by side</source>
        <translation>Die Artikel nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Claims</source>
        <translation>&amp;Aussagen</translation>
    </message>
    <message>
        <source>Who carries which claim, and who leaves it out</source>
        <translation>Wer welche Aussage enthält und wer sie weglässt</translation>
    </message>
    <message>
        <source>L&amp;enses</source>
        <translation>&amp;Wortwahl</translation>
    </message>
    <message>
        <source>How the wording differs, article by article</source>
        <translation>Wie sich die Wortwahl unterscheidet, Artikel für Artikel</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>Show what is chosen in detail</source>
        <translation>Das Gewählte im Einzelnen zeigen</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Next shared claim</source>
        <translation>&amp;Nächste gemeinsame Aussage</translation>
    </message>
    <message>
        <source>Go to the next claim that several articles carry</source>
        <translation>Zur nächsten Aussage gehen, die mehrere Artikel enthalten</translation>
    </message>
    <message>
        <source>&amp;Previous shared claim</source>
        <translation>&amp;Vorige gemeinsame Aussage</translation>
    </message>
    <message>
        <source>Go to the previous claim that several articles carry</source>
        <translation>Zur vorigen Aussage gehen, die mehrere Artikel enthalten</translation>
    </message>
    <message>
        <source>N&amp;ext cue</source>
        <translation>Nächster &amp;Hinweis</translation>
    </message>
    <message>
        <source>Go to the next cue</source>
        <translation>Zum nächsten Hinweis gehen</translation>
    </message>
    <message>
        <source>P&amp;revious cue</source>
        <translation>V&amp;origer Hinweis</translation>
    </message>
    <message>
        <source>Go to the previous cue</source>
        <translation>Zum vorigen Hinweis gehen</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>What claims, links and cues are, and how reliable</source>
        <translation>Was Aussagen, Verbindungen und Hinweise sind und wie verlässlich</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Four steps on the sample that show how to read with Lesart</source>
        <translation>Vier Schritte am Beispiel, die zeigen, wie man mit Lesart liest</translation>
    </message>
    <message>
        <source>All a&amp;ctions…</source>
        <translation>Alle A&amp;ktionen…</translation>
    </message>
    <message>
        <source>Find an action by a few letters of its name</source>
        <translation>Eine Aktion an ein paar Buchstaben ihres Namens finden</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>Alle Tastenkürzel auf einem Blatt</translation>
    </message>
    <message>
        <source>&amp;About Lesart</source>
        <translation>Über &amp;Lesart</translation>
    </message>
    <message>
        <source>Version, models, licences</source>
        <translation>Version, Modelle, Lizenzen</translation>
    </message>
    <message>
        <source>Give the comparison a name; every change is kept by itself</source>
        <translation>Dem Vergleich einen Namen geben; jede Änderung wird von selbst gespeichert</translation>
    </message>
    <message>
        <source>Go on in a copy under another name</source>
        <translation>In einer Kopie unter anderem Namen weiterarbeiten</translation>
    </message>
    <message>
        <source>Earlier s&amp;tates…</source>
        <translation>Frü&amp;here Stände…</translation>
    </message>
    <message>
        <source>Go back to an earlier state of this comparison</source>
        <translation>Zu einem früheren Stand dieses Vergleichs zurückkehren</translation>
    </message>
    <message>
        <source>Second rea&amp;der…</source>
        <translation>&amp;Zweitlesung…</translation>
    </message>
    <message>
        <source>See where another reader decided differently</source>
        <translation>Sehen, wo jemand anders anders entschieden hat</translation>
    </message>
    <message>
        <source>&amp;Library…</source>
        <translation>Bib&amp;liothek…</translation>
    </message>
    <message>
        <source>Search all your comparisons</source>
        <translation>In allen Ihren Vergleichen suchen</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open all articles in a folder</source>
        <translation>Alle Artikel eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Ope&amp;n address…</source>
        <translation>&amp;Adresse öffnen…</translation>
    </message>
    <message>
        <source>Fetch one page of the web, where the settings allow it</source>
        <translation>Eine Seite aus dem Netz holen, wenn die Einstellungen es erlauben</translation>
    </message>
    <message>
        <source>Compare t&amp;wo versions…</source>
        <translation>Z&amp;wei Fassungen vergleichen…</translation>
    </message>
    <message>
        <source>See what changed between two versions of one article</source>
        <translation>Sehen, was sich zwischen zwei Fassungen eines Artikels geändert hat</translation>
    </message>
    <message>
        <source>Stemma</source>
        <translation>Ste&amp;mma</translation>
    </message>
    <message>
        <source>Who took it from whom, and what changed on the way</source>
        <translation>Wer es von wem hat und was sich unterwegs geändert hat</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Open address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>H&amp;inzufügen</translation>
    </message>
    <message>
        <source>Fetching the page …</source>
        <translation>Die Seite wird geholt …</translation>
    </message>
    <message>
        <source>The site redirected:</source>
        <translation>Die Website hat weitergeleitet:</translation>
    </message>
    <message>
        <source>Lesart asks this site for this one page, and for nothing that the page names.</source>
        <translation>Lesart holt von dieser Website nur diese eine Seite und nichts, worauf sie verweist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>%1 alone: “%2”</source>
        <translation>Nur bei %1: „%2“</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Shared claim: “%2”</source>
        <translation>Gemeinsame Aussage: „%2“</translation>
    </message>
    <message>
        <source>Carried by %1.</source>
        <translation>Steht bei %1.</translation>
    </message>
    <message>
        <source>Left out by %1.</source>
        <translation>Fehlt bei %1.</translation>
    </message>
    <message>
        <source>Cue in %2, %1: “%3”.</source>
        <translation>Hinweis bei %2, %1: „%3“.</translation>
    </message>
    <message>
        <source>Cue in %2, %1.</source>
        <translation>Hinweis bei %2, %1.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln verborgen</numerusform>
            <numerusform>%Ln verborgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>— left out</source>
        <translation>— weggelassen</translation>
    </message>
    <message>
        <source>nearest: “%1”</source>
        <translation>am nächsten: „%1“</translation>
    </message>
    <message>
        <source>linked, not in this row</source>
        <translation>anderswo verbunden</translation>
    </message>
</context>
<context>
    <name>Chapters</name>
    <message>
        <source>Choose chapters</source>
        <translation>Kapitel auswählen</translation>
    </message>
    <message>
        <source>Which chapters of %1 are to be compared?</source>
        <translation>Welche Kapitel von %1 sollen verglichen werden?</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Cues of %1</source>
        <translation>Hinweise bei %1</translation>
    </message>
    <message>
        <source>%1: show or hide the cues of this article, in every view</source>
        <translation>%1: die Hinweise dieses Artikels ein- oder ausblenden, in jeder Ansicht</translation>
    </message>
    <message>
        <source>no cues</source>
        <translation>keine Hinweise</translation>
    </message>
    <message>
        <source>%1 % in speakers’ words</source>
        <translation>%1 % in den Worten anderer</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Shared claims</source>
        <translation>Gemeinsame Aussagen</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick n&amp;one</source>
        <translation>K&amp;eine ankreuzen</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>As at &amp;first</source>
        <translation>Wie am An&amp;fang</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>How &amp;sure a link must be</source>
        <translation>Wie s&amp;icher eine Verbindung sein muss</translation>
    </message>
    <message>
        <source>Lower links more claims, and more of them wrongly. An open comparison is made again.</source>
        <translation>Ein niedrigerer Wert verbindet mehr Aussagen, auch mehr falsche. Ein offener Vergleich wird neu gemacht.</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Least s&amp;trength of the cues shown</source>
        <translation>Hinweise zeigen &amp;ab Stärke</translation>
    </message>
    <message>
        <source>Of weaker cues more are wrong. The slider above the views shows them for the time being.</source>
        <translation>Von den schwächeren sind mehr falsch. Der Regler über den Ansichten zeigt auch sie, für den Augenblick.</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>Mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Show how the others word it</source>
        <translation>Zeigen, wie die anderen es sagen</translation>
    </message>
    <message>
        <source>Join with the chosen group</source>
        <translation>Mit der gewählten Gruppe vereinen</translation>
    </message>
    <message>
        <source>Link with the chosen claim</source>
        <translation>Mit der gewählten Aussage verbinden</translation>
    </message>
    <message>
        <source>Does not belong to the others</source>
        <translation>Gehört nicht zu den anderen</translation>
    </message>
    <message>
        <source>Not a cue here</source>
        <translation>Hier kein Hinweis</translation>
    </message>
    <message>
        <source>A fair cue</source>
        <translation>Ein berechtigter Hinweis</translation>
    </message>
    <message>
        <source>Mark the selection as</source>
        <translation>Auswahl markieren als</translation>
    </message>
    <message>
        <source>Mark by hand</source>
        <translation>Von Hand markieren</translation>
    </message>
    <message>
        <source>Why is this a cue?</source>
        <translation>Warum ist das ein Hinweis?</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>&amp;Linked scrolling</source>
        <translation>Ge&amp;koppelt scrollen</translation>
    </message>
    <message>
        <source>Keep the chosen claim level in all columns</source>
        <translation>Die gewählte Aussage in allen Spalten auf gleicher Höhe halten</translation>
    </message>
    <message>
        <source>&amp;All ribbons</source>
        <translation>Alle &amp;Bänder</translation>
    </message>
    <message>
        <source>Join everything in sight, not only the chosen claim</source>
        <translation>Alles Sichtbare verbinden, nicht nur die gewählte Aussage</translation>
    </message>
    <message>
        <source>&amp;Serif</source>
        <translation>&amp;Serifen</translation>
    </message>
    <message>
        <source>Set the articles with serifs</source>
        <translation>Die Artikel in einer Schrift mit Serifen setzen</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Kle&amp;inere Schrift</translation>
    </message>
    <message>
        <source>Smaller article text</source>
        <translation>Artikel in kleinerer Schrift</translation>
    </message>
    <message>
        <source>Larger article text</source>
        <translation>Artikel in größerer Schrift</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Article text in its usual size</source>
        <translation>Artikel in der üblichen Schriftgröße</translation>
    </message>
    <message>
        <source>Go to the column to the right</source>
        <translation>Zur Spalte rechts daneben gehen</translation>
    </message>
    <message>
        <source>Next c&amp;olumn</source>
        <translation>Nächste S&amp;palte</translation>
    </message>
    <message>
        <source>Pre&amp;vious column</source>
        <translation>V&amp;orige Spalte</translation>
    </message>
    <message>
        <source>Go to the column to the left</source>
        <translation>Zur Spalte links daneben gehen</translation>
    </message>
    <message>
        <source>Move column right</source>
        <translation>Spalte nach rechts</translation>
    </message>
    <message>
        <source>Move the column one place to the right</source>
        <translation>Die Spalte um einen Platz nach rechts rücken</translation>
    </message>
    <message>
        <source>Move column left</source>
        <translation>Spalte nach links</translation>
    </message>
    <message>
        <source>Move the column one place to the left</source>
        <translation>Die Spalte um einen Platz nach links rücken</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>The chosen cue is fair; the chosen claim belongs to its group</source>
        <translation>Der gewählte Hinweis ist berechtigt; die gewählte Aussage gehört in ihre Gruppe</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>The chosen cue is none; the chosen claim does not belong to its group</source>
        <translation>Der gewählte Hinweis ist keiner; die gewählte Aussage gehört nicht in ihre Gruppe</translation>
    </message>
    <message>
        <source>&amp;Join with another claim…</source>
        <translation>&amp;Mit einer anderen Aussage vereinen…</translation>
    </message>
    <message>
        <source>Choose a claim of another article next: the two groups become one</source>
        <translation>Wählen Sie danach eine Aussage eines anderen Artikels: Aus beiden Gruppen wird eine</translation>
    </message>
    <message>
        <source>&amp;Part from the others</source>
        <translation>&amp;Von den anderen trennen</translation>
    </message>
    <message>
        <source>The chosen claim leaves its group</source>
        <translation>Die gewählte Aussage verlässt ihre Gruppe</translation>
    </message>
    <message>
        <source>&amp;Split the group…</source>
        <translation>&amp;Gruppe teilen…</translation>
    </message>
    <message>
        <source>Tick the wordings that make a claim of their own</source>
        <translation>Haken Sie die Fassungen an, die eine eigene Aussage bilden</translation>
    </message>
    <message>
        <source>&amp;Mark the selected words…</source>
        <translation>Ausgewählte Wörter &amp;kennzeichnen…</translation>
    </message>
    <message>
        <source>Set a cue of your own on the words that are selected</source>
        <translation>Einen eigenen Hinweis auf die ausgewählten Wörter setzen</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>Write a note on the chosen claim</source>
        <translation>Eine Notiz zur gewählten Aussage schreiben</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>Etwas ist schiefgegangen, das nicht schiefgehen sollte.</translation>
    </message>
    <message>
        <source>Your comparison is still open and kept, and you can go on. What happened: %1</source>
        <translation>Ihr Vergleich ist noch offen und gesichert, Sie können weiterarbeiten. Was geschah: %1</translation>
    </message>
    <message>
        <source>The details help to mend this. They hold versions and the place in the program, no words of any article; nothing is sent. They also stand in the log:</source>
        <translation>Die Details helfen, den Fehler zu beheben. Sie enthalten Versionen und die Stelle im Programm, kein Wort aus einem Artikel; verschickt wird nichts. Sie stehen auch im Protokoll:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>Details &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Add articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>Artikel entfernen</translation>
    </message>
    <message>
        <source>Move column</source>
        <translation>Spalte verschieben</translation>
    </message>
    <message>
        <source>Correct article</source>
        <translation>Angaben berichtigen</translation>
    </message>
    <message>
        <source>Go back to a state</source>
        <translation>Zu einem Stand zurückkehren</translation>
    </message>
    <message>
        <source>Compare two versions</source>
        <translation>Zwei Fassungen vergleichen</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop articles here</source>
        <translation>Artikel hier ablegen</translation>
    </message>
    <message>
        <source>Let go to add to the comparison</source>
        <translation>Loslassen, um sie in den Vergleich aufzunehmen</translation>
    </message>
</context>
<context>
    <name>EdgesModel</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Took from</source>
        <translation>Schöpft aus</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>Which came first</source>
        <translation>Was zuerst da war</translation>
    </message>
    <message>
        <source>no other article</source>
        <translation>keinem anderen Artikel</translation>
    </message>
</context>
<context>
    <name>EdgesTable</name>
    <message>
        <source>Who took it from whom, as a table</source>
        <translation>Wer es von wem hat, als Tabelle</translation>
    </message>
</context>
<context>
    <name>Encodings</name>
    <message>
        <source>Western Europe</source>
        <translation>Westeuropa</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>Mitteleuropa</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Find in the articles</source>
        <translation>In den Artikeln suchen</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Others carry %1 % of its claims</source>
        <translation>%1 % auch in anderen Artikeln</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Column menu: %1</source>
        <translation>Menü der Spalte: %1</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Articles as read</source>
        <translation>Eingelesene Artikel</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Outlet</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Autor</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>2026-11-22</source>
        <translation>2026-11-22</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Text as read</source>
        <translation>Text, wie er gelesen wurde</translation>
    </message>
    <message>
        <source>Left out of the file</source>
        <translation>Aus der Datei weggelassen</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>Discard corrections</source>
        <translation>Korrekturen verwerfen</translation>
    </message>
    <message>
        <source>Leave &amp;out</source>
        <translation>&amp;Weglassen</translation>
    </message>
    <message>
        <source>What is taken back goes to its old place in the file; where that is not known, before the chosen paragraph.</source>
        <translation>Zurückgeholtes kommt an seinen alten Platz in der Datei; ist der nicht bekannt, vor den gewählten Absatz.</translation>
    </message>
    <message>
        <source>No date that can be read, like 2026-11-22: the old one stays.</source>
        <translation>Kein lesbares Datum, etwa 22.11.2026: Das alte bleibt.</translation>
    </message>
    <message>
        <source>Found out by itself</source>
        <translation>Selbst ermittelt</translation>
    </message>
    <message>
        <source>The changed ones are highlighted.</source>
        <translation>Die geänderten sind hervorgehoben.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Accept link</source>
        <translation>Verbindung bestätigen</translation>
    </message>
    <message>
        <source>Part from the others</source>
        <translation>Von den anderen trennen</translation>
    </message>
    <message>
        <source>Accept cue</source>
        <translation>Hinweis bestätigen</translation>
    </message>
    <message>
        <source>Reject cue</source>
        <translation>Hinweis verwerfen</translation>
    </message>
    <message>
        <source>Join claims</source>
        <translation>Aussagen vereinen</translation>
    </message>
    <message>
        <source>Split the group</source>
        <translation>Gruppe teilen</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abteilen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the claim of another article that says the same. Their groups become one.</source>
        <translation>Wählen Sie die Aussage eines anderen Artikels, die dasselbe sagt. Aus den Gruppen wird eine.</translation>
    </message>
    <message>
        <source>Tick the wordings that make a claim of their own.</source>
        <translation>Haken Sie die Fassungen an, die eine eigene Aussage bilden.</translation>
    </message>
    <message>
        <source>linked by you</source>
        <translation>von Ihnen verbunden</translation>
    </message>
    <message>
        <source>the same matter, contradictory</source>
        <translation>dieselbe Sache, widersprüchlich</translation>
    </message>
    <message>
        <source>one says only part of the other</source>
        <translation>eine sagt nur einen Teil der anderen</translation>
    </message>
    <message>
        <source>very close in meaning</source>
        <translation>im Sinn sehr nah</translation>
    </message>
    <message>
        <source>close in meaning</source>
        <translation>im Sinn nah</translation>
    </message>
    <message>
        <source>almost the same words</source>
        <translation>fast dieselben Wörter</translation>
    </message>
    <message>
        <source>similar words</source>
        <translation>ähnliche Wörter</translation>
    </message>
    <message>
        <source>both name %1</source>
        <translation>beide nennen %1</translation>
    </message>
    <message>
        <source>both give %1</source>
        <translation>beide geben %1 an</translation>
    </message>
    <message>
        <source>in the outlet’s own words</source>
        <translation>in eigenen Worten des Mediums</translation>
    </message>
    <message>
        <source>in a speaker’s words</source>
        <translation>in zitierten oder wiedergegebenen Worten</translation>
    </message>
    <message>
        <source>someone’s words, without saying whose</source>
        <translation>fremde Worte, ohne Angabe, wessen</translation>
    </message>
    <message>
        <source>quoted</source>
        <translation>zitiert</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>wiedergegeben</translation>
    </message>
    <message>
        <source>(not named)</source>
        <translation>(ungenannt)</translation>
    </message>
</context>
<context>
    <name>InterfacePage</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>With serifs (%1)</source>
        <translation>Mit Serifen (%1)</translation>
    </message>
    <message>
        <source>Without serifs (%1)</source>
        <translation>Ohne Serifen (%1)</translation>
    </message>
    <message>
        <source>On Monday the city closed the old bridge.</source>
        <translation>Am Montag hat die Stadt die alte Brücke gesperrt.</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Text of the articles</source>
        <translation>Text der Artikel</translation>
    </message>
    <message>
        <source>T&amp;ypeface</source>
        <translation>Sch&amp;rift</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Menus and buttons are set as the system has them.</source>
        <translation>Menüs und Knöpfe richten sich nach dem System.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>&amp;Show me</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>No, &amp;thanks</source>
        <translation>Nein, &amp;danke</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>Neu hier?</translation>
    </message>
    <message>
        <source>Four steps on a sample of four articles show how to read with Lesart. It takes a minute.</source>
        <translation>Vier Schritte an einem Beispiel aus vier Artikeln zeigen, wie man mit Lesart liest. Das dauert eine Minute.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>language unknown</source>
        <translation>Sprache unbekannt</translation>
    </message>
</context>
<context>
    <name>Lapsed</name>
    <message numerus="yes">
        <source>%Ln of your decisions no longer apply(s). They are kept.</source>
        <translation>
            <numerusform>%Ln Ihrer Entscheidungen trifft auf nichts mehr zu. Sie bleibt erhalten.</numerusform>
            <numerusform>%Ln Ihrer Entscheidungen treffen auf nichts mehr zu. Sie bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Decisions that no longer apply</source>
        <translation>Entscheidungen, die auf nichts mehr zutreffen</translation>
    </message>
    <message>
        <source>Link confirmed</source>
        <translation>Verbindung bestätigt</translation>
    </message>
    <message>
        <source>Link rejected</source>
        <translation>Verbindung verworfen</translation>
    </message>
    <message>
        <source>Link made by hand</source>
        <translation>Von Hand verbunden</translation>
    </message>
    <message>
        <source>Cue confirmed</source>
        <translation>Hinweis bestätigt</translation>
    </message>
    <message>
        <source>Cue rejected</source>
        <translation>Hinweis verworfen</translation>
    </message>
    <message>
        <source>Cue made by hand</source>
        <translation>Von Hand markiert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>an article that is no longer here</source>
        <translation>ein Artikel, der nicht mehr dabei ist</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Take back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Nothing: the whole file is in the text.</source>
        <translation>Nichts: Die ganze Datei steht im Text.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>direction guessed</source>
        <translation>Richtung vermutet</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>liegt nicht vor</translation>
    </message>
</context>
<context>
    <name>LensBar</name>
    <message>
        <source>Outlet’s voice</source>
        <translation>Eigene Worte</translation>
    </message>
    <message>
        <source>Speakers’ voice</source>
        <translation>Worte anderer</translation>
    </message>
    <message>
        <source>what the article says itself</source>
        <translation>was der Artikel selbst sagt</translation>
    </message>
    <message>
        <source>what it quotes or reports</source>
        <translation>was er zitiert oder wiedergibt</translation>
    </message>
    <message>
        <source>All voices</source>
        <translation>Alle Stimmen</translation>
    </message>
    <message>
        <source>No voice</source>
        <translation>Keine Stimme</translation>
    </message>
    <message>
        <source>In whose words, and in which articles, cues are shown</source>
        <translation>In wessen Worten und in welchen Artikeln Hinweise gezeigt werden</translation>
    </message>
    <message>
        <source>%1 of %2 articles</source>
        <translation>%1 von %2 Artikeln</translation>
    </message>
    <message>
        <source>Show cues of at least this strength</source>
        <translation>Hinweise ab dieser Stärke zeigen</translation>
    </message>
    <message>
        <source>Least strength of the cues shown</source>
        <translation>Mindeststärke der gezeigten Hinweise</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weaker cue(s) are hidden, for more of them are wrong. Click to show all.</source>
        <translation>
            <numerusform>%Ln schwächerer Hinweis ist ausgeblendet, denn von den schwachen sind mehr falsch. Ein Klick zeigt alle.</numerusform>
            <numerusform>%Ln schwächere Hinweise sind ausgeblendet, denn von den schwachen sind mehr falsch. Ein Klick zeigt alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LensesView</name>
    <message>
        <source>not named</source>
        <translation>ungenannt</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Auch genannt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Cues by article</source>
        <translation>Hinweise je Artikel</translation>
    </message>
    <message>
        <source>Only the kinds, voices and strengths that are switched on above. Click a bar to read the first one, the tick to hide that article’s cues.</source>
        <translation>Nur die Arten, Stimmen und Stärken, die oben eingeschaltet sind. Ein Klick auf einen Balken führt zur ersten Stelle, das Häkchen blendet die Hinweise eines Artikels aus.</translation>
    </message>
    <message>
        <source>One thing, several names</source>
        <translation>Eine Sache, mehrere Namen</translation>
    </message>
    <message>
        <source>What the articles call the same person, group or thing.</source>
        <translation>Wie die Artikel dieselbe Person, Gruppe oder Sache nennen.</translation>
    </message>
    <message>
        <source>No two articles were found to name the same thing differently.</source>
        <translation>Es fanden sich keine zwei Artikel, die dieselbe Sache verschieden nennen.</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer zu Wort kommt</translation>
    </message>
    <message>
        <source>Share of each article’s words that a source is given.</source>
        <translation>Welcher Anteil der Wörter jedes Artikels auf eine Quelle entfällt.</translation>
    </message>
    <message>
        <source>No quoted or reported sources were found.</source>
        <translation>Es fanden sich keine zitierten oder wiedergegebenen Quellen.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Comparison without a name</source>
        <translation>Vergleich ohne Namen</translation>
    </message>
    <message>
        <source>Note on the whole comparison</source>
        <translation>Notiz zum ganzen Vergleich</translation>
    </message>
    <message>
        <source>Said by %1</source>
        <translation>Gesagt von %1</translation>
    </message>
    <message>
        <source>Left out in %1</source>
        <translation>Weggelassen in %1</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Add comparisons…</source>
        <translation>Vergleiche hinzufügen…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>Suchwörter</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Published from</source>
        <translation>Erschienen ab</translation>
    </message>
    <message>
        <source>Published up to</source>
        <translation>Erschienen bis</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>In articles</source>
        <translation>In Artikeln</translation>
    </message>
    <message>
        <source>In claims</source>
        <translation>In Aussagen</translation>
    </message>
    <message>
        <source>In notes</source>
        <translation>In Notizen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>All comparisons, the latest first</source>
        <translation>Alle Vergleiche, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Search the full text of all articles</source>
        <translation>Alle Artikel im Volltext durchsuchen</translation>
    </message>
    <message>
        <source>Search what the articles claim</source>
        <translation>Die Aussagen der Artikel durchsuchen</translation>
    </message>
    <message>
        <source>Search your notes</source>
        <translation>Ihre Notizen durchsuchen</translation>
    </message>
    <message>
        <source>What did this outlet leave out that others said?</source>
        <translation>Was ließ dieses Medium weg, das andere sagten?</translation>
    </message>
    <message>
        <source>Narrow down by words of the claim</source>
        <translation>Durch Wörter der Aussage eingrenzen</translation>
    </message>
    <message>
        <source>Narrow down by words of the titles</source>
        <translation>Durch Wörter der Titel eingrenzen</translation>
    </message>
    <message>
        <source>Words, or “a phrase”; bridg* finds all that begins so</source>
        <translation>Wörter oder „eine Wendung“; Brück* findet alles, was so beginnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comparison(s)</source>
        <translation>
            <numerusform>%Ln Vergleich</numerusform>
            <numerusform>%Ln Vergleiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been compared yet. Every comparison comes here by itself.</source>
        <translation>Noch wurde nichts verglichen. Jeder Vergleich kommt von selbst hierher.</translation>
    </message>
    <message>
        <source>Type what you are looking for.</source>
        <translation>Geben Sie ein, wonach Sie suchen.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>All outlets</source>
        <translation>Alle Medien</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Alle Sprachen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Take out of the library (the file stays)</source>
        <translation>Aus der Bibliothek nehmen (die Datei bleibt)</translation>
    </message>
    <message>
        <source>from: any day</source>
        <translation>von: beliebig</translation>
    </message>
    <message>
        <source>to: any day</source>
        <translation>bis: beliebig</translation>
    </message>
</context>
<context>
    <name>Logo</name>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>PNG, JPEG or GIF</source>
        <translation>PNG, JPEG oder GIF</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Auswähle&amp;n…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The newsroom&apos;s logo</source>
        <translation>Das Logo der Redaktion</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Naming</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Loaded word</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Scare quotes</source>
        <translation>Anführung</translation>
    </message>
    <message>
        <source>Distancing</source>
        <translation>Distanz</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Figure or fact</source>
        <translation>Zahl oder Angabe</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Handelnde</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>Gewichtung</translation>
    </message>
    <message>
        <source>Omission</source>
        <translation>Auslassung</translation>
    </message>
    <message>
        <source>Another name for the same person, group, place or thing.</source>
        <translation>Ein anderer Name für dieselbe Person, Gruppe, Sache oder denselben Ort.</translation>
    </message>
    <message>
        <source>A word that judges or heats where others are plain.</source>
        <translation>Ein Wort, das urteilt oder anheizt, wo ein anderer Artikel nüchtern bleibt.</translation>
    </message>
    <message>
        <source>Quotation marks that doubt rather than quote; “so-called”.</source>
        <translation>Anführungszeichen oder ein „sogenannt“, die zweifeln statt zu zitieren.</translation>
    </message>
    <message>
        <source>Holds at arm’s length what others state.</source>
        <translation>Hält auf Abstand, was andere als Tatsache bringen.</translation>
    </message>
    <message>
        <source>Hedged or weaker here, plain or stronger elsewhere.</source>
        <translation>Hier abgeschwächt, dort ohne Vorbehalt; oder umgekehrt.</translation>
    </message>
    <message>
        <source>Another source for the same claim, an unnamed one, or none.</source>
        <translation>Eine andere Quelle für dieselbe Aussage, eine ungenannte oder keine.</translation>
    </message>
    <message>
        <source>Another number, date, place or name for the same thing.</source>
        <translation>Eine andere Zahl, ein anderes Datum, ein anderer Ort oder Name für dasselbe.</translation>
    </message>
    <message>
        <source>Hides or shifts who did it.</source>
        <translation>Verdeckt oder verschiebt, wer gehandelt hat.</translation>
    </message>
    <message>
        <source>Leads with what others put far down.</source>
        <translation>Stellt voran, was bei anderen weit hinten steht.</translation>
    </message>
    <message>
        <source>Leaves out a claim that several others carry.</source>
        <translation>Lässt eine Aussage weg, die mehrere andere enthalten.</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>From one source: %1</source>
        <translation>Aus einer Quelle: %1</translation>
    </message>
    <message>
        <source>Source %1, as in %2: together they count once.</source>
        <translation>Quelle %1, wie bei %2: Zusammen zählen sie einmal.</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>Enthalten in</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>— left out</source>
        <translation>— weggelassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cue(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>carried by %1 of %2</source>
        <translation>in %1 von %2</translation>
    </message>
    <message>
        <source>not carried</source>
        <translation>nicht enthalten</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>Articles contradict each other on this.</source>
        <translation>Die Artikel widersprechen einander in diesem Punkt.</translation>
    </message>
    <message>
        <source>Nearest: “%1”</source>
        <translation>Am nächsten: „%1“</translation>
    </message>
    <message>
        <source>Linked with this claim, but not in its row.</source>
        <translation>Mit dieser Aussage verbunden, steht aber nicht in ihrer Zeile.</translation>
    </message>
    <message>
        <source>Left out; nothing comes near.</source>
        <translation>Weggelassen; nichts kommt dem nahe.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln Quelle</numerusform>
            <numerusform>%Ln Quellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Carried by all</source>
        <translation>In allen</translation>
    </message>
    <message>
        <source>With cues</source>
        <translation>Mit Hinweisen</translation>
    </message>
    <message>
        <source>Left out by one</source>
        <translation>Fehlt in einem</translation>
    </message>
    <message>
        <source>Only in one</source>
        <translation>Nur in einem</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Widersprüchlich</translation>
    </message>
    <message>
        <source>Read in the text</source>
        <translation>Im Text lesen</translation>
    </message>
    <message>
        <source>Copy all wordings with their sources</source>
        <translation>Alle Fassungen mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Search claims</source>
        <translation>Aussagen durchsuchen</translation>
    </message>
    <message>
        <source>Shared claims</source>
        <translation>Gemeinsame Aussagen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Claims that every article carries</source>
        <translation>Aussagen, die in allen Artikeln stehen</translation>
    </message>
    <message>
        <source>Claims that all articles but one carry</source>
        <translation>Aussagen, die nur ein Artikel weglässt</translation>
    </message>
    <message>
        <source>Claims that no other article carries</source>
        <translation>Aussagen, die in keinem anderen Artikel stehen</translation>
    </message>
    <message>
        <source>Claims whose wording has cues</source>
        <translation>Aussagen, zu deren Wortlaut es Hinweise gibt</translation>
    </message>
    <message>
        <source>Claims on which the articles contradict each other</source>
        <translation>Aussagen, in denen sich die Artikel widersprechen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Korrigieren</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;Forget these files</source>
        <translation>Diese &amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Ers&amp;cheinungsbild</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Analysed by</source>
        <translation>Analysiert mit</translation>
    </message>
    <message>
        <source>words and sentences alone</source>
        <translation>nur Wörter und Sätze</translation>
    </message>
    <message>
        <source>Command that installs the pipeline</source>
        <translation>Befehl, der das Sprachmodell installiert</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Type this into a terminal; it fetches the pipeline from spaCy’s makers. Lesart takes it from its next start on, and every report says so. Packages of the same name on PyPI are strangers’; do not install those.</source>
        <translation>Im Terminal eingeben; der Befehl holt das Modell von den Machern von spaCy. Vom nächsten Start an arbeitet Lesart damit, und jeder Bericht nennt es. Gleichnamige Pakete auf PyPI stammen von Fremden; die bitte nicht installieren.</translation>
    </message>
    <message>
        <source>Meaning is compared, in all languages, by %1.</source>
        <translation>Den Sinn vergleicht in allen Sprachen %1.</translation>
    </message>
    <message>
        <source>As good a pipeline as Lesart knows is installed.</source>
        <translation>Ein besseres Modell kennt Lesart für diese Sprache nicht.</translation>
    </message>
    <message>
        <source>This program holds what it has. Lesart installed with Python can use more pipelines.</source>
        <translation>Dieses Programm bringt seine Modelle mit und nimmt keine weiteren auf. Mit Python installiert, kann Lesart mehr verwenden.</translation>
    </message>
    <message>
        <source>%1 would find more names and tell sentences apart better.</source>
        <translation>%1 würde mehr Namen finden und Sätze genauer zerlegen.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>One article alone has nothing to be compared with. Add others about the same event.</source>
        <translation>Ein einzelner Artikel lässt sich mit nichts vergleichen. Fügen Sie weitere über dasselbe Ereignis hinzu.</translation>
    </message>
    <message>
        <source>%1 seems to be about something else than the other articles.</source>
        <translation>%1 scheint von etwas anderem zu handeln als die übrigen Artikel.</translation>
    </message>
    <message>
        <source>These articles seem to be about something else than the rest: %1</source>
        <translation>Diese Artikel scheinen von etwas anderem zu handeln als die übrigen: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Articles and comparisons</source>
        <translation>Artikel und Vergleiche</translation>
    </message>
    <message>
        <source>Lesart comparisons</source>
        <translation>Lesart-Vergleiche</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Open all articles in a folder</source>
        <translation>Alle Artikel eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Add comparisons to the library</source>
        <translation>Vergleiche in die Bibliothek aufnehmen</translation>
    </message>
    <message>
        <source>Another reader’s copy</source>
        <translation>Kopie der Zweitleserin oder des Zweitlesers</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>Nicht gelöscht: %1</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Shared claims and cues over the whole article; click to go there</source>
        <translation>Gemeinsame Aussagen und Hinweise im ganzen Artikel; ein Klick führt hin</translation>
    </message>
    <message>
        <source>Overview of the article</source>
        <translation>Überblick über den Artikel</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Click a tinted sentence to see how the other articles word it, or an underlined word to see why it is marked.</source>
        <translation>Klicken Sie auf einen getönten Satz, um zu sehen, wie die anderen Artikel es sagen, oder auf ein unterstrichenes Wort, um zu erfahren, warum es markiert ist.</translation>
    </message>
    <message>
        <source>By keyboard: J goes to the next shared claim, N to the next cue, F1 lists all keys.</source>
        <translation>Mit der Tastatur: J führt zur nächsten gemeinsamen Aussage, N zum nächsten Hinweis, F1 zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Carried by %1 of %2</source>
        <translation>In %1 von %2 Artikeln</translation>
    </message>
    <message>
        <source>No other article carries this.</source>
        <translation>Kein anderer Artikel enthält das.</translation>
    </message>
    <message>
        <source>the articles contradict each other</source>
        <translation>die Artikel widersprechen einander</translation>
    </message>
    <message>
        <source>Show in the text and compare the others to it</source>
        <translation>Im Text zeigen und die anderen damit vergleichen</translation>
    </message>
    <message>
        <source>These say the same</source>
        <translation>Beide sagen dasselbe</translation>
    </message>
    <message>
        <source>These do not belong together</source>
        <translation>Die beiden gehören nicht zusammen</translation>
    </message>
    <message>
        <source>by way of %1: %2</source>
        <translation>über %1: %2</translation>
    </message>
    <message>
        <source>Split off the wording of %1</source>
        <translation>Die Fassung von %1 abteilen</translation>
    </message>
    <message>
        <source>A fair cue</source>
        <translation>Ein berechtigter Hinweis</translation>
    </message>
    <message>
        <source>Not a cue here</source>
        <translation>Hier kein Hinweis</translation>
    </message>
    <message>
        <source>Parted by you</source>
        <translation>Von Ihnen getrennt</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Left out by</source>
        <translation>Weggelassen von</translation>
    </message>
    <message>
        <source>Nearest: “%1”</source>
        <translation>Am nächsten: „%1“</translation>
    </message>
    <message>
        <source>Nothing comes near.</source>
        <translation>Nichts kommt dem nahe.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Diese Notiz löschen</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Accept link</source>
        <translation>Verbindung bestätigen</translation>
    </message>
    <message>
        <source>Reject link</source>
        <translation>Verbindung verwerfen</translation>
    </message>
    <message>
        <source>Accept cue</source>
        <translation>Hinweis bestätigen</translation>
    </message>
    <message>
        <source>Reject cue</source>
        <translation>Hinweis verwerfen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No action is called that.</source>
        <translation>So heißt keine Aktion.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Read side by side</source>
        <translation>Nebeneinander lesen</translation>
    </message>
    <message>
        <source>Read its copies side by side</source>
        <translation>Seine Abkömmlinge nebeneinander lesen</translation>
    </message>
    <message>
        <source>What became of each claim</source>
        <translation>Was aus jeder Aussage wurde</translation>
    </message>
    <message>
        <source>The claim’s wordings, first to last</source>
        <translation>Die Wortlaute der Aussage, vom ersten bis zum letzten</translation>
    </message>
    <message>
        <source>Nobody opened that text, so what changed cannot be told.</source>
        <translation>Dieser Text liegt nicht vor; was sich geändert hat, lässt sich daher nicht sagen.</translation>
    </message>
    <message>
        <source>Choose a line of the tree to see what changed on the way.</source>
        <translation>Wählen Sie eine Linie des Stammbaums, um zu sehen, was sich unterwegs geändert hat.</translation>
    </message>
    <message>
        <source>It took from no other article that is open. Source of: %1.</source>
        <translation>Er schöpft aus keinem anderen der vorliegenden Artikel. Quelle von: %1.</translation>
    </message>
    <message>
        <source>It is too short to tell where it comes from.</source>
        <translation>Er ist zu kurz, um seine Herkunft zu erkennen.</translation>
    </message>
    <message>
        <source>Nothing shows that it took from another article, or another from it.</source>
        <translation>Nichts deutet darauf hin, dass er aus einem anderen Artikel schöpft oder ein anderer aus ihm.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>From first to last</source>
        <translation>Vom ersten zum letzten Wortlaut</translation>
    </message>
    <message>
        <source>Choose a claim to see its wordings from first to last.</source>
        <translation>Wählen Sie eine Aussage, um ihre Wortlaute vom ersten bis zum letzten zu sehen.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Vorspann</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>far down</source>
        <translation>weit hinten</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>&amp;Allow “Open address”: it fetches the one page that I name</source>
        <translation>„Adresse öffnen“ &amp;erlauben: Es holt die eine Seite, die ich nenne</translation>
    </message>
    <message>
        <source>Forget &amp;recent files</source>
        <translation>&amp;Zuletzt geöffnete vergessen</translation>
    </message>
    <message>
        <source>&amp;Delete all…</source>
        <translation>Alles &amp;löschen…</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Lesart sends nothing, and fetches nothing unless you allow it here.</source>
        <translation>Lesart sendet nichts und holt nichts, es sei denn, Sie erlauben es hier.</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>Was auf diesem Rechner aufbewahrt wird</translation>
    </message>
    <message>
        <source>Comparisons and reports that you saved lie where you put them, and nowhere else.</source>
        <translation>Vergleiche und Berichte, die Sie gespeichert haben, liegen nur dort, wo Sie sie abgelegt haben.</translation>
    </message>
    <message>
        <source>Settings, recent files, presets of reports</source>
        <translation>Einstellungen, zuletzt geöffnete Dateien, Vorlagen für Berichte</translation>
    </message>
    <message>
        <source>Comparisons without a name</source>
        <translation>Vergleiche ohne Namen</translation>
    </message>
    <message>
        <source>Library: the words of your comparisons, to be searched</source>
        <translation>Bibliothek: die Texte Ihrer Vergleiche zum Durchsuchen</translation>
    </message>
    <message>
        <source>Log of crashes, without words of any article</source>
        <translation>Fehlerprotokoll, ohne ein Wort aus Artikeln</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Delete everything that Lesart keeps on this computer?</source>
        <translation>Alles löschen, was Lesart auf diesem Rechner aufbewahrt?</translation>
    </message>
    <message>
        <source>Comparisons and reports that you saved under a name stay. What is deleted cannot be brought back.</source>
        <translation>Vergleiche und Berichte, die Sie unter einem Namen gespeichert haben, bleiben. Gelöschtes lässt sich nicht zurückholen.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln Datei ließ sich nicht lesen</numerusform>
            <numerusform>%Ln Dateien ließen sich nicht lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die sich nicht lesen ließen</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Einen Augenblick …</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Saved: %1 (Lesart saves every change by itself)</source>
        <translation>Gespeichert: %1 (Lesart speichert jede Änderung von selbst)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>The present state is kept.</source>
        <translation>Der jetzige Stand ist festgehalten.</translation>
    </message>
    <message>
        <source>Bring in decisions</source>
        <translation>Entscheidungen übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) brought in</source>
        <translation>
            <numerusform>%Ln Entscheidung übernommen</numerusform>
            <numerusform>%Ln Entscheidungen übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quotation</name>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
</context>
<context>
    <name>ReadOnly</name>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
</context>
<context>
    <name>Readers</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweitlesung</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Bring in another reader’s copy…</source>
        <translation>Kopie einer anderen Person übernehmen…</translation>
    </message>
    <message>
        <source>First reader</source>
        <translation>Erstlesung</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Wo sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Give a colleague a copy of this comparison, and bring the copy back in when it has been worked through: Lesart then shows where your decisions differ. Where you two disagree, your own decision counts.</source>
        <translation>Geben Sie jemandem aus dem Kollegium eine Kopie dieses Vergleichs und übernehmen Sie sie, sobald sie durchgearbeitet ist: Lesart zeigt dann, wo sich Ihre Entscheidungen unterscheiden. Wo Sie beide uneins sind, gilt Ihre eigene.</translation>
    </message>
    <message>
        <source>both decided</source>
        <translation>beide entschieden</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>davon gleich</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Counted are the pairs of claims and the cues that both decided. Left out: %1 that only %2 decided, %3 that only %4 decided; notes; and what is no longer there. Of several decisions on one the last counts.</source>
        <translation>Gezählt sind die Aussagenpaare und Hinweise, über die beide entschieden haben. Nicht gezählt: nur von einer Seite Entschiedenes (%2: %1, %4: %3), Notizen und was nicht mehr da ist. Bei mehreren Entscheidungen zur selben Stelle zählt die letzte.</translation>
    </message>
    <message>
        <source>Kappa says nothing here: both always said one and the same.</source>
        <translation>Kappa sagt hier nichts aus: Beide haben immer dasselbe gesagt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) where they differ</source>
        <translation>
            <numerusform>%Ln Stelle, an der sie sich unterscheiden</numerusform>
            <numerusform>%Ln Stellen, an denen sie sich unterscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>nicht dasselbe</translation>
    </message>
    <message>
        <source>a fair cue</source>
        <translation>Hinweis trifft zu</translation>
    </message>
    <message>
        <source>not a cue</source>
        <translation>kein Hinweis</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Move column</source>
        <translation>Spalte verschieben</translation>
    </message>
    <message>
        <source>Select the words first, with the mouse or with Shift and the arrows</source>
        <translation>Wählen Sie zuerst Wörter aus, mit der Maus oder mit Umschalt und den Pfeiltasten</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr festhalten</translation>
    </message>
    <message>
        <source>Pin as the base</source>
        <translation>Als Grundlage festhalten</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>Übliche Breite</translation>
    </message>
    <message>
        <source>Widen</source>
        <translation>Verbreitern</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links rücken</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts rücken</translation>
    </message>
    <message>
        <source>Copy as citation</source>
        <translation>Als Zitat mit Quelle kopieren</translation>
    </message>
    <message>
        <source>As it was read…</source>
        <translation>Wie er eingelesen wurde…</translation>
    </message>
    <message>
        <source>Remove from the comparison</source>
        <translation>Aus dem Vergleich nehmen</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>A&amp;usgeben…</translation>
    </message>
    <message>
        <source>Lesart&apos;s own</source>
        <translation>von Lesart</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>excerpts around the claims</source>
        <translation>Auszüge um die Aussagen</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>without the weak ones</source>
        <translation>ohne die schwachen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>strong ones only</source>
        <translation>nur die starken</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>struck through</source>
        <translation>durchgestrichen zeigen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>&amp;Keep as preset…</source>
        <translation>Als Vorlage &amp;behalten…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>As last time</source>
        <translation>Wie zuletzt</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Keep as preset</source>
        <translation>Als Vorlage behalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Was hineinkommt</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Texts of the articles</source>
        <translation>Te&amp;xte der Artikel</translation>
    </message>
    <message>
        <source>What you &amp;rejected</source>
        <translation>Ver&amp;worfenes</translation>
    </message>
    <message>
        <source>&amp;Cues</source>
        <translation>&amp;Hinweise</translation>
    </message>
    <message>
        <source>Head of the report</source>
        <translation>Kopf des Berichts</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Ne&amp;wsroom</source>
        <translation>&amp;Redaktion</translation>
    </message>
    <message>
        <source>&amp;Logo</source>
        <translation>Lo&amp;go</translation>
    </message>
    <message>
        <source>Shared claims</source>
        <translation>Gemeinsame Aussagen</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Lesart comparisons</source>
        <translation>Lesart-Vergleiche</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Your last changes are not on the disk.</source>
        <translation>Ihre letzten Änderungen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern…</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Ohne sie schließen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>In the text and the tables</source>
        <translation>Im Text und in den Tabellen</translation>
    </message>
    <message>
        <source>Choose the claim or cue at the caret; open a row</source>
        <translation>Aussage oder Hinweis an der Schreibmarke wählen; Zeile öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Was sich hier tun lässt</translation>
    </message>
    <message>
        <source>Menu or Shift+F10</source>
        <translation>Menü oder Umschalt+F10</translation>
    </message>
    <message>
        <source>Select words</source>
        <translation>Wörter auswählen</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>Next hit, previous hit</source>
        <translation>Nächste, vorige Fundstelle</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>Text größer oder kleiner</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>One kind of cue alone</source>
        <translation>Eine Art von Hinweisen allein</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+Klick</translation>
    </message>
    <message>
        <source>Choose nothing; stop the work</source>
        <translation>Nichts wählen; Arbeit anhalten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Finding out who took it from whom…</source>
        <translation>Wer es von wem hat, wird ermittelt …</translation>
    </message>
    <message>
        <source>Show who took it from whom</source>
        <translation>Zeigen, wer es von wem hat</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Earlier states</source>
        <translation>Frühere Stände</translation>
    </message>
    <message>
        <source>Lesart keeps the last ten states of a comparison by itself. Going back can be undone.</source>
        <translation>Lesart hält die letzten zehn Stände eines Vergleichs von selbst fest. Die Rückkehr lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>There is no earlier state yet. Lesart keeps one before the first change and before every comparison.</source>
        <translation>Es gibt noch keinen früheren Stand. Lesart hält einen fest, bevor Sie zum ersten Mal etwas ändern und bevor neu verglichen wird.</translation>
    </message>
    <message>
        <source>Keep the present state</source>
        <translation>Jetzigen Stand festhalten</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>before the first change</source>
        <translation>vor der ersten Änderung</translation>
    </message>
    <message>
        <source>before the articles were compared again</source>
        <translation>vor einem neuen Vergleich</translation>
    </message>
    <message>
        <source>before going back</source>
        <translation>vor einer Rückkehr</translation>
    </message>
    <message>
        <source>kept by hand</source>
        <translation>von Hand festgehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln Entscheidung</numerusform>
            <numerusform>%Ln Entscheidungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stemma</name>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>%1: “%2” becomes “%3”</source>
        <translation>%1: aus „%2“ wird „%3“</translation>
    </message>
    <message>
        <source>%1: “%2” put in</source>
        <translation>%1: „%2“ eingefügt</translation>
    </message>
    <message>
        <source>%1: “%2” left out</source>
        <translation>%1: „%2“ weggelassen</translation>
    </message>
    <message>
        <source>practically certain</source>
        <translation>so gut wie sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>Two versions of one text</source>
        <translation>Zwei Fassungen eines Textes</translation>
    </message>
    <message>
        <source>took from %1</source>
        <translation>schöpft aus %1</translation>
    </message>
    <message>
        <source>source of %1</source>
        <translation>Quelle von %1</translation>
    </message>
    <message>
        <source>stands on its own</source>
        <translation>steht für sich</translation>
    </message>
    <message>
        <source>%1 took from %2</source>
        <translation>%1 schöpft aus %2</translation>
    </message>
    <message>
        <source>From %2 to %1</source>
        <translation>Von %2 zu %1</translation>
    </message>
    <message>
        <source>%1 of its claims stood there before</source>
        <translation>%1 der Aussagen standen schon dort</translation>
    </message>
    <message>
        <source>%1 taken over</source>
        <translation>%1 übernommen</translation>
    </message>
    <message>
        <source>stood there before</source>
        <translation>standen schon dort</translation>
    </message>
</context>
<context>
    <name>StemmaView</name>
    <message>
        <source>One article alone has no source to be told.</source>
        <translation>Bei einem einzelnen Artikel lässt sich keine Quelle erkennen.</translation>
    </message>
    <message>
        <source>Finding out who took it from whom…</source>
        <translation>Wer es von wem hat, wird ermittelt …</translation>
    </message>
    <message>
        <source>Tree of who took it from whom</source>
        <translation>Stammbaum: wer es von wem hat</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>As large as the room allows</source>
        <translation>So groß, wie der Platz es erlaubt</translation>
    </message>
    <message>
        <source>The earlier one above, the later one below, as you opened them.</source>
        <translation>Oben die frühere, unten die spätere, wie Sie sie geöffnet haben.</translation>
    </message>
    <message>
        <source>From the source down. What several took from one source counts once.</source>
        <translation>Von der Quelle abwärts. Was mehrere aus einer Quelle haben, zählt einmal.</translation>
    </message>
    <message>
        <source>Too short to tell: %1.</source>
        <translation>Zu kurz, um es zu sagen: %1.</translation>
    </message>
    <message>
        <source>A line is drawn only where claims, their order, wording, figures or a credit show it clearly.</source>
        <translation>Eine Linie steht nur dort, wo Aussagen, ihre Reihenfolge, Wortlaut, Zahlen oder eine Quellenangabe es deutlich zeigen.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%1, in %Ln place(s)</source>
        <translation>
            <numerusform>%1, an %Ln Stelle</numerusform>
            <numerusform>%1, an %Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked, but not in this group: “%1”</source>
        <translation>Verbunden, aber nicht in dieser Gruppe: „%1“</translation>
    </message>
    <message>
        <source>Left out. Nearest: “%1”</source>
        <translation>Weggelassen. Am nächsten: „%1“</translation>
    </message>
    <message>
        <source>Left out; nothing comes near.</source>
        <translation>Weggelassen; nichts kommt dem nahe.</translation>
    </message>
    <message>
        <source>Carries it at the top</source>
        <translation>Bringt es am Anfang</translation>
    </message>
    <message>
        <source>Carries it far down</source>
        <translation>Bringt es weit hinten</translation>
    </message>
    <message>
        <source>Carries it in the middle</source>
        <translation>Bringt es in der Mitte</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%Ln cue(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln cue(s) shown</source>
        <translation>
            <numerusform>%1 von %Ln Hinweis gezeigt</numerusform>
            <numerusform>%1 von %Ln Hinweisen gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shared claim(s)</source>
        <translation>
            <numerusform>%Ln gemeinsame Aussage</numerusform>
            <numerusform>%Ln gemeinsame Aussagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Each column is an article. The deeper the tint, the more articles carry a claim. Choose one, and ribbons lead to it in the other columns. J and K go from claim to claim.</source>
        <translation>Jede Spalte ist ein Artikel. Je kräftiger die Tönung, desto mehr Artikel bringen eine Aussage. Wählen Sie eine, und Bänder führen zu ihr in den anderen Spalten. J und K springen von Aussage zu Aussage.</translation>
    </message>
    <message>
        <source>Who carries what</source>
        <translation>Wer bringt was</translation>
    </message>
    <message>
        <source>Each row is a shared claim, each column an article. An empty cell is a finding: this article leaves the claim out. The inspector shows the passage that comes nearest, so that you can judge for yourself.</source>
        <translation>Jede Zeile ist eine gemeinsame Aussage, jede Spalte ein Artikel. Ein leeres Feld ist ein Befund: Dieser Artikel lässt die Aussage weg. Rechts steht die Stelle, die ihr am nächsten kommt, damit Sie selbst urteilen können.</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Underlined words may steer the reader, seen against how the others put it. Here each of the ten kinds is switched on and off. A cue is a reason to look, never a verdict.</source>
        <translation>Unterstrichene Wörter können die Lesart lenken, gemessen daran, wie die anderen es sagen. Hier schalten Sie jede der zehn Arten ein und aus. Ein Hinweis ist ein Grund, hinzusehen, nie ein Urteil.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Sie entscheiden</translation>
    </message>
    <message>
        <source>The inspector says why a link or a cue was made. Accept or reject it, and write notes; the program’s findings and your decisions are kept apart. Ctrl+E saves a report.</source>
        <translation>Hier steht, warum eine Verbindung oder ein Hinweis entstand. Bestätigen oder verwerfen Sie ihn, schreiben Sie Notizen; Funde des Programms und Ihre Entscheidungen bleiben getrennt. Strg+E speichert einen Bericht.</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Überspringen (Esc)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>without a title</source>
        <translation>ohne Titel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln Entscheidung</numerusform>
            <numerusform>%Ln Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Put it in the waste bin of this computer</source>
        <translation>In den Papierkorb dieses Rechners legen</translation>
    </message>
    <message>
        <source>Throw away: %1</source>
        <translation>Wegwerfen: %1</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Compare two versions</source>
        <translation>Zwei Fassungen vergleichen</translation>
    </message>
    <message>
        <source>One article at two times: an edited page, a correction, a silent change. Lesart shows what was added, cut, relabelled and softened, in place of what is open.</source>
        <translation>Ein Artikel zu zwei Zeitpunkten: eine überarbeitete Seite, eine Korrektur, eine stille Änderung. Lesart zeigt, was hinzugefügt, gestrichen, umbenannt und abgemildert wurde; der offene Vergleich macht dafür Platz.</translation>
    </message>
    <message>
        <source>&amp;Earlier version</source>
        <translation>&amp;Frühere Fassung</translation>
    </message>
    <message>
        <source>&amp;Later version</source>
        <translation>&amp;Spätere Fassung</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>One event, several articles</source>
        <translation>Ein Ereignis, mehrere Artikel</translation>
    </message>
    <message>
        <source>Lesart lays them side by side: which claims they share, what each one leaves out, and where the wording steers the reader.</source>
        <translation>Lesart legt sie nebeneinander: welche Aussagen sie gemeinsam haben, was jeder weglässt und wo die Wortwahl die Lesart lenkt.</translation>
    </message>
    <message>
        <source>Drop articles here</source>
        <translation>Artikel hier ablegen</translation>
    </message>
    <message>
        <source>Saved web pages, PDF, Word, text. Everything is read and compared on this computer; nothing is sent.</source>
        <translation>Gespeicherte Webseiten, PDF, Word, Text. Gelesen und verglichen wird alles auf diesem Rechner; nichts wird übertragen.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Shared claims</source>
        <translation>Gemeinsame Aussagen</translation>
    </message>
    <message>
        <source>The same statement in different words, in German, English, or across both, joined by ribbons.</source>
        <translation>Dasselbe in anderen Worten, auf Deutsch, auf Englisch oder über beide Sprachen hinweg, durch Bänder verbunden.</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>For every shared claim: who carries it, where, and who does not, with the nearest miss.</source>
        <translation>Zu jeder gemeinsamen Aussage: wer sie enthält, an welcher Stelle, und wer nicht, mit der Passage, die ihr am nächsten kommt.</translation>
    </message>
    <message>
        <source>How it is worded</source>
        <translation>Wie es formuliert ist</translation>
    </message>
    <message>
        <source>Ten kinds of cues, from loaded words to hidden sources. Each says why; you decide whether it holds.</source>
        <translation>Zehn Arten von Hinweisen, von wertenden Wörtern bis zu verschwiegenen Quellen. Jeder nennt seinen Grund; ob er trägt, entscheiden Sie.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, in the library (Ctrl+B)</source>
        <translation>
            <numerusform>und %Ln weiterer in der Bibliothek (Strg+B)</numerusform>
            <numerusform>und %Ln weitere in der Bibliothek (Strg+B)</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet saved under a name</source>
        <translation>Noch ohne Namen</translation>
    </message>
</context>
<context>
    <name>Reception</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Lesart fetches nothing from the web unless the settings allow it. Save the page, or copy its text.</source>
        <translation>Lesart holt nichts aus dem Netz, solange die Einstellungen es nicht erlauben. Speichern Sie die Seite, oder kopieren Sie ihren Text.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Comparison without a name</source>
        <translation>Vergleich ohne Namen</translation>
    </message>
    <message>
        <source>%1 (reading only)</source>
        <translation>%1 (nur zum Lesen)</translation>
    </message>
</context>
</TS>
