#pragma once

#include "ui/reader/feature.h"

#include <QObject>

class QAbstractItemView;

namespace yaodian::ui {

/// A panel with a list that comes into the left column by a key and leaves it by the same key or Esc; in between the
/// list has the keys of the left column.
class SideVisit final : public QObject
{
    Q_OBJECT

public:
    /// `key`: the last one of the command that shows it, as typed.
    SideVisit(const ReaderContext &context, QWidget &panel, QAbstractItemView &list, const QString &key);

    /// Shows the panel, or gives it the keys, or ends the visit where it has them.
    void toggle();
    void end();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void bind();
    void step(int rows);
    void goToRow(int row, int direction);

    const ReaderContext m_context;
    QWidget &m_panel;
    QAbstractItemView &m_list;
    QString m_key;
};

} // namespace yaodian::ui
