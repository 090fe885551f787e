// Posts and PDFs from disk, as the window and `yaodian import` bring them in.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "base/files.h"
#include "cli/services.h"
#include "tests/support/fakekeychain.h"

#include <QCoreApplication>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int postsAtATime = 3;
constexpr int roundsOfALibrary = 25; ///< so that what is checked whole stays small

QByteArray pdfOf(int number)
{
    return pdfBytes(number, number % 4 == 0 ? 900'000 : 60'000);
}

struct Heaps
{
    std::unique_ptr<QTemporaryDir> folder;
    int imported = 0; ///< heaps of files
    [[nodiscard]] QString library() const { return folder->filePath(u"library"_s); }
};

QStringList whatWasImported(Heaps &state, const Ran &ran)
{
    QStringList out = unsound(state.library());
    state.imported = qMax(state.imported, ran.lastNumber(0));
    const Opened opened(state.library());
    const Library::Counts counts = opened->counts();
    if (counts.issues < state.imported * postsAtATime || counts.documents < state.imported)
        out += u"of %1 heaps, %2 issues and %3 PDFs are there"_s.arg(state.imported)
                   .arg(counts.issues)
                   .arg(counts.documents);
    for (int number = qMax(1, state.imported - 2); number <= state.imported; ++number)
        if (!opened->document(sha256Hex(pdfOf(number))))
            out += u"the PDF of heap %1 is not there"_s.arg(number);
    // A PDF is in its place before its row is written: one that was cut short there is taken up by the next import.
    const QString next = sha256Hex(pdfOf(state.imported + 1));
    for (const QString &name : documentsOf(state.library()).unnamed)
        if (name != next)
            out += u"the PDF %1 has a file and no row"_s.arg(name);
    return out;
}

} // namespace

Activity importing()
{
    auto state = std::make_shared<Heaps>();
    Activity out;
    out.name = u"importing"_s;
    out.endlessMs = 220;
    out.endlessCalls = 260;
    out.endlessPieces = 9;
    out.begin = [state](int round) {
        if (round % roundsOfALibrary == 0)
            *state = Heaps{std::make_unique<QTemporaryDir>(), 0};
        return Command{{u"--child"_s, u"importing"_s, state->library(), state->folder->filePath(u"heaps"_s),
                        QString::number(state->imported + 1)},
                       {},
                       {},
                       state->library()};
    };
    out.after = [state](const Ran &ran) { return whatWasImported(*state, ran); };
    return out;
}

int importForEver(const QStringList &arguments)
{
    Opened opened(arguments[0]);
    const cli::Globals globals{arguments[0], u"en"_s, {}, true, false, {}};
    cli::Services services(*opened.library, opened.clock, opened.ids, globals,
                           std::make_unique<tests::FakeKeychain>(std::make_shared<tests::FakeKeychain::Inside>()));
    int number = arguments[2].toInt();
    std::function<void()> next = [&] {
        const QString heap = arguments[1] + u'/' + QString::number(number);
        for (int post = 0; post < postsAtATime; ++post) {
            const int which = number * postsAtATime + post;
            writeBytes(heap + u"/%1.txt"_s.arg(which), postText(which));
        }
        writeBytes(heap + u"/paper.pdf"_s, pdfOf(number));
        services.sync.importFiles({heap}, qApp, [&](const sync::Outcome &outcome) {
            if (!outcome.failed.isEmpty())
                qFatal("not imported: %s", qUtf8Printable(outcome.failed.join(u'|')));
            say(QByteArray::number(number++));
            next();
        });
    };
    say("begin");
    next();
    return QCoreApplication::exec();
}

} // namespace yaodian::crash
