<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lapsed</name>
    <message numerus="yes">
        <source>%Ln of your decisions no longer apply(s). They are kept.</source>
        <translation>
            <numerusform>%Ln of your decisions no longer applies. It is kept.</numerusform>
            <numerusform>%Ln of your decisions no longer apply. They are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LensBar</name>
    <message numerus="yes">
        <source>%Ln weaker cue(s) are hidden, for more of them are wrong. Click to show all.</source>
        <translation>
            <numerusform>%Ln weaker cue is hidden, for more of the weak ones are wrong. Click to show all.</numerusform>
            <numerusform>%Ln weaker cues are hidden, for more of the weak ones are wrong. Click to show all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%Ln comparison(s)</source>
        <translation>
            <numerusform>%Ln comparison</numerusform>
            <numerusform>%Ln comparisons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message numerus="yes">
        <source>%Ln cue(s)</source>
        <translation>
            <numerusform>%Ln cue</numerusform>
            <numerusform>%Ln cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message numerus="yes">
        <source>%Ln decision(s) brought in</source>
        <translation>
            <numerusform>%Ln decision brought in</numerusform>
            <numerusform>%Ln decisions brought in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Readers</name>
    <message numerus="yes">
        <source>%Ln place(s) where they differ</source>
        <translation>
            <numerusform>%Ln place where they differ</numerusform>
            <numerusform>%Ln places where they differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%1, in %Ln place(s)</source>
        <translation>
            <numerusform>%1, in %Ln place</numerusform>
            <numerusform>%1, in %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%Ln cue(s)</source>
        <translation>
            <numerusform>%Ln cue</numerusform>
            <numerusform>%Ln cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln cue(s) shown</source>
        <translation>
            <numerusform>%1 of %Ln cue shown</numerusform>
            <numerusform>%1 of %Ln cues shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shared claim(s)</source>
        <translation>
            <numerusform>%Ln shared claim</numerusform>
            <numerusform>%Ln shared claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>and %Ln more, in the library (Ctrl+B)</source>
        <translation>
            <numerusform>and %Ln more, in the library (Ctrl+B)</numerusform>
            <numerusform>and %Ln more, in the library (Ctrl+B)</numerusform>
        </translation>
    </message>
</context>
</TS>
