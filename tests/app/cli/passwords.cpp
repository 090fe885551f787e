#include "cli/context.h"
#include "cli/services.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace cli_passwords {

using namespace yaodian;
using namespace yaodian::cli;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// One source in a library of its own, and verbs that run on a keychain in memory.
struct Desktop
{
    Desktop()
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        library = std::move(opened.value());
        source.title = u"A blog"_s;
        source.url = u"http://127.0.0.1:9/feed"_s;
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        name = u"source/"_s + source.id.toString();
    }
    /// What the verb ends with; its words are in `out` and `err`.
    int run(const QStringList &words, const QByteArray &input = {})
    {
        out.clear();
        err.clear();
        Services services(*library, clock, ids, globals, std::make_unique<FakeKeychain>(inside), passwords);
        Context context;
        context.globals = globals;
        context.input = input;
        context.services = &services;
        context.out = [this](const QByteArray &bytes) { out += bytes; };
        context.err = [this](const QByteArray &bytes) { err += bytes; };
        QString misuse;
        const Verb *verb = findVerb(u"sources"_s);
        const Arguments arguments = sortArguments(*verb, words, &misuse);
        if (!misuse.isEmpty()) {
            context.fail(misuse);
            return exitUsage;
        }
        std::optional<int> exit;
        verb->run(context, arguments, [&exit](int code) { exit = code; });
        return QTest::qWaitFor([&exit] { return exit.has_value(); }) ? *exit : -1;
    }
    library::Source stored() const
    {
        const auto sources = library->sources();
        return sources.isEmpty() ? library::Source() : sources.first();
    }

    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    Globals globals{folder.path(), u"en"_s, u"light"_s, false, false, {}};
    std::unique_ptr<library::Library> library;
    std::shared_ptr<FakeKeychain::Inside> inside = std::make_shared<FakeKeychain::Inside>();
    std::shared_ptr<sync::PasswordsOfRun> passwords = std::make_shared<sync::PasswordsOfRun>();
    library::Source source;
    QString name; ///< under which the keychain has its password
    QByteArray out, err;
};

/// Passwords of sources on the command line.
class PasswordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void set_keepsThePasswordOfStandardInput()
    {
        Desktop desk;
        const QString id = desk.source.id.toString();
        QCOMPARE(desk.run({u"set"_s, id, u"user=reader"_s, u"--password"_s, u"-"_s}, "pässword 密\r\n"), exitDone);
        QCOMPARE(desk.stored().options.user, u"reader"_s);
        QCOMPARE(desk.inside->kept.value(desk.name), u"pässword 密"_s);
        QVERIFY(!desk.out.contains("ssword") && desk.err.isEmpty());
        QCOMPARE(desk.passwords->of(desk.source.id), u"pässword 密"_s); // the window's, where it runs there
        QCOMPARE(desk.run({u"set"_s, id, u"--password=-"_s}, "another"), exitDone);
        QCOMPARE(desk.inside->kept.value(desk.name), u"another"_s);
        QCOMPARE(desk.stored().options.user, u"reader"_s);
        QCOMPARE(desk.run({u"set"_s, id, u"--password"_s, u"-"_s}, "\n"), exitDone);
        QVERIFY(desk.inside->kept.isEmpty());
    }

    void aKeychainThatRefuses_isToldInOneSentence()
    {
        Desktop desk;
        desk.inside->trouble = u"no keychain here"_s;
        QCOMPARE(desk.run({u"set"_s, desk.source.id.toString(), u"user=reader"_s, u"--password"_s, u"-"_s}, "pw"),
                 exitFailed);
        QCOMPARE(desk.err, "no keychain here\n");
        QVERIFY(desk.out.isEmpty());
        QCOMPARE(desk.stored().options.user, u"reader"_s); // what could be kept is
    }

    void whatIsNoPassword_isRefused_andNothingIsStored_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("choice");
        QTest::newRow("two lines") << QByteArray("one\ntwo\n") << u"user=reader"_s;
        QTest::newRow("no UTF-8") << QByteArray("p\xff\xfe") << u"user=reader"_s;
        QTest::newRow("a zero byte") << QByteArray("p\0w", 3) << u"user=reader"_s;
        QTest::newRow("nobody's") << QByteArray("pw") << u"category=cs.CL"_s;
    }
    void whatIsNoPassword_isRefused_andNothingIsStored()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QString, choice);
        Desktop desk;
        QCOMPARE(desk.run({u"set"_s, desk.source.id.toString(), choice, u"--password"_s, u"-"_s}, input), exitFailed);
        QCOMPARE(desk.err.count('\n'), 1);
        QCOMPARE(desk.stored(), desk.source);
        QVERIFY(desk.inside->kept.isEmpty());
    }

    void misuse_isUsage()
    {
        Desktop desk;
        const QString id = desk.source.id.toString();
        for (const QStringList &words :
             {QStringList{u"set"_s, id}, QStringList{u"set"_s, id, u"--password"_s, u"secret"_s},
              QStringList{u"remove"_s, id, u"--password"_s, u"-"_s}, QStringList{u"set"_s, u"--password"_s, u"-"_s}}) {
            QCOMPARE(desk.run(words, "pw"), exitUsage);
            QCOMPARE(desk.err.count('\n'), 1);
        }
        QVERIFY(desk.inside->kept.isEmpty());
    }

    void aRemovedSource_leavesNoPassword()
    {
        Desktop desk;
        const QString id = desk.source.id.toString();
        QCOMPARE(desk.run({u"set"_s, id, u"user=reader"_s, u"--password"_s, u"-"_s}, "pw"), exitDone);
        QCOMPARE(desk.run({u"remove"_s, id}), exitDone);
        QVERIFY(desk.library->sources().isEmpty());
        QVERIFY(desk.inside->kept.isEmpty());
        QCOMPARE(desk.passwords->of(desk.source.id), QString());
    }

    void aNameThatIsTakenAway_takesThePasswordAlong()
    {
        Desktop desk;
        const QString id = desk.source.id.toString();
        QCOMPARE(desk.run({u"set"_s, id, u"user=reader"_s, u"--password"_s, u"-"_s}, "pw"), exitDone);
        QCOMPARE(desk.run({u"set"_s, id, u"user="_s}), exitDone);
        QVERIFY(desk.stored().options.user.isEmpty());
        QVERIFY(desk.inside->kept.isEmpty());
        desk.inside->trouble = u"never asked"_s;
        QCOMPARE(desk.run({u"set"_s, id, u"user="_s}), exitDone); // there was none any more
    }

    void aRemovedSource_whosePasswordStays_isGone_andThatIsSaid()
    {
        Desktop desk;
        const QString id = desk.source.id.toString();
        QCOMPARE(desk.run({u"set"_s, id, u"user=reader"_s, u"--password"_s, u"-"_s}, "pw"), exitDone);
        desk.inside->trouble = u"it stayed shut"_s;
        QCOMPARE(desk.run({u"remove"_s, id}), exitFailed);
        QVERIFY(desk.library->sources().isEmpty());
        QVERIFY(desk.out.contains("its issues stay"));
        QCOMPARE(desk.err, "it stayed shut\n");
    }

    void removing_doesNotTroubleTheKeychain_whereThereWasNoPassword()
    {
        Desktop desk;
        desk.inside->trouble = u"never asked"_s;
        QCOMPARE(desk.run({u"remove"_s, desk.source.id.toString()}), exitDone);
        QVERIFY(desk.err.isEmpty());
    }
};

YAODIAN_TEST_GUILESS(PasswordsTest)

} // namespace cli_passwords

#include "passwords.moc"
