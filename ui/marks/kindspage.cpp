#include "ui/marks/kindspage.h"

#include "ui/commands/withkeys.h"
#include "ui/marks/kindadvice.h"
#include "ui/notes/kindname.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSplitter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

KindsPage::KindsPage(library::Library &library, notes::Notes &notes, Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_notes(notes), m_commands(commands), m_theme(theme)
{
    setObjectName(u"kinds"_s);
    build();
    bindKeys();
    connect(&library, &library::Library::changed, this, [this](const library::Change &change) {
        if (isVisible() && (change.kinds || change.everything || !change.papers.isEmpty()))
            refresh();
    });
    connect(m_list, &KindList::currentKindChanged, this, &KindsPage::showCurrent);
    connect(m_list, &KindList::doubleClicked, this, &KindsPage::edit);
    connect(m_list, &KindList::clicked, this, [this] {
        const library::Kind *kind = m_list->current();
        if (kind && !m_leaving.isEmpty() && kind->key != m_leaving)
            removeInto(library::Kind(*kind));
    });
    connect(m_form, &KindForm::wanted, this, [this](const library::Kind &kind) {
        if (keep(kind))
            m_list->setFocus();
    });
    connect(m_form, &KindForm::left, this, [this] {
        showCurrent();
        m_list->setFocus();
    });
    connect(&theme, &Theme::changed, this, &KindsPage::dress);
    texts();
}

void KindsPage::build()
{
    auto *split = new QSplitter(this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    m_list = new KindList(m_theme, split);
    m_right = new QScrollArea(split);
    m_right->setFrameShape(QFrame::NoFrame);
    m_right->setWidgetResizable(true);
    m_right->setFocusPolicy(Qt::NoFocus);
    m_form = new KindForm(m_commands, m_theme);
    m_form->setAutoFillBackground(true);
    m_right->setWidget(m_form);
    split->setStretchFactor(1, 1);
    split->setSizes({400, 1040});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split);
    setFocusProxy(m_list);
}

void KindsPage::bindKeys()
{
    m_commands.listenTo(m_list, Place::Kinds);
    m_list->installEventFilter(this); // after the commands, so that it is asked first
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("kinds.next", [this] { m_list->goTo(m_list->currentIndex().row() + 1); });
    bind("kinds.previous", [this] { m_list->goTo(m_list->currentIndex().row() - 1); });
    bind("kinds.first", [this] { m_list->goTo(0); });
    bind("kinds.last", [this] { m_list->goTo(m_list->rows().rowCount() - 1); });
    bind("kinds.edit", [this] { edit(); });
    bind("kinds.add", [this] { add(); });
    bind("kinds.remove", [this] { remove(); });
    bind("kinds.down", [this] { move(1); });
    bind("kinds.up", [this] { move(-1); });
    bind("go.back", [this] { leave(); });
}

void KindsPage::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    QPalette ground = m_form->palette();
    ground.setColor(QPalette::Window, c.card);
    m_form->setPalette(ground);
    QPalette side = palette();
    side.setColor(QPalette::Base, c.background);
    m_list->setPalette(side);
    m_list->setMinimumWidth(qRound(300 * unit));
}

void KindsPage::texts()
{
    setAccessibleName(tr("Kinds of highlights"));
    m_list->setAccessibleName(tr("Kinds of highlights"));
}

void KindsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        texts();
        m_list->viewport()->update();
    }
}

void KindsPage::start()
{
    dress(); // not before it is shown: under the application's style sheet a widget loses then what it was given before
    m_leaving.clear();
    refresh();
}

void KindsPage::takeFocus()
{
    m_list->setFocus();
}

bool KindsPage::isEditing() const
{
    return m_form->focusWidget() && m_form->focusWidget()->hasFocus();
}

/// Whoever types in the form goes on typing.
void KindsPage::refresh()
{
    const bool keeps = m_form->isChanged(); // also while another window is in front
    const QSignalBlocker quiet(keeps ? m_list : nullptr);
    m_list->setKinds(m_library.kinds(), m_library.kindUses());
}

void KindsPage::showCurrent()
{
    if (const library::Kind *kind = m_list->current())
        m_form->showKind(*kind, m_list->rows().kinds());
}

void KindsPage::edit()
{
    m_leaving.clear();
    if (!m_list->current())
        return;
    showCurrent();
    m_form->takeFocus();
}

void KindsPage::add()
{
    m_leaving.clear();
    m_form->showKind(newKindAmong(m_list->rows().kinds()), m_list->rows().kinds());
    m_form->takeFocus();
}

bool KindsPage::keep(const library::Kind &kind)
{
    if (kind.key.isEmpty()) {
        const auto made = m_notes.addKind(kind);
        if (!made) {
            m_form->sayTrouble(made.error().message);
            return false;
        }
        m_list->setKinds(m_library.kinds(), m_library.kindUses());
        m_list->goToKey(*made);
        return true;
    }
    if (const auto put = m_notes.putKind(kind); !put) {
        m_form->sayTrouble(put.error().message);
        return false;
    }
    m_list->setKinds(m_library.kinds(), m_library.kindUses());
    return true;
}

void KindsPage::remove()
{
    const library::Kind *current = m_list->current();
    if (!current)
        return;
    const library::Kind kind = *current;
    const int uses = m_library.kindUses().value(kind.key);
    if (uses == 0 || m_list->rows().rowCount() == 1) {
        if (const auto gone = m_notes.removeKind(kind.key); !gone)
            return Q_EMIT failed(gone.error().message);
        return Q_EMIT message(withKeys(m_commands, tr("Removed “%1” · {act.undo} undoes it")).arg(kindName(kind)));
    }
    QStringList others;
    for (const library::Kind &other : m_list->rows().kinds())
        if (other.key != kind.key)
            others << tr("%1 %2").arg(other.letter, kindName(other));
    m_leaving = kind.key;
    Q_EMIT message(tr("%n highlight(s) are of this kind. Press the letter of the kind they become: %1", nullptr, uses)
                       .arg(others.join(u" · "_s)));
}

void KindsPage::removeInto(const library::Kind &into)
{
    const QString key = std::exchange(m_leaving, QString());
    const auto old = notes::kindNamed(m_library.kinds(), key);
    if (const auto gone = m_notes.removeKind(key, into.key); !gone)
        return Q_EMIT failed(gone.error().message);
    m_list->goToKey(into.key);
    Q_EMIT message(withKeys(m_commands, tr("Removed “%1”; its highlights are “%2” now · {act.undo} undoes it"))
                       .arg(old ? kindName(*old) : key, kindName(into)));
}

void KindsPage::move(int places)
{
    const library::Kind *kind = m_list->current();
    if (!kind)
        return;
    if (const auto moved = m_notes.moveKind(QString(kind->key), places); !moved)
        Q_EMIT failed(moved.error().message);
}

void KindsPage::leave()
{
    if (m_leaving.isEmpty())
        return Q_EMIT closed();
    m_leaving.clear();
    Q_EMIT message(tr("The kind stays."));
}

/// While a removal waits for a kind, its letter is the answer, and any other key gives it up.
bool KindsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || m_leaving.isEmpty())
        return QWidget::eventFilter(watched, event);
    const QString typed = static_cast<QKeyEvent *>(event)->text();
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta)
        return true;
    for (const library::Kind &kind : m_list->rows().kinds())
        if (!typed.isEmpty() && kind.key != m_leaving && kind.letter.compare(typed, Qt::CaseInsensitive) == 0) {
            removeInto(library::Kind(kind));
            return true;
        }
    leave();
    return true;
}

} // namespace yaodian::ui
