#include "base/files.h"
#include "exporting/exporting.h"
#include "exporting/marked.h"
#include "exporting/plain.h"
#include "exporting/seal.h"
#include "exporting/unread.h"
#include "notes/notes.h"
#include "pdf/document.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

// Copies of PDFs with the highlights in them.
namespace yaodian::exporting {

namespace {

using library::Highlight;
using pdf::AddedAnnotation;
using pdf::Annotation;

constexpr qint64 largestOriginal = 200LL * 1024 * 1024;
constexpr qint64 largestCopy = 256LL * 1024 * 1024;

struct CopySay
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

/// What a copy is made of.
struct Copy
{
    library::Paper paper;
    library::Document document;
    QList<AddedAnnotation> marks;
    [[nodiscard]] QString title() const { return paper.title.isEmpty() ? paper.titleZh : paper.title; }
};

Annotation::Kind kindOf(Highlight::Style style)
{
    return style == Highlight::Style::Underline ? Annotation::Kind::Underline
           : style == Highlight::Style::Area    ? Annotation::Kind::Shape
                                                : Annotation::Kind::Highlight;
}

QList<AddedAnnotation> marksOf(const library::Library &library, const QList<Highlight> &highlights)
{
    const QList<library::Kind> kinds = library.kinds();
    QHash<library::HighlightId, int> parts; // over a page break it is one on each page
    QList<AddedAnnotation> marks;
    for (const Highlight &highlight : highlights) {
        if (highlight.boxes.isEmpty())
            continue;
        const auto kind = std::find_if(kinds.cbegin(), kinds.cend(),
                                       [&](const library::Kind &each) { return each.key == highlight.kind; });
        AddedAnnotation mark;
        mark.annotation = {highlight.page, kindOf(highlight.style), highlight.boxes, plainLines(highlight.comment)};
        mark.annotation.author = QStringLiteral("Yaodian");
        mark.annotation.name = highlight.id.toString();
        if (const int part = ++parts[highlight.id]; part > 1)
            mark.annotation.name += QStringLiteral("/%1").arg(part);
        mark.annotation.modified = highlight.made;
        mark.annotation.colour = kind == kinds.cend() ? QStringLiteral("#e0a100") : kind->colour;
        mark.subject = kind == kinds.cend() ? highlight.kind : writtenName(*kind);
        marks << mark;
    }
    return marks;
}

/// The document on which most of the highlights stand; of several the newest. nullopt: no PDF is here.
std::optional<Copy> copyOf(const library::Library &library, const library::Paper &paper)
{
    std::optional<Copy> best;
    const QList<library::Document> documents = library.documents(paper.id);
    for (const library::Document &document : documents) {
        if (!QFileInfo(document.path).isFile())
            continue;
        const auto marks = marksOf(library, notes::highlightsOn(library, paper.id, document.sha256));
        if (!best || marks.size() > best->marks.size())
            best = Copy{paper, document, marks};
    }
    return best;
}

double areaOf(const Box &box)
{
    return box.isEmpty() ? 0 : (box.right - box.left) * (box.bottom - box.top);
}

Box around(const QList<Box> &boxes)
{
    Box whole;
    for (const Box &box : boxes)
        whole = whole.united(box);
    return whole;
}

/// Says the same of the same place. A pen draws higher than letters are.
bool isOf(const Annotation &there, const Annotation &mark)
{
    if (there.page != mark.page || !there.marksText() || there.contents.simplified() != mark.contents.simplified())
        return false;
    const Box a = around(there.boxes), b = around(mark.boxes);
    const Box both{qMax(a.left, b.left), qMax(a.top, b.top), qMin(a.right, b.right), qMin(a.bottom, b.bottom)};
    return areaOf(both) > 0.6 * qMin(areaOf(a), areaOf(b)) &&
           qMax(areaOf(a), areaOf(b)) < 3 * qMin(areaOf(a), areaOf(b));
}

/// What was taken over from the file, or is in it because it is a copy itself, is not put there twice.
Result<void> leaveOutWhatIsThere(Copy &copy)
{
    const auto there = pdf::readAnnotations(copy.document.path);
    if (!there)
        return there.error();
    const auto isThere = [&there](const AddedAnnotation &mark) {
        return std::any_of(there->cbegin(), there->cend(),
                           [&mark](const Annotation &one) { return isOf(one, mark.annotation); });
    };
    copy.marks.removeIf(isThere);
    if (copy.marks.isEmpty())
        return Error::world(
            CopySay::tr("All highlights of “%1” are annotations of its PDF already.").arg(plainLine(copy.title())));
    return {};
}

/// Highlights of another version that have no place on the one that is copied.
int withoutPlace(const library::Library &library, const Copy &copy)
{
    QSet<library::HighlightId> placed;
    const QList<Highlight> here = notes::highlightsOn(library, copy.paper.id, copy.document.sha256);
    for (const Highlight &highlight : here)
        placed << highlight.id;
    const QList<Highlight> all = library.highlights(copy.paper.id);
    return int(std::count_if(all.cbegin(), all.cend(),
                             [&placed](const Highlight &highlight) { return !placed.contains(highlight.id); }));
}

/// The same marks on the same file give the same line, whatever else a copy says of itself (its time).
QByteArray fingerprintOf(const Copy &copy)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << copy.document.sha256;
    for (const AddedAnnotation &mark : copy.marks) {
        const Annotation &a = mark.annotation;
        out << a.page << int(a.kind) << a.contents << a.name << a.colour << a.modified << mark.subject;
        for (const Box &box : a.boxes)
            out << box.left << box.top << box.right << box.bottom;
    }
    return "%yaodian-marks:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// What a file that is there already is to a copy.
enum class There { Nothing, Same, Earlier, Others };

There whatIsThere(const QString &path, const QByteArray &original, const Copy &copy)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return There::Nothing;
    const auto bytes = info.isSymLink() ? Result<QByteArray>(Error::cancelled()) : readFile(path, largestCopy);
    if (!bytes || !bytes->startsWith(original))
        return There::Others;
    const QByteArray tail = bytes->mid(original.size());
    const Seal seal = sealOf(tail);
    if (seal.id != copy.paper.id.toString() || !seal.isIntact)
        return There::Others;
    return tail.contains('\n' + fingerprintOf(copy) + '\n') ? There::Same : There::Earlier;
}

Result<void> writeCopy(const Copy &copy, const QString &path, Written &written)
{
    const auto original = readFile(copy.document.path, largestOriginal);
    if (!original)
        return original.error();
    const There there = whatIsThere(path, *original, copy);
    if (there == There::Others)
        return Error::world(CopySay::tr("%1 is there already and is no copy that Yaodian made, or it was changed "
                                        "since. It was left alone.")
                                .arg(QDir::toNativeSeparators(path)));
    if (there != There::Same) {
        const auto whole = pdf::annotatedCopy(copy.document.path, copy.marks);
        if (!whole)
            return whole.error();
        if (!whole->startsWith(*original))
            return Error::world(CopySay::tr("The PDF was changed while it was read. Nothing was written."));
        // Behind the end that readers of PDFs look for, as comments.
        const QByteArray tail = whole->mid(original->size()) + '\n' + fingerprintOf(copy) + "\n%" +
                                sealPlace(copy.paper.id.toString()) + '\n';
        if (const auto done = writeFileAtomically(path, *original + sealed(tail)); !done)
            return done.error();
    }
    written.files << path;
    written.unchanged += there == There::Same ? 1 : 0;
    return {};
}

Result<void> nothingToCopy(const library::Paper &paper, bool hasDocument, const Unread &unread)
{
    if (auto read = unread.none(); !read)
        return read;
    const QString title = plainLine(paper.title.isEmpty() ? paper.titleZh : paper.title);
    return Error::world(hasDocument
                            ? CopySay::tr("Nothing is marked in “%1” yet: there is nothing to export.").arg(title)
                            : CopySay::tr("There is no PDF of “%1” here yet.").arg(title));
}

/// `path`: of the copy. What the library could not give of the paper is said, and no copy is written without it.
Result<void> writeCopyOf(const library::Library &library, Copy &copy, const QString &path, const Unread &unread,
                         Written &written)
{
    const int left = withoutPlace(library, copy);
    if (auto read = unread.none(); !read)
        return read;
    if (auto fresh = leaveOutWhatIsThere(copy); !fresh)
        return fresh;
    if (auto done = writeCopy(copy, path, written); !done)
        return done;
    if (left > 0)
        written.conflicts << CopySay::tr("%n highlight(s) of “%1” have no place on this version of the PDF and are "
                                         "not in the copy.",
                                         nullptr, left)
                                 .arg(plainLine(copy.title()));
    return {};
}

/// The papers, each once.
Result<QList<library::Paper>> copied(const library::Library &library, const QList<library::PaperId> &ids)
{
    const Unread unread;
    QList<library::Paper> papers;
    for (const library::PaperId &id : ids) {
        const auto paper = library.paper(id);
        if (const auto read = unread.none(); !read)
            return read.error();
        if (!paper)
            return Error::world(CopySay::tr("There is no paper %1.").arg(id.toString()));
        if (std::none_of(papers.cbegin(), papers.cend(), [&](const auto &each) { return each.id == paper->id; }))
            papers << *paper;
    }
    return papers;
}

/// Of several papers, one without a highlight gets no copy and needs no word.
bool isUnmarked(const library::Library &library, const library::Paper &paper, const std::optional<Copy> &copy)
{
    return (!copy || copy->marks.isEmpty()) && library.highlights(paper.id).isEmpty();
}

} // namespace

Result<Written> PdfCopies::write(const QList<library::PaperId> &ids, const QString &to) const
{
    const auto papers = copied(m_library, ids);
    if (!papers)
        return papers.error();
    const bool isFile = to.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) && !QFileInfo(to).isDir();
    if (isFile && papers->size() > 1)
        return Error::world(CopySay::tr("Several papers need a folder."));
    const QString folder = isFile ? QFileInfo(to).absolutePath() : QDir(to).absolutePath();
    if (const auto made = makeFolder(folder); !made)
        return made.error();
    Written written;
    for (const library::Paper &paper : *papers) {
        const Unread unread; // what cannot be read of one does not stand in the way of the others
        auto copy = copyOf(m_library, paper);
        if (papers->size() > 1 && isUnmarked(m_library, paper, copy) && unread.none())
            continue;
        Result<void> done;
        if (!copy || copy->marks.isEmpty()) {
            done = nothingToCopy(paper, copy.has_value(), unread);
        } else {
            const QString name = wholeFileName(copy->title(), paper.id.toString(), QStringLiteral("pdf"));
            done =
                writeCopyOf(m_library, *copy, isFile ? QFileInfo(to).absoluteFilePath() : QDir(folder).filePath(name),
                            unread, written);
        }
        if (!done && papers->size() == 1)
            return done.error();
        if (!done)
            written.conflicts << done.error().message;
    }
    return written;
}

} // namespace yaodian::exporting
