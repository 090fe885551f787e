#pragma once

#include "pdf/document.h"
#include "ui/reader/history.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace yaodian::ui {

/// A document that is open: in a view, which has it in memory, or in a tab that sleeps.
struct OpenDocument
{
    DocumentRef ref;
    QString title;
    QPointer<pdf::Document> awake; ///< null, or not open: it is read from its file
};

/// Searching in all open documents, one after the other in the order of their tabs, each from its first page on. One
/// search for all views: the panel of one of them shows it. A document that sleeps is opened for the time it takes;
/// no more than one is.
class OpenSearch final : public QObject
{
    Q_OBJECT

public:
    struct Group
    {
        OpenDocument of;
        QList<pdf::SearchHit> hits;
        QString note; ///< why there are no more of them; empty: these are all
    };
    static constexpr int MostOfEach = 200; ///< hits of one document

    /// `documents`: those to be searched, each once, the one that is read first.
    OpenSearch(std::function<QList<OpenDocument>()> documents, QObject *parent);
    ~OpenSearch() override;

    /// Without text: ends the search.
    void search(const pdf::SearchQuery &query);
    void end(); ///< at once, and for good: at the end of the program nothing is deleted later
    [[nodiscard]] const pdf::SearchQuery &query() const { return m_query; }
    [[nodiscard]] const QList<Group> &groups() const { return m_groups; }
    [[nodiscard]] bool isRunning() const { return m_at < m_groups.size(); }
    /// "14 found, in 2 of 5 documents", "14 so far…", "Nothing found"; why nothing can be found.
    [[nodiscard]] QString summary() const;
    void choose(int group, int hit);

    /// From now on it is this panel that shows the search; another one that did leaves it.
    void takeOver(QObject *panel);
    [[nodiscard]] const QObject *panel() const { return m_panel; }

Q_SIGNALS:
    void restarted();                            ///< no groups for now
    void added(int group, int first, int count); ///< hits, behind all others
    void noted(int group);                       ///< it has a note now
    void changed();                              ///< the summary
    void takenOver();
    void chosen(const yaodian::ui::DocumentRef &document, const yaodian::pdf::SearchHit &hit);

private:
    void next();
    void openOwn();
    void ask(pdf::Document &document);
    void take(const QList<pdf::SearchHit> &hits);
    void leave(const QString &note);
    void release();

    std::function<QList<OpenDocument>()> m_documents;
    pdf::SearchQuery m_query;
    QString m_problem;
    QList<Group> m_groups;
    qsizetype m_at = 0; ///< the group that is being searched; behind the last one: none is
    quint64 m_run = 0;
    std::unique_ptr<pdf::Document> m_own; ///< of a document that sleeps
    QPointer<pdf::Document> m_asked;
    quint64 m_request = 0;
    QMetaObject::Connection m_gone;
    QPointer<QObject> m_panel;
};

} // namespace yaodian::ui
