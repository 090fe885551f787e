#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>

namespace library_images {

using namespace yaodian;
using namespace yaodian::tests;

/// Pictures of highlights and notes: kept once, found again, taken along, and never lost by undo.
class LibraryImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picture_isKeptOnceUnderItsName();
    void whatIsNoPicture_isRefused_data();
    void whatIsNoPicture_isRefused();
    void damagedOrMissingPicture_isSaid();
    void readOnlyLibrary_keepsNone();
    void linksInANote_areFound();
    void attachedPicture_isNoStepOfItsOwn();
    void attachedPicture_comesAndGoesWithItsPlace();
    void attachedAfterUndo_isThereAfterRedo();
    void pictureOfAnotherPlace_isNotTaken();
    void backup_takesPicturesAlong();
    void backupFromBeforePictures_isRestored();
    void damagedPictureInABackup_isRefused();
    void missingPicture_isNoReasonForNoBackup();
};

QByteArray png(QColor colour, QSize size = {30, 20})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QString keep(const Shelf &shelf, const QByteArray &bytes)
{
    const auto kept = shelf->keepImage(bytes);
    if (!kept)
        qFatal("%s", qUtf8Printable(kept.error().message));
    return *kept;
}

struct Marked
{
    Shelf shelf;
    PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Highlight mark = highlight(shelf, paper);

    Marked()
    {
        mark.style = Highlight::Style::Area;
        addHighlight(shelf, mark);
    }
    [[nodiscard]] QString image() const
    {
        const auto now = shelf->highlight(mark.id);
        return now ? now->image : QStringLiteral("gone");
    }
    /// Its place is another one, of which there is no picture yet.
    Highlight moved()
    {
        Highlight after = *shelf->highlight(mark.id);
        after.boxes = {{0.5, 0.5, 0.7, 0.6}};
        after.image.clear();
        addHighlight(shelf, after);
        return after;
    }
};

void LibraryImages::picture_isKeptOnceUnderItsName()
{
    Shelf shelf;
    const QByteArray bytes = png(Qt::red);
    const QString sha = keep(shelf, bytes);
    QCOMPARE(sha, sha256Hex(bytes));
    QCOMPARE(shelf->imagePath(sha), shelf.path() + QStringLiteral("/images/%1/%2.png").arg(sha.left(2), sha));
    QCOMPARE(*shelf->imageBytes(sha), bytes);
    const QDateTime written = QFileInfo(shelf->imagePath(sha)).lastModified();
    QTest::qWait(20);
    QCOMPARE(keep(shelf, bytes), sha);
    QCOMPARE(QFileInfo(shelf->imagePath(sha)).lastModified(), written);
    // Where it was damaged, keeping it again mends it.
    QVERIFY(writeFileAtomically(shelf->imagePath(sha), "rubble").ok());
    QCOMPARE(keep(shelf, bytes), sha);
    QCOMPARE(*shelf->imageBytes(sha), bytes);
}

void LibraryImages::whatIsNoPicture_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("not a picture");
    QTest::newRow("only its head") << png(Qt::red).left(40);
    QTest::newRow("cut off") << png(Qt::red, {400, 400}).chopped(60);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QImage image(10, 10, QImage::Format_RGB32);
    image.fill(Qt::blue);
    image.save(&buffer, "BMP");
    QTest::newRow("of another format") << jpeg;
    QByteArray huge = png(Qt::red);
    huge.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff")); // says that it has four thousand million pixels
    QTest::newRow("too many pixels") << huge;
    QTest::newRow("too many bytes") << png(Qt::red) + QByteArray(25 * 1024 * 1024, 'x');
}

void LibraryImages::whatIsNoPicture_isRefused()
{
    QFETCH(QByteArray, bytes);
    Shelf shelf;
    const auto kept = shelf->keepImage(bytes);
    QVERIFY(!kept.ok());
    QVERIFY2(kept.error().message.endsWith(u'.'), qUtf8Printable(kept.error().message));
    QVERIFY(!QFileInfo::exists(shelf.path() + QStringLiteral("/images")));
}

void LibraryImages::damagedOrMissingPicture_isSaid()
{
    Marked marked;
    const QString shown = keep(marked.shelf, png(Qt::red));
    const QString named = keep(marked.shelf, png(Qt::green));
    QVERIFY(marked.shelf->attachImage(marked.mark, shown).ok());
    act(marked.shelf, [&](Acts &acts) {
        return acts.putNote(marked.paper, QStringLiteral("see ![](%1)").arg(Library::imageLink(named)));
    });
    QCOMPARE(marked.shelf->check()->join(u'|'), QString());
    QVERIFY(writeFileAtomically(marked.shelf->imagePath(shown), png(Qt::blue)).ok());
    QVERIFY(QFile::remove(marked.shelf->imagePath(named)));
    const QStringList found = *marked.shelf->check();
    QCOMPARE(found.size(), 2);
    QVERIFY2(found.join(u'|').contains(shown) && found.join(u'|').contains(named), qUtf8Printable(found.join(u'|')));
    QVERIFY(!marked.shelf->imageBytes(shown).ok());
    QVERIFY(!marked.shelf->imageBytes(named).ok());
    QVERIFY(!marked.shelf->imageBytes(QStringLiteral("../notes")).ok());
}

void LibraryImages::readOnlyLibrary_keepsNone()
{
    Shelf shelf;
    const QString sha = keep(shelf, png(Qt::red));
    shelf.reopen(Library::Mode::ReadOnly);
    QVERIFY(!shelf->keepImage(png(Qt::green)).ok());
    QVERIFY(shelf->imageBytes(sha).ok());
}

void LibraryImages::linksInANote_areFound()
{
    const QString one(64, u'a'), other(64, u'b');
    QCOMPARE(
        Library::imagesIn(
            QStringLiteral("![a](%1) words ![](%2 \"t\")").arg(Library::imageLink(other), Library::imageLink(one))),
        (QStringList{other, one}));
    QCOMPARE(Library::imagesIn(Library::imageLink(one + u'a')), QStringList());
    QCOMPARE(Library::imagesIn(Library::imageLink(one.left(63))), QStringList());
    QCOMPARE(Library::imagesIn(QStringLiteral("https://example.org/") + one), QStringList());
}

void LibraryImages::attachedPicture_isNoStepOfItsOwn()
{
    Marked marked;
    const QString sha = keep(marked.shelf, png(Qt::red));
    const qsizetype steps = marked.shelf->journal().size();
    QSignalSpy changed(marked.shelf.library.get(), &Library::changed);
    QVERIFY(marked.shelf->attachImage(marked.mark, sha).ok());
    QCOMPARE(marked.image(), sha);
    QCOMPARE(marked.shelf->journal().size(), steps);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<Change>().papers, QList{marked.paper});
    // A second one is too late.
    QVERIFY(marked.shelf->attachImage(marked.mark, QString(64, u'a')).ok());
    QCOMPARE(marked.image(), sha);
    QCOMPARE(changed.size(), 1);
    QVERIFY(marked.shelf->undo().ok());
    QCOMPARE(marked.image(), QStringLiteral("gone"));
    QVERIFY(marked.shelf->redo().ok());
    QCOMPARE(marked.image(), sha);
}

void LibraryImages::attachedPicture_comesAndGoesWithItsPlace()
{
    Marked marked;
    const QString first = keep(marked.shelf, png(Qt::red));
    const QString second = keep(marked.shelf, png(Qt::green));
    Highlight commented = marked.mark;
    commented.comment = QStringLiteral("why?");
    addHighlight(marked.shelf, commented); // before its picture is there
    QVERIFY(marked.shelf->attachImage(marked.mark, first).ok());
    const Highlight after = marked.moved();
    QCOMPARE(marked.image(), QString());
    QVERIFY(marked.shelf->attachImage(after, second).ok());
    QCOMPARE(marked.image(), second);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(marked.shelf->undo().ok());
        QCOMPARE(marked.image(), first);
        QCOMPARE(marked.shelf->highlight(marked.mark.id)->comment, commented.comment);
        QVERIFY(marked.shelf->undo().ok());
        QCOMPARE(marked.image(), first);
        QVERIFY(marked.shelf->undo().ok());
        QCOMPARE(marked.image(), QStringLiteral("gone"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(marked.shelf->redo().ok());
        QCOMPARE(marked.image(), second);
    }
}

void LibraryImages::attachedAfterUndo_isThereAfterRedo()
{
    Marked marked;
    const QString sha = keep(marked.shelf, png(Qt::red));
    QVERIFY(marked.shelf->undo().ok());
    QVERIFY(marked.shelf->attachImage(marked.mark, sha).ok()); // drawn while it was undone
    QCOMPARE(marked.image(), QStringLiteral("gone"));
    QVERIFY(marked.shelf->redo().ok());
    QCOMPARE(marked.image(), sha);
}

void LibraryImages::pictureOfAnotherPlace_isNotTaken()
{
    Marked marked;
    const QString sha = keep(marked.shelf, png(Qt::red));
    const Highlight after = marked.moved();
    QVERIFY(marked.shelf->attachImage(marked.mark, sha).ok()); // drawn before it was moved
    QCOMPARE(marked.image(), QString());
    QVERIFY(marked.shelf->undo().ok());
    QCOMPARE(marked.image(), sha);
    QVERIFY(marked.shelf->redo().ok());
    QCOMPARE(marked.shelf->highlight(marked.mark.id), after);
}

void LibraryImages::backup_takesPicturesAlong()
{
    Marked marked;
    const QString shown = keep(marked.shelf, png(Qt::red));
    const QString named = keep(marked.shelf, png(Qt::green));
    const QString undone = keep(marked.shelf, png(Qt::blue));
    const QString orphan = keep(marked.shelf, png(Qt::black));
    QVERIFY(marked.shelf->attachImage(marked.mark, shown).ok());
    const auto note = [&](const QString &sha) {
        act(marked.shelf,
            [&](Acts &acts) { return acts.putNote(marked.paper, QStringLiteral("![](yaodian-image:%1)").arg(sha)); });
    };
    note(named);
    marked.shelf.clock.advance(120'000);
    note(undone);
    QVERIFY(marked.shelf->undo().ok());
    QVERIFY(marked.shelf->backup(marked.shelf.path(QStringLiteral("backup"))).ok());
    const auto done =
        Library::restore(marked.shelf.path(QStringLiteral("empty")), marked.shelf.path(QStringLiteral("backup")),
                         marked.shelf.clock, marked.shelf.ids);
    QVERIFY(done.ok());
    QCOMPARE(done->images, 4); // also what nothing names as a whole: a step of the journal may in part
    auto copy = Library::open(marked.shelf.path(QStringLiteral("empty")), Library::Mode::ReadWrite, marked.shelf.clock,
                              marked.shelf.ids);
    QVERIFY(copy.ok());
    QCOMPARE((*copy)->check()->join(u'|'), QString());
    QCOMPARE(*(*copy)->imageBytes(shown), png(Qt::red));
    QCOMPARE(*(*copy)->imageBytes(named), png(Qt::green));
    QVERIFY((*copy)->redo().ok());
    QCOMPARE(Library::imagesIn((*copy)->note(marked.paper).text), QStringList{undone});
    QCOMPARE(*(*copy)->imageBytes(undone), png(Qt::blue));
    QCOMPARE(*(*copy)->imageBytes(orphan), png(Qt::black));
}

void LibraryImages::backupFromBeforePictures_isRestored()
{
    Marked marked;
    const QString backup = marked.shelf.path(QStringLiteral("backup"));
    QVERIFY(marked.shelf->backup(backup).ok());
    for (const char *sql : {"DROP TABLE IF EXISTS kept_images", "ALTER TABLE highlights DROP COLUMN style",
                            "ALTER TABLE highlights DROP COLUMN style_hlc", "ALTER TABLE highlights DROP COLUMN image",
                            "ALTER TABLE highlights DROP COLUMN image_hlc", "ALTER TABLE highlights DROP COLUMN at",
                            "ALTER TABLE highlights DROP COLUMN section", "DROP TABLE IF EXISTS searches",
                            "ALTER TABLE sessions DROP COLUMN active", "PRAGMA user_version = 5"})
        tamper(backup, sql);
    const auto done =
        Library::restore(marked.shelf.path(QStringLiteral("empty")), backup, marked.shelf.clock, marked.shelf.ids);
    QVERIFY(done.ok());
    QCOMPARE(done->images, 0);
    auto copy = Library::open(marked.shelf.path(QStringLiteral("empty")), Library::Mode::ReadWrite, marked.shelf.clock,
                              marked.shelf.ids);
    QCOMPARE((*copy)->highlight(marked.mark.id)->style, Highlight::Style::Text);
    QCOMPARE((*copy)->highlight(marked.mark.id)->quote, marked.mark.quote);
    QCOMPARE((*copy)->check()->join(u'|'), QString());
}

void LibraryImages::damagedPictureInABackup_isRefused()
{
    Marked marked;
    QVERIFY(marked.shelf->attachImage(marked.mark, keep(marked.shelf, png(Qt::red))).ok());
    for (const char *sql :
         {"UPDATE kept_images SET bytes = bytes || x'00'", "UPDATE kept_images SET sha256 = '../../../evil'"}) {
        const QString backup = marked.shelf.path(QStringLiteral("backup"));
        QVERIFY(marked.shelf->backup(backup).ok());
        tamper(backup, sql);
        const auto done =
            Library::restore(marked.shelf.path(QStringLiteral("empty")), backup, marked.shelf.clock, marked.shelf.ids);
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.contains(QStringLiteral("damaged")), qUtf8Printable(done.error().message));
        QVERIFY(!QFileInfo::exists(marked.shelf.path(QStringLiteral("empty"))));
    }
}

void LibraryImages::missingPicture_isNoReasonForNoBackup()
{
    Marked marked;
    const QString sha = keep(marked.shelf, png(Qt::red));
    QVERIFY(marked.shelf->attachImage(marked.mark, sha).ok());
    QVERIFY(QFile::remove(marked.shelf->imagePath(sha)));
    const QString backup = marked.shelf.path(QStringLiteral("backup"));
    QVERIFY(marked.shelf->backup(backup).ok());
    const auto done =
        Library::restore(marked.shelf.path(QStringLiteral("empty")), backup, marked.shelf.clock, marked.shelf.ids);
    QVERIFY(done.ok());
    QCOMPARE(done->images, 0);
}

YAODIAN_TEST_GUILESS(LibraryImages)

} // namespace library_images

#include "library_images.moc"
