#pragma once

#include "ui/base/theme.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pageview.h"

#include <functional>

namespace yaodian::ui {

/// Letters beside things on the pages in view: typing them chooses one. No two of them cover each other.
class LetterHints final : public PageOverlay
{
public:
    /// What letters stand beside.
    struct Spot
    {
        int page = 0;
        Box box;
    };

    LetterHints(PageView &view, const Theme &theme);

    /// `chosen` gets the number of the spot; spots out of view have no letters. False where none has.
    bool start(const QList<Spot> &spots, std::function<void(int spot)> chosen);
    void end();
    [[nodiscard]] bool isActive() const { return !m_hints.isEmpty(); }
    void type(QChar letter);
    void takeBack(); ///< the last letter typed, or the hints
    /// Any key while they are shown: a letter is typed, Backspace takes one back, all else ends them.
    void key(int key, const QString &text);
    /// Where the letters stand, in the coordinates of the layout.
    [[nodiscard]] QList<QRectF> labels() const;
    [[nodiscard]] QStringList letters() const;

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

private:
    struct Hint
    {
        QString letters;
        int spot = 0;
        int page = 0;
        QRectF label;
    };

    [[nodiscard]] QRectF roomFor(const QRectF &about, QSizeF size) const;
    [[nodiscard]] bool isFree(const QRectF &label) const;

    PageView &m_view;
    const Theme &m_theme;
    QList<Hint> m_hints;
    QString m_typed;
    std::function<void(int)> m_chosen;
};

} // namespace yaodian::ui
