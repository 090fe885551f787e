#include "ui/marks/kindlist.h"

#include "ui/marks/kindsample.h"
#include "ui/notes/kindname.h"

#include <QFontInfo>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

void KindModel::setKinds(const QList<library::Kind> &kinds, const QHash<QString, int> &uses)
{
    beginResetModel();
    m_kinds = kinds;
    m_uses = uses;
    endResetModel();
}

int KindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_kinds.size());
}

QVariant KindModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const library::Kind &kind = m_kinds.at(index.row());
    if (role == Qt::DisplayRole)
        return kindName(kind);
    if (role == Qt::AccessibleTextRole)
        return u"%1 · %2 · %3"_s.arg(kindName(kind), kind.letter,
                                     KindList::tr("%n highlight(s)", nullptr, usesOf(index.row())));
    return {};
}

namespace {

class KindDelegate final : public QStyledItemDelegate
{
public:
    KindDelegate(const Theme &theme, KindList *list) : QStyledItemDelegate(list), m_theme(theme), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, qRound(QFontInfo(m_theme.font()).pixelSize() * 52.0 / 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const library::Kind &kind = m_list->rows().kinds().at(index.row());
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        const QRectF rect = option.rect;
        if (index == m_list->currentIndex())
            paintCurrentRow(*painter, rect, m_theme);
        painter->fillRect(QRectF(rect.left() + 20 * unit, rect.bottom() - 1, rect.width() - 20 * unit, 1), c.line);
        const QRectF band = rect.adjusted(20 * unit, 0, -18 * unit, 0);
        const QRectF sample(band.left(), band.top() + 10 * unit, 128 * unit, band.height() - 20 * unit);
        paintKindSample(*painter, sample, kind, kindName(kind), m_theme, c.dark);
        paintLetter(*painter, {sample.right() + 16 * unit, band.center().y() - 11 * unit, 22 * unit, 22 * unit},
                    kind.letter);
        painter->setFont(m_theme.font(12.5 / 14));
        painter->setPen(c.faint);
        painter->drawText(band, Qt::AlignRight | Qt::AlignVCenter,
                          QLocale().toString(m_list->rows().usesOf(index.row())));
    }

private:
    void paintLetter(QPainter &painter, const QRectF &cap, const QString &letter) const
    {
        const Colours &c = m_theme.colours();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(c.line);
        painter.setBrush(c.side);
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(c.ink);
        painter.setFont(m_theme.font(13.0 / 14));
        painter.drawText(cap, Qt::AlignCenter, letter);
        painter.restore();
    }

    const Theme &m_theme;
    KindList *m_list;
};

} // namespace

KindList::KindList(const Theme &theme, QWidget *parent) : RowList(u"kindList"_s, theme, parent)
{
    setUniformItemSizes(true);
    setModel(&m_model);
    setItemDelegate(new KindDelegate(theme, this));
}

void KindList::setKinds(const QList<library::Kind> &kinds, const QHash<QString, int> &uses)
{
    const library::Kind *before = current();
    const QString key = before ? before->key : QString();
    const int row = std::max(0, currentIndex().row());
    quietly([&] {
        m_model.setKinds(kinds, uses);
        goTo(row);
        goToKey(key);
    });
    Q_EMIT currentKindChanged();
}

const library::Kind *KindList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_model.kinds().size() ? &m_model.kinds()[row] : nullptr;
}

void KindList::goToKey(const QString &key)
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.kinds().at(row).key == key)
            goTo(row);
}

} // namespace yaodian::ui
