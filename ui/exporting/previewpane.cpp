#include "ui/exporting/previewpane.h"

#include "ui/base/ink.h"
#include "ui/commands/inputmethod.h"
#include "ui/exporting/templateeditor.h"
#include "ui/notes/notepreview.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestReading = 60'000; ///< characters: formats for more take longer than a key may

} // namespace

QString readingText(const QString &markdown)
{
    static const QRegularExpression marker(u"^[ \\t]*<!-- yaodian:(begin|end) [^>]*-->[ \\t]*$"_s);
    static const QRegularExpression block(u"(^|[ \\t]+)\\^(pt|hl)-[0-9a-f]{12}$"_s);
    QStringList lines = markdown.split(u'\n');
    if (lines.first() == "---"_L1)
        if (const qsizetype end = lines.indexOf(u"---"_s, 1); end > 0)
            lines = lines.mid(end + 1);
    lines.removeIf([](const QString &line) { return line.startsWith(u'<') && marker.match(line).hasMatch(); });
    for (QString &line : lines)
        if (line.contains(u'^'))
            line.remove(block);
    return lines.join(u'\n').trimmed();
}

PreviewPane::PreviewPane(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"templatePreview"_s);
    m_paper = new QLabel(this);
    m_paper->setObjectName(u"previewPaper"_s);
    m_paper->setTextFormat(Qt::PlainText);
    m_paper->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_stack = new QStackedWidget(this);
    m_text = new QPlainTextEdit(m_stack);
    m_text->setObjectName(u"previewMarkdown"_s);
    m_text->setReadOnly(true);
    keepInputMethodOff(m_text);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_reading = new NotePreview(m_theme, m_stack);
    m_reading->setObjectName(u"previewReading"_s);
    m_variables = new VariableList(m_theme, m_stack);
    auto *heads = new QHBoxLayout;
    const Face faces[] = {Face::Markdown, Face::Reading, Face::Variables};
    const QString names[] = {u"faceMarkdown"_s, u"faceReading"_s, u"faceVariables"_s};
    for (int i = 0; i < 3; ++i) {
        auto *button = m_faces[i] = new QPushButton(this);
        button->setObjectName(names[i]);
        button->setFlat(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // keys have their own way
        connect(button, &QPushButton::clicked, this, [this, face = faces[i]] {
            if (face == Face::Variables)
                Q_EMIT variablesWanted();
            setFace(face);
        });
        heads->addWidget(button);
    }
    heads->addStretch(1);
    for (QWidget *face : std::initializer_list<QWidget *>{m_text, m_reading, m_variables})
        m_stack->addWidget(face);
    auto *column = new QVBoxLayout(this);
    column->addLayout(heads);
    column->addWidget(m_paper);
    column->addWidget(m_stack, 1);
    connect(m_reading, &NotePreview::left, this, &PreviewPane::left);
    setFace(Face::Markdown);
    texts();
}

void PreviewPane::texts()
{
    m_faces[0]->setText(tr("Markdown"));
    m_faces[1]->setText(tr("As it reads"));
    m_faces[2]->setText(tr("Variables"));
    m_text->setAccessibleName(tr("Markdown that the template makes"));
    m_reading->setAccessibleName(tr("How the Markdown reads"));
    setPaper(m_title);
}

void PreviewPane::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    layout()->setContentsMargins(0, qRound(22 * unit), 0, 0);
    layout()->setSpacing(0);
    auto *heads = static_cast<QHBoxLayout *>(layout()->itemAt(0)->layout());
    heads->setContentsMargins(qRound(24 * unit), 0, qRound(16 * unit), 0);
    heads->setSpacing(qRound(18 * unit));
    for (QPushButton *button : m_faces) {
        button->setFont(m_theme.font(13.0 / 14));
        button->setStyleSheet(u"QPushButton { background: transparent; border: none; padding: 2px 0; color: %1; } "
                              "QPushButton:checked { color: %2; }"_s.arg(c.faint.name(), c.accent.name()));
    }
    m_paper->setFont(m_theme.font(12.5 / 14));
    m_paper->setContentsMargins(qRound(24 * unit), qRound(4 * unit), qRound(16 * unit), qRound(10 * unit));
    setInk(m_paper, c.faint);
    m_text->setStyleSheet(
        u"QPlainTextEdit { background: transparent; border: none; padding: 0 %1px; }"_s.arg(qRound(20 * unit)));
    m_text->setFont(columnFont(m_theme, 12.5 / 14)); // behind the style sheet, which forgets it
    m_reading->setStyleSheet(
        u"QTextBrowser { background: transparent; border: none; padding: 0 %1px; }"_s.arg(qRound(18 * unit)));
    m_variables->dress();
    fill();
}

void PreviewPane::setPaper(const QString &title)
{
    m_title = title;
    m_paper->setText(title.isEmpty() ? tr("There is no paper yet to show this with.") : title);
    m_paper->setToolTip(title.isEmpty() ? QString() : Qt::convertFromPlainText(title));
}

void PreviewPane::setMarkdown(const QString &markdown)
{
    if (markdown == m_markdown)
        return;
    m_markdown = markdown;
    m_isStale = true;
    const int at = m_text->verticalScrollBar()->value();
    m_text->setPlainText(markdown);
    m_text->verticalScrollBar()->setValue(at);
    fill();
}

void PreviewPane::setFace(Face face)
{
    m_face = face;
    for (int i = 0; i < 3; ++i)
        m_faces[i]->setChecked(i == int(face));
    m_stack->setCurrentIndex(int(face));
    fill();
}

/// How it reads is written only while it is looked at.
void PreviewPane::fill()
{
    if (m_face != Face::Reading || !m_isStale)
        return;
    m_isStale = false;
    const int at = m_reading->verticalScrollBar()->value();
    m_reading->show(readingText(m_markdown.left(LongestReading)), 0, false);
    m_reading->verticalScrollBar()->setValue(at);
}

void PreviewPane::toggle()
{
    setFace(m_face == Face::Markdown ? Face::Reading : Face::Markdown);
}

void PreviewPane::takeFocus()
{
    m_stack->currentWidget()->setFocus();
}

bool PreviewPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PreviewPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        texts();
}

} // namespace yaodian::ui
