#include "base/files.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/library/librarypage.h"

#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui_export_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// References, cards and a report from the window.
class ExportTest : public QObject
{
    Q_OBJECT

    static QStringList filesIn(const QString &folder) { return QDir(folder).entryList(QDir::Files, QDir::Name); }

    static library::PaperId onePaper(const Online &house)
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        digest::Entry entry;
        entry.title = u"A Paper to Export"_s;
        entry.authors = {u"A Author"_s};
        entry.url = u"https://arxiv.org/abs/2101.00001"_s;
        issue.entries = {entry};
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        return house.library->rows(stored->entries).first().paper;
    }

private Q_SLOTS:
    void everyFormat_isOneKey_intoAFolderAskedForOnce()
    {
        Online house;
        QTemporaryDir out;
        const auto paper = onePaper(house);
        QVERIFY(house.services->notes.addPoint(paper, u"mine"_s).ok());
        house.ask.folders << out.path();
        house.start();
        for (const int key : {Qt::Key_B, Qt::Key_J, Qt::Key_W, Qt::Key_K})
            QTest::keyClick(Online::focus(), Qt::Key(key), Qt::AltModifier);
        QCOMPARE(house.ask.asked.size(), 1);
        const QStringList files = filesIn(out.path());
        QCOMPARE(files.size(), 4);
        QVERIFY(files.contains(u"yaodian.bib"_s) && files.contains(u"yaodian.json"_s));
        QCOMPARE(files.filter(u".jsonld"_s).size(), 1);
        QCOMPARE(files.filter(u".tsv"_s).size(), 1);
        QVERIFY(house.window->notice().text().contains(files.filter(u".tsv"_s).first()));
    }

    /// Of many papers the window does not wait for it.
    void ofManyPapers_itIsDoneInTheBackground()
    {
        Online house;
        QTemporaryDir out;
        digest::Issue issue;
        issue.title = u"An issue"_s;
        for (int number = 0; number < 25; ++number) {
            digest::Entry entry;
            entry.title = u"Paper %1"_s.arg(number);
            entry.url = u"https://arxiv.org/abs/2101.000%1"_s.arg(10 + number);
            issue.entries << entry;
        }
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        for (const library::ListRow &row : house.library->rows(stored->entries)) {
            const notes::Passage passage{QString(64, u'a'), 0, {{0.1, 0.1, 0.3, 0.15}}, u"words"_s, {}, {}};
            QVERIFY(house.services->notes.addHighlight(row.paper, passage, u"method"_s).ok());
        }
        house.services->settings.choose("exportFolder", out.path());
        house.start();
        QTest::keyClicks(Online::focus(), u"H"_s);
        QTRY_VERIFY(house.window->windowTitle().contains(u"highlights"_s));
        const std::pair<Qt::Key, int> keys[] = {{Qt::Key_W, 25}, {Qt::Key_K, 26}, {Qt::Key_B, 27}};
        for (const auto &[key, files] : keys) {
            const auto isBegun = [&house, key = key] { // the list is read in the background, too
                QTest::keyClick(Online::focus(), key, Qt::AltModifier);
                return house.window->notice().text().contains(u"being written"_s);
            };
            QVERIFY(QTest::qWaitFor(isBegun));
            QTRY_VERIFY(!house.window->notice().text().contains(u"being written"_s));
            QCOMPARE(filesIn(out.path()).size(), files);
        }
    }

    void list_isOneKey_inTheTemplateOfTheSettings()
    {
        Online house;
        QTemporaryDir out;
        (void)onePaper(house);
        house.services->settings.choose("exportFolder", out.path());
        house.services->settings.choose("exportTemplate", u"logseq"_s);
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_L, Qt::AltModifier);
        const QStringList files = filesIn(out.path());
        QCOMPARE(files.size(), 1);
        QFile file(out.filePath(files.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("type: \"list\"") && text.contains("- A Paper to Export"), text.constData());
        house.services->settings.choose("exportTemplate", u"no such"_s);
        QTest::keyClick(Online::focus(), Qt::Key_L, Qt::AltModifier);
        QVERIFY(house.window->notice().text().contains(u"no such"_s));
    }

    void aPdfWithItsHighlights_isOneKey_andSaysWhatIsMissing()
    {
        Online house;
        QTemporaryDir out;
        const auto paper = onePaper(house);
        house.services->settings.choose("exportFolder", out.path());
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(house.window->notice().text().contains(u"no PDF of “A Paper to Export”"_s), 20'000);
        PdfWriter pdf;
        pdf.page();
        pdf.text(72, 100, u"words"_s);
        const auto document = house.library->addDocument(paper, pdf.bytes(), {}, {});
        const notes::Passage passage{document->sha256, 0, {{0.1, 0.1, 0.3, 0.15}}, u"words"_s, {}, {}};
        QVERIFY(house.services->notes.addHighlight(paper, passage, u"method"_s).ok());
        QTest::keyClick(Online::focus(), Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(filesIn(out.path()).size(), 1, 20'000);
        QVERIFY(readFile(out.filePath(filesIn(out.path()).first()), 1 << 20)->startsWith(pdf.bytes()));
        QTRY_VERIFY(house.window->notice().text().contains(filesIn(out.path()).first()));
    }

    /// From a built-in template to one's own, chosen, and what E writes then, with nothing but keys.
    void anOwnTemplate_isMadeByKeys_andExportsUseIt()
    {
        Online house;
        QTemporaryDir out;
        (void)onePaper(house);
        house.services->settings.choose("exportFolder", out.path());
        house.start();
        const QString before = house.window->windowTitle();
        QTest::keyClicks(Online::focus(), u"gm"_s);
        QCOMPARE(house.window->windowTitle(), u"Templates — 要点"_s);
        QCOMPARE(house.child<QLabel>("previewPaper")->text(), u"A Paper to Export"_s); // the one in the list
        auto *markdown = house.child<QPlainTextEdit>("previewMarkdown");
        QTRY_VERIFY(markdown->toPlainText().contains(u"title: \"A Paper to Export\""_s));
        QTest::keyClicks(Online::focus(), u"c"_s);
        auto *text = house.child<QPlainTextEdit>("templateText");
        QVERIFY(text->hasFocus());
        QVERIFY(text->find(u"{{#region_points}}"_s, QTextDocument::FindBackward) ||
                text->find(u"{{#region_points}}"_s));
        text->moveCursor(QTextCursor::StartOfLine);
        QTest::keyClicks(Online::focus(), u"# {{title}} by {{authors}}"_s);
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(markdown->toPlainText().contains(u"# A Paper to Export by A Author"_s));
        const QString shown = markdown->toPlainText();
        QTest::keyClick(Online::focus(), Qt::Key_Escape);
        QTest::keyClick(Online::focus(), Qt::Key_Space);
        QVERIFY(house.window->notice().text().contains(u"obsidian 2"_s));
        QTest::keyClick(Online::focus(), Qt::Key_Escape);
        QCOMPARE(house.window->windowTitle(), before);
        QTest::keyClicks(Online::focus(), u"E"_s);
        const QStringList files = filesIn(out.path());
        QCOMPARE(files.size(), 1);
        QCOMPARE(QString::fromUtf8(*readFile(out.filePath(files.first()), 1 << 20)), shown);
    }

    void templates_areReachedFromTheSettings_andLeadBackThere()
    {
        Online house;
        (void)onePaper(house);
        house.start();
        const QString before = house.window->windowTitle();
        QTest::keyClicks(Online::focus(), u","_s);
        house.child<QPushButton>("templatesOfMarkdown")->click();
        QCOMPARE(house.window->windowTitle(), u"Templates — 要点"_s);
        QTest::keyClicks(Online::focus(), u","_s); // and round again
        house.child<QPushButton>("templatesOfMarkdown")->click();
        QTest::keyClick(Online::focus(), Qt::Key_Escape);
        for (int i = 0; i < 2 && house.window->windowTitle() != before; ++i)
            QTest::keyClick(Online::focus(), Qt::Key_Escape);
        QCOMPARE(house.window->windowTitle(), before);
    }

    void report_isOfTheLastSession_andNeedsOne()
    {
        Online house;
        QTemporaryDir out;
        const auto paper = onePaper(house);
        house.services->settings.choose("exportFolder", out.path());
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_H, Qt::AltModifier);
        QVERIFY(house.window->notice().text().contains(u"no reading session"_s));
        QVERIFY(filesIn(out.path()).isEmpty());
        QVERIFY(house.services->reading.start({paper}).ok());
        QVERIFY(house.services->reading.end().ok());
        QTest::keyClick(Online::focus(), Qt::Key_H, Qt::AltModifier);
        QCOMPARE(filesIn(out.path()).size(), 1);
        QVERIFY(filesIn(out.path()).first().endsWith(u".html"_s));
    }

    void fileThatCannotBeRead_isSaid_andLeftAlone()
    {
        Online house;
        QTemporaryDir out;
        (void)onePaper(house);
        house.services->settings.choose("exportFolder", out.path());
        QFile file(out.filePath(u"yaodian.bib"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("@misc{open");
        file.close();
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_B, Qt::AltModifier);
        QVERIFY(house.window->notice().text().contains(u"yaodian.bib"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("@misc{open"));
    }
};

YAODIAN_TEST(ExportTest)

} // namespace ui_export_test

#include "export_test.moc"
