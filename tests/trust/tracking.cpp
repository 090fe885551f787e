// Pictures, fonts and styles of others: nothing of a post or a note makes the program ask a server or read a file, and
// words that look like HTML are words.
#include "exporting/report.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/trust/watchedfile.h"
#include "tests/ui/shell/online.h"
#include "ui/exporting/templatespage.h"
#include "ui/notes/notepreview.h"
#include "ui/reader/readerview.h"

#include <QTextBlock>
#include <QTextBrowser>

namespace trust_tracking {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using tests::WatchedFile;

/// A red picture of one pixel.
QByteArray picture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJg"
        "gg==");
}

/// Everything that makes a browser or a mail program fetch something, in HTML.
QString baits(const QString &at)
{
    return u"<img src=\"%1/a.png\"><img srcset=\"%1/b.png 2x\"><picture><source srcset=\"%1/c.png\"></picture>"
           "<link rel=\"stylesheet\" href=\"%1/d.css\"><style>@import url(%1/e.css); @font-face{font-family:x;"
           "src:url(%1/f.ttf)} p{background:url(%1/g.png);font-family:x}</style><table background=\"%1/h.png\"><tr><td "
           "style=\"background-image:url('%1/i.png')\">x</td></tr></table><iframe src=\"%1/j\"></iframe><object "
           "data=\"%1/k\"></object><embed src=\"%1/l\"><video poster=\"%1/m.png\" src=\"%1/n\" autoplay></video><audio "
           "src=\"%1/o\" autoplay></audio><svg><image href=\"%1/p.png\"/></svg><input type=image "
           "src=\"%1/q.png\"><base "
           "href=\"%1/\"><meta http-equiv=refresh content=\"0;url=%1/r\"><script src=\"%1/s.js\"></script>"_s.arg(at);
}

/// The same as a note may hold it.
QString markdownBaits(const QString &at)
{
    return u"![x](%1/a.png) ![y][ref] <img src=\"%1/b.png\">\n\n[ref]: %1/c.png\n\n<style>@import "
           u"url(%1/d.css)</style>\n\n"
           "| ![t](%1/e.png) | b |\n|---|---|\n| <img src='%1/f.png'> | [![in a link](%1/g.png)](%1/h) |\n\n> "
           "![q](%1/i.png)\n\n"
           "- ![l](%1/j.png)\n"_s.arg(at);
}

/// A house whose one post, the title of whose one paper, whose note and whose PDF are full of it.
struct Baited : Online
{
    WebServer server;
    QTemporaryDir outside;
    WatchedFile file{outside.filePath(u"a.png"_s), picture()};
    library::PaperId paper;

    [[nodiscard]] QString here() const { return QUrl::fromLocalFile(outside.path()).toString(); }

    void fill()
    {
        const QString at = server.base();
        const QString title = u"A <img src='%1/title.png'><b>Baited</b> <img src='%2/a.png'> Paper"_s.arg(at, here());
        const QString html = u"<p>1、[LG] %1</p><p>A Author</p><p>https://arxiv.org/abs/2302.00201</p>%2%3"
                             "<p>一句话总结：said %4</p>"_s.arg(title.toHtmlEscaped(), baits(at), baits(here()),
                                                                baits(here()).toHtmlEscaped());
        const QByteArray feed =
            "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>D &lt;img "
            "src='" +
            at.toUtf8() + "/t.png'></title><item><title>Digest &lt;img src='" + at.toUtf8() +
            "/u.png'></title><guid>1</guid><content:encoded><![CDATA[" + html.toUtf8() +
            "]]></content:encoded></item></channel></rss>";
        server.route(u"/feed"_s, Answer::of("application/rss+xml", feed));
        const library::Source source = put(server.url(u"/feed"_s));
        bool done = false;
        services->sync.syncSource(source.id, window.get(), [&](const sync::Outcome &) { done = true; });
        QTRY_VERIFY(done);
        QCOMPARE(library->count({}), 1);
        const library::ListRow row = library->rows(library->entryIds({})).first();
        QVERIFY2(row.title.contains(u"<img src="_s), qPrintable(row.title)); // words of the title, as typed
        paper = row.paper;
        PdfWriter pdf(title);
        pdf.page();
        pdf.text(72, 90, u"The first page"_s, 14);
        pdf.link({72, 120, 100, 12}, u"https://me:word@ex%C3%A4mple.example/<b>x"_s);
        QVERIFY(library->addDocument(paper, pdf.bytes(), u"v1"_s, {}).ok());
        QVERIFY(services->notes.setNote(paper, markdownBaits(at) + markdownBaits(here())).ok());
        QVERIFY(services->notes.addPoint(paper, baits(at) + markdownBaits(here())).ok());
        server.forget();
        (void)file.wasOpened();
    }

    /// Nobody was asked and nothing read, after all that was shown has come to rest.
    [[nodiscard]] QString fetched() const
    {
        QTest::qWait(150);
        QStringList all;
        for (const tests::Seen &seen : server.seen())
            all << seen.path;
        if (file.wasOpened())
            all << file.path();
        return all.join(u' ');
    }

    /// Labels and tips that would take the words of the title for HTML.
    [[nodiscard]] QString takenForHtml() const
    {
        QStringList all;
        const auto look = [&all](const QString &tip, const QObject *of) {
            if (tip.contains(u"<img"_s) || tip.contains(u"<b>Baited"_s))
                all << of->objectName() + u": "_s + tip;
        };
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            look(widget->toolTip(), widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (label && label->textFormat() != Qt::PlainText)
                look(label->text(), label);
            const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            for (int row = 0; view && view->model() && row < view->model()->rowCount(); ++row)
                look(view->model()->index(row, 0).data(Qt::ToolTipRole).toString(), view);
        }
        return all.join(u'\n');
    }
    void run(const char *command) { commands.run(QLatin1StringView(command)); }
};

class TrackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePictureIsOne()
    {
        Baited house; // the other tests would find nothing where the baits were none
        QCOMPARE(QImage::fromData(picture()).size(), QSize(1, 1));
        QVERIFY(QFile(house.file.path()).open(QIODevice::ReadOnly));
        QVERIFY(house.file.wasOpened());
        QTextBrowser browser;
        browser.setHtml(u"<img src='%1/a.png'>"_s.arg(house.here()));
        (void)browser.document()->size();
        browser.show();
        QTest::qWait(50);
        QVERIFY(house.file.wasOpened()); // Qt itself reads what HTML names
    }

    void aPost_itsCardAndItsTitle_askNobody()
    {
        Baited house;
        house.fill();
        house.start();
        QTRY_VERIFY(house.window->page().currentRow().has_value());
        auto *card = house.child<QTextBrowser>("card");
        QTRY_VERIFY(card->toPlainText().contains(u"<img src='"_s)); // the title, as it was typed
        house.run("list.post");
        QTRY_VERIFY(card->toPlainText().contains(u"Digest"_s));
        for (const char *command :
             {"list.post", "app.palette", "go.back", "find.everything", "go.back", "list.browser", "export.templates",
              "templates.variables", "templates.look", "go.back", "activity.open", "go.back", "highlights.open",
              "go.back", "triage.start", "go.back"}) {
            if (qstrcmp(command, "list.browser") != 0) // which is a wish, and another test's
                house.run(command);
            QTest::qWait(20);
            QCOMPARE(house.takenForHtml(), QString());
        }
        for (QTextBlock block = card->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                QVERIFY(!it.fragment().charFormat().isImageFormat());
        QVERIFY2(house.fetched().isEmpty(), qPrintable(house.fetched()));
    }

    void aNote_itsPreviewAndItsPdf_askNobody()
    {
        Baited house;
        house.fill();
        house.start();
        QTRY_VERIFY(house.window->page().currentRow().has_value());
        house.run("list.open");
        QTRY_VERIFY_WITH_TIMEOUT(house.window->isReading() && house.window->reader()->isSettled(), 20'000);
        house.run("reader.preview");
        auto *preview = house.child<NotePreview>("notePreview");
        QTRY_VERIFY(preview && preview->isVisible());
        QVERIFY(preview->toPlainText().contains(u"[x]"_s)); // a picture that is not of the library is named
        QVERIFY(preview->toPlainText().contains(u"<img src="_s));
        QVERIFY(preview->loadResource(QTextDocument::ImageResource, QUrl(house.here() + u"/a.png"_s)).isNull());
        QCOMPARE(house.takenForHtml(), QString());
        QVERIFY2(house.fetched().isEmpty(), qPrintable(house.fetched()));
    }

    void templates_showNoteAndPost_andAskNobody()
    {
        Baited house;
        house.fill();
        house.start();
        QTRY_VERIFY(house.window->page().currentRow().has_value());
        house.run("export.templates");
        auto *reading = static_cast<NotePreview *>(nullptr);
        QTRY_VERIFY((reading = house.child<NotePreview>("previewReading")) != nullptr);
        house.run("templates.look");
        QTRY_VERIFY(reading->toPlainText().contains(u"[x]"_s));
        house.run("templates.variables");
        QTest::qWait(50);
        QCOMPARE(house.takenForHtml(), QString());
        QVERIFY2(house.fetched().isEmpty(), qPrintable(house.fetched()));
    }

    void thePageOfASession_needsNobody()
    {
        Baited house;
        QTemporaryDir out;
        house.fill();
        QVERIFY(house.services->reading.start({house.paper}).ok());
        const auto ended = house.services->reading.end();
        QVERIFY(ended.ok());
        const QString html = QString::fromUtf8(exporting::reportOf(*house.library, *ended));
        QVERIFY(html.contains(u"Baited"_s));
        QVERIFY(html.contains(u"default-src 'none'"_s)); // and a browser would not fetch it either
        // What a browser acts upon: elements with their attributes, and the one style sheet. The rest is words.
        static const QRegularExpression acting(u"<style>.*?</style>|<[a-z][^>]*>"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
        for (auto found = acting.globalMatch(html); found.hasNext();) {
            const QString what = found.next().captured();
            for (const char *bait : {"<img", "<link", "<script", "<iframe", "<object", "<embed", "<video", "<base",
                                     "src=", "srcset=", "url(", "@import", "poster=", "style="})
                QVERIFY2(!what.contains(QLatin1StringView(bait)), qPrintable(what));
        }
        QVERIFY2(house.fetched().isEmpty(), qPrintable(house.fetched()));
    }
};

YAODIAN_TEST(TrackingTest)

} // namespace trust_tracking

#include "tracking.moc"
