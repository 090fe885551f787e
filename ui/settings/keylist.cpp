#include "ui/settings/keylist.h"

#include "ui/commands/keycaps.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

class KeyRowDelegate final : public QStyledItemDelegate
{
public:
    KeyRowDelegate(const Theme &theme, KeyList *list) : QStyledItemDelegate(list), m_theme(theme), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const KeyRow &row = m_list->rows().rows().at(index.row());
        const double height = row.command ? 34 * m_theme.spacing() + 2 : 46;
        return {100, qRound(QFontInfo(m_theme.font()).pixelSize() * height / 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        const KeyRow &row = m_list->rows().rows().at(index.row());
        const QRectF rect = option.rect;
        const QRectF band = rect.adjusted(24 * unit, 0, -24 * unit, 0);
        if (!row.command) {
            write(*painter, band.adjusted(0, 14 * unit, 0, 0), m_theme.font(12.5 / 14, QFont::Medium), c.faint,
                  row.head);
            return;
        }
        const bool isCurrent = index == m_list->currentIndex();
        if (isCurrent)
            paintCurrentRow(*painter, rect, m_theme);
        const double middle = band.left() + qBound(200 * unit, band.width() * 0.44, 430 * unit);
        QRectF name = band;
        name.setRight(middle - 16 * unit);
        write(*painter, name, m_theme.font(), c.ink, commandText(*row.command));
        QRectF keys = band;
        keys.setLeft(middle);
        paintKeys(*painter, keys, row, isCurrent ? m_list->pressed() : std::nullopt, unit);
    }

private:
    static void write(QPainter &painter, const QRectF &band, const QFont &font, const QColor &colour,
                      const QString &text)
    {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(band, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, band.width()));
    }

    void paintKeys(QPainter &painter, const QRectF &band, const KeyRow &row, const std::optional<QString> &pressed,
                   double unit) const
    {
        const Colours &c = m_theme.colours();
        painter.save();
        double x = band.left();
        const auto caps = [&](const QStringList &keys) {
            for (const QString &sequence : keys)
                x = paintKeycap(painter, m_theme, x, band, keysText(sequence)) + 5 * unit;
        };
        if (pressed) {
            if (!pressed->isEmpty())
                caps({*pressed});
            write(painter, {x, band.top(), band.right() - x, band.height()}, m_theme.font(13.0 / 14), c.accent,
                  pressed->isEmpty() ? KeyList::tr("Press the key") : u"…"_s);
            painter.restore();
            return;
        }
        caps(row.keys);
        QStringList more;
        if (row.saysPlace)
            more << placeText(row.command->place);
        if (row.keys.isEmpty())
            more << KeyList::tr("no key");
        if (row.isChanged)
            more << KeyList::tr("its own: %1").arg(own(*row.command));
        const double left = x + 8 * unit;
        write(painter, {left, band.top(), band.right() - left, band.height()}, m_theme.font(12.5 / 14), c.faint,
              more.join(u" · "_s));
        painter.restore();
    }

    static QString own(const Command &command)
    {
        QStringList keys;
        for (const QString &sequence : command.keys)
            keys << keysText(sequence);
        return keys.join(u"  "_s);
    }

    const Theme &m_theme;
    KeyList *m_list;
};

} // namespace

KeyList::KeyList(const Theme &theme, QWidget *parent) : RowList(u"keyList"_s, theme, parent)
{
    setModel(&m_model);
    setItemDelegate(new KeyRowDelegate(theme, this));
    setAutoScroll(false); // goToRow() knows about heads
}

void KeyList::setRows(const QList<KeyRow> &rows)
{
    const Command *before = current();
    const int row = std::max(0, currentIndex().row());
    quietly([&] {
        m_model.setRows(rows);
        goToRow(std::min(row, m_model.rowCount() - 1), 1);
        if (before)
            goTo(QLatin1StringView(before->id));
    });
    Q_EMIT currentCommandChanged();
}

const Command *KeyList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? m_model.rows().at(row).command : nullptr;
}

void KeyList::goTo(const QString &id)
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const Command *command = m_model.rows().at(row).command; command && id == QLatin1StringView(command->id))
            return goToRow(row, 1);
}

/// The first command from `row` on in that direction; -1: there is none.
int KeyList::commandFrom(int row, int direction) const
{
    while (row >= 0 && row < m_model.rowCount() && !m_model.rows().at(row).command)
        row += direction;
    return row < m_model.rowCount() ? row : -1;
}

void KeyList::goToRow(int row, int direction)
{
    const int bound = std::clamp(row, 0, std::max(0, m_model.rowCount() - 1));
    const int ahead = commandFrom(bound, direction);
    const int at = ahead >= 0 ? ahead : commandFrom(bound, -direction);
    if (at < 0)
        return;
    setCurrentIndex(m_model.index(at));
    // What is above the first command of a place says which place it is.
    if (at > 0 && !m_model.rows().at(at - 1).command)
        scrollTo(m_model.index(at - 1));
    scrollTo(m_model.index(at));
    if (at <= 1)
        scrollToTop(); // also where the list has no height yet
}

void KeyList::step(int commands)
{
    const int direction = commands < 0 ? -1 : 1;
    for (int i = 0; i < std::abs(commands) && i < m_model.rowCount(); ++i)
        goToRow(currentIndex().row() + direction, direction);
}

void KeyList::page(int pages)
{
    const int height = std::max(1, visualRect(currentIndex()).height());
    step(pages * std::max(1, viewport()->height() / height - 2));
}

/// To the first command of another place; back goes to the first of its own place before.
void KeyList::stepPlace(int places)
{
    const auto isHead = [this](int row) { return !m_model.rows().at(row).command; };
    int row = currentIndex().row();
    if (places > 0) {
        for (++row; row < m_model.rowCount() && !isHead(row);)
            ++row;
        if (row < m_model.rowCount())
            goToRow(row, 1);
        return;
    }
    for (row -= 2; row > 0 && !isHead(row);)
        --row;
    goToRow(std::max(0, row), 1);
}

void KeyList::setPressed(const std::optional<QString> &keys)
{
    m_pressed = keys;
    viewport()->update();
}

} // namespace yaodian::ui
