// Pictures in the note: pasted, kept, and shown from the store alone.
#include "tests/support/testmain.h"
#include "tests/ui/notes/desk.h"
#include "ui/notes/markdown.h"
#include "ui/notes/notepreview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTextBlock>

namespace ui_notepictures_test {

using namespace yaodian;
using namespace Qt::StringLiterals;
using tests::PanelDesk;

QImage picture(QSize size = {80, 60})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return image;
}

/// As the clipboard gives it.
void paste(const PanelDesk &desk, QMimeData *data)
{
    QGuiApplication::clipboard()->setMimeData(data);
    desk.note()->paste();
}

QStringList imagesIn(const QTextDocument &document)
{
    QStringList names;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it)
            if (it.fragment().charFormat().isImageFormat())
                names << it.fragment().charFormat().toImageFormat().name();
    return names;
}

class NotePicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPastedPicture_isKeptAndNamedInTheNote()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        desk.note()->setPlainText(u"before after"_s);
        QTextCursor cursor = desk.note()->textCursor();
        cursor.setPosition(6);
        desk.note()->setTextCursor(cursor);
        auto *data = new QMimeData;
        data->setImageData(picture());
        paste(desk, data);
        QTRY_COMPARE(library::Library::imagesIn(desk.note()->toPlainText()).size(), 1);
        const QString name = library::Library::imagesIn(desk.note()->toPlainText()).first();
        QCOMPARE(desk.note()->toPlainText(), u"before\n\n![](yaodian-image:%1)\n\n after"_s.arg(name));
        QCOMPARE(QImage::fromData(*desk.shelf->imageBytes(name)).size(), picture().size());
        QTRY_COMPARE(desk.shelf->note(desk.paper).text, desk.note()->toPlainText());
    }

    void aPictureWithWords_isPastedAsWords()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        auto *data = new QMimeData;
        data->setImageData(picture());
        data->setText(u"a cell of a table"_s);
        paste(desk, data);
        QCOMPARE(desk.note()->toPlainText(), u"a cell of a table"_s);
    }

    void leavingThePaperAtOnce_losesNoPicture()
    {
        PanelDesk desk(*qApp);
        desk.panel->addPicture(picture(), u"page 3"_s);
        desk.panel->setPaper(desk.other);
        const QString text = desk.shelf->note(desk.paper).text;
        QCOMPARE(library::Library::imagesIn(text).size(), 1);
        QVERIFY(text.startsWith(u"![page 3]("_s));
        QCOMPARE(desk.shelf->note(desk.other).text, QString());
    }

    void aLargePicture_isMadeSmaller()
    {
        PanelDesk desk(*qApp);
        desk.panel->addPicture(picture({4000, 3000}));
        desk.panel->flush();
        const QString name = library::Library::imagesIn(desk.shelf->note(desk.paper).text).value(0);
        const QImage kept = QImage::fromData(*desk.shelf->imageBytes(name));
        QVERIFY(kept.width() * kept.height() <= 4'000'000 && kept.width() > 2000);
    }

    void blocks_nameOnlyPicturesOfTheStore()
    {
        const QString name(64, u'a');
        auto blocks = ui::noteBlocks(u"see ![Fig. 2](yaodian-image:%1) here"_s.arg(name));
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks[0].spans.size(), 3);
        QCOMPARE(blocks[0].spans[1].image, name);
        QCOMPARE(blocks[0].spans[1].text, u"Fig. 2"_s);
        for (const QString &other : {u"![x](https://example.org/a.png)"_s, u"![x](file:///etc/passwd)"_s,
                                     u"![x](yaodian-image:short)"_s, u"![x](yaodian-image:%1/../b)"_s.arg(name)}) {
            blocks = ui::noteBlocks(other);
            QCOMPARE(blocks[0].spans.size(), 1);
            QCOMPARE(blocks[0].spans[0].text, u"[x]"_s);
            QCOMPARE(blocks[0].spans[0].image, QString());
        }
    }

    void thePreview_showsWhatTheStoreHas_andNamesWhatItHasNot()
    {
        PanelDesk desk(*qApp);
        const QString absent(64, u'b');
        desk.panel->addPicture(picture());
        desk.panel->flush();
        const QString text = desk.shelf->note(desk.paper).text;
        const QString name = library::Library::imagesIn(text).value(0);
        QVERIFY(desk.notes->setNote(desk.paper, text + u"\n\n![gone](yaodian-image:%1)"_s.arg(absent)).ok());
        auto *preview = desk.child<ui::NotePreview>("notePreview");
        desk.panel->togglePreview();
        QTRY_COMPARE(imagesIn(*preview->document()), QStringList{library::Library::imageLink(name)});
        QTRY_VERIFY(preview->toPlainText().contains(u"[gone]"_s));
        const auto shown =
            preview->document()->resource(QTextDocument::ImageResource, QUrl(library::Library::imageLink(name)));
        QCOMPARE(shown.value<QImage>().size(), picture().size());
        QVERIFY(!preview->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
    }
};

YAODIAN_TEST(NotePicturesTest)

} // namespace ui_notepictures_test

#include "notepictures_test.moc"
