#include "exporting/threeway.h"
#include "exporting/values.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

namespace exporting_threeway {

using namespace yaodian::exporting;

QString lines(const char *text)
{
    return QString::fromLatin1(text).replace(QLatin1Char(' '), QLatin1Char('\n'));
}

/// What a template made: values in brackets are the reader's.
Part partOf(const QString &text)
{
    Part part;
    QString marked;
    int number = 0;
    for (const QString &piece : text.split(QLatin1Char('['))) {
        const qsizetype end = piece.indexOf(QLatin1Char(']'));
        if (end < 0) {
            marked += piece;
            continue;
        }
        const QUuid id(uint(++number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        marked += markedValue({ValueKey::What::Comment, id}, piece.left(end)) + piece.mid(end + 1);
    }
    part.text = marked.toUtf8();
    takeValues(part);
    return part;
}

QStringList valuesFound(const QString &text, const Part &base)
{
    const auto found = valuesIn(text, base);
    QStringList out;
    for (const Value &value : base.values)
        out << found.value(value.key, QStringLiteral("?"));
    return out;
}

class ExportingThreeWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneSideChanged_isAsItHasIt_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("conflict");
        const auto row = [](const char *name, const char *base, const char *mine, const char *theirs, const char *text,
                            bool conflict = false) {
            QTest::newRow(name) << lines(base) << lines(mine) << lines(theirs) << lines(text) << conflict;
        };
        row("nothing", "a b c", "a b c", "a b c", "a b c");
        row("mine", "a b c", "a x c", "a b c", "a x c");
        row("theirs", "a b c", "a b c", "a b y", "a b y");
        row("both, apart", "a b c d e", "x b c d e", "a b c d y", "x b c d y");
        row("both the same", "a b c", "a x c", "a x c", "a x c");
        row("both, here", "a b c", "a x c", "a y c", "a x y c", true);
        row("put in by both", "a c", "a x c", "a y c", "a x y c", true);
        row("taken out by one", "a b c", "a c", "a b c", "a c");
        row("taken out and changed", "a b c", "a c", "a y c", "a y c", true);
        row("moved and added", "a b c d", "b c d a", "a b c d e", "b c d a e", true);
        row("from nothing", "", "a", "b", "a b", true);
    }

    void whatOneSideChanged_isAsItHasIt()
    {
        QFETCH(QString, base);
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        const ThreeWay merged = threeWay(base, mine, theirs);
        QTEST(merged.text, "text");
        QTEST(merged.hasConflict, "conflict");
    }

    void ofLongTexts_theOrderIsFoundToo()
    {
        QStringList a, b;
        for (int i = 0; i < 4000; ++i) {
            a << QString::number(i);
            b << QString::number(i % 10 == 3 ? -i : i);
        }
        b.insert(2000, QStringLiteral("new"));
        const auto common = commonItems(a, b);
        QCOMPARE(common.size(), 3600);
        for (qsizetype i = 1; i < common.size(); ++i)
            QVERIFY(common[i].first > common[i - 1].first && common[i].second > common[i - 1].second);
        for (const auto &[i, j] : common)
            QCOMPARE(a[i], b[j]);
    }

    void noLineOfEitherSideIsLost()
    {
        QRandomGenerator random(5);
        for (int run = 0; run < 500; ++run) {
            QStringList base;
            for (int i = 0, n = random.bounded(12); i < n; ++i)
                base << QString(QChar(u'a' + random.bounded(5)));
            const auto edited = [&random](QStringList list, const QString &name) {
                for (int i = 0, n = 1 + random.bounded(4); i < n; ++i) {
                    const int at = random.bounded(int(list.size()) + 1);
                    list.insert(at, name + QString::number(i));
                    if (list.size() > 2 && random.bounded(2) == 0)
                        list.removeAt(random.bounded(int(list.size())));
                }
                return list;
            };
            const QStringList mine = edited(base, QStringLiteral("mine")),
                              theirs = edited(base, QStringLiteral("theirs"));
            const QStringList merged =
                threeWay(base.join(u'\n'), mine.join(u'\n'), theirs.join(u'\n')).text.split(u'\n');
            for (const QString &line : mine + theirs)
                if (line.size() > 1)
                    QVERIFY2(merged.contains(line), qPrintable(line));
        }
    }

    void valuesAreFoundInWhatWasMadeOfThem_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const QString base = QStringLiteral(
            "- method \u201ca quote\u201d (p. 3) [so it is] ^hl-1\n- result \u201cmore\u201d (p. 4) [and so] ^hl-2");
        const auto row = [&base](const char *name, const QString &text, const QStringList &found) {
            QTest::newRow(name) << base << text << found;
        };
        const QString plain = QString(base).remove(u'[').remove(u']');
        const QString first = QStringLiteral("so it is"), second = QStringLiteral("and so");
        row("as it was", plain, {first, second});
        row("changed", QString(plain).replace(first, QStringLiteral("so it is not")),
            {QStringLiteral("so it is not"), second});
        row("both", QString(plain).replace(first, QStringLiteral("yes")).replace(second, QStringLiteral("no")),
            {QStringLiteral("yes"), QStringLiteral("no")});
        row("lines between", QString(plain).replace(u'\n', QStringLiteral("\n\nwords of mine\n\n")), {first, second});
        row("a line gone", plain.section(u'\n', 1), {QStringLiteral("?"), second});
        row("all gone", QString(), {QStringLiteral("?"), QStringLiteral("?")});
        row("turned around", plain.section(u'\n', 1) + u'\n' + plain.section(u'\n', 0, 0),
            {QStringLiteral("?"), second});
        QTest::newRow("alone") << QStringLiteral("[a note\nof two lines]") << QStringLiteral("another note")
                               << QStringList{QStringLiteral("another note")};
        QTest::newRow("without blanks") << QStringLiteral("\u8981\u70b9[\u6d77\u8c61]\u3002")
                                        << QStringLiteral("\u8981\u70b9\u6d77\u8c61\u7761\u3002")
                                        << QStringList{QStringLiteral("\u6d77\u8c61\u7761")};
    }

    void valuesAreFoundInWhatWasMadeOfThem()
    {
        QFETCH(QString, base);
        QFETCH(QString, text);
        const Part part = partOf(base);
        QCOMPARE(QString::fromUtf8(part.text), QString(base).remove(u'[').remove(u']'));
        QTEST(valuesFound(text, part), "found");
        QCOMPARE(valuesFromJson(valuesToJson(part.values)), part.values);
    }

    void aKeyIsReadBack()
    {
        const ValueKey key{ValueKey::What::Point, QUuid::createUuid(), 2, 4};
        QCOMPARE(ValueKey::of(key.bytes()), key);
        for (const char *bad : {"", "x", "c0,0", "c0,0,no", "z0,0,5f0c2a1e-0000-4000-8000-000000000000"})
            QVERIFY(!ValueKey::of(bad));
    }
};

YAODIAN_TEST_GUILESS(ExportingThreeWay)

} // namespace exporting_threeway

#include "exporting_threeway.moc"
