<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lapsed</name>
    <message numerus="yes">
        <source>%n of your decisions no longer apply(s). They are kept.</source>
        <translation>
            <numerusform>%n of your decisions no longer applies. It is kept.</numerusform>
            <numerusform>%n of your decisions no longer apply. They are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LensBar</name>
    <message numerus="yes">
        <source>%n weaker cue(s) are hidden, for more of them are wrong. Click to show all.</source>
        <translation>
            <numerusform>%n weaker cue is hidden, for more of the weak ones are wrong. Click to show all.</numerusform>
            <numerusform>%n weaker cues are hidden, for more of the weak ones are wrong. Click to show all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n comparison(s)</source>
        <translation>
            <numerusform>%n comparison</numerusform>
            <numerusform>%n comparisons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message numerus="yes">
        <source>%n decision(s) brought in</source>
        <translation>
            <numerusform>%n decision brought in</numerusform>
            <numerusform>%n decisions brought in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Readers</name>
    <message numerus="yes">
        <source>%n place(s) where they differ</source>
        <translation>
            <numerusform>%n place where they differ</numerusform>
            <numerusform>%n places where they differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%1, in %n place(s)</source>
        <translation>
            <numerusform>%1, in %n place</numerusform>
            <numerusform>%1, in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n cue(s)</source>
        <translation>
            <numerusform>%n cue</numerusform>
            <numerusform>%n cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cue(s) shown</source>
        <translation>
            <numerusform>%1 of %n cue shown</numerusform>
            <numerusform>%1 of %n cues shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shared claim(s)</source>
        <translation>
            <numerusform>%n shared claim</numerusform>
            <numerusform>%n shared claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>and %n more, in the library (Ctrl+B)</source>
        <translation>
            <numerusform>and %n more, in the library (Ctrl+B)</numerusform>
            <numerusform>and %n more, in the library (Ctrl+B)</numerusform>
        </translation>
    </message>
</context>
</TS>
