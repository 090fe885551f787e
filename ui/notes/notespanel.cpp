#include "ui/notes/notespanel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace yaodian::ui {

NotesPanel::NotesPanel(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_pointsHead(new QLabel(this)), m_empty(new QLabel(this)),
      m_list(new PointsList(theme, this)), m_pointEdit(new QLineEdit(this)), m_noteHead(new QLabel(this)),
      m_note(new NoteEditor(this))
{
    build();
    say();
    connect(m_list, &PointsList::evidenceActivated, this, &NotesPanel::evidenceActivated);
    connect(m_list, &PointsList::editAsked, this, [this](const library::Point &point) {
        askPoint();
        m_edited = point.id;
        m_pointEdit->setText(point.text);
    });
    connect(m_list, &PointsList::removeAsked, this, [this](library::PointId id) { tell(m_notes->removePoint(id)); });
    connect(m_list, &PointsList::untieAsked, this,
            [this](library::PointId point, library::HighlightId highlight) { tell(m_notes->untie(point, highlight)); });
    connect(m_note, &NoteEditor::toSave, this, &NotesPanel::saveNote);
    connect(m_note, &NoteEditor::typing, this, &NotesPanel::typing);
    connect(m_note, &NoteEditor::left, this, &NotesPanel::left);
    connect(&m_theme, &Theme::changed, this, &NotesPanel::dress);
    dress();
    setPaper({});
}

NotesPanel::~NotesPanel()
{
    m_note->flush();
}

void NotesPanel::build()
{
    m_empty->setWordWrap(true);
    m_pointEdit->setObjectName(QStringLiteral("pointEdit"));
    m_pointEdit->installEventFilter(this);
    m_pointEdit->hide();
    m_note->setMinimumHeight(140);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(22, 16, 22, 18);
    column->setSpacing(6);
    column->addWidget(m_pointsHead);
    column->addWidget(m_empty);
    column->addWidget(m_list, 0);
    column->addWidget(m_pointEdit);
    column->addSpacing(12);
    column->addWidget(m_noteHead);
    column->addWidget(m_note, 1);
}

void NotesPanel::say()
{
    m_noteHead->setText(tr("Note"));
    m_empty->setText(tr("No points yet. Press p for one of your own."));
    m_pointEdit->setAccessibleName(tr("New point"));
    m_pointEdit->setPlaceholderText(tr("New point: Enter saves, Esc gives up"));
    m_pointsHead->setText(m_list->summary());
}

void NotesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void NotesPanel::dress()
{
    const Colours &c = m_theme.colours();
    for (QLabel *head : {m_pointsHead, m_noteHead, m_empty}) {
        head->setFont(m_theme.font(0.9, head == m_empty ? QFont::Normal : QFont::Medium));
        QPalette palette = head->palette();
        palette.setColor(QPalette::WindowText, c.faint);
        head->setPalette(palette);
    }
    m_note->setFont(m_theme.font(0.97));
    update();
}

void NotesPanel::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (change.everything || change.issues || change.papers.contains(m_paper))
            refresh();
    });
}

void NotesPanel::setPaper(library::PaperId paper)
{
    m_note->flush();
    m_paper = paper;
    const bool known = m_library && !m_paper.isNull();
    m_note->setEnabled(known);
    m_note->restart(known ? m_library->note(m_paper).text : QString());
    closePointField();
    refresh();
}

void NotesPanel::refresh()
{
    QList<PointShown> shown;
    m_points.clear();
    if (m_library && !m_paper.isNull()) {
        const QList<library::Kind> kinds = m_library->kinds();
        m_points = m_library->points(m_paper);
        for (const library::Point &point : std::as_const(m_points)) {
            PointShown row{point, int(shown.size()) + 1, {}};
            for (const library::HighlightId id : point.evidence)
                if (const auto highlight = m_library->highlight(id))
                    row.evidence << PointShown::Evidence{
                        *highlight, notes::kindNamed(kinds, highlight->kind).value_or(library::Kind())};
            shown << row;
        }
        m_note->load(m_library->note(m_paper).text);
    }
    m_list->setPoints(shown);
    m_pointsHead->setText(m_list->summary());
    m_list->setVisible(!shown.isEmpty());
    m_empty->setVisible(shown.isEmpty() && !m_paper.isNull());
}

void NotesPanel::askPoint(std::optional<library::HighlightId> evidence)
{
    if (!m_notes || m_paper.isNull())
        return;
    m_edited.reset();
    m_evidence = evidence;
    m_pointEdit->clear();
    m_pointEdit->show();
    m_pointEdit->setFocus();
}

void NotesPanel::closePointField()
{
    m_edited.reset();
    m_evidence.reset();
    m_pointEdit->hide();
}

void NotesPanel::savePoint()
{
    const QString text = m_pointEdit->text().trimmed();
    const auto edited = m_edited;
    const auto evidence = m_evidence;
    closePointField();
    Q_EMIT left();
    if (text.isEmpty())
        return;
    if (edited) {
        tell(m_notes->editPoint(*edited, text));
        return;
    }
    const auto made = m_notes->addPoint(m_paper, text);
    if (!made)
        tell(made.error());
    else
        tell(evidence ? m_notes->tie(*made, *evidence) : Result<void>());
}

void NotesPanel::focusNote()
{
    m_note->setFocus();
}

void NotesPanel::saveNote(const QString &text)
{
    if (!m_notes || m_paper.isNull())
        return;
    const Result<void> done = m_notes->setNote(m_paper, text);
    if (done)
        m_note->markSaved(text);
    tell(done);
}

void NotesPanel::tell(const Result<void> &result)
{
    if (result)
        Q_EMIT saved();
    else if (!result.error().isCancelled())
        Q_EMIT message(result.error().message);
    refresh();
}

bool NotesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pointEdit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            closePointField();
            Q_EMIT left();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            savePoint();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().card);
    painter.fillRect(QRect(0, 0, 1, height()), m_theme.colours().line);
}

bool NotesPanel::isWriting() const
{
    return !m_pointEdit->isHidden() && !m_pointEdit->text().isEmpty();
}

} // namespace yaodian::ui
