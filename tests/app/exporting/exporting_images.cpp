// Pictures of highlights and notes beside the files that show them, and the way back.
#include "app/exporting/report.h"
#include "exporting/exporting.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

namespace exporting_images {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using exporting::Markdown;
using exporting::Written;

QByteArray png(QColor colour)
{
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

struct House : tests::Desk
{
    House()
    {
        named = *shelf->keepImage(png(Qt::red));
        shown = *shelf->keepImage(png(Qt::green));
        note = u"First line.\n\n![Fig. 2](yaodian-image:%1)\n\nLast line."_s.arg(named);
        const auto area = notes.addHighlight(papers[0], notes::areaOf({}, {0.1, 0.1, 0.5, 0.4}, 2, QString(64, u'a')),
                                             u"result"_s, u"see there"_s);
        if (!area || !notes.setNote(papers[0], note) || !shelf->attachImage(*shelf->highlight(*area), shown))
            qFatal("the desk is not made");
        highlight = *area;
    }
    Written write(const QString &form = u"obsidian"_s)
    {
        const auto written = Markdown(*shelf.library).writePapers({papers[0]}, folder.path(), {form});
        if (!written.ok())
            qFatal("%s", qUtf8Printable(written.error().message));
        file = written->files.first();
        return *written;
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    [[nodiscard]] QString text() const { return QString::fromUtf8(bytesOf(file)); }
    void replace(const QString &was, const QString &is) const
    {
        const QString before = text();
        QFile out(file);
        if (!before.contains(was) || !out.open(QIODevice::WriteOnly) ||
            out.write(QString(before).replace(was, is).toUtf8()) < 0)
            qFatal("not written");
    }
    [[nodiscard]] QString imageOf(const QString &sha) const
    {
        return QFileInfo(file).absolutePath() + u"/images/"_s + sha.left(16) + u".png"_s;
    }

    QTemporaryDir folder;
    QString file, named, shown, note;
    HighlightId highlight;
};

class ExportingImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesOfNoteAndHighlight_lieBesideTheFile_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"obsidian", "logseq", "plain"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void picturesOfNoteAndHighlight_lieBesideTheFile()
    {
        QFETCH(QString, form);
        House house;
        const Written written = house.write(form);
        QCOMPARE(written.conflicts, QStringList());
        const QString text = house.text();
        QVERIFY2(text.contains(u"![Fig. 2](images/%1.png)"_s.arg(house.named.left(16))), qUtf8Printable(text));
        QVERIFY2(text.contains(u"![](images/%1.png)"_s.arg(house.shown.left(16))), qUtf8Printable(text));
        QVERIFY(!text.contains(u"yaodian-image:"_s));
        QCOMPARE(House::bytesOf(house.imageOf(house.named)), png(Qt::red));
        QCOMPARE(House::bytesOf(house.imageOf(house.shown)), png(Qt::green));
        // Again: no byte changes, no picture is written again.
        const QDateTime before = QFileInfo(house.imageOf(house.named)).lastModified();
        QTest::qWait(20);
        QCOMPARE(house.write(form).unchanged, 1);
        QCOMPARE(house.text(), text);
        QCOMPARE(QFileInfo(house.imageOf(house.named)).lastModified(), before);
        QCOMPARE(house.shelf->note(house.papers[0]).text, house.note);
    }

    void anEditBesideAPicture_comesBackWithTheLinkOfTheStore()
    {
        House house;
        house.write();
        house.replace(u"Last line."_s, u"Last line, edited.\n\n![again](images/%1.png)"_s.arg(house.shown.left(16)));
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(
            house.shelf->note(house.papers[0]).text,
            u"First line.\n\n![Fig. 2](yaodian-image:%1)\n\nLast line, edited.\n\n![again](yaodian-image:%2)"_s.arg(
                house.named, house.shown));
        QCOMPARE(house.write().unchanged, 1);
        // What names no picture of the store stays as it was typed.
        house.replace(u"First line."_s, u"First ![x](images/0123456789abcdef.png) line."_s);
        QCOMPARE(house.write().taken, 1);
        QVERIFY(house.shelf->note(house.papers[0]).text.startsWith(u"First ![x](images/0123456789abcdef.png) line."_s));
    }

    void anEditedComment_staysOneBesideItsPicture()
    {
        House house;
        house.write();
        house.replace(u"see there"_s, u"see there and here"_s);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.shelf->highlight(house.highlight)->comment, u"see there and here"_s);
        QCOMPARE(house.shelf->highlight(house.highlight)->image, house.shown);
        QCOMPARE(house.write().unchanged, 1);
    }

    void aFileThatWasMoved_hasItsPicturesBesideIt()
    {
        House house;
        house.write();
        QVERIFY(QDir(house.folder.path()).mkpath(u"read/later"_s));
        QVERIFY(QFile::rename(house.file, house.folder.filePath(u"read/later/mine.md"_s)));
        house.write();
        QVERIFY(house.file.endsWith(u"read/later/mine.md"_s));
        QCOMPARE(House::bytesOf(house.imageOf(house.named)), png(Qt::red));
    }

    void aPictureThatIsGone_isSaid_andTheRestIsWritten()
    {
        House house;
        QVERIFY(QFile::remove(house.shelf->imagePath(house.named)));
        const Written written = house.write();
        QCOMPARE(written.conflicts.size(), 1);
        QVERIFY(written.conflicts[0].contains(house.named.left(16)));
        QVERIFY(house.text().contains(u"Last line."_s));
        QCOMPARE(House::bytesOf(house.imageOf(house.shown)), png(Qt::green));
    }

    void aReport_hasThePicturesOfHighlightsWithinIt()
    {
        House house;
        Session session;
        session.id = house.shelf.ids.make<SessionTag>();
        session.started = house.shelf.clock.now();
        session.queue = session.done = {house.papers[0]};
        const QByteArray page = exporting::reportOf(*house.shelf.library, session);
        QVERIFY(page.contains("<img alt=\"\" src=\"data:image/png;base64," + png(Qt::green).toBase64() + "\">"));
        QVERIFY(page.contains("img-src data:"));
        QCOMPARE(page.count("<img"), 1); // and none of another place
    }

    void aPictureThatWasChangedInTheFolder_isKept_untilItIsDeleted()
    {
        House house;
        house.write();
        QFile out(house.imageOf(house.named));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("rubble") > 0);
        out.close();
        house.write();
        QCOMPARE(House::bytesOf(house.imageOf(house.named)), "rubble");
        QVERIFY(QFile::remove(house.imageOf(house.named)));
        house.write();
        QCOMPARE(House::bytesOf(house.imageOf(house.named)), png(Qt::red));
    }
};

YAODIAN_TEST_GUILESS(ExportingImages)

} // namespace exporting_images

#include "exporting_images.moc"
