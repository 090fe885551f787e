#include "ui/shell/screenshots.h"

#include "ui/looks/looks.h"
#include "ui/shell/scenes.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

struct ScreenSay
{
    Q_DECLARE_TR_FUNCTIONS(screenshots)
};

/// The window, and a dialog in its middle, which the offscreen platform leaves where it likes.
QPixmap pictureOf(Stage &stage)
{
    QPixmap picture = stage.window().grab();
    if (QWidget *dialog = stage.dialog()) {
        const QPixmap above = dialog->grab();
        const QRectF all({}, picture.deviceIndependentSize());
        QRectF place({}, above.deviceIndependentSize());
        place.moveCenter(all.center());
        QPainter painter(&picture);
        painter.fillRect(all, QColor(0, 0, 0, 60));
        painter.drawPixmap(place.topLeft(), above);
        painter.setPen(QColor(0x888888));
        painter.drawRect(place);
    }
    if (QWidget *menu = stage.menu()) {
        QPoint at = menu->mapToGlobal(QPoint()) - stage.window().mapToGlobal(QPoint());
        at.setY(std::min(at.y(), stage.window().height() - menu->height())); // as on a screen of that size
        QPainter(&picture).drawPixmap(at, menu->grab());
    }
    return picture;
}

/// One language, one shelf after the other.
class Walker
{
public:
    Walker(QApplication &app, const cli::Globals &globals, const Walk &walk,
           const std::function<void(const QString &)> &tell)
        : m_app(app), m_globals(globals), m_walk(walk), m_tell(tell)
    {
    }

    void go(const QString &language, Shelf shelf)
    {
        QList<const Scene *> scenes;
        for (const Scene &scene : sceneTable())
            if (scene.shelf == shelf && (m_walk.only.isEmpty() || m_walk.only == QLatin1StringView(scene.name)))
                scenes << &scene;
        if (scenes.isEmpty())
            return;
        Stage stage(m_app, m_globals, shelf, language, m_walk.screen);
        if (!stage.problem().isEmpty()) {
            m_walked.defects << stage.problem();
            return;
        }
        for (const QString &theme : m_walk.themes)
            for (const Scene *scene : std::as_const(scenes))
                play(stage, *scene, language, theme);
    }
    [[nodiscard]] const Walked &walked() const { return m_walked; }

private:
    void play(Stage &stage, const Scene &scene, const QString &language, const QString &theme)
    {
        const QString name = u"%1-%2-%3"_s.arg(language, theme, QLatin1StringView(scene.name));
        if (m_tell)
            m_tell(name + m_walk.look);
        ++m_walked.scenes;
        stage.begin(theme);
        bool isThere = stage.rest(1);
        for (const SceneStep &step : scene.steps) {
            step.act(stage);
            isThere = stage.rest(1, [&] { return !step.isThere || step.isThere(stage); }) && isThere;
        }
        // What is typed is answered a moment later.
        constexpr int longCalm = 6;
        isThere = stage.rest(longCalm) && isThere;
        if (!isThere)
            m_walked.defects << ScreenSay::tr("%1: the window does not come to what is to be seen.").arg(name);
        look(stage.dialog() ? *stage.dialog() : stage.window(), name);
        if (QWidget *menu = stage.menu())
            look(*menu, name);
        const QString file = u"%1/%2%3.png"_s.arg(m_walk.folder, name, m_walk.look);
        if (!m_walk.folder.isEmpty() && !pictureOf(stage).save(file))
            m_walked.defects << ScreenSay::tr("%1 cannot be written.").arg(file);
        if (scene.leave)
            scene.leave(stage);
        stage.end();
    }
    void look(QWidget &shown, const QString &name)
    {
        const Looks looks = lookAt(shown);
        for (const LookDefect &defect : looks.defects)
            m_walked.defects << sentenceOf(name, defect);
        for (const LookDefect &defect : looks.excused)
            m_walked.excused << sentenceOf(name, defect);
    }
    [[nodiscard]] QString sentenceOf(const QString &name, const LookDefect &defect) const
    {
        return ScreenSay::tr("%1: “%2” (%3): %4.").arg(name + m_walk.look, defect.text, defect.where, defect.sentence);
    }

    QApplication &m_app;
    const cli::Globals &m_globals;
    const Walk &m_walk;
    const std::function<void(const QString &)> &m_tell;
    Walked m_walked;
};

} // namespace

Walked walkScenes(QApplication &app, const cli::Globals &globals, const Walk &walk,
                  const std::function<void(const QString &)> &tell)
{
    Walker walker(app, globals, walk, tell);
    for (const QString &language : walk.languages)
        for (const Shelf shelf : {Shelf::Bare, Shelf::Tour, Shelf::Filled})
            walker.go(language, shelf);
    return walker.walked();
}

} // namespace yaodian::ui
