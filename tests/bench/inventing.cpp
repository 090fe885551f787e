#include "inventing.h"

#include "base/clock.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace yaodian::bench {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int issuesAtATime = 50;
constexpr int sourceCount = 12;
constexpr int years = 10;
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 newestDay = 1'760'000'000'000 / dayMs * dayMs; // October 2025
const QStringList codes{u"LG"_s, u"CV"_s, u"CL"_s, u"AS"_s, u"RO"_s, u"AI"_s, u"cs.IR"_s, u"stat.ML"_s, u"GR"_s};

const QStringList commonEnglish{
    u"the"_s,     u"of"_s,       u"and"_s,        u"to"_s,        u"a"_s,         u"in"_s,          u"model"_s,
    u"we"_s,      u"for"_s,      u"with"_s,       u"learning"_s,  u"on"_s,        u"that"_s,        u"is"_s,
    u"models"_s,  u"language"_s, u"data"_s,       u"training"_s,  u"by"_s,        u"this"_s,        u"image"_s,
    u"neural"_s,  u"network"_s,  u"large"_s,      u"diffusion"_s, u"attention"_s, u"transformer"_s, u"method"_s,
    u"results"_s, u"propose"_s,  u"video"_s,      u"reasoning"_s, u"agents"_s,    u"retrieval"_s,   u"robust"_s,
    u"policy"_s,  u"speech"_s,   u"generation"_s, u"benchmark"_s, u"reward"_s,    u"graph"_s,       u"segmentation"_s};
const QStringList commonChinese{
    u"的"_s,   u"模型"_s,   u"学习"_s, u"方法"_s, u"和"_s,   u"训练"_s, u"数据"_s,   u"语言"_s, u"在"_s,     u"提出"_s,
    u"图像"_s, u"生成"_s,   u"网络"_s, u"性能"_s, u"任务"_s, u"扩散"_s, u"注意力"_s, u"强化"_s, u"推理"_s,   u"视频"_s,
    u"实验"_s, u"大规模"_s, u"结果"_s, u"神经"_s, u"特征"_s, u"优化"_s, u"框架"_s,   u"检索"_s, u"机器人"_s, u"语音"_s};

/// A folder of posts of one source on its way in.
struct Maker
{
    explicit Maker(Library &to) : library(to) {}

    digest::Entry entry();
    digest::Issue issue(int number, int of, int entries);
    Result<void> issues(int from, int end, void (*say)(const QString &));
    Result<void> pages(int documents);
    Result<void> marks(int count);

    Library &library;
    Wording words{20260101};
    QList<digest::Entry> earlier; ///< papers that are mentioned again
    int papers = 0;
};

digest::Entry Maker::entry()
{
    digest::Entry out;
    if (!earlier.isEmpty() && words.inHundred(10)) {
        out = earlier[words.upTo(int(earlier.size()))];
    } else {
        ++papers;
        out.title = words.english(5 + words.upTo(7));
        out.title[0] = out.title[0].toUpper();
        out.titleZh = words.chinese(5 + words.upTo(5)).chopped(1);
        for (int i = 1 + words.upTo(5); i > 0; --i)
            out.authors += words.name();
        out.url = u"https://arxiv.org/abs/%1.%2"_s.arg(1500 + papers / 90'000).arg(papers % 90'000 + 10'000);
    }
    out.categories = {codes[qMin(words.upTo(9), words.upTo(9))]};
    out.oneLine = words.chinese(12);
    out.keyPoints.clear();
    for (int i = 2 + words.upTo(3); i > 0; --i)
        out.keyPoints += words.chinese(12 + words.upTo(8));
    if (words.inHundred(60))
        out.abstractEn = words.english(90 + words.upTo(60));
    if (words.inHundred(50))
        out.abstractZh = words.chinese(80 + words.upTo(60));
    if (earlier.size() < 5000)
        earlier += out;
    else if (words.inHundred(5))
        earlier[words.upTo(5000)] = out;
    return out;
}

digest::Issue Maker::issue(int number, int of, int entries)
{
    digest::Issue out;
    out.guid = u"invented-%1"_s.arg(number);
    out.title = u"爱可可 AI 前沿推介 %1"_s.arg(number);
    out.legend = {{u"LG"_s, u"机器学习"_s}, {u"CV"_s, u"计算机视觉"_s}, {u"CL"_s, u"计算与语言"_s}};
    const qint64 day = qint64(of - number) * 365 * years / of;
    out.published = QDateTime::fromMSecsSinceEpoch(newestDay - day * dayMs + number % sourceCount * 60'000, Qt::UTC);
    for (int i = 0; i < entries; ++i)
        out.entries += entry();
    out.report.headsSeen = out.report.entriesMade = entries;
    return out;
}

Source sourceOf(int number)
{
    Source source;
    source.url = u"https://digest%1.example/feed.xml"_s.arg(number);
    source.id = Library::sourceId(Source::Kind::Feed, source.url);
    source.title = u"Digest %1"_s.arg(number);
    return source;
}

constexpr int entriesAnIssue = 40;

Result<void> Maker::issues(int from, int end, void (*say)(const QString &))
{
    QElapsedTimer timer;
    timer.start();
    for (int number = from; number < end;) {
        QList<SourcePosts> parts;
        for (int i = 0; i < issuesAtATime && number < end; ++i, ++number) {
            const int part = number % sourceCount;
            const digest::Issue made = issue(number, end, entriesAnIssue);
            const auto known = std::find_if(parts.begin(), parts.end(), [&](const SourcePosts &posts) {
                return posts.source.url == sourceOf(part).url;
            });
            SourcePosts &posts = known == parts.end() ? parts.emplaceBack(SourcePosts{sourceOf(part), {}, {}}) : *known;
            posts.posts += Post{made, "invented " + made.guid.toUtf8()};
        }
        if (const auto stored = library.storeAll(parts); !stored)
            return stored.error();
        if (number % 1000 < issuesAtATime)
            say(u"%1 entries, %2 s"_s.arg(number * entriesAnIssue).arg(timer.elapsed() / 1000));
    }
    return {};
}

Result<void> Maker::pages(int documents)
{
    const QList<EntryId> entries = library.entryIds({});
    for (int i = 0; i < documents; ++i) {
        const auto row = library.rows({entries[words.upTo(int(entries.size()))]}).value(0);
        const auto document =
            library.addDocument(row.paper, "%PDF-1.4 invented " + QByteArray::number(i), u"v1"_s, row.url);
        if (!document)
            return document.error();
        QStringList texts;
        for (int page = 8 + words.upTo(8); page > 0; --page)
            texts += words.inHundred(85) ? words.english(500) : words.chinese(500);
        if (const auto kept = library.indexPages(document->sha256, texts); !kept)
            return kept;
    }
    return {};
}

Result<void> Maker::marks(int count)
{
    const QList<EntryId> entries = library.entryIds({});
    const SystemClock clock;
    IdSource ids(clock);
    constexpr int anAct = 50;
    for (int done = 0; done < count; done += anAct) {
        const auto made = library.act(u"invented"_s, {}, [&](Acts &acts) -> Result<void> {
            for (int i = 0; i < anAct; ++i) {
                const PaperId paper = library.rows({entries[words.upTo(int(entries.size()))]}).value(0).paper;
                Highlight mark;
                mark.id = ids.make<HighlightTag>();
                mark.paper = paper;
                mark.document = QString(64, u'a');
                mark.boxes = {{0.1, 0.2, 0.9, 0.25}};
                mark.quote = words.english(20);
                mark.kind = u"method"_s;
                mark.comment = words.chinese(8);
                mark.made = clock.now();
                if (auto put = acts.putHighlight(mark); !put)
                    return put;
                if (auto put = acts.putNote(paper, words.chinese(60) + u'\n' + words.english(40)); !put)
                    return put;
            }
            return {};
        });
        if (!made)
            return made.error();
    }
    return {};
}

} // namespace

Wording::Wording(unsigned seed) : m_random(seed), m_english(commonEnglish), m_chinese(commonChinese)
{
    double sum = 0;
    for (int rank = 0; rank < vocabulary; ++rank) {
        sum += 1.0 / (rank + 2.7);
        m_share.push_back(sum);
    }
    static const QStringList syllables{u"ba"_s,  u"con"_s, u"de"_s, u"fi"_s,  u"gra"_s, u"lo"_s,  u"mi"_s,  u"nu"_s,
                                       u"pre"_s, u"qui"_s, u"ro"_s, u"sta"_s, u"ti"_s,  u"ver"_s, u"xen"_s, u"zo"_s};
    while (m_english.size() < vocabulary) {
        QString word;
        for (int i = 2 + upTo(3); i > 0; --i)
            word += syllables[upTo(int(syllables.size()))];
        m_english += word;
    }
    // Characters have common ones among them too: words share them.
    const auto character = [this] { return QChar(0x4e00 + qMin(upTo(3500), upTo(3500)) * 5); };
    while (m_chinese.size() < vocabulary)
        m_chinese +=
            inHundred(80) ? QString(character()) + character() : QString(character()) + character() + character();
}

int Wording::rank()
{
    const double at = double(m_random()) / double(std::mt19937::max()) * m_share.back();
    return int(std::lower_bound(m_share.begin(), m_share.end(), at) - m_share.begin());
}

QString Wording::english(int words)
{
    QString out;
    for (int i = 0; i < words; ++i) {
        if (i > 0)
            out += i % 14 == 0 ? u". "_s : u" "_s;
        out += m_english[rank()];
    }
    return out;
}

QString Wording::chinese(int words)
{
    QString out;
    for (int i = 0; i < words; ++i) {
        out += m_chinese[rank()];
        if (i % 7 == 6 && i + 1 < words)
            out += u'，';
    }
    return out + u'。';
}

QString Wording::name()
{
    QString family = m_english[1000 + qMin(upTo(4000), upTo(4000))];
    family[0] = family[0].toUpper();
    return QString(QChar(u'A' + upTo(26))) + u' ' + family;
}

Result<void> inventLibrary(const QString &folder, int entries, void (*say)(const QString &line))
{
    const SystemClock clock;
    IdSource ids(clock);
    auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
    if (!opened)
        return opened.error();
    Library &library = **opened;
    const Library::Counts counts = library.counts();
    if (counts.entries >= entries && counts.documents > 0 && counts.notes > 0)
        return {};
    if (counts.entries > 0)
        return Error::world(u"%1 holds something else: %2 entries"_s.arg(folder).arg(counts.entries));
    Maker maker(library);
    QElapsedTimer timer;
    timer.start();
    if (auto made = maker.issues(0, (entries + entriesAnIssue - 1) / entriesAnIssue, say); !made)
        return made;
    const double seconds = double(timer.restart()) / 1000;
    if (auto made = maker.pages(qBound(20, entries / 50, 3000)); !made)
        return made;
    if (auto made = maker.marks(qBound(50, entries / 50, 5000)); !made)
        return made;
    say(u"%1 entries in %2 s (%3 a second), pages and notes in %4 s"_s.arg(library.counts().entries)
            .arg(seconds, 0, 'f', 0)
            .arg(entries / seconds, 0, 'f', 0)
            .arg(double(timer.elapsed()) / 1000, 0, 'f', 0));
    return {};
}

} // namespace yaodian::bench
