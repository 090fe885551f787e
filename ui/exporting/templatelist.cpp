#include "ui/exporting/templatelist.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

void TemplateModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int TemplateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TemplateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::AccessibleTextRole) {
        QStringList said{row.name, row.isBuiltIn ? TemplateList::tr("built in") : TemplateList::tr("your own")};
        if (row.isUsed)
            said << TemplateList::tr("for exports");
        return said.join(u" · "_s);
    }
    return {};
}

namespace {

class TemplateDelegate final : public QStyledItemDelegate
{
public:
    TemplateDelegate(const Theme &theme, TemplateList *list) : QStyledItemDelegate(list), m_theme(theme), m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, qRound(QFontInfo(m_theme.font()).pixelSize() * 54.0 / 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const TemplateModel::Row &row = m_list->rows().rows().at(index.row());
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        const QRectF rect = option.rect;
        if (index == m_list->currentIndex())
            paintCurrentRow(*painter, rect, m_theme);
        const QRectF band = rect.adjusted(20 * unit, 7 * unit, -16 * unit, -8 * unit);
        painter->setFont(m_theme.font(1.0, row.isUsed ? QFont::DemiBold : QFont::Normal));
        painter->setPen(c.ink);
        const QString name = painter->fontMetrics().elidedText(row.name, Qt::ElideRight, int(band.width()));
        painter->drawText(band, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, name);
        painter->setFont(m_theme.font(12.0 / 14));
        painter->setPen(c.faint);
        painter->drawText(band, Qt::AlignLeft | Qt::AlignBottom,
                          row.isBuiltIn ? TemplateList::tr("built in") : TemplateList::tr("your own"));
        if (row.isUsed) {
            painter->setPen(c.accent);
            painter->drawText(band, Qt::AlignRight | Qt::AlignBottom, TemplateList::tr("for exports"));
        }
    }

private:
    const Theme &m_theme;
    TemplateList *m_list;
};

} // namespace

TemplateList::TemplateList(const Theme &theme, QWidget *parent) : RowList(u"templateList"_s, theme, parent)
{
    setUniformItemSizes(true);
    setModel(&m_model);
    setItemDelegate(new TemplateDelegate(theme, this));
}

void TemplateList::setRows(const QList<TemplateModel::Row> &rows)
{
    if (rows == m_model.rows())
        return;
    const QString name = current() ? current()->name : QString();
    const int row = std::max(0, currentIndex().row());
    quietly([&] {
        m_model.setRows(rows);
        goTo(row);
        goToName(name);
    });
    if (!current() || current()->name != name)
        Q_EMIT currentTemplateChanged();
}

const TemplateModel::Row *TemplateList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_model.rows().size() ? &m_model.rows()[row] : nullptr;
}

void TemplateList::goToName(const QString &name)
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.rows().at(row).name == name)
            goTo(row);
}

} // namespace yaodian::ui
