#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/otherprograms.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace pdf_copiedcorpus {

using namespace yaodian;
using namespace yaodian::pdf;

const QString corpus = QStringLiteral(YAODIAN_CORPUS "/pdfs");

AddedAnnotation markOn(int page)
{
    AddedAnnotation out;
    out.annotation = {page,
                      Annotation::Kind::Highlight,
                      {{0.2, 0.3, 0.6, 0.33}},
                      QStringLiteral("一条 (comment)"),
                      QStringLiteral("Yaodian"),
                      QStringLiteral("018f2d40-0000-7000-8000-%1").arg(page, 12, 10, QLatin1Char('0')),
                      QStringLiteral("#3b7dd8"),
                      QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5), Qt::UTC)};
    out.subject = QStringLiteral("问题");
    return out;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Copies of every PDF that there is: sound as the file was, or refused in one sentence.
class TestCopiedCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPdfGetsASoundCopyOrASentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isPaper");
        for (const QString &folder : {QStringLiteral("papers"), QStringLiteral("edge")}) {
            const QFileInfoList files = QDir(corpus + u'/' + folder).entryInfoList({QStringLiteral("*.pdf")});
            for (const QFileInfo &file : files)
                QTest::newRow(qPrintable(file.fileName())) << file.filePath() << (folder == QStringLiteral("papers"));
        }
    }

    void everyPdfGetsASoundCopyOrASentence()
    {
        QFETCH(QString, path);
        QFETCH(bool, isPaper);
        const auto info = readInfo(path);
        if (!info) { // of a file that is not opened there is no copy either
            QVERIFY(!annotatedCopy(path, {markOn(0)}));
            return;
        }
        const int last = int(info->pages.size()) - 1;
        QList<AddedAnnotation> marks{markOn(0)};
        if (last > 0)
            marks << markOn(last);
        const auto copy = annotatedCopy(path, marks);
        if (!copy) {
            QVERIFY2(!isPaper, qPrintable(copy.error().message));
            QVERIFY(!copy.error().message.isEmpty());
            qInfo("%s: %s", QTest::currentDataTag(), qPrintable(copy.error().message));
            return;
        }
        const QByteArray original = bytesOf(path);
        QVERIFY(copy->startsWith(original) && copy->size() > original.size());
        const QString written = m_folder.filePath(QStringLiteral("copy.pdf"));
        QFile out(written);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(*copy) == copy->size());
        out.close();
        if (tests::faultsIn(path).isEmpty())
            QCOMPARE(tests::faultsIn(written), QString());
        const QImage before = tests::drawnByAnother(path, 0);
        if (!before.isNull() &&
            !tests::said(QStringLiteral("mutool"), {QStringLiteral("info"), path}).contains(QStringLiteral("repair")))
            QVERIFY(tests::drawnByAnother(written, 0) != before);
        const auto read = readAnnotations(written);
        QVERIFY(read);
        for (const AddedAnnotation &mark : marks)
            QVERIFY(std::any_of(read->cbegin(), read->cend(), [&mark](const Annotation &annotation) {
                return annotation.name == mark.annotation.name && annotation.page == mark.annotation.page &&
                       annotation.contents == mark.annotation.contents;
            }));
    }

private:
    QTemporaryDir m_folder;
};

YAODIAN_TEST_GUILESS(TestCopiedCorpus)

} // namespace pdf_copiedcorpus

#include "copiedcorpus.moc"
