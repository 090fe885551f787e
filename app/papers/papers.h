#pragma once

#include "library/library.h"
#include "net/client.h"

namespace yaodian::papers {

/// One try to get a PDF: where, and why it did not work.
struct Attempt
{
    QString url;
    QString outcome; ///< translated
};

/// Links → PDFs. The rules of the link→PDF table are data (rules.h), tried in order; `%PDF-` is looked for in the
/// first KiB of what arrives, and what is not a PDF is named and never stored.
class Papers final : public QObject
{
    Q_OBJECT

public:
    Papers(library::Library &library, net::Client &client, QObject *parent = nullptr);
    ~Papers() override;

    /// The newest document in the store, if there is one.
    [[nodiscard]] std::optional<library::Document> stored(library::PaperId paper) const;
    /// Gets the PDF of a paper, from the store or the network. On failure the Error's sentence names the last reason
    /// and attempts() lists all. A second fetch of a paper under way joins the first.
    void fetch(library::PaperId paper, QObject *context, std::function<void(Result<library::Document>)> done,
               net::Progress progress = {});
    void cancel(library::PaperId paper);
    [[nodiscard]] QList<Attempt> attempts(library::PaperId paper) const; ///< of the last fetch
    /// The address to show in a browser; empty: none known.
    [[nodiscard]] QString webPage(library::PaperId paper) const;
    /// Files a PDF from disk as the paper's document.
    Result<library::Document> adopt(library::PaperId paper, const QString &path);
    /// A PDF without an entry (`yaodian open FILE.pdf`): the paper it becomes, known by its sha256 or arXiv id in its
    /// file name.
    Result<library::Document> adoptLoose(const QString &path);
    /// Whether a file looks like a PDF that can be opened: present, within 200 MB, `%PDF-` in its first KiB. The
    /// Error's sentence says which it is not. Reads no more than that KiB.
    static Result<void> checkFile(const QString &path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yaodian::papers
