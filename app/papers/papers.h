#pragma once

#include "base/cancel.h"
#include "library/library.h"
#include "net/client.h"

namespace yaodian::papers {

/// One try to get a PDF: where, and why it did not work.
struct Attempt
{
    QString url;
    QString outcome; ///< translated
};

/// A paper of arXiv's that may be the one that is looked for.
struct Candidate
{
    digest::Identifier arxiv;
    QString title;
    QStringList authors;
    QDateTime published; ///< invalid: not known
    bool exact = false;  ///< the same title and the same first author
};

/// Links → PDFs. The rules of the link→PDF table are data (rules.h), tried in order; `%PDF-` is looked for in the
/// first KiB of what arrives, and what is not a PDF is named and never stored.
class Papers final : public QObject
{
    Q_OBJECT

public:
    Papers(library::Library &library, net::Client &client, const Clock &clock, QObject *parent = nullptr);
    ~Papers() override;

    /// The newest document in the store, if there is one.
    [[nodiscard]] std::optional<library::Document> stored(library::PaperId paper) const;
    /// Gets the PDF of a paper, from the store or the network. On failure the Error's sentence names the last reason
    /// and attempts() lists all. A second fetch of a paper under way joins the first.
    void fetch(library::PaperId paper, QObject *context, std::function<void(Result<library::Document>)> done,
               net::Progress progress = {});
    void cancel(library::PaperId paper);
    /// False where nothing that is known of a paper leads to a PDF: neither a link nor an identifier.
    [[nodiscard]] bool hasWay(library::PaperId paper) const;
    /// Asks arXiv once for papers called `title` (empty: the paper's own). An exact candidate stands first.
    void searchTitle(library::PaperId paper, const QString &title, QObject *context,
                     std::function<void(Result<QList<Candidate>>)> done);
    /// From now on the paper is what `candidate` names, by its number at arXiv; one that was it already is merged with
    /// it, which can be undone. Gives back the paper that stands for it.
    Result<library::PaperId> take(library::PaperId paper, const Candidate &candidate);
    /// Asks arXiv, up to 100 papers a question, for what no digest said of papers and for their newest versions. Papers
    /// that were asked for less than a week ago are left out. `most`: questions; gives back for how many papers.
    void askArxiv(int most, QObject *context, std::function<void(Result<int>)> done);
    /// Fetches the newest version at arXiv that is known of, whatever is stored; versions are kept apart.
    void fetchNewest(library::PaperId paper, QObject *context, std::function<void(Result<library::Document>)> done,
                     net::Progress progress = {});
    /// A page that looks for the paper's title on the web.
    [[nodiscard]] QString webSearch(library::PaperId paper) const;
    /// PDFs that came from arXiv today, over all papers, and how many a day are enough (0: no limit). arXiv closes its
    /// doors to those who take many.
    struct Today
    {
        int fetched = 0;
        int cap = 0;
    };
    [[nodiscard]] Today arxivToday() const;
    void setArxivCap(int pdfsADay);
    /// The reader's e-mail address, for services that ask for one (Unpaywall); empty: they are left out.
    void setEmail(const QString &email);
    [[nodiscard]] QList<Attempt> attempts(library::PaperId paper) const; ///< of the last fetch
    /// Why the last fetch brought nothing: what each attempt met, in order, no sentence twice.
    [[nodiscard]] QStringList reasons(library::PaperId paper) const;
    /// The address to show in a browser; empty: none known.
    [[nodiscard]] QString webPage(library::PaperId paper) const;
    /// Files a PDF from disk as the paper's document. Reads all of it: for worker threads, as adoptLoose() is. A
    /// cancelled one is not filed, unless its last step had begun.
    Result<library::Document> adopt(library::PaperId paper, const QString &path, const CancelToken &token = {});
    /// A PDF without an entry (`yaodian open FILE.pdf`): the paper it becomes, known by its sha256 or arXiv id in its
    /// file name.
    Result<library::Document> adoptLoose(const QString &path, const CancelToken &token = {});
    /// Whether a file looks like a PDF that can be opened: present, within 200 MB, `%PDF-` in its first KiB. The
    /// Error's sentence says which it is not. Reads no more than that KiB.
    static Result<void> checkFile(const QString &path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yaodian::papers
