#pragma once

#include "ui/base/rowlist.h"
#include "ui/marks/highlightmodel.h"

namespace yaodian::ui {

/// The rows of a HighlightModel, one of them current, never a head. All rows are of one height, so that fifty thousand
/// of them are laid out at once.
class HighlightView final : public RowList
{
    Q_OBJECT

public:
    HighlightView(const Theme &theme, HighlightModel &model, QWidget *parent = nullptr);

    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] std::optional<library::HighlightId> currentId() const;
    [[nodiscard]] const library::Highlight *current() const; ///< nullptr: there is none
    void goTo(int row);                                      ///< the nearest highlight from there on down
    void step(int by);
    void page(int by);
    void stepPaper(int by);

private:
    [[nodiscard]] const HighlightModel &rows() const { return m_model; }

    const Theme &m_theme;
    HighlightModel &m_model;
};

} // namespace yaodian::ui
