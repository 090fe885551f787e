// Invented posts, and a reader's marks of every kind, written by whatever version of the library this is compiled with.
#include "write.h"

#include "said.h"

#include "digest/digest.h"

#include <QFile>
#include <QJsonDocument>

#include <csignal>
#include <unistd.h>

namespace yaodian::tests {

using namespace library;

namespace {

[[noreturn]] void stop(const QString &why)
{
    qFatal("%s", qUtf8Printable(why));
}

template <class T> T must(Result<T> result)
{
    if (!result)
        stop(result.error().message);
    return *result;
}

void must(const Result<void> &result)
{
    if (!result)
        stop(result.error().message);
}

QByteArray firstPost()
{
    return QStringLiteral("爱论文 每日推荐(5.1)\n\nLG - 机器学习 CV - 计算机视觉\n\n"
                          "1、[LG] Lanterns over Deep Harbours\nA Vaswani, N Shazeer\n[Google Brain]\n"
                          "用灯笼学习图神经网络\n要点：\n- 第一个要点说码头\n- 第二个要点说灯笼\n"
                          "https://arxiv.org/abs/1706.01001\n\n"
                          "2、[CV] Residual Boats\nK He, X Zhang\n[Microsoft Research]\n残差小船\n要点：\n"
                          "- 残差连接让小船更深\nhttps://arxiv.org/abs/1512.01001\n")
        .toUtf8();
}

QByteArray secondPost()
{
    return QStringLiteral("爱论文 每日推荐(5.2)\n\nLG - 机器学习 CL - 计算与语言\n\n"
                          "1、[CL] Words That Swim at Night\nB Writer, C Reader\n[An Institute]\n夜里游泳的词\n要点：\n"
                          "- 词在夜里游泳\n- 白天睡觉\nhttps://arxiv.org/abs/2302.01002\n\n"
                          "2、[LG] Lanterns over Deep Harbours\nA Vaswani, N Shazeer\n[Google Brain]\n"
                          "又一次说到灯笼\n要点：\n- 这一次说灯塔\nhttps://arxiv.org/abs/1706.01001v2\n")
        .toUtf8();
}

template <class P> P post(const QByteArray &bytes, const QString &name)
{
    const digest::Origin origin{name, {}, {}};
    P out;
    out.issue = must(digest::parse(bytes, origin)).first();
    out.bytes = bytes;
    if constexpr (requires { out.origin; })
        out.origin = origin;
    return out;
}

template <class S> void choose(S &source)
{
    source.category = QStringLiteral("LG");
    if constexpr (requires { source.options; })
        source.options.language = QStringLiteral("zh-CN");
}

template <class H> void adorn(H &mark, const QString &image)
{
    if constexpr (requires { mark.tags; })
        mark.tags = {QStringLiteral("待读"), QStringLiteral("key")};
    if constexpr (requires { mark.style; }) {
        mark.style = image.isEmpty() ? H::Style::Underline : H::Style::Area;
        mark.image = image;
    }
    if constexpr (requires { mark.section; }) {
        mark.at = 17;
        mark.section = QStringLiteral("2 Method");
    }
}

/// One pixel, as PNG.
QByteArray pixel()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");
}

class Writer
{
public:
    explicit Writer(const QString &folder)
        : m_library(opened(Library::open(folder, Library::Mode::ReadWrite, m_clock, m_ids)))
    {
    }

    Library &library() { return *m_library; }

    void fill()
    {
        bringPosts();
        bringDocuments();
        mark();
        writeDown();
        sit();
        addLater(*m_library);
    }

    void act(const QString &name, const std::function<Result<void>(Acts &)> &work)
    {
        m_clock.advance(120'000); // none is typed on
        must(m_library->act(name, QStringLiteral("做 ") + name, work));
    }

    void noteOf(const QString &arxiv, const QString &text)
    {
        act(QStringLiteral("note"), [&](Acts &acts) { return acts.putNote(paper(arxiv), text); });
    }

    void lastMark()
    {
        Highlight last = highlight(paper("1512.01001"), 1, QStringLiteral("the last boat"), QStringLiteral("limit"));
        last.comment = QStringLiteral("会被撤销的旁注");
        act(QStringLiteral("highlight"), [&](Acts &acts) {
            if (auto put = acts.putNote(paper("1512.01001"), QStringLiteral("改过的笔记")); !put)
                return put;
            return acts.putHighlight(last);
        });
    }

private:
    static std::unique_ptr<Library> opened(Result<std::unique_ptr<Library>> library)
    {
        if (!library)
            stop(library.error().message);
        return std::move(*library);
    }

    PaperId paper(const QString &arxiv) const
    {
        return PaperId(m_library->named(QStringLiteral("arXiv:") + arxiv, {Library::Named::What::Paper}).id);
    }
    PaperId paper(const char *arxiv) const { return paper(QString::fromLatin1(arxiv)); }

    Highlight highlight(PaperId paper, int page, const QString &quote, const QString &kind)
    {
        Highlight out;
        out.id = m_ids.make<HighlightTag>();
        out.paper = paper;
        const auto documents = m_library->documents(paper);
        out.document = documents.isEmpty() ? QString(64, QLatin1Char('b')) : documents.first().sha256;
        out.page = page;
        out.boxes = {{0.125, 0.25, 0.875, 0.3125}, {0.125, 0.3125, 0.5, 0.375}};
        out.quote = quote;
        out.prefix = QStringLiteral("words before");
        out.suffix = QStringLiteral("words after");
        out.kind = kind;
        out.made = m_clock.now();
        return out;
    }

    void bringPosts()
    {
        Source feed;
        feed.url = QStringLiteral("https://blog.example/daily.xml");
        feed.id = Library::sourceId(Source::Kind::Feed, feed.url);
        feed.title = QStringLiteral("每日 Blog");
        choose(feed);
        must(m_library->putSource(feed));
        SyncState state;
        state.etag = QStringLiteral("\"one\"");
        state.lastModified = QStringLiteral("Tue, 14 Nov 2023 22:13:20 GMT");
        state.failures = 2;
        must(m_library->storeIssues(feed, {post<Post>(firstPost(), QStringLiteral("1.txt"))}, state));
        m_clock.advance(86'400'000);
        must(m_library->storeIssues(Library::filesSource(), {post<Post>(secondPost(), QStringLiteral("2.txt"))}));
    }

    void bringDocuments()
    {
        const QByteArray pdf = "%PDF-1.4\n% no pages in here\n%%EOF\n";
        const auto first = must(m_library->addDocument(paper("1706.01001"), pdf, QStringLiteral("v1"),
                                                       QStringLiteral("https://arxiv.org/pdf/1706.01001v1")));
        must(m_library->indexPages(first.sha256,
                                   {QStringLiteral("A harbour at night"), QStringLiteral("灯塔在第二页")}));
        m_clock.advance(1000);
        must(m_library->addDocument(paper("1706.01001"), pdf + "% v2\n", QStringLiteral("v2"),
                                    QStringLiteral("https://arxiv.org/pdf/1706.01001v2")));
        (void)must(m_library->learn(paper("1512.01001"),
                                    {*digest::identifierFromText(QStringLiteral("10.1109/boats.2016.7"))}));
    }

    void mark()
    {
        const PaperId lanterns = paper("1706.01001");
        Highlight method = highlight(lanterns, 0, QStringLiteral("lanterns float upward"), QStringLiteral("method"));
        method.comment = QStringLiteral("旁注：灯笼往上漂 🏮");
        adorn(method, {});
        Highlight doubt = highlight(lanterns, 1, QStringLiteral("boats never sink"), QStringLiteral("doubt"));
        doubt.comment = QStringLiteral("really?");
        Highlight result =
            highlight(paper("1512.01001"), 0, QStringLiteral("残差连接的段落"), QStringLiteral("result"));
        adorn(result, keptImage(*m_library));
        for (const Highlight &one : {method, doubt, result})
            act(QStringLiteral("highlight"), [&](Acts &acts) { return acts.putHighlight(one); });
        changePoints(lanterns, method.id, doubt.id);
        place(*m_library, method);
    }

    template <class L> QString keptImage(L &library)
    {
        if constexpr (requires { library.keepImage(QByteArray()); })
            return must(library.keepImage(pixel()));
        return {};
    }

    /// Where the first highlight stands in the other version, by the reader's word.
    template <class L> void place(L &library, const Highlight &mark)
    {
        if constexpr (requires { library.placements(mark.paper, QString()); })
            act(QStringLiteral("placement"), [&](auto &acts) {
                typename std::decay_t<decltype(*library.placement(mark.id, QString()))> there;
                there.highlight = mark.id;
                there.document = library.documents(mark.paper).last().sha256;
                there.state = std::decay_t<decltype(there)>::State::Changed;
                there.score = 1;
                there.spots = {{1, mark.boxes}};
                there.quote = QStringLiteral("lanterns float sideways");
                there.decided = true;
                return acts.putPlacement(there);
            });
    }

    void changePoints(PaperId lanterns, HighlightId method, HighlightId doubt)
    {
        Point changed = m_library->points(lanterns).first();
        changed.text = QStringLiteral("改过的第一点：码头很深");
        Point own;
        own.id = m_ids.make<PointTag>();
        own.paper = lanterns;
        own.rank = 9;
        own.text = QStringLiteral("my **own** point 自己的要点");
        act(QStringLiteral("point"), [&](Acts &acts) { return acts.putPoint(changed); });
        act(QStringLiteral("point"), [&](Acts &acts) { return acts.putPoint(own); });
        act(QStringLiteral("tie"), [&](Acts &acts) { return acts.tie(own.id, method); });
        act(QStringLiteral("tie"), [&](Acts &acts) { return acts.tie(own.id, doubt); });
        act(QStringLiteral("tie"), [&](Acts &acts) { return acts.tie(changed.id, method); });
        act(QStringLiteral("untie"), [&](Acts &acts) { return acts.untie(own.id, doubt); });
    }

    void writeDown()
    {
        noteOf(QStringLiteral("1706.01001"),
               QStringLiteral("# 灯笼\n\n笔记里有图神经网络, 和 emoji 🙂👩‍🚀。\nA plain line."));
        noteOf(QStringLiteral("1706.01001"),
               QStringLiteral("# 灯笼\n\n第二稿: 图神经网络 🙂👩‍🚀。\nA harbour."));
        PaperState kept;
        kept.read = kept.starred = true;
        kept.verdict = Verdict::Keep;
        kept.tags = {QStringLiteral("小船"), QStringLiteral("boats")};
        PaperState dropped;
        dropped.read = dropped.later = true;
        dropped.verdict = Verdict::Drop;
        act(QStringLiteral("verdict"), [&](Acts &acts) { return acts.putState(paper("1512.01001"), kept); });
        act(QStringLiteral("verdict"), [&](Acts &acts) { return acts.putState(paper("2302.01002"), dropped); });
        act(QStringLiteral("kind"), [&](Acts &acts) {
            return acts.putKind({QStringLiteral("own"), QStringLiteral("o"), QStringLiteral("我的"),
                                 QStringLiteral("mine"), QStringLiteral("#336699"), QStringLiteral("wave")});
        });
    }

    void sit()
    {
        Session session;
        session.id = m_ids.make<SessionTag>();
        session.started = m_clock.now();
        session.queue = {paper("1706.01001"), paper("1512.01001"), paper("2302.01002")};
        session.done = {paper("1706.01001")};
        session.position = 1;
        act(QStringLiteral("session"), [&](Acts &acts) { return acts.putSession(session); });
    }

    template <class L> void addLater(L &library)
    {
        if constexpr (requires { library.savedSearches(); }) {
            must(library.addSessionTime(library.sessions().first().id, 90'000));
            act(QStringLiteral("search"), [&](auto &acts) {
                typename std::decay_t<decltype(library.savedSearches())>::value_type kept;
                kept.id = decltype(kept.id)(m_ids.next());
                kept.name = QStringLiteral("灯笼与船");
                kept.query = QStringLiteral("lantern -sink");
                return acts.putSearch(kept);
            });
        }
    }

    FixedClock m_clock{1'700'000'000'000};
    IdSource m_ids{m_clock};
    std::unique_ptr<Library> m_library;
};

} // namespace

int fillLibrary(const QString &folder, bool killed)
{
    const QString path = folder + QStringLiteral("/library");
    { // closed once, so that what is killed has its schema in the file and the rest in the write-ahead log
        const Writer empty(path);
    }
    {
        Writer writer(path);
        writer.fill();
        QJsonObject out;
        out[QStringLiteral("before")] = said(writer.library());
        writer.noteOf(QStringLiteral("1512.01001"), QStringLiteral("小船的笔记"));
        out[QStringLiteral("now")] = said(writer.library());
        writer.lastMark();
        out[QStringLiteral("redone")] = said(writer.library());
        must(writer.library().undo());
        if (said(writer.library()) != out[QStringLiteral("now")].toObject())
            stop(QStringLiteral("undo is not what was before"));
        must(writer.library().backup(folder + QStringLiteral("/backup.sqlite")));
        QFile file(folder + QStringLiteral("/said.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(out).toJson(QJsonDocument::Compact)) < 0)
            return 3;
        file.close();
        if (killed)
            ::kill(::getpid(), SIGKILL);
    }
    return 0;
}

} // namespace yaodian::tests
