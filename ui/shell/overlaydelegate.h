#pragma once

#include <QStyledItemDelegate>

namespace yaodian::ui {

class OverlayModel;
class Theme;

/// Rows of palette and search: a line or two, hits in the accent, keys or a word at the right.
class OverlayDelegate final : public QStyledItemDelegate
{
public:
    OverlayDelegate(const Theme &theme, const OverlayModel &model, QObject *parent);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const OverlayModel &m_model;
};

} // namespace yaodian::ui
