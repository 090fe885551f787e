#include "process.h"
#include "tests/support/testmain.h"

#include "tests/app/papers/arxivanswer.h"
#include "tests/support/webserver.h"

#include <QTest>

namespace cli_identity {

using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// What is one paper and what is two, on the command line; and what arXiv says of papers.
class IdentityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoPapers_areMadeOne_setApartAgain_andAllOfItIsUndone();
    void anEntryAlone_isRefused_inOneLine();
    void whatIsMissing_isAskedOfArxiv();

private:
    /// Imports one paper; gives back its row.
    static QJsonObject imported(const Program &program, const QByteArray &url, const QByteArray &title)
    {
        program.write(u"post.json"_s, "[{\"title\":\"" + title + "\",\"url\":\"" + url + "\"}]");
        if (program.run({u"import"_s, program.file(u"post.json"_s)}).exit != 0)
            return {};
        for (const QJsonValue &row : program.run({u"list"_s, u"--json"_s}).array()) {
            if (row[u"title"_s].toString() == QString::fromUtf8(title))
                return row.toObject();
        }
        return {};
    }

    static QStringList papers(const Program &program)
    {
        QStringList out;
        for (const QJsonValue &row : program.run({u"list"_s, u"--json"_s}).array()) {
            if (!out.contains(row[u"paper"_s].toString()))
                out << row[u"paper"_s].toString();
        }
        return out;
    }
};

void IdentityTest::twoPapers_areMadeOne_setApartAgain_andAllOfItIsUndone()
{
    const Program program;
    const QJsonObject one = imported(program, "https://arxiv.org/abs/2101.00001", "One Invented Paper");
    const QJsonObject two = imported(program, "https://arxiv.org/abs/2101.00002", "The Same, Revised");
    QCOMPARE(papers(program).size(), 2);
    const Ran merged = program.run({u"merge"_s, one[u"paper"_s].toString(), two[u"paper"_s].toString(), u"--json"_s});
    COMPARE_EXIT(merged, 0);
    QCOMPARE(merged.object()[u"paper"_s].toString(), one[u"paper"_s].toString());
    QCOMPARE(papers(program), QStringList{one[u"paper"_s].toString()});
    COMPARE_EXIT(program.run({u"merge"_s, one[u"paper"_s].toString(), two[u"paper"_s].toString()}), 1);
    COMPARE_EXIT(program.run({u"merge"_s, one[u"paper"_s].toString()}), 2);
    const Ran apart = program.run({u"apart"_s, two[u"id"_s].toString(), u"--json"_s});
    COMPARE_EXIT(apart, 0);
    QCOMPARE(papers(program).size(), 2);
    QVERIFY(papers(program).contains(apart.object()[u"paper"_s].toString()));
    COMPARE_EXIT(program.run({u"undo"_s}), 0);
    COMPARE_EXIT(program.run({u"undo"_s}), 0);
    QCOMPARE(papers(program).size(), 2);
    QVERIFY(papers(program).contains(two[u"paper"_s].toString()));
}

void IdentityTest::anEntryAlone_isRefused_inOneLine()
{
    const Program program;
    const QJsonObject one = imported(program, "https://arxiv.org/abs/2101.00001", "One Invented Paper");
    const Ran refused = program.run({u"apart"_s, one[u"id"_s].toString()});
    COMPARE_EXIT(refused, 1);
    QCOMPARE(refused.errorLines(), 1);
    COMPARE_EXIT(program.run({u"apart"_s, u"nothing"_s}), 1);
}

void IdentityTest::whatIsMissing_isAskedOfArxiv()
{
    const Program program;
    WebServer server;
    server.route(u"/api/query"_s, Answer::of("application/atom+xml",
                                             arxivAnswer({{"2101.00001v2", "One Invented Paper", {"Ann Author"}}})));
    (void)imported(program, "https://arxiv.org/abs/2101.00001", "One Invented Paper");
    const QStringList asking{u"metadata"_s, u"--json"_s, u"--mirror"_s, server.mirrorFor(u"export.arxiv.org"_s)};
    const Ran asked = program.run(asking);
    COMPARE_EXIT(asked, 0);
    QCOMPARE(asked.object()[u"asked"_s].toInt(), 1);
    const Ran again = program.run(asking);
    QCOMPARE(again.object()[u"asked"_s].toInt(), 0);
    QCOMPARE(server.seen().size(), 1);
    COMPARE_EXIT(program.run({u"metadata"_s, u"--offline"_s}), 0); // nothing is left to ask
}

YAODIAN_TEST_GUILESS(IdentityTest)

} // namespace cli_identity

#include "identity.moc"
