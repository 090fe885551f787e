#include "ui/notes/notespanel.h"

#include "library/hitplace.h"
#include "ui/base/ink.h"
#include "ui/commands/withkeys.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace yaodian::ui {

namespace {

constexpr int previewMs = 300; ///< after the last key
constexpr int againMs = 2000;  ///< until what could not be saved is tried again

} // namespace

NotesPanel::NotesPanel(Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme), m_pointsHead(new QLabel(this)), m_empty(new QLabel(this)),
      m_list(new PointsList(commands, theme, this)), m_pointEdit(new PointField(commands, this)),
      m_noteHead(new QLabel(this)), m_noteArea(new QStackedWidget(this)), m_writing(new QWidget(m_noteArea)),
      m_note(new NoteEditor(commands, m_writing)), m_preview(new NotePreview(theme, m_writing)),
      m_versions(new NoteVersions(commands, theme, this)), m_saver(new NoteSaver(this)),
      m_pictures(new NotePictures(this))
{
    build();
    say();
    connectList();
    bindKeys();
    connectNote();
    connectPictures();
    connectPreview();
    connect(&m_theme, &Theme::changed, this, &NotesPanel::dress);
    dress();
    setPaper({});
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (const auto place = keyPlace(); place != m_keyPlace) {
            m_keyPlace = place;
            Q_EMIT keyPlaceChanged();
        }
    });
}

void NotesPanel::connectNote()
{
    connect(m_note, &NoteEditor::toSave, this, &NotesPanel::saveNote);
    connect(m_note, &NoteEditor::typing, this, &NotesPanel::typing);
    connect(m_note, &NoteEditor::allSaved, this, &NotesPanel::settle);
    connect(m_note, &NoteEditor::left, this, &NotesPanel::left);
    connect(m_note, &NoteEditor::focusGone, this, [this] {
        if (!m_note->isLong()) // what is done next may be to undo it
            flush();
    });
    connect(m_saver, &NoteSaver::saved, this, [this](quint64 typed, const QString &stamp) {
        m_failing = false;
        m_note->markSaved(typed);
        m_noteStamp = stamp;
        Q_EMIT saved();
        loadNote();
        if (m_note->hasUnsaved() && !m_note->isWaiting())
            saveNote(); // typed while that was being written
    });
    connect(m_versions, &NoteVersions::chosen, this, &NotesPanel::restoreNote);
    connect(m_versions, &NoteVersions::left, this, &NotesPanel::focusNote);
    connect(m_saver, &NoteSaver::failed, this, [this](const Error &error) {
        if (!std::exchange(m_failing, true)) // once, and not with every try
            Q_EMIT message(error.message);
        Q_EMIT notSaved();
        m_again.start(againMs);
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &NotesPanel::saveAgain);
}

void NotesPanel::connectPictures()
{
    connect(m_note, &NoteEditor::pasted, this, [this](const QImage &picture) { addPicture(picture); });
    connect(m_pictures, &NotePictures::kept, this, [this](int tag, const QString &sha256) {
        const Arriving arriving = m_arriving.take(tag);
        m_note->putPicture(arriving.at, library::Library::imageLink(sha256), arriving.name);
        m_previewSoon.start();
    });
    connect(m_pictures, &NotePictures::failed, this, [this](int tag, const QString &sentence) {
        m_arriving.remove(tag);
        Q_EMIT message(sentence);
    });
    m_preview->setPictures([this](const QString &name, int width) { return m_pictures->find(name, width); });
}

void NotesPanel::addPicture(const QImage &picture, const QString &name)
{
    if (!m_library || m_paper.isNull() || picture.isNull())
        return;
    if (m_library->isReadOnly()) {
        Q_EMIT message(m_library->newerMessage());
        return;
    }
    m_arriving.insert(++m_lastPicture, {m_note->textCursor(), name});
    m_pictures->keep(picture, m_lastPicture);
}

void NotesPanel::connectPreview()
{
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewMs);
    connect(&m_previewSoon, &QTimer::timeout, this, &NotesPanel::refreshPreview);
    connect(m_note, &NoteEditor::typing, &m_previewSoon, qOverload<>(&QTimer::start));
    connect(m_preview, &NotePreview::paperAsked, this, &NotesPanel::openPaper);
    connect(m_preview, &NotePreview::webAsked, this, &NotesPanel::webAsked);
    connect(m_preview, &NotePreview::left, this, &NotesPanel::left);
    m_note->titles().setTitles([this](const QString &words) { return titlesWith(words); });
    m_commands.bind("note.preview", this, [this](std::optional<int>) { togglePreview(); });
    m_commands.bind("note.follow", this, [this](std::optional<int>) {
        if (const QString title = m_note->titles().linkAtCursor(); !title.isEmpty())
            openPaper(title);
        else
            Q_EMIT message(tr("The cursor is in no link; [[ begins one to a paper."));
    });
}

void NotesPanel::togglePreview()
{
    m_noteArea->setCurrentWidget(m_writing);
    sayNote();
    m_preview->setVisible(m_preview->isHidden());
    refreshPreview();
}

void NotesPanel::refreshPreview()
{
    m_previewSoon.stop();
    if (m_preview->isHidden())
        return;
    const NoteEditor::Around around = m_note->aroundCursor();
    m_preview->show(around.text, around.cursor, around.isPart);
}

QStringList NotesPanel::titlesWith(const QString &words) const
{
    QStringList titles;
    if (!m_library)
        return titles;
    for (const library::TitledPaper &paper : m_library->papersTitled(words))
        if (paper.id != m_paper)
            titles << (paper.title.isEmpty() ? paper.titleZh : paper.title);
    return titles;
}

void NotesPanel::openPaper(const QString &title)
{
    const auto papers = m_library ? m_library->papersTitled(title) : QList<library::TitledPaper>();
    const auto isIt = [&](const library::TitledPaper &paper) {
        return paper.title.simplified().compare(title, Qt::CaseInsensitive) == 0 || paper.titleZh.simplified() == title;
    };
    const auto exact = std::find_if(papers.begin(), papers.end(), isIt);
    if (exact != papers.end())
        Q_EMIT paperAsked(exact->id);
    else if (papers.size() == 1) // a long title is linked by its beginning
        Q_EMIT paperAsked(papers.first().id);
    else
        Q_EMIT message(tr("There is no paper “%1” in the library.").arg(title));
}

void NotesPanel::connectList()
{
    connect(m_list, &PointsList::evidenceActivated, this, &NotesPanel::evidenceActivated);
    connect(m_list, &PointsList::evidenceAsked, this, &NotesPanel::evidenceAsked);
    connect(m_list, &PointsList::editAsked, this, &NotesPanel::edit);
    connect(m_list, &PointsList::removeAsked, this, &NotesPanel::remove);
    connect(m_list, &PointsList::adoptAsked, this, &NotesPanel::adopt);
    connect(m_list, &PointsList::moveAsked, this,
            [this](library::PointId id, int places) { tell(m_notes->movePoint(id, places)); });
    connect(m_list, &PointsList::untieAsked, this,
            [this](library::PointId point, library::HighlightId highlight) { tell(m_notes->untie(point, highlight)); });
}

void NotesPanel::bindKeys()
{
    m_commands.bind("points.new", this, [this](std::optional<int>) { askPoint(); });
    m_commands.bind("note.versions", this, [this](std::optional<int>) { showVersions(); });
    m_commands.bind("points.note", this, [this](std::optional<int>) { focusNote(); });
    m_commands.bind("points.leave", this, [this](std::optional<int>) { Q_EMIT left(); });
    m_commands.bind("point.save", m_pointEdit, [this](std::optional<int>) { savePoint(); });
    m_commands.bind("point.split", m_pointEdit, [this](std::optional<int>) { splitPoint(); });
    m_commands.bind("point.leave", m_pointEdit, [this](std::optional<int>) { leavePointField(); });
}

NotesPanel::~NotesPanel()
{
    flush();
    keepPoint();
    // The parts go after this, and lose the focus as they do.
    for (const QObject *part : {static_cast<QObject *>(qApp), static_cast<QObject *>(m_note)})
        disconnect(part, nullptr, this, nullptr);
}

/// What was typed of a point is kept when its paper is left without a word; what cannot be saved is held and tried
/// again.
void NotesPanel::keepPoint()
{
    if (!isWriting())
        return;
    TypedPoint typed = typedPoint();
    closePointField();
    if (const auto kept = write(typed); !kept) {
        m_heldPoints << typed;
        Q_EMIT message(kept.error().message);
        Q_EMIT notSaved();
        m_again.start(againMs);
    }
}

void NotesPanel::keepTyped()
{
    flush();
    keepPoint();
}

NotesPanel::TypedPoint NotesPanel::typedPoint() const
{
    return {m_paper, m_edited, m_evidence, m_pointEdit->toPlainText().trimmed()};
}

Result<void> NotesPanel::write(TypedPoint &typed)
{
    if (typed.text.isEmpty())
        return {};
    if (typed.edited && !m_library->point(*typed.edited))
        typed.edited.reset(); // taken away meanwhile: the words are not
    if (typed.edited) {
        if (auto changed = m_notes->editPoint(*typed.edited, typed.text); !changed)
            return changed;
    } else {
        const auto made = m_notes->addPoint(typed.paper, typed.text);
        if (!made)
            return made.error();
        typed.edited = *made;
    }
    return typed.evidence ? m_notes->tie(*typed.edited, *typed.evidence) : Result<void>();
}

bool NotesPanel::saveHeldPoints()
{
    while (!m_heldPoints.isEmpty()) {
        if (!write(m_heldPoints.first()))
            return false;
        m_heldPoints.removeFirst();
        Q_EMIT saved();
    }
    return true;
}

void NotesPanel::build()
{
    m_empty->setWordWrap(true);
    m_pointEdit->setObjectName(QStringLiteral("pointEdit"));
    m_pointEdit->hide();
    m_noteArea->setMinimumHeight(140);
    auto *writing = new QVBoxLayout(m_writing);
    writing->setContentsMargins(0, 0, 0, 0);
    writing->setSpacing(8);
    writing->addWidget(m_note, 1);
    writing->addWidget(m_preview, 1);
    m_preview->hide();
    m_noteArea->addWidget(m_writing);
    m_noteArea->addWidget(m_versions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(22, 16, 22, 18);
    column->setSpacing(6);
    column->addWidget(m_pointsHead);
    column->addWidget(m_empty);
    column->addWidget(m_list, 0);
    column->addWidget(m_pointEdit);
    column->addSpacing(12);
    column->addWidget(m_noteHead);
    column->addWidget(m_noteArea, 1);
}

void NotesPanel::say()
{
    sayNote();
    m_empty->setText(withKeys(m_commands, tr("No points yet. Press {reader.point} for one of your own.")));
    m_pointEdit->setAccessibleName(tr("New point"));
    m_pointEdit->setPlaceholderText(
        withKeys(m_commands, tr("New point: {point.save} keeps it, {point.leave} gives it up")));
    m_pointsHead->setText(m_list->summary());
}

void NotesPanel::sayNote()
{
    const bool versions = m_noteArea->currentWidget() == m_versions;
    m_noteHead->setText(versions ? tr("Earlier versions of the note") : tr("Note"));
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
        head->setTextFormat(Qt::PlainText);
        head->setFont(m_theme.font(0.9, head == m_empty ? QFont::Normal : QFont::Medium));
        setInk(head, c.faint);
    }
    m_pointEdit->setFont(m_theme.font());
    m_note->setFont(m_theme.font(0.97));
    update();
}

void NotesPanel::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    m_saver->setLibrary(library, notes);
    m_pictures->setLibrary(library);
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (change.everything || change.issues || change.kinds || change.papers.contains(m_paper))
            refresh();
    });
}

void NotesPanel::setPaper(library::PaperId paper)
{
    flush();
    if (paper != m_paper) {
        keepPoint();
        holdNote();
    }
    const bool stays = paper == m_paper && !m_pointEdit->isHidden();
    const bool known = m_library && !paper.isNull();
    m_note->setEnabled(known);
    if (!known || paper != m_paper) { // else the cursor of the note is where somebody put it
        const library::Note note = known ? m_library->note(paper) : library::Note();
        m_note->restart(note.text);
        m_noteStamp = note.stamp;
    }
    m_paper = paper;
    showHeld();
    refreshPreview();
    m_noteArea->setCurrentWidget(m_writing); // versions are of the paper before
    sayNote();
    if (!stays)
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
        loadNote();
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
    m_pointEdit->setAccessibleName(tr("New point"));
    m_pointEdit->start({});
}

void NotesPanel::edit(const library::Point &point)
{
    askPoint();
    m_edited = point.id;
    m_pointEdit->setAccessibleName(tr("Point"));
    m_pointEdit->start(point.text);
}

void NotesPanel::remove(const library::Point &point)
{
    if (point.isOwn() || !point.digestText.isEmpty())
        tell(m_notes->removePoint(point.id));
    else
        Q_EMIT message(tr("The digest says this; only points of your own can be removed."));
}

void NotesPanel::adopt(const library::Point &point)
{
    if (point.isOwn())
        Q_EMIT message(tr("This point is your own already."));
    else
        tell(m_notes->adoptPoint(point.id));
}

void NotesPanel::closePointField()
{
    m_edited.reset();
    m_evidence.reset();
    m_pointEdit->hide();
}

void NotesPanel::leavePointField()
{
    const auto edited = m_edited;
    closePointField();
    if (edited)
        m_list->goTo(*edited);
    else
        Q_EMIT left();
}

void NotesPanel::savePoint()
{
    TypedPoint typed = typedPoint(); // before the field forgets what it is about
    const Result<void> done = write(typed);
    if (done)
        leavePointField();
    else // what was typed stays in the field
        m_edited = typed.edited;
    tell(done);
}

void NotesPanel::splitPoint()
{
    if (!m_edited) {
        Q_EMIT message(tr("Only a point that is there can be split; keep this one first."));
        return;
    }
    const auto made = m_notes->splitPoint(*m_edited, m_pointEdit->before(), m_pointEdit->after());
    if (made) // else what was typed stays in the field
        leavePointField();
    tell(made ? Result<void>() : Result<void>(made.error()));
    if (made)
        m_list->goTo(*made);
}

void NotesPanel::focusPoints()
{
    if (m_points.isEmpty())
        Q_EMIT message(withKeys(m_commands, tr("This paper has no points yet; {reader.point} makes one.")));
    else
        m_list->goTo();
}

void NotesPanel::goTo(const library::Hit &hit)
{
    if (hit.type == library::Hit::Type::Point) {
        if (const auto id = library::PointId::fromString(hit.id))
            m_list->goTo(*id);
        return;
    }
    focusNote();
    if (const auto place = library::placeOf(hit, m_note->text()))
        m_note->goTo(int(place->from), int(place->size));
}

void NotesPanel::showVersions()
{
    if (!m_library || m_paper.isNull())
        return;
    flush();
    // Of a long note fewer: all that are shown are held in memory.
    constexpr qsizetype mostCharacters = 20'000'000;
    constexpr qsizetype mostVersions = 200;
    const qsizetype most = mostCharacters / std::max<qsizetype>(1, m_note->document()->characterCount());
    const auto versions = m_library->noteVersions(m_paper, int(std::clamp<qsizetype>(most, 10, mostVersions)));
    if (versions.size() < 2) {
        Q_EMIT message(tr("There is no earlier version of this note."));
        return;
    }
    m_noteArea->setCurrentWidget(m_versions);
    sayNote();
    m_versions->start(versions);
}

void NotesPanel::restoreNote(const QString &text)
{
    focusNote();
    const auto done = m_notes->restoreNote(m_paper, text);
    tell(done);
    if (done)
        Q_EMIT message(
            withKeys(m_commands, tr("The earlier version is the note again · {note.leave}, {act.undo} undoes it")));
}

void NotesPanel::focusNote()
{
    m_noteArea->setCurrentWidget(m_writing);
    sayNote();
    m_note->setFocus();
}

void NotesPanel::saveNote()
{
    if (m_notes && !m_paper.isNull() && !m_saver->isBusy()) // else when that is done
        m_saver->save(m_paper, m_note->text(), m_note->typed());
}

void NotesPanel::holdNote()
{
    if (m_note->hasUnsaved() && !m_paper.isNull())
        m_held.insert(m_paper, m_note->text());
}

void NotesPanel::showHeld()
{
    const auto held = m_held.constFind(m_paper);
    if (held == m_held.constEnd())
        return;
    QTextCursor all(m_note->document());
    all.select(QTextCursor::Document);
    all.insertText(*held);
    m_held.erase(held);
    settle(); // an empty one may be what is stored
}

bool NotesPanel::saveHeld()
{
    if (!saveHeldPoints()) {
        Q_EMIT notSaved();
        m_again.start(againMs);
        return false;
    }
    while (m_notes && !m_held.isEmpty()) {
        const library::PaperId paper = m_held.constBegin().key();
        if (!m_notes->setNote(paper, m_held.value(paper))) {
            Q_EMIT notSaved();
            m_again.start(againMs);
            return false; // the others would fare no better
        }
        m_held.remove(paper);
        Q_EMIT saved();
    }
    settle();
    return true;
}

void NotesPanel::saveAgain()
{
    if (saveHeld())
        m_note->flush();
}

void NotesPanel::settle()
{
    if (m_held.isEmpty() && m_heldPoints.isEmpty() && !m_note->hasUnsaved())
        Q_EMIT allSaved();
}

void NotesPanel::flush()
{
    m_pictures->finish(); // they are part of what was typed
    m_saver->finish();
    m_note->flush();
    m_saver->finish();
    if (!m_held.isEmpty() || !m_heldPoints.isEmpty())
        saveHeld();
}

void NotesPanel::loadNote()
{
    // A long note is read only when somebody else wrote it: what is being saved here is shown already.
    if (m_saver->isBusy() || m_note->hasUnsaved() || m_library->noteStamp(m_paper) == m_noteStamp)
        return;
    const library::Note note = m_library->note(m_paper);
    m_note->load(note.text);
    m_noteStamp = note.stamp;
    refreshPreview();
}

void NotesPanel::tell(const Result<void> &result)
{
    if (result)
        Q_EMIT saved();
    else if (!result.error().isCancelled())
        Q_EMIT message(result.error().message);
    refresh();
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
    return !m_pointEdit->isHidden() && m_pointEdit->isChanged();
}

std::optional<Place> NotesPanel::keyPlace() const
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus == m_pointEdit)
        return Place::PointField;
    if (focus == m_note)
        return Place::Note;
    if (focus && m_versions->isAncestorOf(focus))
        return Place::Versions;
    return focus && m_list->isAncestorOf(focus) ? std::optional(Place::Points) : std::nullopt;
}

} // namespace yaodian::ui
