#include "ui/shell/questionlook.h"

#include "base/settings.h"

#include <QApplication>

namespace yaodian::ui {

QuestionLook::QuestionLook(QApplication &app, const QString &library, const QString &theme)
    : m_app(app), m_palette(QApplication::palette()), m_font(QApplication::font()),
      m_theme(std::make_unique<Theme>(app))
{
    const Settings settings(library);
    Appearance look = appearanceOf(settings);
    if (!theme.isEmpty())
        look.theme = theme;
    m_theme->set(look);
}

QuestionLook::~QuestionLook()
{
    m_theme.reset();
    m_app.setStyleSheet({});
    QApplication::setFont(m_font);
    QApplication::setPalette(m_palette);
}

} // namespace yaodian::ui
