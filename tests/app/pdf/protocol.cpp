#include "pdf/protocol/channel.h"
#include "pdf/protocol/messages.h"
#include "pdf/protocol/wire.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <limits>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pdf_protocol {

using namespace yaodian;
using namespace yaodian::pdf::protocol;

WordsReply someWords()
{
    WordsReply reply;
    reply.size = {612, 792};
    reply.rotation = 90;
    reply.words = {{QStringLiteral("ab"), {Box{1, 2, 3, 4}, Box{3, 2, 5, 4}}, true},
                   {QStringLiteral("要"), {Box{600, 700, 612, 712}}, false}};
    return reply;
}

class TestProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsArriveAsTheyWereSent()
    {
        const auto got = WordsReply::decode(someWords().encode());
        QVERIFY(got);
        QCOMPARE(got->size, QSizeF(612, 792));
        QCOMPARE(got->rotation, 90);
        QCOMPARE(got->words.size(), 2);
        QCOMPARE(got->words[0].text, QStringLiteral("ab"));
        QVERIFY(got->words[0].spaceAfter);
        QCOMPARE(got->words[0].boxes[1], (Box{3, 2, 5, 4}));
        QCOMPARE(got->words[1].box(), (Box{600, 700, 612, 712}));
    }

    void otherMessagesArriveAsTheyWereSent()
    {
        OpenReply open{3, QStringLiteral("题"), {{{10, 20}, 270, QStringLiteral("iv")}}};
        const auto gotOpen = OpenReply::decode(open.encode());
        QVERIFY(gotOpen);
        QCOMPARE(gotOpen->pageCount, 3);
        QCOMPARE(gotOpen->firstPages[0].label, QStringLiteral("iv"));
        QCOMPARE(gotOpen->firstPages[0].rotation, 270);
        const auto render = RenderRequest::decode(RenderRequest{4, 1.5, QRect(1, 2, 3, 4)}.encode());
        QVERIFY(render);
        QCOMPARE(render->tile, QRect(1, 2, 3, 4));
        const auto links = LinksReply::decode(LinksReply{{{Box{0, 0, 1, 1}, 7, 0.5, QStringLiteral("u")}}}.encode());
        QVERIFY(links);
        QCOMPARE(links->links[0].page, 7);
        const auto outline = OutlineReply::decode(OutlineReply{{{QStringLiteral("t"), 3, -1, 0}}}.encode());
        QVERIFY(outline);
        QCOMPARE(outline->items[0].depth, 3);
        Hello hello;
        hello.failure = QStringLiteral("no");
        QCOMPARE(Hello::decode(hello.encode())->failure, QStringLiteral("no"));
        QCOMPARE(OpenRequest::decode(OpenRequest{"secret"}.encode())->password, QByteArray("secret"));
    }

    void aMessageCutAnywhereIsRefused()
    {
        const QByteArray whole = someWords().encode();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!WordsReply::decode(whole.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!WordsReply::decode(whole + '\0'));
    }

    void flippedBytesGiveNothingOrAMessageWithinTheLimits()
    {
        const QByteArray whole = someWords().encode();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char flip : {'\x01', '\x80', '\xff'}) {
                QByteArray bent = whole;
                bent[i] = char(bent[i] ^ flip);
                const auto got = WordsReply::decode(bent);
                if (!got)
                    continue;
                for (const Word &word : got->words) {
                    QCOMPARE(word.boxes.size(), word.text.size());
                    QVERIFY(word.text.isValidUtf16());
                    for (const Box &box : word.boxes)
                        QVERIFY(box.left >= 0 && box.right <= got->size.width() && box.left <= box.right);
                }
            }
        }
    }

    void boxesThatAreNoNumbersAreRefused()
    {
        WordsReply reply = someWords();
        reply.words[0].boxes[0].left = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!WordsReply::decode(reply.encode()));
    }

    void boxesBeyondThePageAreCutToIt()
    {
        WordsReply reply = someWords();
        reply.words[0].boxes[0] = {-50, -50, 5000, 5000};
        const auto got = WordsReply::decode(reply.encode());
        QVERIFY(got);
        QCOMPARE(got->words[0].boxes[0], (Box{0, 0, 612, 792}));
    }

    void countsBeyondTheLimitsAreRefused()
    {
        Writer links;
        links.put<qint32>(mostLinks + 1);
        QVERIFY(!LinksReply::decode(links.bytes()));
        Writer words;
        words.put<double>(1);
        words.put<double>(1);
        words.put<qint32>(0);
        words.put<qint32>(-1);
        QVERIFY(!WordsReply::decode(words.bytes()));
        QVERIFY(!OutlineReply::decode(OutlineReply{{{QString(), deepestOutline + 1, 0, 0}}}.encode()));
        QVERIFY(!LinksReply::decode(LinksReply{{{Box{}, mostPages, 0, {}}}}.encode()));
        QVERIFY(!OpenReply::decode(OpenReply{0, {}, {}}.encode()));
    }

    void halfACharacterIsNoText()
    {
        OutlineReply reply{{{QString(QChar(0xd800)), 0, 0, 0}}};
        QVERIFY(!OutlineReply::decode(reply.encode()));
        Writer out;
        out.putText(QStringLiteral("ab😀"), 3); // cut before the pair, not within
        Reader in(out.bytes());
        QCOMPARE(in.text(10), QStringLiteral("ab"));
    }

    void absurdPagesCannotBeShown()
    {
        QVERIFY(isShowable({612, 792}));
        QVERIFY(!isShowable({0, 792}));
        QVERIFY(!isShowable({1e8, 1e8}));
        QVERIFY(!isShowable({std::numeric_limits<double>::infinity(), 5}));
        QVERIFY(!isShowable({2, 600}));
        QVERIFY(isRenderable({4000, 4000}));
        QVERIFY(!isRenderable({20'000, 10}));
        QVERIFY(!isRenderable({16'000, 16'000}));
        QVERIFY(!isRenderable({0, 10}));
    }

    void turningAPageFourTimesLeavesBoxesInPlace()
    {
        const Box box{0.1, 0.2, 0.3, 0.6};
        QCOMPARE(box.turned(0), box);
        Box turned = box;
        for (int i = 0; i < 4; ++i)
            turned = turned.turned(-90);
        QVERIFY(qAbs(turned.left - box.left) < 1e-9 && qAbs(turned.bottom - box.bottom) < 1e-9);
        const Box there = box.turned(-90).turned(-270);
        QVERIFY(qAbs(there.top - box.top) < 1e-9 && qAbs(there.right - box.right) < 1e-9);
        // A page shown turned clockwise has its own top left corner at the top right.
        QCOMPARE((Box{1, 0, 1, 0}.turned(-90)), (Box{0, 0, 0, 0}));
    }

    void aFrameCarriesItsDescriptor()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        const int sent = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        QVERIFY(sendFrame(ends[0], {0, 9, Type::Open, Status::Ok}, "body", "pixels", sent));
        Header header;
        QByteArray body;
        int descriptor = -1;
        QCOMPARE(receiveFrame(ends[1], header, body, descriptor), Received::All);
        QCOMPARE(header.id, 9u);
        QCOMPARE(body, QByteArray("body"));
        QVERIFY(descriptor >= 0 && descriptor != sent);
        QByteArray pixels(6, '\0');
        QCOMPARE(receiveSome(ends[1], pixels.data(), 6), 6);
        QCOMPARE(pixels, QByteArray("pixels"));
        ::close(ends[0]);
        QCOMPARE(receiveFrame(ends[1], header, body, descriptor), Received::Closed);
        QVERIFY(!sendFrame(ends[1], {}, "x"));
        for (const int open : {sent, descriptor, ends[1]})
            ::close(open);
    }
};

YAODIAN_TEST_GUILESS(TestProtocol)

} // namespace pdf_protocol

#include "protocol.moc"
