#include "ui/reader/contents.h"

#include "ui/commands/commands.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Contents::Contents(const Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_model(new ContentsModel(commands, this)), m_filter(new QLineEdit(this)),
      m_list(new SideList(theme, this))
{
    m_list->setObjectName(u"outline"_s);
    m_list->setModel(m_model);
    m_filter->setObjectName(u"contentsFilter"_s);
    m_filter->installEventFilter(this);
    m_filter->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(14, 0, 14, 0);
    top->addWidget(m_filter);
    column->addLayout(top);
    column->addWidget(m_list);
    connect(m_filter, &QLineEdit::textEdited, this, [this](const QString &words) {
        m_model->setFilter(words);
        m_list->scrollToTop();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    say();
    clear();
}

void Contents::say()
{
    m_list->setAccessibleName(tr("Contents"));
    m_filter->setAccessibleName(tr("Filter the contents"));
    m_filter->setPlaceholderText(tr("Filter the contents"));
}

void Contents::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    say();
    keepingPlace([this] { m_model->retranslate(); });
}

/// The rows are made anew; the one the keys are on and what is in view stay.
template <class Change> void Contents::keepingPlace(Change change)
{
    const int row = m_list->currentIndex().row();
    const int scrolled = m_list->verticalScrollBar()->value();
    change();
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(scrolled);
}

void Contents::clear()
{
    endFilter();
    m_model->clear();
}

void Contents::setOutline(const QList<pdf::OutlineItem> &outline)
{
    keepingPlace([&] { m_model->setOutline(outline); });
    showCurrent();
}

void Contents::setHighlights(const QList<library::Highlight> &highlights, const QList<library::Kind> &kinds,
                             int toReview)
{
    keepingPlace([&] { m_model->setHighlights(highlights, kinds, toReview); });
}

void Contents::setPlace(const PagePlace &place)
{
    const int before = m_model->currentRow();
    m_model->setPlace(place);
    if (m_model->currentRow() != before)
        showCurrent();
}

void Contents::showCurrent()
{
    // Nothing moves under the keys of someone who walks through the list.
    if (m_model->currentRow() >= 0 && !m_list->hasFocus())
        m_list->scrollTo(m_model->index(m_model->currentRow(), 0));
}

void Contents::startFilter()
{
    m_filter->show();
    m_filter->selectAll();
    m_filter->setFocus();
}

bool Contents::endFilter()
{
    if (m_filter->isHidden())
        return false;
    const bool typing = m_filter->hasFocus();
    m_filter->clear();
    m_filter->hide();
    m_model->setFilter({});
    if (typing)
        m_list->setFocus();
    m_list->goToRow(qMax(1, m_model->currentRow()));
    return true;
}

bool Contents::filterKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        return endFilter();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_model->firstMatch() >= 0) {
            choose(m_model->firstMatch());
            endFilter();
        }
        return true;
    case Qt::Key_Down:
        m_list->setFocus();
        m_list->goToRow(0);
        return true;
    default:
        return false;
    }
}

bool Contents::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress && filterKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void Contents::choose(int row)
{
    switch (m_model->typeOf(row)) {
    case ContentsModel::Row::Section: {
        const pdf::OutlineItem &section = m_model->section(row);
        if (section.page >= 0)
            Q_EMIT placeChosen({section.page, section.top});
        break;
    }
    case ContentsModel::Row::Kind:
        // Not within the click that the list is still handling: the rows are made anew.
        QMetaObject::invokeMethod(
            this, [this, key = m_model->kind(row)] { keepingPlace([&] { m_model->toggleKind(key); }); },
            Qt::QueuedConnection);
        break;
    case ContentsModel::Row::Highlight:
        Q_EMIT highlightChosen(m_model->highlight(row));
        break;
    default:
        break;
    }
}

} // namespace yaodian::ui
