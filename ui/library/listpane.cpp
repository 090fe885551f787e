#include "ui/library/listpane.h"

#include "ui/base/ink.h"
#include "ui/commands/withkeys.h"

#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // titles of posts are never taken for HTML
    return label;
}

} // namespace

ListPane::ListPane(const Commands &commands, const Theme &theme, EntryModel &model, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme), m_model(model), m_head(new QWidget(this)),
      m_title(plainLabel(m_head)), m_note(plainLabel(m_head)), m_filterRow(new QWidget(this)),
      m_filter(new QLineEdit(m_filterRow)), m_news(new QPushButton(this)), m_emptyRoom(new QWidget(this)),
      m_empty(plainLabel(m_emptyRoom)), m_view(new EntryView(theme, this))
{
    m_head->setObjectName(u"listHead"_s);
    m_view->setObjectName(u"entries"_s);
    m_view->setEntryModel(&model);
    m_filter->setObjectName(u"filter"_s);
    // Only once there is something to clear: its picture is looked for in every icon theme.
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filter->setClearButtonEnabled(true); });
    m_filter->installEventFilter(this);
    m_filterRow->hide();
    m_news->setObjectName(u"newEntries"_s);
    m_news->setFocusPolicy(Qt::NoFocus);
    m_news->setFlat(true);
    m_news->setCursor(Qt::PointingHandCursor);
    m_news->hide();
    m_empty->setObjectName(u"emptyList"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *head = new QHBoxLayout(m_head);
    head->addWidget(m_title, 1, Qt::AlignBaseline);
    head->addWidget(m_note, 0, Qt::AlignBaseline);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto *filterRow = new QHBoxLayout(m_filterRow);
    filterRow->addWidget(m_filter);
    column->addWidget(m_filterRow);
    column->addWidget(m_news);
    column->addWidget(m_view, 1);
    auto *emptyRoom = new QHBoxLayout(m_emptyRoom);
    emptyRoom->addWidget(m_empty);
    column->addWidget(m_emptyRoom, 1);

    connect(&theme, &Theme::changed, this, &ListPane::dress);
    connect(m_filter, &QLineEdit::textChanged, this, &ListPane::filterChanged);
    connect(m_news, &QPushButton::clicked, this, &ListPane::newEntriesWanted);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListPane::showEmptiness);
    connect(&model, &EntryModel::newEntriesChanged, this, &ListPane::setNewEntries);
    texts();
    dress();
    showEmptiness();
}

void ListPane::texts()
{
    m_view->setAccessibleName(tr("Entries"));
    m_filter->setPlaceholderText(tr("Filter: words of titles and points"));
    m_filter->setAccessibleName(tr("Filter"));
    setNewEntries(m_newEntries);
}

void ListPane::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const int side = qRound(20 * unit);
    m_head->layout()->setContentsMargins(side, qRound(14 * unit), side, qRound(14 * unit));
    m_head->setStyleSheet(u"#listHead { border-bottom: 1px solid %1; }"_s.arg(c.line.name()));
    m_title->setFont(m_theme.font(16.0 / 14, QFont::DemiBold));
    m_note->setFont(m_theme.font());
    const auto colour = [](QLabel *label, const QColor &text) { setInk(label, text); };
    colour(m_title, c.ink);
    colour(m_note, c.faint);
    colour(m_empty, c.faint);
    m_empty->setFont(m_theme.font());
    m_emptyRoom->layout()->setContentsMargins(side, 0, side, side * 3);
    m_filter->setFont(m_theme.font());
    // Not the field's own: its button would stand in them.
    m_filterRow->layout()->setContentsMargins(side - 6, 8, side - 6, 4);
    m_news->setStyleSheet(
        u"QPushButton { background: %1; color: %2; border: none; border-bottom: 1px solid %3; padding: 6px; }"_s.arg(
            c.selection.name(), c.accent.name(), c.line.name()));
    m_news->setFont(m_theme.font(13.0 / 14));
}

void ListPane::setHead(const QString &title, const QString &note)
{
    m_title->setText(title);
    m_title->setToolTip(title.toHtmlEscaped());
    m_note->setText(note);
}

void ListPane::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    showEmptiness();
}

void ListPane::showEmptiness()
{
    const bool empty = m_model.rowCount() == 0;
    QWidget *goes = m_view, *comes = m_emptyRoom;
    if (!empty)
        std::swap(goes, comes);
    goes->hide(); // first: the two would share the room
    comes->show();
}

void ListPane::paintNow()
{
    layout()->activate(); // what was hidden or shown above the list
    m_view->viewport()->repaint();
}

void ListPane::setNewEntries(int count)
{
    m_newEntries = count;
    m_news->setText(withKeys(m_commands, tr("%n new — press {sync.now}", nullptr, count)));
    m_news->setVisible(count > 0);
}

void ListPane::startFilter()
{
    m_filterRow->show();
    m_filter->setFocus();
    m_filter->selectAll();
}

QString ListPane::filter() const
{
    return m_filter->text().trimmed();
}

void ListPane::clearFilter()
{
    m_filter->clear();
    m_filterRow->hide();
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        clearFilter();
    if (key != Qt::Key_Escape && key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down &&
        key != Qt::Key_Tab)
        return false;
    Q_EMIT filterLeft();
    return true;
}

void ListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        texts();
}

} // namespace yaodian::ui
