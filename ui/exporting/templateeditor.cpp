#include "ui/exporting/templateeditor.h"

#include "ui/commands/inputmethod.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

// Together with the writing itself, typed text is on disk within a second.
constexpr int TemplatePauseMs = 250;
constexpr int TemplateLimitMs = 450;

/// Tags in colours: sections, values, comments. A tag that goes over a line end stays plain.
class TagColours final : public QSyntaxHighlighter
{
public:
    TagColours(const Theme &theme, QTextDocument *document) : QSyntaxHighlighter(document), m_theme(theme) {}

protected:
    void highlightBlock(const QString &text) override
    {
        const Colours &c = m_theme.colours();
        for (qsizetype from = text.indexOf("{{"_L1); from >= 0; from = text.indexOf("{{"_L1, from)) {
            const qsizetype to = text.indexOf("}}"_L1, from);
            if (to < 0)
                break;
            qsizetype end = to + 2;
            while (end < text.size() && text[end] == u'}')
                ++end;
            const QChar kind = text.at(from + 2);
            QTextCharFormat look;
            if (kind == u'!')
                look.setForeground(c.faint);
            else if (kind == u'#' || kind == u'/' || kind == u'^')
                look.setForeground(c.accent);
            else
                look.setForeground(m_theme.category(u"LG"_s));
            if (text.mid(from + 3, 6) == "region"_L1 && kind != u'!')
                look.setFontWeight(QFont::DemiBold);
            setFormat(int(from), int(end - from), look);
            from = end;
        }
    }

private:
    const Theme &m_theme;
};

} // namespace

QFont columnFont(const Theme &theme, double scale)
{
    QFont font = theme.font(scale);
    font.setFamilies({u"JetBrains Mono"_s, u"Noto Sans Mono CJK SC"_s, u"Sarasa Mono SC"_s, u"Source Han Mono SC"_s,
                      u"DejaVu Sans Mono"_s, u"monospace"_s});
    font.setStyleHint(QFont::Monospace);
    return font;
}

TemplateEditor::TemplateEditor(Commands &commands, Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_commands(commands), m_theme(theme)
{
    keepInputMethodOff(this, [this] { return isReadOnly(); });
    setObjectName(u"templateText"_s);
    setTabChangesFocus(true);
    new TagColours(theme, document());
    for (QTimer *timer : {&m_pause, &m_limit}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &TemplateEditor::flush);
    }
    m_pause.setInterval(TemplatePauseMs);
    m_limit.setInterval(TemplateLimitMs);
    connect(document(), &QTextDocument::contentsChange, this, [this] {
        if (m_loading || document()->revision() == m_revision) // colours are no change of the text
            return;
        m_revision = document()->revision();
        ++m_typed;
        m_pause.start();
        if (!m_limit.isActive())
            m_limit.start();
        Q_EMIT typing();
    });
}

QString TemplateEditor::text() const
{
    // Not toPlainText(), which makes blanks of those that must not break.
    QString out = document()->toRawText();
    for (QChar &c : out)
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = QLatin1Char('\n');
    return out;
}

void TemplateEditor::restart(const QString &text, bool isEditable)
{
    m_pause.stop();
    m_limit.stop();
    m_loading = true;
    setPlainText(text);
    m_loading = false;
    m_saved = m_typed;
    m_revision = document()->revision();
    setReadOnly(!isEditable);
    if (!isEditable) // who sees it without a mouse goes through it as well
        setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    markLine(0, false);
}

void TemplateEditor::flush()
{
    m_pause.stop();
    m_limit.stop();
    if (hasUnsaved())
        Q_EMIT toSave();
}

void TemplateEditor::insert(const exporting::Variable &variable)
{
    QTextCursor at = textCursor();
    at.beginEditBlock();
    if (variable.kind == exporting::Variable::Kind::Value) {
        at.insertText(u"{{%1}}"_s.arg(variable.name));
    } else {
        const QString line = at.block().text();
        const bool isAlone = line.trimmed().isEmpty();
        at.insertText(isAlone ? u"{{#%1}}\n\n{{/%1}}"_s.arg(variable.name) : u"{{#%1}}{{/%1}}"_s.arg(variable.name));
        const int back = int(variable.name.size()) + 5 + (isAlone ? 1 : 0);
        at.setPosition(at.position() - back);
    }
    at.endEditBlock();
    setTextCursor(at);
}

void TemplateEditor::markLine(int line, bool isMistake)
{
    m_line = line;
    m_isMistake = isMistake;
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = line > 0 ? document()->findBlockByNumber(line - 1) : QTextBlock();
    if (block.isValid()) {
        const Colours &c = m_theme.colours();
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.format.setBackground(!isMistake ? c.selection : c.dark ? QColor(0x4a2b2b) : QColor(0xf8e4e0));
        marks << mark;
    }
    setExtraSelections(marks);
}

void TemplateEditor::dress()
{
    setFont(columnFont(m_theme, 13.0 / 14));
    for (auto *colours : document()->findChildren<QSyntaxHighlighter *>())
        colours->rehighlight();
    markLine(m_line, m_isMistake);
}

/// A text that is not edited here is not pasted either: the window would stand still over it.
void TemplateEditor::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    text.remove(QChar(u'\0'));
    if (text.isEmpty())
        return;
    if (text.size() > exporting::largestTemplate ||
        toPlainText().toUtf8().size() + text.toUtf8().size() > exporting::largestTemplate)
        return Q_EMIT refused();
    textCursor().insertText(text);
    ensureCursorVisible();
}

void TemplateEditor::keyPressEvent(QKeyEvent *event)
{
    const bool types = event->text().size() == 1 && event->text().at(0).isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    // Into a built-in one nothing is typed: the keys of the list are meant, c copies from here too.
    const bool isShown = isReadOnly() && !document()->isEmpty();
    const bool isUsed =
        types ? isShown && m_commands.handle(event, Place::Templates) : m_commands.handle(event, Place::TemplateText);
    if (!isUsed)
        QPlainTextEdit::keyPressEvent(event);
}

void TemplateEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusMoved();
}

void TemplateEditor::focusOutEvent(QFocusEvent *event)
{
    flush();
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusMoved();
}

void TemplateEditor::hideEvent(QHideEvent *event)
{
    flush();
    QPlainTextEdit::hideEvent(event);
}

} // namespace yaodian::ui
