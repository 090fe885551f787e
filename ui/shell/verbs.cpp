#include "ui/shell/verbs.h"

#include "ui/commands/withkeys.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::PaperId;
using library::Verdict;

namespace {

QString verdictText(Verdict verdict)
{
    return verdict == Verdict::Read   ? Verbs::tr("Read closely")
           : verdict == Verdict::Keep ? Verbs::tr("Keep")
                                      : Verbs::tr("Drop");
}

} // namespace

Verbs::Verbs(cli::Services &services, Late<LibraryPage> &page, Notice &notice, Commands &commands, QObject *parent)
    : QObject(parent), m_services(services), m_page(page), m_notice(notice), m_commands(commands)
{
    bindMarks();
}

void Verbs::bindMarks()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    for (const char *place : {"list", "reader"}) {
        const QByteArray prefix = QByteArray(place) + ".verdict.";
        bind((prefix + "read").constData(), [this] { verdict(Verdict::Read); });
        bind((prefix + "keep").constData(), [this] { verdict(Verdict::Keep); });
        bind((prefix + "drop").constData(), [this] { verdict(Verdict::Drop); });
        bind((QByteArray(place) + ".star").constData(), [this] { toggle("star"); });
    }
    bind("list.read", [this] { toggle("read"); });
    bind("list.later", [this] { toggle("later"); });
    bind("list.point", [this] {
        if (m_page->currentRow())
            m_page->startPoint();
    });
    bind("list.tags", [this] { startTags(); });
    bind("list.merge", [this] { merge(); });
    bind("list.apart", [this] { setApart(); });
    bind("act.undo", [this] { undo(); });
    bind("act.redo", [this] { redo(); });
}

bool Verbs::fine(const Result<void> &result)
{
    if (!result && !result.error().isCancelled())
        m_notice.sayTrouble(result.error().message);
    return result.ok();
}

void Verbs::verdict(Verdict verdict)
{
    const QList<PaperId> papers = m_papers();
    if (papers.isEmpty())
        return;
    // The same key again takes the verdict back.
    const bool all = std::all_of(papers.begin(), papers.end(),
                                 [&](PaperId id) { return m_services.library.state(id).verdict == verdict; });
    const auto session = m_services.reading.currentPaper();
    const bool ofSession = !all && papers.size() == 1 && session == papers.first();
    const bool done = fine(ofSession ? m_services.reading.verdict(verdict)
                                     : m_services.notes.setVerdict(papers, all ? Verdict::None : verdict));
    const LibraryPage *page = m_page.ifMade();
    if (done && (!page || !page->isVisible())) // in the reader no row shows it
        m_notice.say(all ? withKeys(m_commands, tr("Verdict taken back · {act.undo} undoes it"))
                         : withKeys(m_commands, tr("%1 · {act.undo} undoes it")).arg(verdictText(verdict)));
}

void Verbs::toggle(const char *what)
{
    const QList<PaperId> papers = m_papers();
    if (papers.isEmpty())
        return;
    const library::PaperState first = m_services.library.state(papers.first());
    if (qstrcmp(what, "star") == 0)
        fine(m_services.notes.setStarred(papers, !first.starred));
    else if (qstrcmp(what, "later") == 0)
        fine(m_services.notes.setLater(papers, !first.later));
    else
        fine(m_services.notes.setRead(papers, !first.read));
}

void Verbs::addPoint(const QString &text)
{
    const auto row = m_page->currentRow();
    if (!row)
        return;
    if (const auto point = m_services.notes.addPoint(row->paper, text); !point)
        m_notice.sayTrouble(point.error().message);
}

/// Of several papers, the tags that all have: what else each has stays.
void Verbs::startTags()
{
    m_tagged = m_papers();
    if (m_tagged.isEmpty())
        return;
    m_common = m_services.library.state(m_tagged.first()).tags;
    for (const PaperId &paper : std::as_const(m_tagged)) {
        const QStringList others = m_services.library.state(paper).tags;
        m_common.removeIf([&](const QString &tag) { return !others.contains(tag, Qt::CaseInsensitive); });
    }
    QStringList known;
    for (const library::TagCount &count : m_services.library.paperTags())
        known << count.tag;
    m_page->startTags(m_common, known);
}

void Verbs::putTags(const QStringList &tags)
{
    QStringList taken = m_common;
    taken.removeIf([&](const QString &tag) { return tags.contains(tag, Qt::CaseInsensitive); });
    fine(m_services.notes.changeTags(m_tagged, taken, tags));
}

void Verbs::merge()
{
    const QList<PaperId> papers = m_papers();
    if (papers.size() < 2)
        return m_notice.say(withKeys(m_commands, tr("Select the other entries of this paper with {list.extendDown} or "
                                                    "{list.extendUp} first, then {list.merge} makes them one.")));
    if (const auto kept = m_services.library.merge(papers); !kept)
        m_notice.sayTrouble(kept.error().message);
    else
        m_notice.say(withKeys(m_commands, tr("They are one paper now · {act.undo} undoes it")));
}

void Verbs::setApart()
{
    const auto row = m_page->currentRow();
    if (!row)
        return;
    if (const auto paper = m_services.library.setApart(row->id); !paper)
        m_notice.sayTrouble(paper.error().message);
    else
        m_notice.say(
            withKeys(m_commands, tr("This entry is a paper of its own now; what you marked stays with the other "
                                    "mentions · {act.undo} undoes it")));
}

QString Verbs::decidedOf(PaperId paper) const
{
    const library::PaperState state = m_services.library.state(paper);
    QStringList parts;
    if (state.verdict != Verdict::None)
        parts << verdictText(state.verdict);
    if (state.starred)
        parts << u"★"_s;
    if (state.later)
        parts << tr("Later");
    return parts.join(u" · "_s);
}

void Verbs::undo()
{
    step([this] { return m_services.notes.undo(); }, tr("Undone: %1 · {act.redo} does it again"),
         tr("Undone: %1, of “%2” · {act.redo} does it again"));
}

void Verbs::redo()
{
    step([this] { return m_services.notes.redo(); }, tr("Done again: %1 · {act.undo} undoes it"),
         tr("Done again: %1, of “%2” · {act.undo} undoes it"));
}

/// Tells `here` of what was done, or `there` with the title where it was done to a paper that one does not look at.
void Verbs::step(const std::function<Result<library::Operation>()> &run, const QString &here, const QString &there)
{
    const QList<PaperId> atHand = m_papers ? m_papers() : QList<PaperId>();
    QList<PaperId> changed;
    const auto heard = connect(&m_services.library, &library::Library::changed, this,
                               [&changed](const library::Change &change) { changed = change.papers; });
    const auto done = run();
    disconnect(heard);
    if (!done) {
        if (!done.error().isCancelled())
            m_notice.say(done.error().message);
        return;
    }
    const bool isElsewhere = changed.size() == 1 && !atHand.contains(changed.first());
    const QString title = isElsewhere ? titleOf(changed.first()) : QString();
    m_notice.say(title.isEmpty() ? withKeys(m_commands, here).arg(done->label)
                                 : withKeys(m_commands, there).arg(done->label, title));
}

QString Verbs::titleOf(PaperId paper) const
{
    constexpr qsizetype most = 60; // more is cut: the notice has other things to say
    const auto known = m_services.library.paper(paper);
    const QString title = known ? known->title.simplified() : QString();
    return title.size() > most ? title.left(most).trimmed() + u'…' : title;
}

} // namespace yaodian::ui
