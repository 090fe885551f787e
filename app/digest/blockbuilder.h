#pragma once

#include "digest/blocks.h"

namespace yaodian::digest {

/// Collects text and links and ends blocks; used by the readers of HTML and Markdown.
class BlockBuilder
{
public:
    explicit BlockBuilder(Document &document) : m_document(document) {}

    /// Adds text, every run of white space one blank.
    void addCollapsed(QStringView text);
    /// Ends the line; the next one starts a paragraph where `paragraph` is true.
    void endLine(bool paragraph);
    void addImage(const QString &alt);

    void openLink(const QString &target);
    void closeLink();

    void openHeading(int level);
    void closeHeading();
    void openList(bool ordered, int first, QChar sign = u'.');
    void closeList();
    void openItem(int number = 0);
    void closeItem();
    void openQuote();
    void closeQuote();

    /// The words below a picture are its own: they stand for it, as the text does that replaces it.
    void openCaption();
    void closeCaption() { m_inCaption = false; }

    void openRow();
    void closeRow();
    void openCell();

    /// Bold type begins or ends: at the start of a line it sets the line's opening apart.
    void openStrong();
    void closeStrong();

private:
    struct List
    {
        bool ordered = false;
        int next = 1;
        QChar sign = u'.';
        bool inItem = false;
        bool itemStarted = false;
    };

    void dress(Block &block);

    Document &m_document;
    QString m_text;
    QList<BlockLink> m_links;
    QString m_target;
    qsizetype m_linkBegin = -1;
    int m_heading = 0;
    int m_quote = 0;
    int m_dropped = 0; // lists nested too deep
    int m_rows = 0;
    int m_row = 0;
    int m_cell = 0;
    qsizetype m_lead = 0;
    bool m_strongOpensLine = false;
    bool m_inCaption = false;
    QList<List> m_lists;
    bool m_startsParagraph = true;
};

} // namespace yaodian::digest
