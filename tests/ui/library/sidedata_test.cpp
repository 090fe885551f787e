#include "tests/support/testmain.h"
#include "ui/library/entrylayout.h"
#include "ui/library/sidedata.h"
#include "ui/looks/paintedtext.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

namespace ui_sidedata_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

library::IssueRow issue(const QString &source, const QString &title, int day)
{
    library::IssueRow row;
    row.source = library::Library::sourceId(library::Source::Kind::Feed, source);
    row.sourceTitle = source;
    row.title = title;
    row.published = QDateTime(QDate(2026, 11, day), QTime(12, 0));
    return row;
}

struct Row final : QWidget
{
    explicit Row(const Theme &look) : theme(look) { shown.starred = shown.later = shown.hasDocument = true; }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        EntryLayout(theme, width()).paint(painter, rect(), shown, {});
    }
    const Theme &theme;
    library::ListRow shown;
};

/// How things are called in the panes of the library.
class SideDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesOfOneDay_sayWhoseTheyAre()
    {
        const QList<library::IssueRow> issues{issue(u"Papers A"_s, u"One"_s, 22), issue(u"Papers B"_s, u"Two"_s, 22),
                                              issue(u"Papers A"_s, u"Three"_s, 21)};
        QCOMPARE(issueNames(issues), QStringList({issueText(issues[0]) + u" · Papers A"_s,
                                                  issueText(issues[1]) + u" · Papers B"_s, issueText(issues[2])}));
    }

    void issuesOfOneDayAndSource_sayWhatTheyAreCalled()
    {
        const QList<library::IssueRow> issues{issue(u"Papers A"_s, u"Morning"_s, 22),
                                              issue(u"Papers A"_s, u"Evening"_s, 22)};
        QCOMPARE(issueNames(issues),
                 QStringList({issueText(issues[0]) + u" · Morning"_s, issueText(issues[1]) + u" · Evening"_s}));
    }

    void secondLineOfATitle_goesUnderTheMarks()
    {
        Theme theme(*qApp);
        theme.set(u"light"_s, 10);
        Row row(theme);
        row.resize(420, 120);
        double furthest = 0; // that the end of a second line comes to
        for (int words = 10; words < 34; ++words) {
            row.shown.title =
                u"Words of a title that is long enough for one line of the list and a good part of another "
                "one, and then some more words that fill the second one to its very end and go on after it"_s.section(
                    u' ', 0, words);
            double first = -1;
            for (const PaintedText &text : paintedTexts(row)) {
                if (text.text.startsWith(u"Words"_s))
                    first = text.origin.y();
                else if (first >= 0 && text.origin.y() > first)
                    furthest =
                        std::max(furthest, text.origin.x() + QFontMetricsF(text.font).horizontalAdvance(text.text));
            }
        }
        const double marks = QFontMetricsF(theme.font(12.0 / 14)).horizontalAdvance(EntryLayout::marks(row.shown));
        QVERIFY2(furthest > 420 - 20 - marks, qPrintable(QString::number(furthest)));
        QVERIFY2(furthest <= 420 - 20, qPrintable(QString::number(furthest)));
    }
};

YAODIAN_TEST(SideDataTest)

} // namespace ui_sidedata_test

#include "sidedata_test.moc"
