#pragma once

#include "cli/services.h"
#include "ui/commands/commands.h"
#include "ui/shell/notice.h"

namespace yaodian::ui {

/// Where to begin in a document.
struct Spot
{
    std::optional<int> page;
    std::optional<library::HighlightId> highlight;
    bool newTab = false;                      ///< beside what is read now
    QString document = {};                    ///< the very one (sha256), where it is there; empty: the newest
    QString words = {};                       ///< to be found from that page on; empty: none
    std::optional<library::Hit> written = {}; ///< a point or words of the note, beside the pages
};

/// From a paper to its PDF: the store's, else fetched with progress, a way to stop and, where it cannot be had, the
/// reason and what to press.
class Opening final : public QObject
{
    Q_OBJECT

public:
    Opening(cli::Services &services, Notice &notice, const Commands &commands, QObject *parent);

    void open(library::PaperId paper, const Spot &spot = {});
    /// The same for a paper that came up by itself: nothing pops up where no link leads to it.
    void openQuietly(library::PaperId paper);
    /// An absolute path, an ID or a yaodian:// link. A link may come from any page or note: it shows what is here and
    /// never fetches.
    void openNamed(const QString &name);
    void openWeb(library::PaperId paper);
    /// Fetches the newest version of a paper, where arXiv has a newer one than is stored.
    void openNewest(library::PaperId paper);
    /// Hands a link of anybody's to the browser and says where it leads: http and https only, without a name or
    /// password in it, the host as it is spelt on the wire. Of any other it says that it is not opened.
    void openAddress(const QString &address);
    bool cancel(); ///< true where something was under way
    /// The paper that was asked for last and has no PDF: a file that is dropped now is meant for it.
    [[nodiscard]] std::optional<library::PaperId> unanswered() const { return m_unanswered; }

Q_SIGNALS:
    void ready(const yaodian::library::Document &document, yaodian::library::PaperId paper,
               const yaodian::ui::Spot &spot);
    void pathReady(const QString &path);
    /// There is no PDF to show; the sentence says why and what to press. Not after a cancel.
    void failed(yaodian::library::PaperId paper, const QString &sentence);
    /// Somebody asked for this very entry: the list stands on it, whether it is shown or not.
    void entryNamed(yaodian::library::EntryId entry);
    /// A link leads to a paper whose PDF is not here.
    void cardWanted(yaodian::library::EntryId entry);
    /// Neither a link nor an identifier leads to a PDF.
    void wayless(yaodian::library::PaperId paper);

private:
    [[nodiscard]] std::optional<library::Document> documentFor(library::PaperId paper, const Spot &spot) const;
    void fetch(library::PaperId paper, const Spot &spot);
    [[nodiscard]] QString reasonsText(library::PaperId paper, const QString &last) const;
    [[nodiscard]] net::Progress progressOf(library::PaperId paper);
    [[nodiscard]] QString progressText(qint64 received, qint64 total) const;
    void fetched(library::PaperId paper, const Spot &spot, const Result<library::Document> &document);
    void openLink(const QString &link);
    void showCard(const library::Paper &paper);
    void openFile(const QString &path);

    cli::Services &m_services;
    Notice &m_notice;
    const Commands &m_commands;
    std::optional<library::PaperId> m_fetching;
    std::optional<library::PaperId> m_unanswered;
    papers::Papers::Today m_today; ///< when the fetch began
};

} // namespace yaodian::ui
