#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>
#include <QStringList>

class QApplication;

namespace yaodian::ui {

class Portal;

/// The colours of one look; the names are those of the design (style.css of the mockups).
struct Colours
{
    QColor background; ///< of the list
    QColor side;       ///< of the sidebar and the status line
    QColor line;       ///< hairlines
    QColor ink;        ///< text
    QColor soft;       ///< second text
    QColor faint;      ///< third text: heads, counts (still 4.5:1)
    QColor accent;
    QColor selection;
    QColor card;
    QColor desk; ///< behind the pages of a PDF
    bool dark = false;

    /// Of scroll bars: seen, not noticed.
    [[nodiscard]] QColor handle() const { return dark ? QColor(0x45484c) : QColor(0xcfcac0); }
};

/// Light, dark, or what the desktop says (its portal's `color-scheme`, else the palette), as palette and style sheet
/// of the application. Widgets that paint themselves ask colours() while painting and repaint on changed().
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &app, QObject *parent = nullptr);

    /// "light", "dark" or "system"; the size in points, 0 for the desktop's.
    void set(const QString &theme, int fontSize);
    [[nodiscard]] const Colours &colours() const { return m_colours; }
    /// Stable for every code; the known ones (LG CV CL RO AS …) have the design's.
    [[nodiscard]] QColor category(const QString &code) const;
    /// The application's font scaled: 1.0 is body text (14 px at the usual size), 0.85 small, 1.5 a card's title.
    [[nodiscard]] QFont font(double scale = 1.0, int weight = QFont::Normal) const;

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_app;
    Colours m_colours;
    Portal *m_portal;
    QStringList m_families;
    QString m_choice;
    QString m_applied;
    double m_desktopPoints = 10.5;
    double m_points = 10.5;
    bool m_desktopDark = false;
};

} // namespace yaodian::ui
