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
    <message numerus="yes">
        <source>arXiv was asked about %n paper(s).</source>
        <translation>
            <numerusform>arXiv was asked about %n paper.</numerusform>
            <numerusform>arXiv was asked about %n papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n issue(s) at the moment</source>
        <translation>
            <numerusform>%1: %n issue at the moment</numerusform>
            <numerusform>%1: %n issues at the moment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) added</source>
        <translation>
            <numerusform>%n source added</numerusform>
            <numerusform>%n sources added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) from the files are in the library now; undo takes them back.</source>
        <translation>
            <numerusform>%n edit from the files is in the library now; undo takes it back.</numerusform>
            <numerusform>%n edits from the files are in the library now; undo takes them back.</numerusform>
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
    <name>exporting</name>
    <message numerus="yes">
        <source>%n highlight(s) of “%1” have no place on this version of the PDF and are not in the copy.</source>
        <translation>
            <numerusform>%n highlight of “%1” has no place on this version of the PDF and is not in the copy.</numerusform>
            <numerusform>%n highlights of “%1” have no place on this version of the PDF and are not in the copy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message numerus="yes">
        <source>Nothing of keys.txt is lost, but %n line(s) do not count.</source>
        <translation>
            <numerusform>Nothing of keys.txt is lost, but one line does not count.</numerusform>
            <numerusform>Nothing of keys.txt is lost, but %n lines do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) in keys.txt are given twice; the first command has them.</source>
        <translation>
            <numerusform>One key in keys.txt is given twice; the first command has it.</numerusform>
            <numerusform>%n keys in keys.txt are given twice; the first command has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>library</name>
    <message numerus="yes">
        <source>%n picture(s) that nothing shows any more were removed (%1).</source>
        <translation>
            <numerusform>%n picture that nothing shows any more was removed (%1).</numerusform>
            <numerusform>%n pictures that nothing shows any more were removed (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later act(s) could be taken out of it.</source>
        <translation>
            <numerusform>%n later act could be taken out of it.</numerusform>
            <numerusform>%n later acts could be taken out of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later act(s) could be read, but not be done again.</source>
        <translation>
            <numerusform>%n later act could be read, but not be done again.</numerusform>
            <numerusform>%n later acts could be read, but not be done again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message numerus="yes">
        <source>%n highlight(s) are of this kind; say which kind they become.</source>
        <translation>
            <numerusform>%n highlight is of this kind; say which kind it becomes.</numerusform>
            <numerusform>%n highlights are of this kind; say which kind they become.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message numerus="yes">
        <source>%n PDF(s) came from arXiv today; more than that a day it does not welcome. The settings raise it.</source>
        <translation>
            <numerusform>%n PDF came from arXiv today; more than that a day it does not welcome. The settings raise it.</numerusform>
            <numerusform>%n PDFs came from arXiv today; more than that a day it does not welcome. The settings raise it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those of the last %n day(s)</source>
        <translation>
            <numerusform>Those of the last %n day</numerusform>
            <numerusform>Those of the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at most</source>
        <translation>
            <numerusform>%n at most</numerusform>
            <numerusform>%n at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message numerus="yes">
        <source>%n issue(s), which came later (%1).</source>
        <translation>
            <numerusform>%n issue, which came later (%1).</numerusform>
            <numerusform>%n issues, which came later (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) of this day.</source>
        <translation>
            <numerusform>%n issue of this day.</numerusform>
            <numerusform>%n issues of this day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed.</source>
        <translation>
            <numerusform>%n changed.</numerusform>
            <numerusform>%n changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s); nothing of this day.</source>
        <translation>
            <numerusform>Asked %n time; nothing of this day.</numerusform>
            <numerusform>Asked %n times; nothing of this day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ActivityPage</name>
    <message numerus="yes">
        <source>%n new issue(s)</source>
        <translation>
            <numerusform>%n new issue</numerusform>
            <numerusform>%n new issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older issue(s)</source>
        <translation>
            <numerusform>%n older issue</numerusform>
            <numerusform>%n older issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing issue(s) fetched</source>
        <translation>
            <numerusform>%n missing issue fetched</numerusform>
            <numerusform>%n missing issues fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Annotations</name>
    <message numerus="yes">
        <source>%n annotation(s) taken over as highlights</source>
        <translation>
            <numerusform>%n annotation taken over as a highlight</numerusform>
            <numerusform>%n annotations taken over as highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) already there</source>
        <translation>
            <numerusform>%n highlight already there</numerusform>
            <numerusform>%n highlights already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without text under them</source>
        <translation>
            <numerusform>%n without text under it</numerusform>
            <numerusform>%n without text under them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Announcing</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new issue(s)</source>
        <translation>
            <numerusform>%n new issue</numerusform>
            <numerusform>%n new issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ArxivNews</name>
    <message numerus="yes">
        <source>arXiv was asked about %n paper(s).</source>
        <translation>
            <numerusform>arXiv was asked about %n paper.</numerusform>
            <numerusform>arXiv was asked about %n papers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ContentsModel</name>
    <message numerus="yes">
        <source>%n to review: {reader.review}</source>
        <translation>
            <numerusform>%n to review: {reader.review}</numerusform>
            <numerusform>%n to review: {reader.review}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::FindingView</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Freshness</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no answer from %n source(s)</source>
        <translation>
            <numerusform>no answer from %n source</numerusform>
            <numerusform>no answer from %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HighlightsPage</name>
    <message numerus="yes">
        <source>%1 in %n paper(s)</source>
        <translation>
            <numerusform>%1 in %n paper</numerusform>
            <numerusform>%1 in %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::HistoryPage</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n weeks</source>
        <translation>
            <numerusform>The last %n week</numerusform>
            <numerusform>The last %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
    <name>yaodian::ui::KeysPage</name>
    <message numerus="yes">
        <source>%1 meets the keys of “%2” (%3) and of %n other command(s): Enter takes them for “%4”, Esc leaves all as it was.</source>
        <translation>
            <numerusform>%1 meets the keys of “%2” (%3) and of one other command: Enter takes them for “%4”, Esc leaves all as it was.</numerusform>
            <numerusform>%1 meets the keys of “%2” (%3) and of %n other commands: Enter takes them for “%4”, Esc leaves all as it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n more case(s) like that.</source>
        <translation>
            <numerusform>There is one more case like that.</numerusform>
            <numerusform>There are %n more cases like that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gives keys to %n command(s), which hold now.</source>
        <translation>
            <numerusform>%1 gives keys to one command, which hold now.</numerusform>
            <numerusform>%1 gives keys to %n commands, which hold now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) stand for two commands; the first has them.</source>
        <translation>
            <numerusform>One key stands for two commands; the first has it.</numerusform>
            <numerusform>%n keys stand for two commands; the first has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are about commands that this version does not know; they are kept.</source>
        <translation>
            <numerusform>One line is about a command that this version does not know; it is kept.</numerusform>
            <numerusform>%n lines are about commands that this version does not know; they are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) do not count, but are kept, the first because: %1</source>
        <translation>
            <numerusform>One line does not count, but is kept, because: %1</numerusform>
            <numerusform>%n lines do not count, but are kept, the first because: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) with other keys than their own</source>
        <translation>
            <numerusform>one command with other keys than its own</numerusform>
            <numerusform>%n commands with other keys than their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n command(s) their own keys back? The keys as they are now stay in keys.txt~, in the folder of the library.</source>
        <translation>
            <numerusform>Give one command its own keys back? The keys as they are now stay in keys.txt~, in the folder of the library.</numerusform>
            <numerusform>Give %n commands their own keys back? The keys as they are now stay in keys.txt~, in the folder of the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keys of %n command(s) are in %1.</source>
        <translation>
            <numerusform>The keys of one command are in %1.</numerusform>
            <numerusform>The keys of %n commands are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KindList</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::KindsPage</name>
    <message numerus="yes">
        <source>%n highlight(s) are of this kind. Press the letter of the kind they become: %1</source>
        <translation>
            <numerusform>%n highlight is of this kind. Press the letter of the kind it becomes: %1</numerusform>
            <numerusform>%n highlights are of this kind. Press the letter of the kind they become: %1</numerusform>
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
        <source>%n new — press {sync.now}</source>
        <translation>
            <numerusform>%n new — press {sync.now}</numerusform>
            <numerusform>%n new — press {sync.now}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::MainWindow</name>
    <message numerus="yes">
        <source>Markdown of %n file(s) is in %1</source>
        <translation>
            <numerusform>Markdown of %n file is in %1</numerusform>
            <numerusform>Markdown of %n files is in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1</source>
        <translation>
            <numerusform>%n file written to %1</numerusform>
            <numerusform>%n files written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) from the files are here now; {act.undo} takes them back</source>
        <translation>
            <numerusform>%n edit from the files is here now; {act.undo} takes it back</numerusform>
            <numerusform>%n edits from the files are here now; {act.undo} takes them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of %n paper(s) is being written …</source>
        <translation>
            <numerusform>What is here of %n paper is being written …</numerusform>
            <numerusform>What is here of %n papers is being written …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::OpenSearch</name>
    <message numerus="yes">
        <source>%1 found in %2 of %n document(s)</source>
        <translation>
            <numerusform>%1 found in %2 of %n document</numerusform>
            <numerusform>%1 found in %2 of %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::Printing</name>
    <message numerus="yes">
        <source>%n page(s) were printed.</source>
        <translation>
            <numerusform>%n page was printed.</numerusform>
            <numerusform>%n pages were printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ReaderView</name>
    <message numerus="yes">
        <source>%n highlight(s) of another version</source>
        <translation>
            <numerusform>%n highlight of another version</numerusform>
            <numerusform>%n highlights of another version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have their place here</source>
        <translation>
            <numerusform>%n has its place here</numerusform>
            <numerusform>%n have their place here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::ServersPage</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
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
    <name>yaodian::ui::SourceLists</name>
    <message numerus="yes">
        <source>%n new source(s).</source>
        <translation>
            <numerusform>%n new source.</numerusform>
            <numerusform>%n new sources.</numerusform>
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
<context>
    <name>yaodian::ui::Tray</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yaodian::ui::TriagePage</name>
    <message numerus="yes">
        <source>That was all: %n paper(s)</source>
        <translation>
            <numerusform>That was all: %n paper</numerusform>
            <numerusform>That was all: %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{triage.open} shows the %n you passed</source>
        <translation>
            <numerusform>{triage.open} shows the one you passed</numerusform>
            <numerusform>{triage.open} shows the %n you passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{triage.session} reads the %n you chose</source>
        <translation>
            <numerusform>{triage.session} reads the one you chose</numerusform>
            <numerusform>{triage.session} reads the %n you chose</numerusform>
        </translation>
    </message>
</context>
</TS>
