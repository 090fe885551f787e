// Sentences that speak of keys name those that the commands have now.
#include "tests/support/testmain.h"
#include "ui/commands/commands.h"
#include "ui/commands/withkeys.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace ui_withkeys_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;

void give(Commands &commands, const QString &id, const QStringList &keys)
{
    KeyMap map = commands.keyMap();
    if (const auto given = map.choose(*commandById(id), keys); !given)
        qFatal("%s", qUtf8Printable(given.error().message));
    commands.setKeyMap(map);
}

/// What commands a text names.
QStringList namedIn(const QString &text)
{
    static const QRegularExpression brackets(u"\\{([a-z]+\\.[A-Za-z.]+)\\}"_s);
    QStringList named;
    for (auto it = brackets.globalMatch(text); it.hasNext();)
        named << it.next().captured(1);
    named.sort();
    return named;
}

class WithKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceHasTheKeysOfTheTable_untilOthersAreChosen()
    {
        Commands commands;
        const QString sentence = u"Removed “%1” · {act.undo} undoes it, {list.searchTitle} searches"_s;
        QCOMPARE(withKeys(commands, sentence), u"Removed “%1” · u undoes it, gt searches"_s);
        give(commands, u"act.undo"_s, {u"Ctrl+Y"_s, u"g u"_s});
        QCOMPARE(withKeys(commands, sentence), u"Removed “%1” · Ctrl+Y undoes it, gt searches"_s);
        QCOMPARE(keyTextOf(commands, u"act.undo"_s), u"Ctrl+Y"_s);
    }

    void aCommandWithoutAKey_standsThereByItsName()
    {
        Commands commands;
        give(commands, u"act.undo"_s, {});
        QCOMPARE(withKeys(commands, u"{act.undo} undoes it"_s), u"“Undo” undoes it"_s);
        QCOMPARE(keyTextOf(commands, u"act.undo"_s), QString());
        QVERIFY(!keycapsOf(commands, {u"{act.undo}"_s}));
    }

    void whatIsTypedAfterAKey_isNoPartOfIt()
    {
        const Commands commands;
        QCOMPARE(withKeys(commands, u"press {select.highlight} and a letter"_s), u"press h and a letter"_s);
        QCOMPARE(keycapsOf(commands, {u"{reader.evidence}"_s, u"2"_s}), (QStringList{u"e"_s, u"2"_s}));
        QCOMPARE(keycapsOf(commands, {u"{reader.removeHighlight}"_s}), (QStringList{u"d"_s, u"h"_s}));
        QCOMPARE(keycapsOf(commands, {u"Enter"_s}), QStringList{u"Enter"_s});
    }

    void otherBrackets_stayAsTheyAre()
    {
        const Commands commands;
        for (const QString &text : {u"{"_s, u"}"_s, u"{}"_s, u"{{title}}"_s, u"{no.such}"_s, u"a {b"_s, QString()})
            QCOMPARE(withKeys(commands, text), text);
        QCOMPARE(withKeys(commands, u"{{act.undo}}"_s), u"{u}"_s);
        QCOMPARE(withKeys(commands, u"{ {act.undo}"_s), u"{ u"_s);
    }

    void chineseSentences_areSetAlike()
    {
        QFile file(QStringLiteral(YAODIAN_FIXTURES "/../../translations/yaodian_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(file.readAll());
        static const QRegularExpression said(u"<(?:translation|numerusform)[^>]*>([^<]+)<"_s);
        // Full-width marks, or a space behind or before a mark within Chinese. Filters of file dialogs are the
        // desktop's, and queries are typed with spaces.
        static const QRegularExpression otherwise(
            u"[，：；（）]|\\p{Han}[,:;] \\S|[,:;] \\p{Han}|\\p{Han} \\((?!\\*|%1\\)$)"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression exempt(u"&quot;|名称: 值"_s);
        for (auto it = said.globalMatch(all); it.hasNext();) {
            const QString sentence = it.next().captured(1);
            if (!sentence.contains(exempt))
                QVERIFY2(!sentence.contains(otherwise), qPrintable(sentence));
        }
    }

    void whatTheTranslationsName_areCommands_theSameInBothLanguages()
    {
        QFile file(QStringLiteral(YAODIAN_FIXTURES "/../../translations/yaodian_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(file.readAll());
        static const QRegularExpression message(u"<message.*?</message>"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression halves(u"<source>(.*?)</source>.*?<translation( type=\"unfinished\")?>(.*)"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
        for (auto it = message.globalMatch(all); it.hasNext();) {
            const auto half = halves.match(it.next().captured());
            const QStringList named = namedIn(half.captured(1));
            for (const QString &id : named)
                QVERIFY2(commandById(id), qPrintable(half.captured(1)));
            if (half.captured(2).isEmpty())
                QVERIFY2(namedIn(half.captured(3)) == named, qPrintable(half.captured(1)));
        }
    }
};

YAODIAN_TEST(WithKeysTest)

} // namespace ui_withkeys_test

#include "withkeys_test.moc"
