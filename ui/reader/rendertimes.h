#pragma once

#include <QHash>
#include <QList>

#include <optional>

namespace yaodian::ui {

/// How long the pages of a document take to be drawn, as measured.
class RenderTimes
{
public:
    enum class Quality { Draft, Sharp };

    void note(int page, Quality quality, double ms);
    /// Of the page itself where it was drawn before, else the median of the last ones; nothing where none was.
    [[nodiscard]] std::optional<double> expected(int page) const;
    /// A draft is seen well before the sharp page would be. Unmeasured documents get none: most pages are quick.
    [[nodiscard]] bool draftPays(int page) const;
    /// Drawn so slowly that its picture is worth a file.
    [[nodiscard]] bool isHeavy(int page) const;
    void clear();

private:
    QHash<int, double> m_sharp;
    QList<double> m_lastSharp;
    QList<double> m_lastDrafts;
};

} // namespace yaodian::ui
