#include "ui/session/triagepage.h"

#include "notes/notes.h"
#include "ui/base/ink.h"
#include "ui/base/theme.h"
#include "ui/commands/withkeys.h"
#include "ui/session/verdictbutton.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::PaperId;
using library::Verdict;

namespace {

constexpr Verdict Verdicts[] = {Verdict::Read, Verdict::Keep, Verdict::Drop};
constexpr int WidestCard = 880; ///< pixels of the design: longer lines are hard to follow

void dress(QLabel *label, const QFont &font, const QColor &colour)
{
    label->setFont(font);
    setInk(label, colour);
}

} // namespace

TriagePage::TriagePage(library::Library &library, notes::Notes &notes, Commands &commands, Theme &theme,
                       QWidget *parent)
    : QWidget(parent), m_library(library), m_notes(notes), m_commands(commands), m_theme(theme)
{
    setObjectName(u"triage"_s);
    build(commands);
    bind(commands);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &TriagePage::sayTime);
    connect(&theme, &Theme::changed, this, [this] {
        if (m_triage)
            say();
    });
    connect(&library, &library::Library::changed, this, &TriagePage::changed);
}

void TriagePage::build(Commands &commands)
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const auto label = [this](const char *name) {
        auto *made = new QLabel(this);
        made->setObjectName(QLatin1StringView(name));
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    m_title = label("triageTitle");
    m_counts = label("triageCounts");
    m_time = label("triageTime");
    m_end = label("triageEnd");
    m_end->setAlignment(Qt::AlignCenter);
    m_end->setWordWrap(true);
    m_card = new CardView(m_theme, this);
    m_card->setObjectName(u"triageCard"_s);
    m_card->setMaximumWidth(int(WidestCard * unit));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(int(24 * unit), int(16 * unit), int(24 * unit), int(14 * unit));
    head->setSpacing(int(14 * unit));
    head->addWidget(m_title);
    head->addWidget(m_counts, 1);
    head->addWidget(m_time);
    auto *paper = new QWidget(this);
    auto *row = new QHBoxLayout(paper);
    row->setContentsMargins(0, int(8 * unit), 0, 0);
    row->addStretch(1);
    row->addWidget(m_card, 100);
    row->addStretch(1);
    m_middle = new QStackedLayout;
    m_middle->addWidget(paper);
    m_middle->addWidget(m_end);
    m_foot = new QWidget(this);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, int(8 * unit), 0, int(12 * unit));
    foot->setSpacing(int(10 * unit));
    foot->addStretch(1);
    for (int i = 0; i < 3; ++i) {
        auto *button = new VerdictButton(m_theme, QString::number(i + 1), m_foot);
        button->setObjectName(u"verdict%1"_s.arg(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this, i] { decide(Verdicts[i]); });
        m_verdicts << button;
        foot->addWidget(button);
    }
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_middle, 1);
    column->addWidget(m_foot);
    setFocusPolicy(Qt::StrongFocus);
    commands.listenTo(this, Place::Triage);
    commands.listenTo(m_card, Place::Triage);
}

void TriagePage::bind(Commands &commands)
{
    const auto on = [this, &commands](const char *id, std::function<void()> run) {
        commands.bind(id, this, [this, run = std::move(run)](std::optional<int>) {
            if (m_triage)
                run();
        });
    };
    on("triage.read", [this] { decide(Verdict::Read); });
    on("triage.keep", [this] { decide(Verdict::Keep); });
    on("triage.drop", [this] { decide(Verdict::Drop); });
    on("triage.pass", [this] {
        m_triage->pass();
        show();
    });
    on("triage.back", [this] {
        m_triage->goBack();
        show();
    });
    on("triage.page", [this] { m_card->page(1); });
    on("triage.pageBack", [this] { m_card->page(-1); });
    on("triage.star", [this] {
        if (const auto paper = currentPaper())
            if (const auto done = m_notes.setStarred({*paper}, !m_library.state(*paper).starred); !done)
                Q_EMIT failed(done.error().message);
    });
    on("triage.later", [this] {
        if (const auto paper = currentPaper())
            if (const auto done = m_notes.setLater({*paper}, !m_library.state(*paper).later); !done)
                Q_EMIT failed(done.error().message);
    });
    on("triage.open", [this] { open(); });
    on("triage.undo", [this] { undo(); });
    on("triage.redo", [this] { redo(); });
    on("triage.session", [this] {
        if (const auto papers = m_triage->toRead(); !papers.isEmpty())
            Q_EMIT sessionWanted(papers);
        else
            Q_EMIT message(tr("No paper was chosen to be read closely yet; 1 chooses one."));
    });
    commands.bind("go.back", this, [this](std::optional<int>) {
        m_second.stop();
        Q_EMIT closed();
    });
}

void TriagePage::start(const QList<PaperId> &papers, const QString &place)
{
    m_triage.emplace(m_library, papers);
    m_place = place;
    m_since.start();
    m_second.start();
    show();
}

void TriagePage::resume()
{
    m_second.start();
    if (m_triage)
        show();
}

void TriagePage::takeFocus()
{
    if (currentPaper())
        m_card->setFocus(); // it is read out
    else
        setFocus();
}

std::optional<PaperId> TriagePage::currentPaper() const
{
    return m_triage ? m_triage->current() : std::nullopt;
}

void TriagePage::decide(Verdict verdict)
{
    if (!currentPaper())
        return;
    if (const auto done = m_triage->decide(verdict); !done)
        return Q_EMIT failed(done.error().message);
    show();
}

void TriagePage::open()
{
    if (const auto paper = currentPaper())
        Q_EMIT openWanted(*paper);
    else if (m_triage->goAgain())
        show();
}

void TriagePage::undo()
{
    const auto undone = m_triage->undo();
    if (!undone)
        return Q_EMIT message(undone.error().message);
    if (undone->id.isNull())
        return Q_EMIT message(tr("All of this triage is undone."));
    show();
    Q_EMIT message(withKeys(m_commands, tr("Undone: %1 · {triage.redo} does it again")).arg(undone->label));
}

void TriagePage::redo()
{
    const auto done = m_triage->redo();
    if (!done)
        return Q_EMIT message(done.error().message);
    show();
    Q_EMIT message(withKeys(m_commands, tr("Done again: %1 · {triage.undo} undoes it")).arg(done->label));
}

void TriagePage::changed(const library::Change &change)
{
    const auto paper = currentPaper();
    if (isVisible() && paper && (change.everything || change.papers.contains(*paper)))
        show();
}

void TriagePage::show()
{
    const auto paper = currentPaper();
    const QList<library::ListRow> mentions = paper ? m_library.mentions(*paper) : QList<library::ListRow>();
    // What was said of it last stands first; the others are named below.
    const auto card = mentions.isEmpty() ? std::nullopt : gatherCard(m_library, mentions.last().id);
    if (card)
        m_card->showCard(*card);
    else if (paper)
        m_card->showNothing(tr("Nothing is said of this paper any more."));
    // Asked before the card may be hidden: whoever types in a panel above goes on typing.
    const QWidget *focus = QApplication::focusWidget();
    const bool isHere = !focus || focus == this || isAncestorOf(focus);
    m_middle->setCurrentIndex(paper ? 0 : 1);
    m_foot->setVisible(paper.has_value());
    if (isVisible() && isHere)
        takeFocus();
    say();
}

void TriagePage::say()
{
    const Colours &c = m_theme.colours();
    m_progress = m_triage->progress();
    const auto paper = currentPaper();
    dress(m_title, m_theme.font(1.0, QFont::DemiBold), c.ink);
    dress(m_counts, m_theme.font(12.5 / 14), c.faint);
    dress(m_end, m_theme.font(15.0 / 14), c.ink);
    m_title->setText(tr("Five minutes · %1").arg(m_place));
    QStringList counts;
    if (paper)
        counts << tr("%1 of %2", "papers").arg(m_progress.position).arg(m_progress.queue);
    const std::pair<int, QString> given[] = {{m_progress.read, tr("%1 read closely")},
                                             {m_progress.keep, tr("%1 kept")},
                                             {m_progress.drop, tr("%1 dropped")}};
    for (const auto &[count, words] : given)
        if (count > 0)
            counts << words.arg(count);
    m_counts->setText(counts.join(u" · "_s));
    const QString words[] = {tr("Read closely"), tr("Keep"), tr("Drop")};
    const Verdict has = paper ? m_library.state(*paper).verdict : Verdict::None;
    for (int i = 0; i < 3; ++i) {
        m_verdicts[i]->setText(words[i]);
        m_verdicts[i]->setAccessibleName(words[i]);
        m_verdicts[i]->setChecked(has == Verdicts[i]);
        m_verdicts[i]->updateGeometry();
    }
    if (!paper)
        showEnd();
    sayTime();
    setAccessibleName(tr("Five-minute triage"));
    update();
}

void TriagePage::showEnd()
{
    QStringList lines;
    if (m_progress.all == 0)
        lines << tr("There is nothing here to go through.");
    else if (m_progress.queue == 0)
        lines << tr("Every paper here has its verdict.");
    else
        lines << tr("That was all: %n paper(s)", nullptr, m_progress.queue) + u'\n' + m_counts->text();
    if (m_progress.passed > 0)
        lines << withKeys(m_commands, tr("{triage.open} shows the %n you passed", nullptr, m_progress.passed));
    if (const auto chosen = m_triage->toRead(); !chosen.isEmpty())
        lines << withKeys(m_commands, tr("{triage.session} reads the %n you chose", nullptr, int(chosen.size())));
    lines << (m_progress.read + m_progress.keep + m_progress.drop > 0
                  ? withKeys(m_commands, tr("{triage.undo} takes the last verdict back · {go.back} goes to the list"))
                  : withKeys(m_commands, tr("{go.back} goes to the list")));
    m_end->setText(lines.join(u"\n\n"_s));
}

void TriagePage::sayTime()
{
    const qint64 seconds = m_since.isValid() ? m_since.elapsed() / 1000 : 0;
    dress(m_time, m_theme.font(12.5 / 14), m_theme.colours().faint);
    m_time->setText(u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void TriagePage::paintEvent(QPaintEvent *)
{
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.card);
    // How far the whole list is, those of earlier sittings included.
    painter.fillRect(QRect(0, 0, width(), 3), c.line);
    if (m_progress.all > 0)
        painter.fillRect(QRectF(0, 0, double(width()) * m_progress.decided / m_progress.all, 3), c.accent);
}

void TriagePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_triage)
        say();
}

} // namespace yaodian::ui
