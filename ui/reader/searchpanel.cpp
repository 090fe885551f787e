#include "ui/reader/searchpanel.h"

#include "base/text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostListed = 1000; ///< all hits are counted and stepped through; so many are listed

/// Words next to the match come trimmed: a blank at the seam, except in scripts without blanks.
QString seam(const QString &left, const QString &right)
{
    const bool plain = left.isEmpty() || right.isEmpty() || left.back().isSpace() || right.front().isSpace();
    const bool wide = !plain && (isCjk(left.back().unicode()) || isCjk(right.front().unicode()));
    const bool mark = !plain && right.front().isPunct();
    return plain || wide || mark ? QString() : u" "_s;
}

} // namespace

SearchPanel::SearchPanel(Finder &finder, Theme &theme, QWidget *parent)
    : QWidget(parent), m_finder(finder), m_theme(theme), m_edit(new QLineEdit(this)), m_summary(new QLabel(this)),
      m_list(new SideList(theme, this))
{
    m_edit->setObjectName(u"search"_s);
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"hits"_s);
    say();
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(14, 0, 14, 0);
    top->addWidget(m_edit);
    top->addWidget(m_summary);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(180);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const QString text = m_edit->text().trimmed();
        if (text.size() != 1 || text.at(0).unicode() > 0x7f) // a single Latin letter is only the beginning of a word
            m_finder.search(text);
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(&m_finder, &Finder::changed, this, &SearchPanel::refresh);
    const auto go = [this](QListWidgetItem *item) { m_finder.goTo(item->data(siderow::Target).toInt()); };
    connect(m_list, &QListWidget::itemClicked, this, go);
    connect(m_list, &QListWidget::itemActivated, this, [this, go](QListWidgetItem *item) {
        go(item);
        Q_EMIT accepted();
    });
    connect(&m_theme, &Theme::changed, this, &SearchPanel::dress);
    dress();
}

void SearchPanel::dress()
{
    m_summary->setFont(m_theme.font(0.87));
    QPalette palette = m_summary->palette();
    palette.setColor(QPalette::WindowText, m_theme.colours().faint);
    m_summary->setPalette(palette);
}

void SearchPanel::say()
{
    m_edit->setAccessibleName(tr("Search in this document"));
    m_edit->setPlaceholderText(tr("Search in this document"));
    m_list->setAccessibleName(tr("Hits"));
}

void SearchPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void SearchPanel::start()
{
    m_edit->selectAll();
    m_edit->setFocus();
}

void SearchPanel::addHit(const pdf::SearchHit &hit)
{
    const QString before = hit.before.right(18);
    const QString lead = before.size() < hit.before.size() ? u"…"_s + before : before;
    const QString head = lead + seam(lead, hit.match);
    auto *item = new QListWidgetItem(head + hit.match + seam(hit.match, hit.after) + hit.after, m_list);
    item->setData(siderow::Type, siderow::Hit);
    item->setData(siderow::Count, QString::number(hit.page + 1));
    item->setData(siderow::MatchStart, head.size());
    item->setData(siderow::MatchLength, hit.match.size());
    item->setData(siderow::Target, m_list->count() - 1);
}

void SearchPanel::refresh()
{
    m_summary->setText(m_finder.summary());
    const QList<pdf::SearchHit> &hits = m_finder.hits();
    // Hits of earlier pages can come later; the list is made anew when the number changed, not for every step.
    if (hits.size() != m_listed) {
        m_listed = hits.size();
        m_list->clear();
        for (const pdf::SearchHit &hit : hits.first(qMin<qsizetype>(hits.size(), MostListed)))
            addHit(hit);
    }
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setData(siderow::Current, row == m_finder.current());
    if (QListWidgetItem *now = m_list->item(m_finder.current()))
        m_list->scrollToItem(now);
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        m_pause.stop();
        Q_EMIT left();
        return true;
    }
    if (watched == m_edit && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        m_pause.stop();
        if (m_edit->text().trimmed() != m_finder.query())
            m_finder.search(m_edit->text());
        Q_EMIT accepted();
        return true;
    }
    if (watched == m_edit && key == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yaodian::ui
