#include "tests/crash/ground.h"

#include "base/files.h"
#include "digest/digest.h"

#include <QBuffer>
#include <QDirIterator>
#include <QImage>

#include <unistd.h>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

Opened::Opened(const QString &folder, Library::Mode mode)
{
    auto opened = Library::open(folder, mode, clock, ids);
    if (!opened)
        qFatal("the library cannot be opened: %s", qUtf8Printable(opened.error().message));
    library = std::move(*opened);
    notes = std::make_unique<notes::Notes>(*library, clock, ids);
}

void say(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.constData(), size_t(whole.size())) != whole.size())
        ::_exit(9);
}

QByteArray postText(int number)
{
    return QStringLiteral("每日推荐(5.%1)\n\nLG - 机器学习 CV - 计算机视觉\n\n"
                          "1、[LG] A Paper of Day %1\nA Vaswani, N Shazeer\n[Some Lab]\n一句话 %1\n要点：\n"
                          "- 第一个要点 %1\n- 第二个要点\nhttps://arxiv.org/abs/1706.%2\n\n"
                          "2、[CV] Another of Day %1\nK He, X Zhang\n[Other Lab]\n两句话\n要点：\n"
                          "- 残差连接 %1\nhttps://arxiv.org/abs/1512.%2\n")
        .arg(number)
        .arg(10'000 + number)
        .toUtf8();
}

QList<PaperId> storePosts(Library &library, int from, int to)
{
    Source source;
    source.url = u"https://blog.example/daily.xml"_s;
    source.id = Library::sourceId(Source::Kind::Feed, source.url);
    source.title = u"Daily"_s;
    QList<Post> posts;
    for (int number = from; number <= to; ++number) {
        const QByteArray bytes = postText(number);
        const digest::Origin origin{u"%1.txt"_s.arg(number), {}, {}};
        posts += Post{digest::parse(bytes, origin)->first(), bytes, origin};
    }
    const auto stored = library.storeIssues(source, posts);
    if (!stored)
        qFatal("not stored: %s", qUtf8Printable(stored.error().message));
    QList<PaperId> papers;
    for (const StoredIssue &issue : *stored)
        for (const EntryId &entry : issue.entries)
            papers += library.entry(entry)->row.paper;
    return papers;
}

QByteArray pdfBytes(int number, int size)
{
    QByteArray words = "%PDF-1.4\n% ";
    for (int i = 0; words.size() < size; ++i)
        words += QByteArray::number(number) + '-' + QByteArray::number(i) + ' ';
    return words + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

QByteArray pngBytes(int number)
{
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x * 7 + number) % 256, (y * 11) % 256, (x * y + number) % 256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

notes::Passage passage(int number)
{
    notes::Passage out;
    out.document = QString(64, QLatin1Char('a'));
    out.page = number % 9;
    const double top = 0.1 + 0.001 * (number % 700);
    out.boxes = {{0.1, top, 0.8, top + 0.02}};
    out.quote = u"an invented passage, number %1"_s.arg(number);
    out.prefix = u"before it"_s;
    out.suffix = u"after it"_s;
    return out;
}

void markPapers(Opened &opened, const QList<PaperId> &papers, int number)
{
    const auto must = [](bool done) {
        if (!done)
            qFatal("an act failed");
    };
    for (const PaperId &paper : papers) {
        ++number;
        const auto mark =
            opened.notes->addHighlight(paper, passage(number), u"method"_s, u"a comment %1"_s.arg(number));
        const auto point = opened.notes->addPoint(paper, u"A point of mine, %1."_s.arg(number));
        must(mark.ok() && point.ok() && opened.notes->tie(*point, *mark).ok());
        must(opened.notes->addHighlight(paper, passage(number + 5000), u"limit"_s).ok());
        must(opened.notes->setNote(paper, u"Note %1, first line.\n\nIts last line."_s.arg(number)).ok());
        must(opened.notes->setVerdict({paper}, Verdict::Keep).ok());
        if (number % 3 == 0)
            must(opened.notes->undo().ok());
    }
}

QByteArray digestOf(const Library &library, const QList<PaperId> &papers)
{
    QByteArray all;
    QDataStream out(&all, QIODevice::WriteOnly);
    for (const PaperId &paper : papers) {
        out << paper.toString() << library.note(paper).text;
        for (const Highlight &one : library.highlights(paper))
            out << one.id.toString() << one.page << one.quote << one.kind << one.comment << one.tags << int(one.style)
                << one.image;
        for (const Point &one : library.points(paper)) {
            out << one.id.toString() << one.text << one.rank;
            for (const HighlightId &evidence : one.evidence)
                out << evidence.toString();
        }
        const PaperState state = library.state(paper);
        out << state.read << state.starred << state.later << int(state.verdict) << state.tags;
    }
    return sha256Hex(all).left(24).toLatin1();
}

Files filesBelow(const QString &folder)
{
    Files out;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        out.insert(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return out;
}

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void putBack(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString below = QDir(from).relativeFilePath(path);
        if (below == "lock"_L1 || below == "reserve"_L1)
            continue;
        const QString target = to + u'/' + below;
        QDir().mkpath(QFileInfo(target).absolutePath());
        if (!QFile::copy(path, target))
            qFatal("%s cannot be copied", qPrintable(path));
    }
}

void writeBytes(const QString &file, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file));
}

} // namespace yaodian::crash
