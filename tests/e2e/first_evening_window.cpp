// The first evening in a real window on a screenless X server: the real program, real keys, a web of its own. Its
// screenshots and the exported Markdown stay in YAODIAN_OUT.
#include "tests/e2e/evening.h"
#include "tests/support/desk.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace yaodian::tests;
using namespace Qt::StringLiterals;

namespace {

const QString paperTitle = u"Attention Is All You Need"_s;

} // namespace

class FirstEveningWindow : public QObject
{
    Q_OBJECT

public:
    explicit FirstEveningWindow(Desk &desk) : m_desk(desk) {}

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.isReady(), "no X server could be started");
        m_program.setProcessEnvironment(m_desk.environment());
        m_program.setProcessChannelMode(QProcess::ForwardedChannels);
        m_program.start(QStringLiteral(YAODIAN_BIN) + u"/yaodian"_s,
                        {u"--library"_s, m_evening.library(), u"--lang"_s, u"en"_s, u"--theme"_s, u"light"_s,
                         u"--mirror"_s, m_evening.mirror()});
        QVERIFY(m_program.waitForStarted());
        QVERIFY(m_desk.waitForWindow(u"要点"_s));
    }

    void aFirstStartShowsTheTour()
    {
        QVERIFY(m_evening.becomes({u"list"_s}, [](const QJsonDocument &rows) { return rows.isArray(); }));
        QTest::qWait(700); // for the eye only: the picture of a settled window
        picture("1-tour");
    }

    void aPastedLinkBecomesASourceWithItsEntries()
    {
        m_desk.key({u"a"_s});
        QTest::qWait(400);
        picture("2-add-source");
        m_desk.type(m_evening.feed());
        m_desk.key({u"Return"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_evening.server().hits(u"/feed.xml"_s), 1, 30000);
        QTest::qWait(1000); // what was found is shown
        picture("2-finding");
        m_desk.key({u"Return"_s});
        QVERIFY(m_evening.becomes({u"list"_s}, [](const QJsonDocument &rows) { return rows.array().size() == 3; }));
        const QJsonObject entry = m_evening.entry(paperTitle);
        QCOMPARE(entry[u"category"_s].toString(), u"CL"_s);
        QVERIFY(entry[u"unread"_s].toBool());
        m_paper = entry[u"paper"_s].toString();
    }

    void theEntriesAreThereByCategory()
    {
        // To the sidebar, its first view (today), and back to the list on the first entry.
        m_desk.key({u"shift+Tab"_s, u"g"_s, u"g"_s, u"Return"_s, u"g"_s, u"g"_s});
        QTest::qWait(500);
        picture("3-today");
    }

    void enterOpensThePdfInTheReader()
    {
        QVERIFY(reach(paperTitle));
        m_desk.key({u"Return"_s});
        QVERIFY(m_evening.becomes({u"list"_s}, [this](const QJsonDocument &) {
            return !m_evening.entry(paperTitle)[u"documents"_s].toArray().isEmpty();
        }));
        QVERIFY(m_desk.waitForWindow(paperTitle));
        QCOMPARE(m_evening.server().hits(u"/pdf/1706.03762"_s), 1);
        QTest::qWait(1500);
        picture("4-reader");
        QVERIFY(!m_evening.entry(paperTitle)[u"unread"_s].toBool());
    }

    void aPassageIsHighlightedByKeyboard()
    {
        QVERIFY(repeat({u"v"_s, u"parenright"_s, u"parenright"_s, u"h"_s, u"m"_s},
                       [this] { return m_evening.entry(paperTitle)[u"highlights"_s].toInt() == 1; }));
        QTest::qWait(500);
        picture("5-highlight");
    }

    void theHighlightBacksAPoint()
    {
        m_desk.key({u"e"_s, u"2"_s});
        QVERIFY(m_evening.becomes({u"export"_s, m_paper}, [](const QJsonDocument &paper) {
            return QString::fromUtf8(paper.toJson()).contains(u"yaodian:begin points"_s);
        }));
        m_desk.key({u"p"_s});
        QTest::qWait(300);
        m_desk.type(u"Worth comparing with recurrent baselines"_s);
        m_desk.key({u"Return"_s});
        QVERIFY(m_evening.becomes({u"list"_s}, [this](const QJsonDocument &) {
            return m_evening.entry(paperTitle)[u"points"_s].toInt() == 1;
        }));
    }

    void aNoteIsSavedAsTyped()
    {
        m_desk.key({u"o"_s});
        QTest::qWait(300);
        m_desk.type(u"Read the second page again."_s);
        QVERIFY(m_evening.becomes({u"note"_s, m_paper}, [](const QJsonDocument &note) {
            return QString::fromUtf8(note.toJson()).contains(u"Read the second page again."_s);
        }));
        QTest::qWait(300);
        picture("6-points-and-note");
        m_desk.key({u"Escape"_s});
    }

    void aSessionHasAVerdictAndAnEnd()
    {
        m_desk.key({u"q"_s});
        QVERIFY(m_desk.waitForWindow(u"Today"_s));
        m_desk.key({u"S"_s});
        QVERIFY(m_evening.becomes({u"session"_s, u"list"_s}, [](const QJsonDocument &sessions) {
            return QString::fromUtf8(sessions.toJson()).contains(u"started"_s);
        }));
        QVERIFY(m_desk.waitForWindow(paperTitle));
        QTest::qWait(1200);
        picture("7-session");
        m_desk.key({u"Z"_s, u"2"_s});
        QVERIFY(m_evening.becomes({u"list"_s}, [this](const QJsonDocument &) {
            return m_evening.entry(paperTitle)[u"verdict"_s].toString() == u"keep"_s;
        }));
        m_desk.key({u"Z"_s, u"e"_s});
        QTest::qWait(800);
        picture("8-session-end");
        m_desk.key({u"E"_s});
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_evening.exported(u"session"_s).isEmpty() || !m_evening.exported(QString()).isEmpty(), 10000);
    }

    void theMarkdownIsWhatTheReaderMade()
    {
        m_desk.key({u"Escape"_s});
        QVERIFY(m_desk.waitForWindow(u"Today"_s));
        QVERIFY(reach(paperTitle));
        m_desk.key({u"E"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!m_evening.exported(u"attention-is-all-you-need"_s).isEmpty(), 10000);
        QTest::qWait(400);
        picture("9-exported");
        QCOMPARE(Evening::comparable(m_evening.exported(u"attention-is-all-you-need"_s)),
                 QString::fromUtf8(fixture(u"evening/expected.md"_s)));
    }

    void darkAndChineseAreOneKeyAway()
    {
        m_desk.key({u"F8"_s, u"F7"_s});
        QVERIFY(m_desk.waitForWindow(u"今日"_s));
        QTest::qWait(500);
        picture("10-dark-chinese");
        m_desk.key({u"Return"_s});
        QVERIFY(m_desk.waitForWindow(paperTitle));
        QTest::qWait(1200);
        picture("11-dark-reader");
    }

    void cleanupTestCase()
    {
        m_program.terminate();
        QVERIFY(m_program.waitForFinished(10000));
        QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
    }

private:
    void picture(const char *name)
    {
        QVERIFY(m_desk.screenshot(m_evening.out() + u'/' + QLatin1String(name) + u".png"_s));
    }

    /// Moves the list's cursor to the entry: `y` copies its title, so the place is known without looking at pixels.
    bool reach(const QString &title)
    {
        m_desk.key({u"g"_s, u"g"_s});
        for (int step = 0; step < 5; ++step) {
            m_desk.key({u"y"_s});
            QTest::qWait(150);
            if (m_desk.clipboard().contains(title))
                return true;
            m_desk.key({u"j"_s});
        }
        return false;
    }

    /// Presses the keys until `done`, a few times: the page's text may still be on its way when the first key comes.
    bool repeat(const QStringList &keys, const std::function<bool()> &done)
    {
        for (int round = 0; round < 8; ++round) {
            m_desk.key(keys);
            QTest::qWait(800);
            if (done())
                return true;
            m_desk.key({u"Escape"_s});
        }
        return false;
    }

    Desk &m_desk;
    Evening m_evening;
    QProcess m_program;
    QString m_paper;
};

int main(int argc, char **argv)
{
    Desk desk;
    // The pictures are taken from the real screen, whatever platform the other tests run on.
    qputenv("QT_QPA_PLATFORM", "xcb");
    QGuiApplication app(argc, argv);
    FirstEveningWindow evening(desk);
    return QTest::qExec(&evening, argc, argv);
}

#include "first_evening_window.moc"
