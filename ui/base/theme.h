#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>
#include <QStringList>

class QApplication;

namespace yaodian {
class Settings;
}

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

/// What the reader chooses of how everything looks.
struct Appearance
{
    QString theme;       ///< "light", "dark" or "system"
    int points = 0;      ///< size of the text; 0: the desktop's
    QString family = {}; ///< of the text; empty: the desktop's
    bool isCompact = false;
};

[[nodiscard]] Appearance appearanceOf(const Settings &settings);

/// Light, dark, or what the desktop says (its portal's `color-scheme`, else the palette), as palette and style sheet
/// of the application. Widgets that paint themselves ask colours() while painting and repaint on changed().
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &app, QObject *parent = nullptr);

    void set(const Appearance &look);
    void set(const QString &theme, int points) { set(Appearance{theme, points}); }
    /// How much room there is between the lines of lists, as a share of the usual.
    [[nodiscard]] double spacing() const { return m_isCompact ? 0.75 : 1.0; }
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
    QStringList m_families; ///< the desktop's, and what shows Chinese
    QString m_family;       ///< chosen by the reader
    QString m_choice;
    QString m_applied;
    double m_desktopPoints = 10.5;
    double m_points = 10.5;
    bool m_desktopDark = false;
    bool m_isCompact = false;
};

} // namespace yaodian::ui
