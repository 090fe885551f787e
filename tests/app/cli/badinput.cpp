#include "process.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTest>

#include <unistd.h>

namespace cli_badinput {

using namespace Qt::StringLiterals;

/// Bad input: one clear sentence, exit 1, nothing half-written.
class BadInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoDocument_data();
    void whatIsNoDocument();
    void oneBadFileAmongGoodOnes_isSaidAndTheRestIsImported();
    void aPdfThatIsAPage_isNamed();
    void anUnreachableServer_isNamed();
    void offline_refusesTheNetwork();
    void aFolderThatCannotBeWritten_isSaid();
    void aLibraryOfANewerVersion_isReadButNotWritten();
    void aPostWithoutPapers_isKept();
    void aMalformedMirror_isSaid();

private:
    static void refusedInOneLine(const Ran &ran);
};

void BadInputTest::refusedInOneLine(const Ran &ran)
{
    QVERIFY2(ran.exit == 1, ran.all().constData());
    QVERIFY2(ran.errorLines() == 1, ran.all().constData());
    QVERIFY2(ran.err.size() > 20, ran.all().constData());
}

void BadInputTest::whatIsNoDocument_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"empty", "binary", "large", "absent", "folder"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void BadInputTest::whatIsNoDocument()
{
    QFETCH(const QString, file);
    const Program program;
    program.write(u"empty"_s, {});
    QByteArray noise;
    for (int i = 0; i < 4096; ++i)
        noise += char((i * 7919) >> 3);
    program.write(u"binary"_s, QByteArray("\x7f"
                                          "ELF\0\0\1",
                                          7) +
                                   noise);
    QFile large(program.file(u"large"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(65LL * 1024 * 1024)); // sparse: costs no space
    QVERIFY(QDir(program.folder()).mkdir(u"folder"_s));

    const Ran parsed = program.run({u"parse"_s, u"--json"_s, file});
    refusedInOneLine(parsed);
    QVERIFY(parsed.out.isEmpty());
    if (file == u"folder"_s)
        return; // importing a folder is fine
    const Ran imported = program.run({u"import"_s, u"--json"_s, file});
    refusedInOneLine(imported);
    QCOMPARE(imported.object()[u"failed"_s].toArray().size(), 1);
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).array().size(), 0);
}

void BadInputTest::oneBadFileAmongGoodOnes_isSaidAndTheRestIsImported()
{
    const Program program;
    program.write(u"empty.txt"_s, {});
    const Ran ran = program.run({u"import"_s, u"empty.txt"_s, Program::fixture(u"daily.txt"_s), u"--json"_s});
    refusedInOneLine(ran);
    QCOMPARE(ran.object()[u"new"_s].toInt(), 1);
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).array().size(), 3);
}

void BadInputTest::aPdfThatIsAPage_isNamed()
{
    const Program program;
    refusedInOneLine(program.run({u"text"_s, Program::fixture(u"login.pdf"_s)}));
    refusedInOneLine(
        program.run({u"page"_s, Program::fixture(u"login.pdf"_s), u"--page"_s, u"1"_s, u"--to"_s, u"out.png"_s}));
    QVERIFY(!QFileInfo::exists(program.file(u"out.png"_s)));
    refusedInOneLine(program.run({u"text"_s, u"absent.pdf"_s}));
}

void BadInputTest::anUnreachableServer_isNamed()
{
    QTcpServer closed; // a port that is surely free, because it was ours a moment ago
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    const Program program;
    const Ran ran = program.run({u"sources"_s, u"add"_s, u"http://127.0.0.1:%1/feed"_s.arg(port)});
    refusedInOneLine(ran);
    QVERIFY2(ran.err.contains("127.0.0.1"), ran.all().constData());
    QVERIFY(program.run({u"sources"_s, u"list"_s, u"--json"_s}).object()[u"sources"_s].toArray().isEmpty());
}

void BadInputTest::offline_refusesTheNetwork()
{
    const Program program;
    refusedInOneLine(program.run({u"sources"_s, u"add"_s, u"http://127.0.0.1:9/feed"_s, u"--offline"_s}));
}

void BadInputTest::aFolderThatCannotBeWritten_isSaid()
{
    const Program program;
    // Nothing stops root from writing into a read-only folder, so there it is one of the kernel's.
    QString folder = u"/proc/yaodian"_s;
    if (::geteuid() != 0) {
        QVERIFY(QDir(program.folder()).mkdir(u"closed"_s));
        folder = program.file(u"closed"_s);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    }
    const Ran ran = program.run({u"import"_s, Program::fixture(u"daily.txt"_s), u"--library"_s, folder});
    refusedInOneLine(ran);
    QVERIFY2(ran.err.contains(folder.toUtf8()), ran.all().constData());
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void BadInputTest::aLibraryOfANewerVersion_isReadButNotWritten()
{
    const Program program;
    QCOMPARE(program.run({u"import"_s, Program::fixture(u"daily.txt"_s)}).exit, 0);
    QFile notes(program.library() + u"/notes.sqlite"_s);
    QVERIFY(notes.open(QIODevice::ReadWrite));
    QVERIFY(notes.seek(60)); // SQLite's file format: the user version, four bytes
    QCOMPARE(notes.write(QByteArray("\x00\x00\x7f\x00", 4)), 4);
    notes.close();
    const Ran list = program.run({u"list"_s, u"--json"_s});
    QVERIFY2(list.exit == 0, list.all().constData());
    QCOMPARE(list.array().size(), 3);
    refusedInOneLine(program.run({u"mark"_s, u"arXiv:2302.13971"_s, u"--star"_s}));
    refusedInOneLine(program.run({u"import"_s, Program::fixture(u"letter.txt"_s)}));
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).array().size(), 3);
}

void BadInputTest::aPostWithoutPapers_isKept()
{
    const Program program;
    const Ran ran = program.run({u"import"_s, Program::fixture(u"letter.txt"_s), u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.all().constData());
    QCOMPARE(ran.object()[u"new"_s].toInt(), 1);
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).array().size(), 0);
}

void BadInputTest::aMalformedMirror_isSaid()
{
    const Program program;
    refusedInOneLine(program.run({u"sync"_s, u"--mirror"_s, u"arxiv.org=not a link"_s}));
}

YAODIAN_TEST_GUILESS(BadInputTest)

} // namespace cli_badinput

#include "badinput.moc"
