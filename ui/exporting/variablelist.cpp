#include "ui/exporting/variablelist.h"

#include "ui/base/rowlist.h"
#include "ui/exporting/templateeditor.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

void VariableModel::setVariables(const QList<exporting::Variable> &all)
{
    m_all = all;
    fill();
}

void VariableModel::setFilter(const QString &words)
{
    m_filter = words;
    fill();
}

void VariableModel::fill()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const exporting::Variable &one = m_all[i];
        const QString text = QStringList{one.where, one.name, one.meaning, one.value}.join(u'\n');
        if (std::all_of(words.begin(), words.end(),
                        [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            m_shown << i;
    }
    endResetModel();
}

bool VariableModel::isFirstOfSection(int row) const
{
    return row == 0 || at(row).where != at(row - 1).where;
}

int VariableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant VariableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const exporting::Variable &one = at(index.row());
    if (role == Qt::DisplayRole)
        return one.name;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        QStringList said{one.name, one.meaning};
        if (!one.value.isEmpty())
            said << one.value;
        if (!one.where.isEmpty())
            said << one.where;
        const QString all = said.join(u" · "_s);
        return role == Qt::ToolTipRole ? Qt::convertFromPlainText(all) : all;
    }
    return {};
}

namespace {

class VariableDelegate final : public QStyledItemDelegate
{
public:
    VariableDelegate(const Theme &theme, const VariableModel &model, QListView *list)
        : QStyledItemDelegate(list), m_theme(theme), m_model(model), m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {100, qRound(unit() * (rowHeight + (m_model.isFirstOfSection(index.row()) ? headHeight : 0)))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const exporting::Variable &one = m_model.at(index.row());
        QRectF rect = option.rect;
        if (m_model.isFirstOfSection(index.row())) {
            painter->setFont(m_theme.font(12.0 / 14));
            painter->setPen(c.faint);
            const QRectF head(rect.left() + 24 * unit(), rect.top(), rect.width() - 40 * unit(),
                              (headHeight - 6) * unit());
            painter->drawText(head, Qt::AlignLeft | Qt::AlignBottom,
                              one.where.isEmpty() ? VariableList::tr("Outside of all sections")
                                                  : QString(one.where).replace(u' ', u" › "_s));
            rect.setTop(rect.top() + headHeight * unit());
        }
        if (index == m_list->currentIndex())
            paintCurrentRow(*painter, rect, m_theme);
        paintWords(*painter, rect.adjusted(24 * unit(), 0, -16 * unit(), 0), one);
    }

private:
    static constexpr double rowHeight = 44;
    static constexpr double headHeight = 34;
    [[nodiscard]] double unit() const { return QFontInfo(m_theme.font()).pixelSize() / 14.0; }

    void paintWords(QPainter &painter, const QRectF &band, const exporting::Variable &one) const
    {
        const Colours &c = m_theme.colours();
        const QRectF upper(band.left(), band.top() + 4 * unit(), band.width(), 18 * unit());
        const QRectF lower(band.left(), upper.bottom(), band.width(), 18 * unit());
        painter.setFont(columnFont(m_theme, 13.0 / 14));
        painter.setPen(one.kind == exporting::Variable::Kind::Value ? c.ink : c.accent);
        const QString name = one.kind == exporting::Variable::Kind::Value ? one.name : u'#' + one.name;
        painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, name);
        const double used = painter.fontMetrics().horizontalAdvance(name) + 16 * unit();
        painter.setFont(m_theme.font(12.5 / 14));
        const auto fit = [&painter](const QString &text, double width) {
            return painter.fontMetrics().elidedText(text, Qt::ElideRight, int(width));
        };
        painter.setPen(c.faint);
        painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, fit(one.value, band.width() - used));
        painter.setPen(c.soft);
        painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, fit(one.meaning, band.width()));
    }

    const Theme &m_theme;
    const VariableModel &m_model;
    QListView *m_list;
};

} // namespace

VariableList::VariableList(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"templateVariables"_s);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"variableFilter"_s);
    m_list = new QListView(this);
    m_list->setObjectName(u"variableList"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new VariableDelegate(theme, m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps the focus, and the arrow keys move here
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    setFocusProxy(m_filter);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model.setFilter(words);
        m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    texts();
}

void VariableList::texts()
{
    m_filter->setPlaceholderText(tr("Filter variables · Enter puts one in"));
    m_filter->setAccessibleName(tr("Filter variables"));
    m_list->setAccessibleName(tr("Variables of templates"));
    m_list->viewport()->update();
}

void VariableList::dress()
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    layout()->setContentsMargins(0, 0, 0, 0);
    layout()->setSpacing(0);
    m_filter->setFont(m_theme.font());
    // A line and no box: what stands around it is quiet too.
    m_filter->setStyleSheet(u"QLineEdit { background: transparent; border: none; border-bottom: 1px solid %1; "
                            "border-radius: 0; padding: %2px %3px; } QLineEdit:focus { border-color: %4; }"_s
                                .arg(m_theme.colours().line.name())
                                .arg(qRound(8 * unit))
                                .arg(qRound(24 * unit))
                                .arg(m_theme.colours().accent.name()));
    m_list->doItemsLayout(); // rows are as high as the font
}

void VariableList::setVariables(const QList<exporting::Variable> &all)
{
    const int row = std::max(0, m_list->currentIndex().row());
    m_model.setVariables(all);
    m_list->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
}

void VariableList::start()
{
    m_filter->clear();
    m_filter->setFocus();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
}

void VariableList::choose(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        Q_EMIT chosen(exporting::Variable(m_model.at(row)));
}

bool VariableList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentIndex(m_model.index(std::clamp(row + step, 0, std::max(0, m_model.rowCount() - 1))));
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row);
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

void VariableList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        texts();
}

} // namespace yaodian::ui
