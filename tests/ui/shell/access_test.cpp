// The window without a mouse: every page is walked by keys, with a screen reader's eyes and a Chinese input method on.
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QDir>
#include <QInputMethodQueryEvent>
#include <QPlainTextEdit>
#include <QSet>
#include <QTextEdit>

namespace ui_access_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

constexpr int guardMs = 30'000;

/// An input method in Chinese mode, as the platform's plug-ins have it: it is asked before each key, and where the
/// object with the focus takes its text, letters and signs go into what it composes and the program never sees them.
struct InputMethod
{
    QString composed;

    static bool isOn()
    {
        QObject *focus = QGuiApplication::focusObject();
        QInputMethodQueryEvent query(Qt::ImEnabled);
        return focus && QCoreApplication::sendEvent(focus, &query) && query.value(Qt::ImEnabled).toBool();
    }
    /// Types a character on the keyboard. With the input method on, it is composed; else the program gets it, in the
    /// full width that a Chinese layout gives signs.
    void type(QChar key)
    {
        if (isOn()) {
            composed += key;
            QInputMethodEvent composing(composed, {});
            QCoreApplication::sendEvent(QGuiApplication::focusObject(), &composing);
            return;
        }
        const QString wide = key == u':' ? u"："_s : key == u'?' ? u"？"_s : key == u'/' ? u"／"_s : QString(key);
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, wide);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &press);
    }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            type(key);
    }
    /// Takes the words that were composed.
    void commit(const QString &words)
    {
        QInputMethodEvent done;
        done.setCommitString(words);
        composed.clear();
        QCoreApplication::sendEvent(QGuiApplication::focusObject(), &done);
    }
};

bool takesText(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return !line->isReadOnly();
    if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
        return !plain->isReadOnly();
    const auto *rich = qobject_cast<const QTextEdit *>(widget);
    return (rich && !rich->isReadOnly()) || widget->inherits("QAbstractSpinBox");
}

QString describe(const QWidget *widget)
{
    return u"%1 “%2” in %3"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
                                  widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

QString spokenName(QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

/// Whatever can have the focus now.
QList<QWidget *> stops(const QWidget &window)
{
    // A list without a row that can be chosen is passed by.
    const auto isEmptyList = [](const QWidget *widget) {
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        const QAbstractItemModel *rows = view ? view->model() : nullptr;
        for (int row = 0; rows && row < rows->rowCount(); ++row)
            if (rows->flags(rows->index(row, 0)) & Qt::ItemIsEnabled)
                return false;
        return view != nullptr;
    };
    QList<QWidget *> all;
    for (QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !isEmptyList(widget) && !widget->focusProxy())
            all << widget;
    return all;
}

/// A window with the tour, as a new reader has it.
struct House : Online
{
    House()
    {
        start();
        const bool came =
            QTest::qWaitFor([&] { return entries().model() && entries().model()->rowCount() > 3; }, guardMs);
        if (!came)
            qFatal("no tour");
        QTRY_VERIFY_WITH_TIMEOUT(entries().hasFocus(), guardMs);
    }
    [[nodiscard]] QAbstractItemView &entries() const { return *child<QAbstractItemView>("entries"); }
    static void press(const QString &keys) { QTest::keyClicks(focus(), keys); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focus(), key, modifiers); }
    /// What Tab and Shift+Tab come by from here, and within lists the arrows.
    static QSet<QWidget *> byTab()
    {
        QWidget *const begin = focus();
        QSet<QWidget *> seen{begin};
        const auto walk = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            for (int i = 0; i < 80; ++i) {
                press(key, modifiers);
                seen << focus();
            }
        };
        walk(Qt::Key_Tab);
        walk(Qt::Key_Backtab, Qt::ShiftModifier);
        for (QWidget *list : QList<QWidget *>(seen.begin(), seen.end()))
            if (list->inherits("QAbstractItemView") || list->inherits("yaodian::ui::SideSection") ||
                list->inherits("yaodian::ui::PointRow")) {
                list->setFocus();
                walk(Qt::Key_Down);
                list->setFocus();
                walk(Qt::Key_Up);
            }
        begin->setFocus();
        press(u"/"_s); // what is above a list, to filter it
        seen << focus();
        return seen;
    }
    void readIt() const
    {
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window->isReading() && window->reader()->isSettled(), guardMs);
        QTRY_VERIFY_WITH_TIMEOUT(!window->reader()->paper().isNull(), guardMs);
    }
};

struct Way
{
    const char *name;
    QString keys; ///< from the list; empty: the list itself
    bool inReader = false;
    bool isShut = false; ///< Tab stays in it: its field and list are one
};

const QList<Way> ways{
    {"the list", {}},
    {"triage", u"F6"_s},
    {"history of reading", u"gh"_s},
    {"settings", u","_s},
    {"keys", u"g,"_s},
    {"sync activity", u"Y"_s},
    {"all highlights", u"H"_s},
    {"kinds", u"gk"_s},
    {"templates", u"gm"_s},
    {"palette", u":"_s, false, true},
    {"search", u"^F"_s, false, true},
    {"a new source", u"a"_s, false, true},
    {"filter", u"/"_s},
    {"a point on the card", u"p"_s},
    {"tags", u"T"_s},
    {"reader", {}, true},
    {"outline", u"t"_s, true},
    {"thumbnails", u"b"_s, true},
    {"embedded files", u"ga"_s, true},
    {"annotations", u"gA"_s, true},
    {"words in the PDF", u"/"_s, true},
    {"points", u"gp"_s, true},
    {"the note", u"o"_s, true},
    {"preview of the note", u"gn"_s, true},
};

class AccessTest : public QObject
{
    Q_OBJECT

    static void go(House &house, const Way &way)
    {
        if (way.inReader)
            house.readIt();
        if (way.keys == u"F6"_s)
            house.commands.run(u"triage.start"_s);
        else if (way.keys.startsWith(u'^'))
            House::press(Qt::Key(way.keys[1].unicode()), Qt::ControlModifier);
        else
            House::press(way.keys);
        QTest::qWait(50); // lists that are gathered beside the window
    }
    static void eachWay()
    {
        QTest::addColumn<int>("at");
        for (int i = 0; i < ways.size(); ++i)
            QTest::newRow(ways[i].name) << i;
    }

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void everyControl_hasANameForScreenReaders_data() { eachWay(); }
    void everyControl_hasANameForScreenReaders()
    {
        QFETCH(int, at);
        House house;
        go(house, ways[at]);
        QStringList nameless;
        for (QWidget *stop : stops(*house.window))
            if (spokenName(stop).trimmed().isEmpty())
                nameless << describe(stop);
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void everyControl_isComeByWithTab_data() { eachWay(); }
    void everyControl_isComeByWithTab()
    {
        QFETCH(int, at);
        House house;
        go(house, ways[at]);
        QVERIFY(house.window->isAncestorOf(House::focus()));
        if (ways[at].isShut) {
            QWidget *field = House::focus();
            House::press(Qt::Key_Tab);
            QCOMPARE(House::focus(), field);
            return;
        }
        const QSet<QWidget *> reached = House::byTab();
        QStringList missed;
        for (QWidget *stop : stops(*house.window))
            if (!reached.contains(stop))
                missed << describe(stop);
        QCOMPARE(missed.join(u'\n'), QString());
    }

    void theInputMethod_isOnInTextFieldsAlone_data() { eachWay(); }
    void theInputMethod_isOnInTextFieldsAlone()
    {
        QFETCH(int, at);
        House house;
        go(house, ways[at]);
        QStringList wrong;
        for (QWidget *stop : stops(*house.window)) {
            stop->setFocus();
            if (House::focus() == stop && InputMethod::isOn() != takesText(stop))
                wrong << describe(stop);
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    /// What a new reader does in the first hour, with a Chinese input method on all the while.
    void theFirstEvening()
    {
        House house;
        InputMethod hands;
        const auto &library = *house.library;
        const auto paper = house.window->page().currentRow()->paper;

        hands.type(u"jk2s"_s); // through the list; a verdict, a star
        QCOMPARE(library.state(paper).verdict, library::Verdict::Keep);
        QVERIFY(library.state(paper).starred);
        hands.type(u'p'); // a point of one's own
        hands.type(u"wo de yao dian"_s);
        hands.commit(u"我的要点"_s);
        House::press(Qt::Key_Return);
        QCOMPARE(library.points(paper).last().text, u"我的要点"_s);

        house.readIt(); // and a passage of its PDF that backs the first one
        QTRY_VERIFY_WITH_TIMEOUT((hands.type(u'v'), house.window->reader()->hasSelection()), guardMs);
        hands.type(u"www"_s);
        hands.type(u"hm"_s);
        QTRY_COMPARE_WITH_TIMEOUT(library.highlights(paper).size(), 1, guardMs);
        hands.type(u"e1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(library.points(paper).first().evidence.size(), 1, guardMs);
        hands.type(u'o'); // the note
        hands.type(u"bi ji"_s);
        hands.commit(u"第一晚的笔记"_s);
        House::press(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(library.note(paper).text, u"第一晚的笔记"_s, guardMs);
        for (int i = 0; i < 3 && house.window->isReading(); ++i)
            House::press(Qt::Key_Escape);
        QVERIFY(!house.window->isReading());

        hands.type(u'S'); // a session, its end, its Markdown
        QTRY_VERIFY_WITH_TIMEOUT(house.window->isReading(), guardMs);
        hands.type(u"Ze"_s);
        QTRY_COMPARE_WITH_TIMEOUT(house.window->windowTitle(), u"Summary of the session — 要点"_s, guardMs);
        house.ask.folders << house.folder.filePath(u"out"_s);
        hands.type(u'E');
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(house.folder.filePath(u"out"_s)).entryList({u"*.md"_s}).isEmpty(), guardMs);
        House::press(Qt::Key_Escape);

        hands.type(u':'); // a setting, by its Chinese name
        hands.type(u"she zhi"_s);
        hands.commit(u"设置"_s);
        House::press(Qt::Key_Return);
        QCOMPARE(house.window->windowTitle(), u"Settings — 要点"_s);
        for (int i = 0; i < 40 && House::focus()->objectName() != u"offline"_s; ++i)
            House::press(Qt::Key_Tab);
        QCOMPARE(House::focus()->objectName(), u"offline"_s);
        House::press(Qt::Key_Space);
        QVERIFY(house.services->settings.flag("offline"));
        House::press(Qt::Key_Escape);

        House::press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!house.window->isVisible());
    }

    void fullWidthSigns_areThePlainOnes()
    {
        House house;
        InputMethod hands;
        hands.type(u':');
        QVERIFY(house.child<QWidget>("palette")->isVisible());
        QVERIFY(InputMethod::isOn());
        hands.type(u"dk"_s); // into the input method
        auto *field = qobject_cast<QLineEdit *>(House::focus());
        QVERIFY(field && field->text().isEmpty());
        hands.commit(u"打开"_s);
        QCOMPARE(field->text(), u"打开"_s);
        House::press(Qt::Key_Escape);
        QVERIFY(house.entries().hasFocus());
        hands.type(u'?');
        QVERIFY(house.child<QWidget>("keyHelp")->isVisible());
        House::press(Qt::Key_Escape);
        hands.type(u'/');
        QCOMPARE(House::focus()->objectName(), u"filter"_s);
        House::press(Qt::Key_Escape);
        house.readIt();
        hands.type(u'/'); // in a document: search in it
        QVERIFY(qobject_cast<QLineEdit *>(House::focus()));
    }
};

YAODIAN_TEST(AccessTest)

} // namespace ui_access_test

#include "access_test.moc"
