// By what a command is found: its Chinese and English names, the initials of the pinyin, its keys; the best first.
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/commands/commandnames.h"
#include "ui/commands/pinyin.h"

#include <QApplication>
#include <QTest>

namespace ui_commandnames_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// Commands in the order in which the palette has them, by their Chinese names.
QStringList foundBy(const QString &typed)
{
    QTranslator chinese;
    if (!chinese.load(u":/i18n/yaodian_zh_CN.qm"_s))
        qFatal("no translation");
    const CommandNames names;
    QList<std::pair<int, QString>> found;
    for (const Command &command : commandTable())
        if (const int rank = nameRank(names.of(command, command.keys), typed); rank >= 0)
            found << std::pair(rank, chinese.translate("commands", command.text));
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList out;
    for (const auto &one : std::as_const(found))
        out << one.second;
    return out;
}

class CommandNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installLanguage(*qApp, u"en"_s); }

    void everyChineseCharacterOfAName_hasItsInitial()
    {
        QTranslator chinese;
        QVERIFY(chinese.load(u":/i18n/yaodian_zh_CN.qm"_s));
        QString without;
        for (const Command &command : commandTable()) {
            const QString name = chinese.translate("commands", command.text);
            QVERIFY2(!name.isEmpty(), command.text);
            for (const QChar c : name)
                if (c.script() == QChar::Script_Han && pinyinInitials(c).isEmpty())
                    without += c;
        }
        QCOMPARE(without, QString()); // they go into `others` of pinyin.cpp
    }

    void initials()
    {
        QCOMPARE(pinyinInitials(u'打'), u"d"_s);
        QCOMPARE(pinyinInitials(u'啊'), u"a"_s); // the first and the last of the table
        QCOMPARE(pinyinInitials(u'座'), u"z"_s);
        QCOMPARE(pinyinInitials(u'重'), u"zc"_s); // read in two ways
        QCOMPARE(pinyinInitials(u'行'), u"xh"_s);
        QCOMPARE(pinyinInitials(u'长'), u"cz"_s);
        QCOMPARE(pinyinInitials(u'调'), u"dt"_s);
        QCOMPARE(pinyinInitials(u'a'), QString());
        QCOMPARE(pinyinInitials(u'：'), QString());
        QCOMPARE(pinyinInitials(u'龘'), QString());
    }

    void aNameIsFound_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        const auto row = [](const QString &names, const QString &typed, bool found) {
            QTest::addRow("%s in %s", qUtf8Printable(typed), qUtf8Printable(names)) << names << typed << found;
        };
        row(u"打开"_s, u"dk"_s, true);
        row(u"打开"_s, u"DK"_s, true);
        row(u"打开"_s, u"d"_s, true);
        row(u"打开"_s, u"dkk"_s, false);
        row(u"打开"_s, u"kd"_s, false);
        row(u"打开"_s, u"开"_s, true);
        row(u"在浏览器打开"_s, u"dk"_s, true);
        row(u"打不开"_s, u"dk"_s, false); // one after the other
        row(u"导出为 Markdown"_s, u"dcwm"_s, true);
        row(u"导出为 Markdown"_s, u"dc markdown"_s, true);
        row(u"导出（Markdown）"_s, u"dcm"_s, true);
        row(u"重做"_s, u"cz"_s, true);
        row(u"重做"_s, u"zz"_s, true);
        row(u"Turn Down Kindly"_s, u"tdk"_s, false); // no pinyin
        row(u"Open\n打开"_s, u"open dk"_s, true);    // a word in each
        row(u"Open\n打开"_s, u"open dc"_s, false);
        row(u"打开\ng g"_s, u"g g"_s, true);
        row(u"打开"_s, QString(), true);
        row(u"打开"_s, u"  "_s, true);
    }

    void aNameIsFound()
    {
        QFETCH(QString, names);
        QFETCH(QString, typed);
        QFETCH(bool, found);
        QCOMPARE(nameRank(names, typed) >= 0, found);
    }

    void theBestComesFirst()
    {
        const QStringList best{u"dk"_s,         u"dk more"_s,  u"打开"_s,  u"打开论文"_s,
                               u"what is dk"_s, u"在此打开"_s, u"adkins"_s};
        QList<int> ranks;
        for (const QString &name : best)
            ranks << nameRank(name, u"dk"_s);
        QVERIFY(!ranks.contains(-1));
        QList<int> sorted = ranks;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(ranks, sorted);
        QCOMPARE(QSet<int>(ranks.begin(), ranks.end()).size(), ranks.size());
        QVERIFY(nameRank(u"打开\nOpen"_s, u"open"_s) < nameRank(u"在浏览器打开\nOpen in the browser"_s, u"open"_s));
        QVERIFY(nameRank(u"Bottom\nG"_s, u"G"_s) < nameRank(u"Top\ng"_s, u"G"_s));
    }

    void theTable_isFoundByInitials_inEitherLanguage()
    {
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            installLanguage(*qApp, language);
            QVERIFY(foundBy(u"dk"_s).value(0).startsWith(u"打开"_s));
            QVERIFY(foundBy(u"dc"_s).value(0).startsWith(u"导出"_s));
            QVERIFY(foundBy(u"导出"_s).value(0).startsWith(u"导出"_s));
            QVERIFY(foundBy(u"export"_s).contains(foundBy(u"dc"_s).value(0)));
            QCOMPARE(foundBy(u"cx"_s).value(0), u"撤销"_s);
        }
    }
};

YAODIAN_TEST(CommandNamesTest)

} // namespace ui_commandnames_test

#include "commandnames_test.moc"
