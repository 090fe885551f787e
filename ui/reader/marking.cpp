#include "ui/reader/marking.h"

#include "ui/commands/withkeys.h"
#include "ui/notes/kindname.h"
#include "ui/reader/citing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Marking::Marking(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts) {}

void Marking::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (change.everything || change.kinds || change.papers.contains(m_paper))
            refresh();
    });
}

void Marking::setDocument(library::PaperId paper, const QString &sha256)
{
    m_paper = paper;
    m_sha256 = sha256;
}

void Marking::refresh()
{
    QList<library::Highlight> here;
    if (m_library && !m_paper.isNull()) {
        m_parts.markings.setKinds(m_library->kinds());
        here = notes::highlightsOn(*m_library, m_paper, m_sha256);
    }
    m_parts.markings.setHighlights(here);
    Q_EMIT refreshed();
}

bool Marking::isReady()
{
    if (m_notes && !m_paper.isNull())
        return true;
    Q_EMIT message(tr("The file is still being stored; marking works in a moment."));
    return false;
}

bool Marking::tell(const Result<void> &result)
{
    if (result) {
        refresh();
        m_parts.panel.refresh();
        Q_EMIT saved();
        return true;
    }
    if (!result.error().isCancelled())
        Q_EMIT message(result.error().message);
    return false;
}

std::optional<QList<notes::Passage>> Marking::passages()
{
    if (m_parts.selector.isEmpty() || !isReady() || !isHere())
        return std::nullopt;
    QList<notes::Passage> found;
    const QList<PageStretch> spread = m_parts.selector.spread();
    for (const PageStretch &stretch : spread) {
        const auto text = m_parts.texts.find(stretch.page);
        notes::Passage passage = notes::passageOf(*text, stretch.range, stretch.page, m_sha256);
        if (passage.boxes.isEmpty() || passage.quote.isEmpty())
            continue;
        passage.section = notes::sectionAt(m_outline, *text, stretch.page, passage.at);
        if (!found.isEmpty() && found.last().page == passage.page) { // what lies between is no part of it
            found.last().boxes += passage.boxes;
            found.last().quote += u' ' + passage.quote;
            found.last().suffix = passage.suffix;
        } else {
            found << passage;
        }
    }
    return found.isEmpty() ? std::nullopt : std::optional(found);
}

std::optional<library::HighlightId> Marking::highlightIn(library::Kind kind, library::Highlight::Style style)
{
    auto marked = passages();
    if (!marked)
        return std::nullopt;
    for (notes::Passage &passage : *marked)
        passage.style = style;
    return keep(*marked, kind);
}

std::optional<library::HighlightId> Marking::keep(const QList<notes::Passage> &passages, const library::Kind &kind)
{
    const auto made = m_notes->addHighlights(m_paper, passages, kind.key);
    if (!made) {
        tell(made.error());
        return std::nullopt;
    }
    m_lastKind = kind.key;
    m_parts.selector.clear();
    tell({});
    m_parts.markings.setCurrent(made->first());
    offerNext(kind);
    if (made->size() > 1)
        Q_EMIT message(tr("A highlight stands on one page: the passage is marked on each of its %1 pages; "
                          "a comment or tie goes to the first.")
                           .arg(made->size()));
    return made->first();
}

bool Marking::isHere()
{
    const auto missing = m_parts.selector.missingPage();
    if (missing)
        Q_EMIT message(tr("The text of page %1 is not here yet; press again in a moment.").arg(*missing + 1));
    return !missing;
}

void Marking::offerNext(const library::Kind &kind)
{
    QList<HintBar::Part> parts{{{}, kindName(kind), true}, {{}, tr("highlighted")}};
    const QList<library::Point> &points = m_parts.panel.points();
    const auto bare = std::find_if(points.begin(), points.end(),
                                   [](const library::Point &point) { return point.evidence.isEmpty(); });
    const auto number = bare - points.begin() + 1;
    if (bare != points.end() && number <= 9)
        parts << HintBar::Part{{u"{reader.evidence}"_s, QString::number(number)},
                               tr("evidence for point %1").arg(number)};
    parts << HintBar::Part{{u"{reader.comment}"_s}, tr("comment")} << HintBar::Part{{u"{act.undo}"_s}, tr("undo")};
    m_parts.hints.say(parts);
}

void Marking::give(const library::Kind &kind)
{
    const auto current = m_parts.markings.current();
    if (!m_parts.selector.isEmpty() || !current) {
        highlightIn(kind);
        return;
    }
    if (!isReady() || !tell(m_notes->setKind(current->id, kind.key)))
        return;
    m_lastKind = kind.key;
    m_parts.hints.say({{{}, kindName(kind), true}, {{}, tr("kind of the highlight")}, {{u"{act.undo}"_s}, tr("undo")}});
}

void Marking::kindByLetter(QChar letter)
{
    if (const auto kind = kindOf(letter))
        give(*kind);
}

void Marking::underlineByLetter(QChar letter)
{
    if (const auto kind = kindOf(letter))
        highlightIn(*kind, library::Highlight::Style::Underline);
}

void Marking::toggleUnderline()
{
    using Style = library::Highlight::Style;
    const auto current = m_parts.markings.current();
    if (!current || !isReady())
        return;
    const bool underlined = current->style == Style::Underline;
    if (tell(m_notes->setStyle(current->id, underlined ? Style::Text : Style::Underline)))
        m_parts.hints.say({{{}, underlined ? tr("Tinted") : tr("Underlined"), true}, {{u"{act.undo}"_s}, tr("undo")}});
}

void Marking::markArea(int page, const Box &area, QChar letter)
{
    const auto kind = isReady() ? kindOf(letter) : std::nullopt;
    if (!kind)
        return;
    m_parts.texts.with(page, [this, page, area, kind = *kind, sha256 = m_sha256](const pdf::PageText &text) {
        if (sha256 == m_sha256 && isReady())
            keep({notes::areaOf(text, area, page, sha256)}, kind);
    });
}

void Marking::resizeArea(library::HighlightId id, int page, const Box &area)
{
    m_parts.texts.with(page, [this, id, page, area, sha256 = m_sha256](const pdf::PageText &text) {
        if (sha256 != m_sha256 || !isReady())
            return;
        if (tell(m_notes->resize(id, notes::areaOf(text, area, page, sha256)))) {
            m_parts.markings.setCurrent(id);
            m_parts.hints.say({{{}, tr("The area is another one now"), true}, {{u"{act.undo}"_s}, tr("undo")}});
        }
    });
}

std::optional<library::Kind> Marking::kindOf(QChar letter)
{
    const QList<library::Kind> kinds = m_parts.markings.kinds(); // a copy: an act reads them anew
    for (const library::Kind &kind : kinds)
        if (kind.letter.compare(letter, Qt::CaseInsensitive) == 0)
            return kind;
    QStringList known;
    for (const library::Kind &kind : kinds)
        known << tr("%1 %2").arg(kind.letter, kindName(kind));
    if (isReady())
        Q_EMIT message(tr("No kind has the letter %1. There are: %2").arg(letter).arg(known.join(u", ")));
    return std::nullopt;
}

void Marking::kindByNumber(int number)
{
    const QList<library::Kind> kinds = m_parts.markings.kinds();
    if (number >= 1 && number <= kinds.size())
        give(kinds.at(number - 1));
    else if (isReady())
        Q_EMIT message(tr("There are %1 kinds.").arg(kinds.size()));
}

std::optional<library::HighlightId> Marking::target()
{
    if (!m_parts.selector.isEmpty()) {
        const QList<library::Kind> kinds = m_parts.markings.kinds();
        for (const library::Kind &kind : kinds)
            if (kind.key == (m_lastKind.isEmpty() ? u"method"_s : m_lastKind))
                return highlightIn(kind);
        return highlightIn(kinds.value(0));
    }
    const auto current = m_parts.markings.current();
    if (!current && isReady())
        Q_EMIT message(withKeys(m_parts.commands, tr("Select a passage first ({reader.select} or the mouse), or go to "
                                                     "a highlight with {reader.nextHighlight}.")));
    return current ? std::optional(current->id) : std::nullopt;
}

void Marking::evidence(int point)
{
    if (!isReady())
        return;
    const QList<library::Point> points = m_parts.panel.points();
    if (point < 1 || point > points.size()) {
        Q_EMIT message(points.isEmpty()
                           ? withKeys(m_parts.commands, tr("This paper has no points yet; {reader.point} makes one."))
                           : tr("This paper has %1 points.").arg(points.size()));
        return;
    }
    const auto highlight = target();
    if (highlight && tell(m_notes->tie(points.at(point - 1).id, *highlight)))
        m_parts.hints.say({{{}, tr("Evidence for point %1").arg(point), true}, {{u"{act.undo}"_s}, tr("undo")}});
}

void Marking::comment()
{
    if (const auto id = isReady() ? target() : std::nullopt)
        editComment(*id);
}

void Marking::editComment(library::HighlightId id)
{
    const auto highlight = m_parts.markings.find(id);
    if (!highlight || highlight->boxes.isEmpty())
        return;
    ask(*highlight, {{}, tr("Comment"), highlight->comment, [this, id](const QString &text) {
                         return tell(m_notes->setComment(id, text.trimmed()));
                     }});
}

void Marking::ask(const library::Highlight &highlight, InlineField::Question question)
{
    m_parts.view.reveal(highlight.page, highlight.boxes);
    m_parts.hints.hide();
    question.about = m_parts.view.inView(highlight.page, highlight.boxes.last());
    m_parts.field.ask(question);
}

void Marking::tags()
{
    if (const auto id = isReady() ? target() : std::nullopt)
        editTags(*id);
}

void Marking::editTags(library::HighlightId id)
{
    const auto highlight = m_parts.markings.find(id);
    if (!highlight || highlight->boxes.isEmpty())
        return;
    static const QRegularExpression between(u"[,，、;；]"_s);
    const auto take = [this, id](const QString &text) {
        return tell(m_notes->setTags(id, text.split(between, Qt::SkipEmptyParts)));
    };
    ask(*highlight,
        {{}, tr("Tags, with commas between"), highlight->tags.join(u", "_s), take, m_library->highlightTags()});
}

void Marking::point()
{
    if (!isReady())
        return;
    std::optional<library::HighlightId> evidence;
    if (!m_parts.selector.isEmpty())
        evidence = target();
    m_parts.panel.askPoint(evidence);
}

void Marking::remove()
{
    const auto current = m_parts.markings.current();
    if (!current || !isReady())
        return;
    const auto made = m_library->highlight(current->id);
    if (made && made->document != m_sha256) { // it stays where it was made
        if (tell(m_notes->declareGone(current->id, m_sha256)))
            m_parts.hints.say({{{}, tr("Not in this version any more")}, {{u"{act.undo}"_s}, tr("undo")}});
        return;
    }
    if (tell(m_notes->removeHighlight(current->id)))
        m_parts.hints.say({{{}, tr("Highlight removed")}, {{u"{act.undo}"_s}, tr("undo")}});
}

void Marking::copyQuote(const QString &title)
{
    const auto current = m_parts.markings.current();
    if (!current)
        return;
    QGuiApplication::clipboard()->setText(citedQuote(*current, highlightWords(*current), title));
    Q_EMIT message(tr("Copied the quote with its link."));
}

void Marking::copy()
{
    const QString quote = m_parts.selector.quote();
    if (quote.isEmpty() || !isHere())
        return;
    QGuiApplication::clipboard()->setText(quote);
    m_parts.selector.clear();
    Q_EMIT message(tr("Copied."));
}

} // namespace yaodian::ui
