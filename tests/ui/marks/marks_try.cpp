// Pictures of the pages about highlights, to be looked at: marks_try FOLDER. Not a test.
#include "desk.h"
#include "translations/translations.h"
#include "ui/marks/highlightspage.h"
#include "ui/marks/kindspage.h"

#include <QKeyEvent>

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

namespace {

void fill(MarksDesk &desk)
{
    const QStringList quotes{
        u"We show that the composed query can be mapped to a single pseudo word, so that a frozen text encoder "
        u"retrieves the target image without any triplets being labelled by hand, over four benchmarks."_s,
        u"注意力机制使模型在解码时能够访问全部编码器状态，而不必把整句压缩成一个定长向量；这在长句上尤其重要。"_s,
        u"The gain vanishes below one billion parameters."_s};
    const QStringList kinds{u"problem"_s, u"method"_s,     u"result"_s,  u"limit"_s,
                            u"doubt"_s,   u"definition"_s, u"citation"_s};
    for (int i = 0; i < 9; ++i) {
        const HighlightId id = desk.mark(i % 2, quotes[i % 3], kinds[i % 7], i);
        if (i % 3 == 0)
            (void)desk.notes.setComment(id, u"对照 Table 3：只有两个数据集"_s);
        if (i % 4 == 0)
            (void)desk.notes.setTags(id, {u"idea"_s, u"related work"_s});
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, u"."_s);
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        installLanguage(app, language);
        for (const QString &look : {u"light"_s, u"dark"_s}) {
            MarksDesk desk;
            fill(desk);
            Background background;
            desk.theme.set(look, 0);
            const auto take = [&](QWidget &page, const QString &name) {
                QTest::qWait(300);
                page.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, language, look));
            };
            ui::KindsPage kinds(*desk.shelf.library, desk.notes, desk.commands, desk.theme);
            showActive(kinds, {1280, 800});
            QTest::keyClick(kinds.focusWidget(), Qt::Key_J);
            QTest::keyClick(kinds.focusWidget(), Qt::Key_Return);
            take(kinds, u"kinds"_s);
            ui::HighlightsPage all(*desk.shelf.library, desk.notes, background, desk.commands, desk.theme);
            showActive(all, {1280, 800});
            QTest::qWait(200);
            all.view().goTo(2);
            take(all, u"highlights"_s);
        }
    }
    return 0;
}
