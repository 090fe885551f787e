#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"
#include "digest/digest.h"

#include <QDir>

namespace library_rebuild {

using namespace yaodian;
using namespace yaodian::tests;

class LibraryRebuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostCache_isMadeAgainFromThePosts();
    void damagedCache_isSetAsideAndMadeAgain();
    void unreadablePost_isPassedOver();
    void readerWithoutCache_saysWhatToDo();
};

const QByteArray post = QStringLiteral("爱论文 每日推荐(5.4)\n"
                                       "\n"
                                       "LG - 机器学习 CV - 计算机视觉\n"
                                       "\n"
                                       "1、[LG] Attention Is All You Need\n"
                                       "A Vaswani, N Shazeer\n"
                                       "[Google Brain]\n"
                                       "注意力就够了\n"
                                       "要点：\n"
                                       "- 只用注意力\n"
                                       "- 不用循环\n"
                                       "https://arxiv.org/abs/1706.03762\n"
                                       "\n"
                                       "2、[CV] Deep Residual Learning for Image Recognition\n"
                                       "K He, X Zhang\n"
                                       "[Microsoft Research]\n"
                                       "很深的网络\n"
                                       "要点：\n"
                                       "- 残差连接\n"
                                       "https://arxiv.org/abs/1512.03385\n")
                            .toUtf8();

/// Stores the post as sync would and gives back the list as it looks.
QList<EntryId> importPost(const Shelf &shelf)
{
    const auto issues = digest::parse(post, {QStringLiteral("post.txt"), {}, {}});
    if (!issues || !shelf->storeIssue(feed(), issues->first(), post).ok())
        return {};
    return shelf->entryIds({});
}

void LibraryRebuild::lostCache_isMadeAgainFromThePosts()
{
    Shelf shelf;
    const QList<EntryId> before = importPost(shelf);
    QCOMPARE(before.size(), 2);
    const PaperId paper = paperOf(shelf, before[0]);
    const QList<Point> points = shelf->points(paper);
    const QDateTime seen = shelf->issues().first().firstSeen;
    PaperState read;
    read.read = true;
    act(shelf, [&](Acts &acts) { return acts.putState(paper, read); });
    shelf.library.reset();
    QVERIFY(QFile::remove(shelf.path() + QStringLiteral("/cache.sqlite")));
    shelf.clock.advance(10'000'000);
    shelf.reopen();
    QCOMPARE(shelf->entryIds({}), before);
    QCOMPARE(shelf->points(paper), points);
    QVERIFY(!shelf->entry(before[0])->row.unread);
    QCOMPARE(shelf->issues().first().firstSeen, seen);
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryRebuild::damagedCache_isSetAsideAndMadeAgain()
{
    Shelf shelf;
    const QList<EntryId> before = importPost(shelf);
    shelf.library.reset();
    QVERIFY(writeFileAtomically(shelf.path() + QStringLiteral("/cache.sqlite"), QByteArray(20'000, 'x')).ok());
    shelf.reopen();
    QCOMPARE(shelf->entryIds({}), before);
    QCOMPARE(QDir(shelf.path() + QStringLiteral("/backups")).entryList(QDir::Files).size(), 1);
}

void LibraryRebuild::unreadablePost_isPassedOver()
{
    Shelf shelf;
    const QList<EntryId> before = importPost(shelf);
    QVERIFY(shelf->storeIssue(feed(), issue(QStringLiteral("gone"), {}), "soon gone").ok());
    const QString sha = sha256Hex("soon gone");
    shelf.library.reset();
    QVERIFY(QFile::remove(shelf.path() + QStringLiteral("/cache.sqlite")));
    QVERIFY(QFile::remove(shelf.path() + QStringLiteral("/posts/%1/%2.zst").arg(sha.left(2), sha)));
    shelf.reopen();
    QCOMPARE(shelf->entryIds({}), before);
    QCOMPARE(shelf->issues().size(), 1);
}

void LibraryRebuild::readerWithoutCache_saysWhatToDo()
{
    Shelf shelf;
    importPost(shelf);
    shelf.library.reset();
    QVERIFY(QFile::remove(shelf.path() + QStringLiteral("/cache.sqlite")));
    const auto opened = Library::open(shelf.path(), Library::Mode::ReadOnly, shelf.clock, shelf.ids);
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().message.contains(QStringLiteral("cache")));
}

YAODIAN_TEST_GUILESS(LibraryRebuild)

} // namespace library_rebuild

#include "library_rebuild.moc"
