#include "base/files.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/reader/readerview.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSemaphore>

namespace ui_filing_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// Keeps all threads of the background busy until it is opened: what is asked of them waits, and what is done on the
/// window's thread does not.
class Gate
{
public:
    explicit Gate(Background &background) : m_background(background)
    {
        occupy([door = m_door] {
            door->there.release();
            door->open.acquire();
        });
        m_door->there.acquire(threads);
    }
    ~Gate() { open(); }
    void open()
    {
        if (!std::exchange(m_isOpen, true))
            m_door->open.release(threads);
    }
    /// Opens, and waits until what was asked before is done.
    bool drain()
    {
        open();
        occupy([door = m_door] {
            door->there.release();
            door->open.acquire();
        });
        const bool all = m_door->there.tryAcquire(threads, 30'000); // nothing stands before them
        m_door->open.release(threads);
        return all;
    }

private:
    struct Door
    {
        QSemaphore there, open;
    };
    static constexpr int threads = 2;

    void occupy(const std::function<void()> &work)
    {
        for (int thread = 0; thread < threads; ++thread)
            m_background.run(
                &m_context,
                [work](const CancelToken &) {
                    work();
                    return 0;
                },
                [](int) {});
    }

    Background &m_background;
    QObject m_context;
    std::shared_ptr<Door> m_door = std::make_shared<Door>(); ///< outlives the gate in the threads that stand at it
    bool m_isOpen = false;
};

/// PDFs that are dropped or opened by their path: filed beside the window's thread.
class FilingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;

    QString pdf(const QString &title) const
    {
        PdfWriter made(title);
        made.page();
        made.text(72, 90, title, 14);
        return write(title + u".pdf"_s, made.bytes());
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_files.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file could not be written");
        return file.fileName();
    }
    /// A paper without a link that was to be opened: a PDF that is dropped now is meant for it.
    static library::PaperId waitingPaper(const Online &house)
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        digest::Entry entry;
        entry.categories = {u"LG"_s};
        entry.title = u"A Paper Nobody Linked To"_s;
        issue.entries = {entry};
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        return house.library->rows(stored->entries).first().paper;
    }
    static void drop(const Online &house, const QString &path)
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(house.window.get(), &enter);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(house.window.get(), &event);
    }
    static library::PaperId startAndWant(Online &house)
    {
        const auto paper = waitingPaper(house);
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        const auto asked = [&house] {
            const auto *panel = house.child<QWidget>("titlePanel");
            return panel && panel->isVisible();
        };
        if (!QTest::qWaitFor(asked))
            qFatal("the paper was not asked for");
        return paper;
    }

private Q_SLOTS:
    void aDroppedPdf_isFiledInTheBackground_andShown()
    {
        Online house;
        const auto paper = startAndWant(house);
        Gate gate(house.services->background);
        drop(house, pdf(u"Dropped"_s));
        QVERIFY(house.library->documents(paper).isEmpty());
        QTRY_COMPARE(house.window->notice().text(), u"Filing the PDF…"_s);
        QVERIFY(house.library->documents(paper).isEmpty());
        gate.open();
        QTRY_COMPARE(house.library->documents(paper).size(), 1);
        QTRY_VERIFY(house.window->isReading());
        QCOMPARE(house.window->reader()->paper(), paper);
        QVERIFY(house.window->notice().text().startsWith(u"Filed the PDF"_s));
    }

    void whatIsNoPdf_isSaid_andNotFiled()
    {
        Online house;
        const auto paper = startAndWant(house);
        const QString page = write(u"page.pdf"_s, "<!DOCTYPE html><html><body>sign in</body></html>");
        drop(house, page);
        QTRY_COMPARE(house.window->notice().text(), page + u" is a web page, not a PDF."_s);
        QVERIFY(house.library->documents(paper).isEmpty());
        QVERIFY(!house.window->isReading());
        drop(house, m_files.filePath(u"absent.pdf"_s));
        QTRY_VERIFY(house.window->notice().text().contains(u"absent.pdf"_s));
    }

    void aWindowThatCloses_givesItUp()
    {
        Online house;
        const auto paper = startAndWant(house);
        Gate gate(house.services->background);
        drop(house, pdf(u"Given up"_s));
        house.window.reset();
        QVERIFY(gate.drain());
        QVERIFY(house.library->documents(paper).isEmpty());
    }

    void aShownFile_isFiledInTheBackground_andNotTakenForTheNext()
    {
        Online house;
        house.start();
        const QString first = pdf(u"First"_s), second = pdf(u"Second"_s);
        Gate gate(house.services->background);
        house.window->activate({first});
        QTRY_VERIFY(house.window->reader() && house.window->reader()->isSettled());
        house.window->activate({second});
        QTRY_COMPARE(house.window->reader()->path(), second);
        QTRY_VERIFY(house.window->reader()->isSettled());
        QVERIFY(house.window->reader()->sha256().isEmpty());
        QVERIFY(!house.library->document(*sha256OfFile(first)));
        gate.open();
        QTRY_COMPARE(house.window->reader()->sha256(), *sha256OfFile(second));
        QVERIFY(!house.window->reader()->paper().isNull());
        QTRY_VERIFY(house.library->document(*sha256OfFile(first)));
        QCOMPARE(house.window->reader()->sha256(), *sha256OfFile(second));
    }
};

YAODIAN_TEST(FilingTest)

} // namespace ui_filing_test

#include "filing_test.moc"
