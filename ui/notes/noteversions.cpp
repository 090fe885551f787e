#include "ui/notes/noteversions.h"

#include "ui/base/rowlist.h"

#include <QEvent>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

namespace {

constexpr int listLines = 7;
constexpr int roomOfLine = 8; ///< pixels, above and below together

/// Its current row looks as that of the other lists.
class VersionDelegate final : public QStyledItemDelegate
{
public:
    VersionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.lineSpacing() + roomOfLine};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected)
            paintCurrentRow(*painter, option.rect, m_theme);
        const QRect words = option.rect.adjusted(roomOfLine, 0, -roomOfLine, 0);
        painter->setFont(option.font);
        painter->setPen(m_theme.colours().ink);
        painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

private:
    const Theme &m_theme;
};

QString when(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    return local.date() == QDate::currentDate()
               ? time
               : QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

/// From where to where `now` says something else than `before`.
std::pair<int, int> changedPart(const QString &before, const QString &now)
{
    const auto head = std::mismatch(now.cbegin(), now.cbegin() + std::min(now.size(), before.size()), before.cbegin());
    const qsizetype from = head.first - now.cbegin();
    const qsizetype most = std::min(now.size(), before.size()) - from;
    const auto tail = std::mismatch(now.crbegin(), now.crbegin() + most, before.crbegin());
    return {int(from), int(now.size() - (tail.first - now.crbegin()))};
}

} // namespace

NoteVersions::NoteVersions(Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme), m_list(new QListWidget(this)),
      m_text(new QPlainTextEdit(this))
{
    m_list->setObjectName(QStringLiteral("noteVersions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new VersionDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(QStringLiteral("noteVersion"));
    m_text->setReadOnly(true);
    m_text->setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list);
    column->addWidget(m_text, 1);
    setFocusProxy(m_list);
    bindKeys();
    connect(m_list, &QListWidget::currentRowChanged, this, &NoteVersions::show);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &NoteVersions::choose);
    connect(&m_theme, &Theme::changed, this, &NoteVersions::dress);
    dress();
    say();
}

void NoteVersions::bindKeys()
{
    m_commands.listenTo(m_list, Place::Versions);
    m_commands.bind("versions.older", m_list, [this](std::optional<int>) { step(1); });
    m_commands.bind("versions.newer", m_list, [this](std::optional<int>) { step(-1); });
    m_commands.bind("versions.restore", m_list, [this](std::optional<int>) { choose(); });
    m_commands.bind("versions.leave", m_list, [this](std::optional<int>) { Q_EMIT left(); });
}

void NoteVersions::dress()
{
    m_list->setFont(m_theme.font(0.93));
    m_text->setFont(m_theme.font(0.97));
    const int line = QFontMetrics(m_list->font()).lineSpacing() + roomOfLine;
    m_list->setFixedHeight(line * std::clamp(m_list->count(), 1, listLines));
    show(m_list->currentRow());
}

void NoteVersions::say()
{
    m_list->setAccessibleName(tr("Earlier versions of the note"));
    m_text->setAccessibleName(tr("An earlier version of the note"));
}

void NoteVersions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void NoteVersions::start(const QList<library::NoteVersion> &versions)
{
    m_versions = versions;
    m_list->clear();
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const library::NoteVersion &version = versions[i];
        QString line = tr("%1 · %2 characters").arg(when(version.at)).arg(version.text.size());
        if (i == 0)
            line = tr("%1 · now").arg(line);
        else if (version.undone)
            line = tr("%1 · undone").arg(line);
        m_list->addItem(line);
    }
    dress(); // as high as there are lines
    m_list->setCurrentRow(versions.size() > 1 ? 1 : 0);
    m_list->setFocus();
}

void NoteVersions::step(int steps)
{
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + steps, 0, m_list->count() - 1));
}

void NoteVersions::show(int row)
{
    if (row < 0 || row >= m_versions.size())
        return;
    const QString text = m_versions[row].text;
    m_text->setPlainText(text);
    const QString before = row + 1 < m_versions.size() ? m_versions[row + 1].text : QString();
    const auto [from, to] = changedPart(before, text);
    QTextEdit::ExtraSelection changed;
    changed.format.setBackground(m_theme.colours().selection);
    changed.cursor = QTextCursor(m_text->document());
    changed.cursor.setPosition(from);
    m_text->setTextCursor(changed.cursor);
    changed.cursor.setPosition(to, QTextCursor::KeepAnchor);
    // Of the first one everything is new.
    m_text->setExtraSelections(before.isEmpty() ? QList<QTextEdit::ExtraSelection>() : QList{changed});
    m_text->centerCursor();
}

void NoteVersions::choose()
{
    const int row = m_list->currentRow();
    if (row > 0)
        Q_EMIT chosen(QString(m_versions[row].text));
    else
        Q_EMIT left(); // the present one
}

} // namespace yaodian::ui
