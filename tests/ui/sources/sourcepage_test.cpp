#include "tests/support/fakekeychain.h"
#include "tests/support/testmain.h"
#include "ui/base/theme.h"
#include "ui/sources/sourcepage.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace ui_sourcepage_test {

using namespace yaodian;
using namespace yaodian::tests;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

struct House
{
    QTemporaryDir folder;
    FixedClock clock{1'675'850'400'000};
    IdSource ids{clock};
    std::unique_ptr<library::Library> library = open();
    std::shared_ptr<FakeKeychain::Inside> inside = std::make_shared<FakeKeychain::Inside>();
    sync::Secrets secrets{std::make_unique<FakeKeychain>(inside)};
    Commands commands;
    Theme theme{*qApp};
    SourcePage page{*library, secrets, commands, theme};

    std::unique_ptr<library::Library> open()
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(opened).value();
    }
    explicit House(const library::SourceOptions &options = {})
    {
        library::Source source;
        source.title = u"A blog"_s;
        source.url = u"http://blog.example/feed"_s;
        source.id = library::Library::sourceId(source.kind, source.url);
        source.options = options;
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        page.resize(760, 980);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
    }
    void start() { page.start(source()); }
    library::Source source() const { return library->sources().first(); }
    template <class T = QLineEdit> T *field(const char *key) { return page.findChild<T *>(QLatin1StringView(key)); }
    QString note(const char *key)
    {
        const auto *label = page.findChild<QLabel *>(QLatin1StringView(key) + u"Note"_s);
        return label && label->isVisible() ? label->text() : QString();
    }
    void write(const char *key, const QString &text)
    {
        field(key)->setFocus();
        field(key)->selectAll();
        text.isEmpty() ? QTest::keyClick(field(key), Qt::Key_Delete) : QTest::keyClicks(field(key), text);
        QTest::keyClick(field(key), Qt::Key_Return);
    }
    void escape() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); }
};

class SourcePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExample_isCalledOne_andWhatHoldsIsNot()
    {
        House house;
        house.start();
        QCOMPARE(house.field("proxy")->placeholderText(), u"such as socks5://127.0.0.1:1080"_s);
        QCOMPARE(house.field("category")->placeholderText(), u"such as CL"_s);
        QCOMPARE(house.field<QPlainTextEdit>("headers")->placeholderText(), u"such as Name: value"_s);
        QCOMPARE(house.field("interval")->placeholderText(), u"60"_s);
        QCOMPARE(house.field("address")->placeholderText(), house.source().url);
    }

    void everyField_hasAName_andIsReachedByTab()
    {
        House house;
        house.start();
        for (const char *key : {"title", "category", "interval", "max-age", "address", "mirror", "proxy", "language",
                                "headers", "user", "password"}) {
            auto *field = house.field<QWidget>(key);
            QVERIFY2(field, key);
            QVERIFY2(!field->accessibleName().isEmpty(), key);
            QVERIFY2(field->focusPolicy() & Qt::TabFocus, key);
        }
        QCOMPARE(QApplication::focusWidget(), house.field("title"));
    }

    void whatIsTyped_holdsAtOnce_andIsShownAsItIsKept()
    {
        House house;
        house.start();
        house.write("title", u"Another name"_s);
        house.write("category", u"cs.CL"_s);
        house.write("interval", u"45"_s);
        house.write("language", u"zh-CN"_s);
        house.write("proxy", u"socks5://127.0.0.1:1080"_s);
        house.write("mirror", u"http://127.0.0.1:1/base"_s);
        house.write("address", u"https://new.example/feed"_s);
        house.write("user", u"reader"_s);
        QTest::keyClick(house.field<QCheckBox>("max-age"), Qt::Key_Space);
        const library::Source source = house.source();
        QCOMPARE(source.title, u"Another name"_s);
        QCOMPARE(source.category, u"CL"_s);
        QCOMPARE(house.field("category")->text(), u"CL"_s);
        QCOMPARE(source.options.intervalMinutes, 45);
        QCOMPARE(source.options.language, u"zh-CN"_s);
        QCOMPARE(source.options.proxy, u"socks5://127.0.0.1:1080"_s);
        QCOMPARE(source.options.mirror, u"http://127.0.0.1:1/base"_s);
        QCOMPARE(source.options.address, u"https://new.example/feed"_s);
        QCOMPARE(source.options.user, u"reader"_s);
        QVERIFY(source.options.ignoresMaxAge);
        QCOMPARE(source.url, u"http://blog.example/feed"_s);
        house.write("interval", {});
        QCOMPARE(house.source().options.intervalMinutes, 0);
        house.start(); // once more: what holds is shown
        QCOMPARE(house.field("language")->text(), u"zh-CN"_s);
        QVERIFY(!house.field<QCheckBox>("max-age")->isChecked());
    }

    void headers_areOneALine_takenWhenTheFieldIsLeft()
    {
        House house;
        house.start();
        auto *headers = house.field<QPlainTextEdit>("headers");
        headers->setFocus();
        QTest::keyClicks(headers, u"X-One: a"_s);
        QTest::keyClick(headers, Qt::Key_Return);
        QTest::keyClicks(headers, u"X-Two"_s);
        QVERIFY(house.source().options.headers.isEmpty());
        QTest::keyClick(headers, Qt::Key_Tab);
        QVERIFY(house.note("headers").contains(u"X-Two"_s));
        QVERIFY(house.source().options.headers.isEmpty()); // not half of them
        headers->setFocus();
        QTest::keyClicks(headers, u": b"_s);
        QTest::keyClick(headers, Qt::Key_Tab);
        QCOMPARE(house.note("headers"), QString());
        QCOMPARE(house.source().options.headers.size(), 2);
    }

    void aBadValue_hasItsSentenceBelow_andIsNotLost()
    {
        House house;
        house.start();
        house.write("interval", u"2h"_s);
        QVERIFY(house.note("interval").contains(u"2h"_s));
        QCOMPARE(house.field("interval")->text(), u"2h"_s);
        QCOMPARE(house.source().options.intervalMinutes, 0);
        house.write("language", u"en"_s); // another field is taken all the same
        QCOMPARE(house.source().options.language, u"en"_s);
        QVERIFY(!house.note("interval").isEmpty());
        // A change of look builds the page anew.
        house.theme.set(u"dark"_s, 11);
        QTest::qWait(10);
        QCOMPARE(house.field("interval")->text(), u"2h"_s);
        QVERIFY(!house.note("interval").isEmpty());
        house.write("interval", u"120"_s);
        QCOMPARE(house.note("interval"), QString());
        QCOMPARE(house.source().options.intervalMinutes, 120);
        house.theme.set(u"light"_s, 0);
        QTest::qWait(10);
    }

    void escape_takesWhatIsTyped_andStaysOnceForAValueThatCannotBe()
    {
        House house;
        house.start();
        QSignalSpy closed(&house.page, &SourcePage::closed);
        house.field("user")->setFocus();
        QTest::keyClicks(house.field("user"), u"reader"_s);
        house.escape();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(house.source().options.user, u"reader"_s);
        house.start();
        house.field("mirror")->setFocus();
        QTest::keyClicks(house.field("mirror"), u"nowhere"_s);
        house.escape();
        QCOMPARE(closed.size(), 1);
        QVERIFY(house.note("mirror").contains(u"nowhere"_s));
        house.escape();
        QCOMPARE(closed.size(), 2);
        QCOMPARE(house.source().options.mirror, QString());
    }

    void thePassword_goesToTheKeychain_andIsNeverShown()
    {
        House house;
        house.start();
        house.write("user", u"reader"_s);
        QCOMPARE(house.field("password")->echoMode(), QLineEdit::Password);
        house.write("password", u"secret"_s);
        QTRY_COMPARE(house.inside->kept.values(), QStringList{u"secret"_s});
        QTRY_VERIFY(house.note("password").contains(u"http:"_s)); // it could be read on its way
        house.write("address", u"https://blog.example/feed"_s);
        QCOMPARE(house.note("password"), QString());
        house.start();
        QTRY_COMPARE(house.field("password")->placeholderText(), u"kept"_s);
        QCOMPARE(house.field("password")->text(), QString());
        house.field("password")->setFocus();
        QTest::keyClick(house.field("password"), Qt::Key_Return); // nothing typed: nothing changed
        QCOMPARE(house.inside->kept.size(), 1);
        QTest::keyClicks(house.field("password"), u"x"_s);
        QTest::keyClick(house.field("password"), Qt::Key_Backspace);
        QTest::keyClick(house.field("password"), Qt::Key_Return); // emptied by hand: taken out
        QTRY_VERIFY(house.inside->kept.isEmpty());
        QTRY_COMPARE(house.field("password")->placeholderText(), QString());
    }

    void withoutAKeychain_theFieldSaysSo()
    {
        House house;
        house.inside->trouble = u"There is no keychain."_s;
        house.start();
        house.write("password", u"secret"_s);
        QTRY_COMPARE(house.note("password"), u"There is no keychain."_s);
        QCOMPARE(house.field("password")->text(), u"secret"_s);
        QString held;
        house.secrets.password(house.source().id, &house.page, [&held](const QString &password) { held = password; });
        QCOMPARE(held, u"secret"_s);
    }

    void aMove_isOffered_andTakenByOneKey()
    {
        House house;
        library::SyncState state;
        state.movedTo = u"https://new.example/feed"_s;
        state.movedSince = house.clock.now().addDays(-2);
        state.lastFresh = house.clock.now();
        QVERIFY(house.library->putSyncState(house.source().id, state).ok());
        house.start();
        auto *take = house.field<QPushButton>("moved");
        QVERIFY(take);
        take->setFocus();
        QTest::keyClick(take, Qt::Key_Space);
        QCOMPARE(house.source().options.address, state.movedTo);
        QCOMPARE(house.field("address")->text(), state.movedTo);
        house.start();
        QVERIFY(!house.field<QPushButton>("moved"));
    }

    void aSourceThatIsGone_keepsTheTyped_andSaysSo()
    {
        House house;
        house.start();
        QVERIFY(house.library->removeSource(house.source().id).ok());
        house.write("language", u"en"_s);
        QVERIFY(house.note("language").contains(u"removed"_s));
        QVERIFY(house.library->sources().isEmpty());
        QCOMPARE(house.field("language")->text(), u"en"_s);
    }

    void whatAnotherPartChangedMeanwhile_isNotWrittenOver()
    {
        House house;
        house.start();
        library::Source source = house.source();
        source.options.proxy = u"none"_s;
        QVERIFY(house.library->putSource(source).ok());
        house.write("language", u"en"_s);
        QCOMPARE(house.source().options.proxy, u"none"_s);
        QCOMPARE(house.source().options.language, u"en"_s);
    }
};

YAODIAN_TEST(SourcePageTest)

} // namespace ui_sourcepage_test

#include "sourcepage_test.moc"
