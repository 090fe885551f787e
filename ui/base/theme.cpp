#include "ui/base/theme.h"

#include "base/settings.h"
#include "ui/base/colours.h"
#include "ui/base/portal.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QTimer>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// What Qt assumes where no desktop told it a font.
bool isNobodysChoice(const QFont &font)
{
    return font.family() == "Sans Serif"_L1 && font.pointSizeF() <= 9.0;
}

/// The desktop's family first; then what can show Chinese in its mainland forms, because the system's own order may
/// begin with Japanese ones.
QStringList families(const QFont &desktop)
{
    // By their own names: QFontDatabase::hasFamily() asks the system for what it would take instead, a millisecond or
    // more for each, before the first page. Where two foundries made one, it is listed as "Name [Foundry]".
    const auto isThere = [known = QFontDatabase::families()](const QString &name) {
        return std::any_of(known.cbegin(), known.cend(), [&name](const QString &one) {
            return one.compare(name, Qt::CaseInsensitive) == 0 || one.startsWith(name + u" ["_s, Qt::CaseInsensitive);
        });
    };
    QStringList names;
    if (!isNobodysChoice(desktop))
        names << desktop.family();
    else if (isThere(u"Inter"_s))
        names << u"Inter"_s;
    else
        names << u"Sans Serif"_s;
    for (const QString &name :
         {u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s, u"Source Han Sans SC"_s, u"WenQuanYi Micro Hei"_s})
        if (isThere(name))
            names << name;
    return names;
}

QPalette paletteFrom(const Colours &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.background);
    p.setColor(QPalette::WindowText, c.ink);
    p.setColor(QPalette::Base, c.card);
    p.setColor(QPalette::AlternateBase, c.side);
    p.setColor(QPalette::Text, c.ink);
    p.setColor(QPalette::PlaceholderText, c.faint);
    p.setColor(QPalette::Button, c.side);
    p.setColor(QPalette::ButtonText, c.ink);
    p.setColor(QPalette::ToolTipBase, c.card);
    p.setColor(QPalette::ToolTipText, c.ink);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.dark ? c.side : c.card);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Midlight, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.faint);
    return p;
}

/// Only what a palette cannot say: slim scroll bars, hairline splitters, quiet text fields. The colour of their text is
/// the palette's: a sheet that names it makes what stands in empty fields half as strong. They are high enough for
/// Chinese, which a field does not reckon with.
QString sheetFrom(const Colours &c)
{
    return uR"(
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %1; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: %2; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0; height: 0; }
QSplitter::handle { background: %3; }
QScrollArea QPushButton { background: %4; border: 1px solid %1; border-radius: 6px; padding: 5px 14px; }
QScrollArea QPushButton:hover, QScrollArea QPushButton:focus { border-color: %6; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton { background: %4; border: 1px solid %1; border-radius: 6px; padding: 5px 16px; min-width: 52px; }
QDialogButtonBox QPushButton:hover, QDialogButtonBox QPushButton:focus { border-color: %6; }
QDialogButtonBox QPushButton:default { background: %6; border-color: %6; color: %7; }
QToolTip { background: %4; color: %5; border: 1px solid %3; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: %4; border: 1px solid %1; border-radius: 6px; padding: 5px 8px; selection-background-color: %6; selection-color: %7; }
QLineEdit { padding: 4px 8px; min-height: 1.24em; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QCheckBox::indicator:focus { border-color: %6; }
QComboBox::drop-down { border: none; width: 1.42em; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 0.72em; height: 0.72em; }
QComboBox QAbstractItemView { background: %4; color: %5; border: 1px solid %3; padding: 4px; selection-background-color: %6; selection-color: %7; }
#completions { background: %4; color: %5; border: 1px solid %1; padding: 4px; selection-background-color: %6; selection-color: %7; }
#completions::item { padding: 4px 8px; }
QMenu { background: %4; border: 1px solid %1; padding: 5px; }
QMenu::item { background: transparent; color: %5; border-radius: 4px; padding: 5px 30px 5px 12px; }
QMenu::item:selected { background: %6; color: %7; }
QMenu::item:disabled { color: %2; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { background: %3; height: 1px; margin: 5px 8px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 0.84em; height: 0.84em; border: 1px solid %1; border-radius: 4px; background: %4; }
QCheckBox::indicator:checked { background: %6; border-color: %6; image: url(:/icons/%8.svg); }
)"_s.arg(c.handle().name(), c.faint.name(), c.line.name(), c.card.name(), c.ink.name(), c.accent.name(),
         (c.dark ? c.side : c.card).name(), c.dark ? u"check-dark"_s : u"check"_s);
}

} // namespace

Appearance appearanceOf(const Settings &settings)
{
    return {settings.text("theme"), settings.value("fontSize").toInt(), settings.text("fontFamily"),
            settings.text("density") == "compact"_L1};
}

Theme::Theme(QApplication &app, QObject *parent) : QObject(parent), m_app(app), m_portal(new Portal(this))
{
    const QFont desktop = app.font();
    m_families = families(desktop);
    m_desktopPoints = isNobodysChoice(desktop) ? 10.5 : desktop.pointSizeF();
    m_desktopDark = app.palette().color(QPalette::Window).lightness() < 128;
    connect(m_portal, &Portal::schemeKnown, this, [this](Portal::Scheme scheme) {
        if (scheme == Portal::Scheme::NoPreference)
            return;
        m_desktopDark = scheme == Portal::Scheme::Dark;
        apply();
    });
    m_colours = lightColours();
    // After the first paint: nobody waits for D-Bus.
    QTimer::singleShot(0, m_portal, &Portal::ask);
}

void Theme::set(const Appearance &look)
{
    m_choice = look.theme;
    m_points = look.points > 0 ? look.points : m_desktopPoints;
    m_family = look.family;
    m_isCompact = look.isCompact;
    apply();
}

void Theme::apply()
{
    const bool dark = m_choice == "dark"_L1 || (m_choice != "light"_L1 && m_desktopDark);
    const QString look = u"%1 %2 %3 %4"_s.arg(dark).arg(m_points).arg(m_isCompact).arg(m_family);
    if (look == m_applied)
        return;
    m_applied = look;
    m_colours = dark ? darkColours() : lightColours();
    m_app.setPalette(paletteFrom(m_colours));
    m_app.setFont(font());
    m_app.setStyleSheet(sheetFrom(m_colours));
    Q_EMIT changed();
}

QColor Theme::category(const QString &code) const
{
    return categoryColour(code, m_colours.dark);
}

QFont Theme::font(double scale, int weight) const
{
    QFont font;
    font.setFamilies(m_family.isEmpty() ? m_families : QStringList{m_family} + m_families);
    font.setPointSizeF(m_points * scale);
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

} // namespace yaodian::ui
