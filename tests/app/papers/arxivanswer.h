#pragma once

#include <QByteArray>
#include <QList>

namespace yaodian::tests {

/// One paper in an answer of arXiv's interface.
struct ArxivPaper
{
    QByteArray id; ///< "2302.03084v1"
    QByteArray title;
    QList<QByteArray> authors;
};

/// What arXiv's interface answers, as Atom.
inline QByteArray arxivAnswer(const QList<ArxivPaper> &papers)
{
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
                     "<title>ArXiv Query: search_query=ti:words</title>\n"
                     "<id>http://arxiv.org/api/abcdefgh</id><updated>2023-02-08T00:00:00-05:00</updated>\n";
    for (const ArxivPaper &paper : papers) {
        out += "<entry><id>http://arxiv.org/abs/" + paper.id +
               "</id><updated>2023-02-06T17:42:14Z</updated><published>2023-02-06T17:42:14Z</published><title>" +
               paper.title + "</title><summary>A made-up summary of this paper.</summary>";
        for (const QByteArray &author : paper.authors)
            out += "<author><name>" + author + "</name></author>";
        out += "<link href=\"http://arxiv.org/abs/" + paper.id +
               "\" rel=\"alternate\" type=\"text/html\"/><link title=\"pdf\" href=\"http://arxiv.org/pdf/" + paper.id +
               "\" rel=\"related\" type=\"application/pdf\"/>"
               "<arxiv:primary_category xmlns:arxiv=\"http://arxiv.org/schemas/atom\" term=\"cs.CV\"/>"
               "<category term=\"cs.CV\" scheme=\"http://arxiv.org/schemas/atom\"/></entry>\n";
    }
    return out + "</feed>\n";
}

} // namespace yaodian::tests
