<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digest</name>
    <message numerus="yes">
        <source>%n item(s) of the JSON could not be read.</source>
        <translation>
            <numerusform>%n item of the JSON could not be read.</numerusform>
            <numerusform>%n items of the JSON could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Intake</name>
    <message numerus="yes">
        <source>%n new issue(s)</source>
        <translation>
            <numerusform>%n new issue</numerusform>
            <numerusform>%n new issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The stored posts were parsed again: %n changed.</source>
        <translation>
            <numerusform>The stored posts were parsed again: %n issue changed.</numerusform>
            <numerusform>The stored posts were parsed again: %n issues changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::LibraryPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ListPane</name>
    <message numerus="yes">
        <source>%n new — press R</source>
        <translation>
            <numerusform>%n new — press R</numerusform>
            <numerusform>%n new — press R</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::MainWindow</name>
    <message numerus="yes">
        <source>Synced %1 · %n new</source>
        <translation>
            <numerusform>Synced %1 · %n new</numerusform>
            <numerusform>Synced %1 · %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Markdown of %n file(s) is in %1</source>
        <translation>
            <numerusform>Markdown of %n file is in %1</numerusform>
            <numerusform>Markdown of %n files is in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SessionBar</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::SummaryPage</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new point(s)</source>
        <translation>
            <numerusform>%n new point</numerusform>
            <numerusform>%n new points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
</TS>
