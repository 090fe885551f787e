#include "ui/reader/references.h"

#include "pdf/pagetext.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using pdf::Reference;

namespace {

constexpr double LinkCrop = 0.22; ///< of a page's height: what is shown of the place that a link leads to

constexpr int MarkedMs = 1500;
constexpr double AboveTarget = 0.02; ///< of a page, what is left above the place that is gone to

bool overlap(const Box &a, const Box &b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool lieOver(const Reference &reference, const Box &box)
{
    return std::any_of(reference.boxes.cbegin(), reference.boxes.cend(),
                       [&](const Box &line) { return overlap(line, box); });
}

/// What the words in and before a link say that it leads to.
Reference::Kind saidKind(const QString &words)
{
    using Kind = Reference::Kind;
    static const QList<std::pair<QRegularExpression, Kind>> signs = [] {
        const auto ending = [](const QString &names) {
            return QRegularExpression(u"(?:%1)\\.?\\s*[\\dIVX.\\-()a-z]*$"_s.arg(names),
                                      QRegularExpression::CaseInsensitiveOption);
        };
        return QList<std::pair<QRegularExpression, Kind>>{
            {ending(u"\\bfig(?:ure)?s?|图"_s), Kind::Figure},
            {ending(u"\\btab(?:le)?s?|表"_s), Kind::Table},
            {ending(u"\\beqn?s?|\\bequations?|式"_s), Kind::Equation},
            {ending(u"\\bsec(?:tion)?s?|\\bappendi(?:x|ces)|§|节"_s), Kind::Section},
        };
    }();
    for (const auto &[sign, kind] : signs)
        if (sign.match(words).hasMatch())
            return kind;
    return Kind::Citation;
}

/// Of a section, its opening lines are shown too, as wide as its column.
Box withOpening(Box box)
{
    const bool inLeftColumn = box.left < 0.4 && box.right < 0.5;
    box.right = std::max(box.right, inLeftColumn ? 0.5 : 0.94);
    box.bottom = std::max(box.bottom, std::min(1.0, box.top + LinkCrop));
    return box;
}

/// A link may stand on what the text does not have, such as a raised number: the nearest words are not its own.
bool liesIn(const pdf::PageText &text, const pdf::TextRange &range, const Box &box, int rotation)
{
    const Box shown = box.turned(rotation);
    for (int at = range.from; at < range.to; ++at) {
        const Box letter = text.boxes[at].turned(rotation);
        const double middle = (letter.top + letter.bottom) / 2;
        if (!letter.isEmpty() && (middle < shown.top || middle > shown.bottom))
            return false;
    }
    return true;
}

/// The letters that a box of the page lies over, at the middle of its height as the page is shown.
pdf::TextRange rangeUnder(const pdf::PageText &text, const Box &box, int rotation)
{
    const Box shown = box.turned(rotation);
    const double middle = (shown.top + shown.bottom) / 2;
    const auto at = [&](double x) {
        const Box spot = Box{x, middle, x, middle}.turned(-rotation);
        return pdf::indexAt(text, {spot.left, spot.top});
    };
    return {at(shown.left + 0.001), at(shown.right - 0.001) + 1};
}

int distance(const QRect &rect, QPoint from)
{
    const int dx = std::max({rect.left() - from.x(), 0, from.x() - rect.right()});
    const int dy = std::max({rect.top() - from.y(), 0, from.y() - rect.bottom()});
    return dx + 3 * dy; // along the line is nearer than across lines
}

} // namespace

References::References(const ReaderContext &context)
    : m_context(context), m_view(context.pages), m_texts(context.texts), m_links(context.links),
      m_selector(context.selector)
{
    m_links.alsoHint([this](int page) { return withoutLink(page); });
    connect(&m_links, &Links::arrived, this, &References::arrived);
    m_view.addOverlay(this);
    m_marked.setSingleShot(true);
    m_marked.setInterval(MarkedMs);
    connect(&m_marked, &QTimer::timeout, this, [this] {
        m_arrivedAt = {};
        m_view.viewport()->update();
    });
}

void References::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_known.clear();
    m_asked.clear();
    m_arrivedAt = {};
}

void References::want()
{
    if (!m_document || !m_document->isOpen() || !m_view.isSettled())
        return;
    const QList<int> pages = m_view.visiblePages();
    m_links.want(pages);
    for (const int page : pages) {
        if (m_known.contains(page) || m_asked.contains(page))
            continue;
        m_asked.insert(page);
        m_document->references(page, this,
                               [this, page, generation = m_generation](const Result<QList<Reference>> &found) {
                                   if (generation != m_generation)
                                       return;
                                   m_asked.remove(page); // what failed is asked for again at the next look
                                   if (found)
                                       m_known.insert(page, withOpenings(*found));
                                   Q_EMIT arrived();
                               });
    }
}

QList<Reference> References::withOpenings(QList<Reference> references) const
{
    for (Reference &reference : references) {
        if (reference.kind != Reference::Kind::Section)
            continue;
        for (pdf::Target &target : reference.targets) {
            const int rotation = rotationOf(target.page);
            target.box = withOpening(target.box.turned(rotation)).turned(-rotation);
        }
    }
    return references;
}

/// Of the page itself, whatever the view does.
int References::rotationOf(int page) const
{
    return m_document ? m_document->info().pages.value(page).rotation : 0;
}

bool References::areKnown() const
{
    const QList<int> pages = m_view.visiblePages();
    return m_view.isSettled() && std::none_of(pages.cbegin(), pages.cend(), [this](int page) {
               return m_links.isWaitingFor(page) || m_asked.contains(page);
           });
}

QList<Reference> References::on(int page) const
{
    const QList<Reference> known = m_known.value(page);
    return known + ofLinks(page, known);
}

QList<Reference> References::ofLinks(int page, const QList<Reference> &known) const
{
    QList<Reference> found;
    for (const pdf::Link &link : m_links.on(page)) {
        const bool told = std::any_of(known.cbegin(), known.cend(),
                                      [&](const Reference &reference) { return lieOver(reference, link.box); });
        if (link.page >= 0 && !told)
            found << ofLink(page, link);
    }
    return found;
}

Reference References::ofLink(int page, const pdf::Link &link) const
{
    Reference made;
    made.boxes = {link.box};
    pdf::Target target;
    target.page = link.page;
    target.box =
        Box{0, std::max(0.0, link.top - 0.005), 1, std::min(1.0, link.top + LinkCrop)}.turned(-rotationOf(link.page));
    if (const auto text = m_texts.find(page)) {
        made.range = rangeUnder(*text, link.box, rotationOf(page));
        if (made.range.from >= 0 && !made.range.isEmpty() && liesIn(*text, made.range, link.box, rotationOf(page))) {
            const QString words = pdf::quoteOf(*text, made.range);
            made.kind = saidKind(pdf::contextBefore(*text, made.range, 12) + u' ' + words);
            // Half a name ("et al.,") says nothing of where it leads.
            if (std::any_of(words.cbegin(), words.cend(), [](QChar c) { return c.isDigit(); }))
                target.label = words;
        } else {
            made.range = {};
        }
    }
    made.targets = {target};
    return made;
}

/// For hints: what the text tells where no link is embedded.
QList<Links::Told> References::withoutLink(int page)
{
    QList<Links::Told> found;
    const QList<pdf::Link> links = m_links.on(page);
    for (const Reference &reference : m_known.value(page)) {
        const bool linked = std::any_of(links.cbegin(), links.cend(),
                                        [&](const pdf::Link &link) { return lieOver(reference, link.box); });
        if (linked || reference.boxes.isEmpty() || reference.targets.isEmpty())
            continue;
        found << Links::Told{reference.boxes.first(), [this, target = reference.targets.first()] { goTo(target); }};
    }
    return found;
}

std::optional<References::Found> References::at(const PageSpot &spot) const
{
    for (const Reference &reference : on(spot.page)) {
        const bool over = std::any_of(reference.boxes.cbegin(), reference.boxes.cend(),
                                      [&](const Box &box) { return box.contains(spot.at.x(), spot.at.y()); });
        if (over && !reference.targets.isEmpty())
            return Found{spot.page, reference};
    }
    return std::nullopt;
}

QList<References::Found> References::inView() const
{
    QList<Found> found;
    const QRect window = m_view.viewport()->rect();
    for (const int page : m_view.visiblePages())
        for (const Reference &reference : on(page))
            if (!reference.targets.isEmpty() && !reference.boxes.isEmpty() &&
                window.intersects(m_view.inView(page, reference.boxes.first())))
                found << Found{page, reference};
    // In the order of the text, whatever told of them.
    std::stable_sort(found.begin(), found.end(), [](const Found &one, const Found &other) {
        return one.page != other.page ? one.page < other.page : one.reference.range.from < other.reference.range.from;
    });
    return found;
}

QRect References::inView(const Found &found) const
{
    const QRect first = m_view.inView(found.page, found.reference.boxes.value(0));
    QRect all = first;
    for (const Box &box : found.reference.boxes)
        all = all.united(m_view.inView(found.page, box));
    const bool onItsSide = m_view.layoutOfPages().turn() % 180 != 0; // lines run up or down
    return onItsSide ? (all.width() <= 4 * first.width() ? all : first)
                     : (all.height() <= 4 * first.height() ? all : first);
}

/// Where the selection ends, in the view.
std::optional<QPoint> References::caret() const
{
    const Caret end = m_selector.selection().last();
    const auto text = m_selector.isSelecting() ? m_texts.find(end.page) : std::nullopt;
    if (!text)
        return std::nullopt;
    for (int at = std::min(end.at, int(text->boxes.size()) - 1); at >= 0; --at)
        if (!text->boxes.at(at).isEmpty())
            return m_view.inView(end.page, text->boxes.at(at)).center();
    return std::nullopt;
}

std::optional<References::Found> References::meant() const
{
    if (m_pointed)
        return at(m_view.spotAt(*m_pointed));
    if (caret())
        return nearest();
    if (!m_view.viewport()->underMouse())
        return std::nullopt;
    return at(m_view.spotAt(m_view.viewport()->mapFromGlobal(QCursor::pos())));
}

std::optional<References::Found> References::nearest(const QList<Reference::Kind> &kinds) const
{
    const auto wanted = [&](const Found &found) { return kinds.isEmpty() || kinds.contains(found.reference.kind); };
    const std::optional<QPoint> marked = m_pointed ? std::nullopt : caret();
    if (!marked)
        if (const auto under = meant(); under && wanted(*under))
            return under;
    QList<Found> all = inView();
    all.removeIf([&](const Found &found) { return !wanted(found); });
    const QPoint from = marked.value_or(m_view.viewport()->rect().center());
    const auto best = std::min_element(all.cbegin(), all.cend(), [&](const Found &a, const Found &b) {
        return distance(inView(a), from) < distance(inView(b), from);
    });
    return best == all.cend() ? std::nullopt : std::optional(*best);
}

/// A little above what is gone to, in the page as it is shown; what a turned view has at its upper left corner is told
/// too.
PagePlace References::placeOf(const pdf::Target &target) const
{
    const int turn = m_view.layoutOfPages().turn();
    const Box inView = target.box.turned(rotationOf(target.page) + turn);
    const double left = std::max(0.0, inView.left - AboveTarget);
    const double top = std::max(0.0, inView.top - AboveTarget);
    if (turn == 0)
        return {target.page, top};
    const Box corner = Box{left, top, left, top}.turned(-turn);
    return {target.page, corner.top, corner.left};
}

void References::goTo(const pdf::Target &target)
{
    m_context.jump(placeOf(target));
    m_arrivedAt = target;
    m_marked.start();
    m_view.viewport()->update();
}

void References::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if (page != m_arrivedAt.page || m_arrivedAt.box.isEmpty())
        return;
    const QRectF at = layout.onView(page, m_arrivedAt.box);
    QColor colour = m_context.theme.colours().accent;
    painter.fillRect(QRectF(at.left() - 8, at.top(), 3, at.height()), colour);
    colour.setAlphaF(0.08F);
    painter.fillRect(at.adjusted(-5, -2, 4, 2), colour);
}

} // namespace yaodian::ui
