// Pictures of the panel beside the pages, to be looked at.  usage: panel_try OUT-PREFIX [dark] [zh]
#include "tests/ui/notes/desk.h"

#include <QLocale>

using namespace yaodian;
using namespace Qt::StringLiterals;

namespace {

const QString sample =
    u"# 读后\n\nThe *gradient* step is `x - lr * g`, see [[Pictures as Words]] and **section 3**.\n\n"
    "- 先验很强\n- 表 2 的消融不够\n  - 尤其是 seed\n\n1. first\n2. second\n\n> 引文一句\n\n"
    "| model | top-1 | 备注 |\n|:--|--:|:-:|\n| ours | 83.1 | 多两成参数 |\n| base | 81.0 | |\n\n"
    "```python\nfor x in data:\n    step(x)\n```\n\nmath stays $\\sum_i x_i^2$ as typed.\n"_s;

void shot(const tests::PanelDesk &desk, const QString &name)
{
    QTest::qWait(700);
    desk.panel->grab().save(qApp->arguments().at(1) + u'-' + name + u".png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2)
        return 2;
    if (arguments.contains(u"zh"_s))
        QLocale::setDefault(QLocale(QLocale::Chinese));
    tests::PanelDesk desk(app);
    desk.theme.set(arguments.contains(u"dark"_s) ? u"dark"_s : u"light"_s, 0);
    desk.panel->resize(360, 870);
    const auto mark = tests::highlight(desk.shelf, desk.paper, u"the prior is strong where pictures are few"_s);
    tests::addHighlight(desk.shelf, mark);
    const auto points = desk.shelf->points(desk.paper);
    if (!desk.notes->tie(points[0].id, mark.id) ||
        !desk.notes->editPoint(points[1].id, u"第二个要点其实讲的是消融"_s) ||
        !desk.notes->addPoint(desk.paper, u"my own point\nwith a second line"_s) ||
        !desk.notes->setNote(desk.paper, sample))
        return 1;
    desk.panel->focusPoints();
    shot(desk, u"points"_s);
    desk.type(u"j"_s);
    shot(desk, u"evidence"_s);
    desk.type(u"3G"_s);
    desk.press(Qt::Key_Return);
    shot(desk, u"edit"_s);
    desk.press(Qt::Key_Escape);
    desk.panel->focusNote();
    desk.press(Qt::Key_E, Qt::ControlModifier);
    desk.note()->moveCursor(QTextCursor::End);
    QTest::keyClicks(desk.note(), u"see [[pict"_s);
    shot(desk, u"preview"_s);
    const auto popups = QApplication::topLevelWidgets();
    for (QWidget *popup : popups)
        if (popup->isVisible() && popup != desk.panel.get())
            popup->grab().save(qApp->arguments().at(1) + u"-titles.png"_s);
    QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : desk.note(),
                    Qt::Key_Return);
    shot(desk, u"linked"_s);
    desk.shelf.clock.advance(61'000);
    QTest::keyClicks(desk.note(), u" and a new thought"_s);
    desk.note()->setFocus();
    desk.press(Qt::Key_H, Qt::ControlModifier);
    shot(desk, u"versions"_s);
    return 0;
}
