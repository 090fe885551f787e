#include "shelf.h"

#include "base/files.h"
#include "base/text.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QRandomGenerator>

namespace library_recall {

using namespace yaodian;
using namespace yaodian::tests;

/// What a search for Chinese finds is what reading through all texts finds.
///
/// The definition: a text is folded (NFKC, so forms for compatibility are the characters they stand for; marks without
/// width are dropped). Its runs are the longest rows of characters that isCjk() knows; whatever else stands between
/// two of them, a comma, a blank, a letter, the end of a line or of a field, is a border. A query of such characters
/// finds an entry if, and only if, it stands within one run of one of its fields.
class LibraryRecall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofInventedTexts();
    void ofRealPosts();

private:
    static void compare(const Shelf &shelf, QRandomGenerator &random, int queries);
};

namespace {

constexpr quint32 seed = 20261128;

/// The fields of an entry as they are searched.
QStringList fieldsOf(const digest::Entry &entry)
{
    return QStringList{entry.title, entry.titleZh, entry.oneLine, entry.abstractZh, entry.abstractEn, entry.body} +
           entry.keyPoints + entry.authors;
}

/// Some characters that stand in a row in a text; empty: there are none at the place that was chosen.
QString pieceOf(const QString &text, QRandomGenerator &random)
{
    if (text.isEmpty())
        return {};
    const qsizetype from = random.bounded(text.size());
    const qsizetype length = 1 + random.bounded(6);
    QString out;
    for (const char32_t point : text.mid(from).toUcs4()) {
        if (!isCjk(point) || out.toUcs4().size() == length)
            break;
        out += QString::fromUcs4(&point, 1);
    }
    return out;
}

QString invented(QRandomGenerator &random, int characters)
{
    static const QStringList borders{QStringLiteral("，"),     QStringLiteral(" "),    QStringLiteral("\n"),
                                     QStringLiteral("model"),  QStringLiteral("3"),    QStringLiteral("·"),
                                     QStringLiteral("\u200b"), QStringLiteral("（"),   QStringLiteral("é"),
                                     QStringLiteral("ー"),     QStringLiteral("。\n"), QString(QChar(0xf900 + 10))};
    QString out;
    for (int i = 0; i < characters; ++i) {
        const char32_t point = random.bounded(40) == 0 ? 0x20000 + random.bounded(20) : 0x4e00 + random.bounded(60);
        out += QString::fromUcs4(&point, 1);
        if (random.bounded(8) == 0)
            out += borders[random.bounded(borders.size())];
    }
    return out;
}

} // namespace

void LibraryRecall::compare(const Shelf &shelf, QRandomGenerator &random, int queries)
{
    struct Text
    {
        QString id;
        QStringList fields; ///< folded
    };
    QList<Text> texts;
    for (const EntryId &id : shelf->entryIds({})) {
        const auto content = shelf->content(id);
        QVERIFY(content);
        Text text{id.toString(), {}};
        for (const QString &field : fieldsOf(*content))
            text.fields += folded(field);
        texts += text;
    }
    QVERIFY(texts.size() > 20);
    int found = 0, notFound = 0;
    for (int done = 0; done < queries;) {
        const QStringList &fields = texts[random.bounded(texts.size())].fields;
        // Every third is made up of two places: mostly it stands nowhere.
        QString query = pieceOf(fields[random.bounded(fields.size())], random);
        if (done % 3 == 2)
            query = query.left(2) + pieceOf(fields[random.bounded(fields.size())], random).left(4);
        if (query.isEmpty() || query.back().isHighSurrogate())
            continue;
        ++done;
        QStringList expected, actual;
        for (const Text &text : std::as_const(texts)) {
            const auto holds = [&query](const QString &field) { return field.contains(query); };
            if (std::any_of(text.fields.begin(), text.fields.end(), holds))
                expected += text.id;
        }
        const auto hits = shelf->search(query, 1'000'000, SearchOrder::Newest);
        QVERIFY2(hits, qUtf8Printable(query));
        for (const Hit &hit : *hits) {
            actual += hit.id;
            QVERIFY2(hit.snippet.contains(QChar(2)), qUtf8Printable(query + QStringLiteral(": ") + hit.snippet));
        }
        actual.sort();
        expected.sort();
        if (actual != expected)
            QCOMPARE(query + QLatin1Char('\n') + actual.join(QLatin1Char('\n')),
                     query + QLatin1Char('\n') + expected.join(QLatin1Char('\n')));
        ++(expected.isEmpty() ? notFound : found);
    }
    qInfo("%d queries: %d stand somewhere, %d nowhere, in %lld entries", queries, found, notFound,
          qlonglong(texts.size()));
    QVERIFY(found > queries / 2 && notFound > queries / 100);
}

void LibraryRecall::ofInventedTexts()
{
    QRandomGenerator random(seed);
    Shelf shelf;
    QList<digest::Entry> entries;
    for (int i = 0; i < 60; ++i) {
        digest::Entry one = entry(QStringLiteral("Paper %1").arg(i), arxiv(i + 1));
        one.titleZh = invented(random, 8);
        one.oneLine = invented(random, 12);
        one.keyPoints = {invented(random, 10), invented(random, 10)};
        one.abstractZh = invented(random, 20);
        entries += one;
    }
    store(shelf, issue(QStringLiteral("one"), entries));
    compare(shelf, random, 600);
}

void LibraryRecall::ofRealPosts()
{
    QRandomGenerator random(seed);
    Shelf shelf;
    QDirIterator it(QStringLiteral(YAODIAN_FIXTURES "/digests"), QDir::Files, QDirIterator::Subdirectories);
    QStringList files;
    while (it.hasNext())
        files += it.next();
    files.sort();
    for (const QString &file : files) {
        const auto bytes = readFile(file, digest::largestDocument);
        for (const digest::Issue &post :
             bytes ? digest::parse(*bytes, {QFileInfo(file).fileName(), {}, {}}).valueOr({}) : QList<digest::Issue>())
            if (!post.entries.isEmpty() && shelf->count({}) < 150)
                store(shelf, post);
    }
    compare(shelf, random, 400);
}

YAODIAN_TEST_GUILESS(LibraryRecall)

} // namespace library_recall

#include "library_recall.moc"
