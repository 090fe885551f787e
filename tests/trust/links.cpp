// Where links may lead: out of a post, a note or a PDF only to the web and only where one sees it; into the program
// (yaodian://) only to what the library has.
#include "cli/start.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/notes/notepreview.h"
#include "ui/reader/readerview.h"
#include "ui/shell/opening.h"

#include <QDesktopServices>
#include <QTextBrowser>

namespace trust_links {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// The desktop, as far as it opens addresses.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop()
    {
        for (const char *scheme : schemes)
            QDesktopServices::setUrlHandler(QLatin1StringView(scheme), this, "open");
    }
    ~Desktop() override
    {
        for (const char *scheme : schemes)
            QDesktopServices::unsetUrlHandler(QLatin1StringView(scheme));
    }
    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << QString::fromLatin1(url.toEncoded()); }

private:
    static constexpr const char *schemes[] = {"http",  "https",   "file", "javascript", "data",    "smb",
                                              "steam", "yaodian", "ftp",  "mailto",     "vbscript"};
};

library::PaperId onePaper(const Online &house, const QString &url = u"https://arxiv.org/abs/2302.00201"_s)
{
    digest::Issue issue;
    issue.title = u"An issue"_s;
    digest::Entry entry;
    entry.title = u"An Invented Paper"_s;
    entry.url = url;
    issue.entries = {entry};
    const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
    return house.library->rows(stored->entries).first().paper;
}

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAddressesOfTheWeb_reachTheBrowser_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("opened"); ///< empty: it is refused, and that is said
        const QString none;
        QTest::newRow("web") << u"https://example.org/a?b=1#c"_s << u"https://example.org/a?b=1#c"_s;
        QTest::newRow("user") << u"https://arxiv.org@evil.example/x"_s << u"https://evil.example/x"_s;
        QTest::newRow("look-alike") << u"https://аrxiv.org/x"_s << u"https://xn--rxiv-43d.org/x"_s;
        for (const char *refused :
             {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "smb://host/share", "steam://run/1",
              "yaodian://paper/x", "ftp://host/x", "mailto:a@b.example", "vbscript:x", "https://a.example/\r\nHost: b",
              "https:///x", "/bin/sh", "-e sh", "$(touch x)", "https://a.example/\u202Egnp.exe", ""})
            QTest::newRow(qUtf8Printable(QString::fromUtf8(refused).simplified()))
                << QString::fromUtf8(refused) << none;
    }
    void onlyAddressesOfTheWeb_reachTheBrowser()
    {
        QFETCH(QString, link);
        QFETCH(QString, opened);
        Desktop desktop;
        Online house;
        (void)onePaper(house);
        house.start();
        Q_EMIT house.window->findChild<LibraryPage *>()->webWanted(link);
        QCOMPARE(desktop.opened, opened.isEmpty() ? QStringList() : QStringList{opened});
        const QString said = house.window->notice().text();
        QVERIFY2(opened.isEmpty() ? said.contains(u"not opened"_s) : said == opened, qPrintable(said));
    }

    void aLinkOfACard_saysWhereItLeads_beforeAndAfter()
    {
        Desktop desktop;
        Online house;
        (void)onePaper(house, u"https://arxiv.org/abs/2302.00201"_s);
        house.start();
        auto *card = house.child<QTextBrowser>("card");
        QTRY_VERIFY(card->toPlainText().contains(u"An Invented Paper"_s));
        Q_EMIT card->highlighted(QUrl(u"web:https://arxiv.org/abs/2302.00201"_s)); // the mouse is over it
        QVERIFY(card->viewport()->toolTip().contains(u"https://arxiv.org/abs/2302.00201"_s));
        Q_EMIT card->highlighted({});
        QVERIFY(card->viewport()->toolTip().isEmpty());
        Q_EMIT card->anchorClicked(QUrl(u"web:https://arxiv.org/abs/2302.00201"_s));
        QCOMPARE(desktop.opened, QStringList{u"https://arxiv.org/abs/2302.00201"_s});
        QCOMPARE(house.window->notice().text(), desktop.opened.first());
        Q_EMIT card->anchorClicked(QUrl(u"file:///etc/passwd"_s)); // none of ours: nothing at all
        QCOMPARE(desktop.opened.size(), 1);
    }

    void aLinkOfANoteOrAPdf_isAskedAbout_withItsAddress()
    {
        Desktop desktop;
        Online house;
        const auto paper = onePaper(house);
        PdfWriter pdf;
        pdf.page();
        QVERIFY(house.library->addDocument(paper, pdf.bytes(), u"v1"_s, {}).ok());
        QVERIFY(house.services->notes.setNote(paper, u"[innocent](https://me:word@evil.example/x)"_s).ok());
        house.start();
        house.commands.run(u"list.open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(house.window->isReading() && house.window->reader()->isSettled(), 20'000);
        house.commands.run(u"reader.preview"_s);
        NotePreview *preview = nullptr;
        QTRY_VERIFY((preview = house.child<NotePreview>("notePreview")) && preview->isVisible());
        Q_EMIT preview->highlighted(QUrl(u"https://evil.example/x"_s));
        QVERIFY(preview->viewport()->toolTip().contains(u"https://evil.example/x"_s));
        Q_EMIT preview->anchorClicked(QUrl(u"https://me:word@evil.example/x"_s));
        QCOMPARE(house.ask.asked.size(), 1);
        QVERIFY2(house.ask.asked.first().endsWith(u"\nhttps://evil.example/x"_s), qPrintable(house.ask.asked.first()));
        QVERIFY(desktop.opened.isEmpty()); // nobody said yes
        house.ask.confirms << true;
        Q_EMIT house.window->reader()->externalLink(QUrl(u"https://evil.example/y"_s));
        QCOMPARE(desktop.opened, QStringList{u"https://evil.example/y"_s});
        house.ask.confirms << true;
        Q_EMIT house.window->reader()->externalLink(QUrl(u"file:///etc/passwd"_s));
        QCOMPARE(desktop.opened.size(), 1);
        QCOMPARE(house.ask.asked.size(), 2);
    }

    // From a page of the web one link is enough to start the program: it may show what is here, and nothing else.
    void aLinkIntoTheProgram_opensNoFile_writesNothing_fetchesNothing_data()
    {
        QTest::addColumn<QString>("form"); ///< %1: a PDF on this computer, without the slash in front; %2: the paper
        for (const char *form :
             {"yaodian://x/../../../../../../../../../../%1", "yaodian:///%1",
              "yaodian://paper/../../../../../../../../%1", "yaodian://paper/%2/../../../../../../../../../../%1",
              "YAODIAN://paper/x.pdf", "yaodian://paper/%2?path=/%1", "yaodian://paper/%2/%1",
              "yaodian://open?file=/%1", "yaodian://fetch/%2", "yaodian://sync", "yaodian://",
              "yaodian://paper/%2?highlight='; DROP TABLE papers; --", "yaodian://paper/"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void aLinkIntoTheProgram_opensNoFile_writesNothing_fetchesNothing()
    {
        QFETCH(QString, form);
        WebServer server;
        QTemporaryDir outside;
        PdfWriter pdf(u"A Private Letter"_s);
        pdf.page();
        QVERIFY(pdf.save(outside.filePath(u"letter.pdf"_s)));
        Online house;
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"arxiv.org"_s)}).ok());
        const auto paper = onePaper(house);
        house.start();
        QTRY_VERIFY(house.window->page().currentRow().has_value());
        const int papers = house.library->count({});
        const QString link =
            QString(form).replace(u"%1"_s, outside.filePath(u"letter.pdf"_s).mid(1)).replace(u"%2"_s, paper.toString());
        const cli::Invocation typed = cli::parseArguments({link});
        QVERIFY2(typed.usageError.isEmpty(), qPrintable(typed.usageError));
        house.window->activate(cli::windowArguments(typed));
        QTRY_VERIFY(!house.window->notice().text().isEmpty());
        QTest::qWait(300); // a file that is shown is filed soon after
        QVERIFY(!house.window->isReading());
        QVERIFY(server.seen().isEmpty());
        QCOMPARE(house.library->count({}), papers);
        QVERIFY(house.library->journal().isEmpty());
        QCOMPARE(QDir(house.folder.filePath(u"documents"_s)).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(),
                 0);
    }
};

YAODIAN_TEST(LinksTest)

} // namespace trust_links

#include "links.moc"
