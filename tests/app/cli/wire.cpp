#include "cli/wire.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace cli_wire {

using namespace yaodian::cli;
using namespace Qt::StringLiterals;

class WireTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequest_arrivesAsItWasSent();
    void framesThatArriveInPieces_areWholeInTheEnd();
    void aLengthBeyondReason_breaksTheConnection();
    void foreignBytes_areNoMessage();
};

void WireTest::aRequest_arrivesAsItWasSent()
{
    const Request sent{true, {u"open"_s, u"/tmp/论文.pdf"_s}, u"/home/某人"_s, QByteArray("\0\xff text", 7), true};
    Frames frames;
    frames.append(frameOf(sent));
    const auto request = requestFrom(frames.next().value());
    QVERIFY(request);
    QCOMPARE(request->activate, sent.activate);
    QCOMPARE(request->arguments, sent.arguments);
    QCOMPARE(request->folder, sent.folder);
    QCOMPARE(request->input, sent.input);
    QCOMPARE(request->terminal, sent.terminal);
    QVERIFY(!frames.next());
}

void WireTest::framesThatArriveInPieces_areWholeInTheEnd()
{
    const QByteArray bytes = frameOf(Answer{Stream::Out, "one"}) + frameOf(Answer{Stream::Exit, QByteArray(1, '\1')});
    Frames frames;
    QList<Answer> answers;
    for (const char byte : bytes) {
        frames.append(QByteArray(1, byte));
        while (const auto payload = frames.next())
            answers += answerFrom(*payload).value();
    }
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.at(0).bytes, QByteArray("one"));
    QCOMPARE(answers.at(1).stream, Stream::Exit);
    QVERIFY(!frames.broken());
}

void WireTest::aLengthBeyondReason_breaksTheConnection()
{
    Frames frames;
    frames.append(QByteArray(8, '\xff'));
    QVERIFY(!frames.next());
    QVERIFY(frames.broken());
}

void WireTest::foreignBytes_areNoMessage()
{
    QVERIFY(!requestFrom("GET / HTTP/1.1\r\n\r\n"));
    QVERIFY(!requestFrom({}));
    QVERIFY(!answerFrom("GET / HTTP/1.1\r\n\r\n"));
    Frames frames;
    frames.append(frameOf(Answer{Stream::Out, "x"}));
    const QByteArray payload = frames.next().value();
    QVERIFY(!answerFrom(payload.chopped(1)));
}

YAODIAN_TEST_GUILESS(WireTest)

} // namespace cli_wire

#include "wire.moc"
