#include "ui/notes/titlecompleter.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

namespace yaodian::ui {

namespace {

constexpr int soonMs = 60;
constexpr int longest = 100; ///< characters of a link that Markdown's readers take

/// A title as it can stand between brackets.
QString linkable(QString title)
{
    for (QChar &c : title)
        if (c == QLatin1Char('[') || c == QLatin1Char(']') || c == QLatin1Char('|') || c == QLatin1Char('\n'))
            c = QLatin1Char(' ');
    title = title.simplified();
    if (title.size() <= longest)
        return title;
    const qsizetype blank = title.lastIndexOf(QLatin1Char(' '), longest);
    return title.left(blank > longest / 2 ? blank : longest);
}

} // namespace

TitleCompleter::TitleCompleter(QPlainTextEdit &edit) : QCompleter(&edit), m_edit(edit)
{
    setWidget(&edit);
    setModel(&m_model);
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &TitleCompleter::offer);
    connect(&edit, &QPlainTextEdit::textChanged, this, [this] {
        if (begun())
            m_soon.start();
        else if (isChoosing())
            popup()->hide();
    });
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &TitleCompleter::take);
}

bool TitleCompleter::isChoosing() const
{
    return popup()->isVisible();
}

std::optional<QString> TitleCompleter::begun() const
{
    const QTextCursor cursor = m_edit.textCursor();
    const QString block = cursor.block().text();
    const QString before =
        block.mid(qMax(0, cursor.positionInBlock() - longest), qMin(longest, cursor.positionInBlock()));
    // A Chinese input method writes the same keys as 【.
    const qsizetype at = qMax(before.lastIndexOf(QLatin1String("[[")), before.lastIndexOf(QStringLiteral("【【")));
    if (at < 0 || before.indexOf(QLatin1Char(']'), at) >= 0 || before.indexOf(QChar(u'】'), at) >= 0)
        return std::nullopt;
    return before.mid(at + 2);
}

QString TitleCompleter::linkAtCursor() const
{
    const QTextCursor cursor = m_edit.textCursor();
    const QString block = cursor.block().text();
    const int at = cursor.positionInBlock();
    const qsizetype from = block.lastIndexOf(QLatin1String("[["), at - 1);
    const qsizetype to = from < 0 ? -1 : block.indexOf(QLatin1String("]]"), from);
    if (to < 0 || at > to + 2)
        return {};
    return block.mid(from + 2, to - from - 2).section(QLatin1Char('|'), 0, 0).trimmed();
}

void TitleCompleter::offer()
{
    const auto words = begun();
    const QStringList titles = words && m_titles && m_edit.hasFocus() ? m_titles(*words) : QStringList();
    QStringList links;
    for (const QString &title : titles)
        if (const QString link = linkable(title); !links.contains(link))
            links << link;
    m_model.setStringList(links);
    if (links.isEmpty())
        return popup()->hide();
    QRect at = m_edit.cursorRect().translated(m_edit.viewport()->pos());
    at.setLeft(8);
    at.setWidth(m_edit.width() - 16);
    complete(at);
    popup()->setCurrentIndex(m_model.index(0));
}

void TitleCompleter::take(const QString &title)
{
    const auto words = begun();
    if (!words)
        return;
    QTextCursor cursor = m_edit.textCursor();
    const int at = cursor.position();
    const QString rest = cursor.block().text().mid(cursor.positionInBlock(), 2);
    const bool closed = rest == QLatin1String("]]") || rest == QStringLiteral("】】");
    cursor.setPosition(at - int(words->size()) - 2);
    cursor.setPosition(closed ? at + 2 : at, QTextCursor::KeepAnchor);
    cursor.insertText(QLatin1String("[[") + title + QLatin1String("]]"));
    m_edit.setTextCursor(cursor);
}

} // namespace yaodian::ui
