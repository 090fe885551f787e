// Saved mails and saved pages: parts, encodings, headers.
#include "digest/mailheaders.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_mail {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

const QByteArray html = "<html><head><title>Site | page</title></head><body><p>1、[CL] A Title</p><p>J Doe</p>"
                        "<p><a href=\"https://arxiv.org/abs/1706.03762\">论文</a></p></body></html>";

/// A mail of one part.
QByteArray mail(const QByteArray &headers, const QByteArray &body)
{
    return "From: \"Ann Li\" <ann@b.example>\r\nTo: me@c.example\r\nMessage-ID: <7@b.example>\r\nMIME-Version: 1.0\r\n"
           "Date: Wed, 08 Feb 2023 08:30:00 +0800\r\n" +
           headers + "\r\n\r\n" + body;
}

QByteArray quoted(const QByteArray &bytes)
{
    QByteArray out;
    int column = 0;
    for (const char c : bytes) {
        const bool plain = c != '=' && uchar(c) >= 32 && uchar(c) < 127;
        out += plain ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (++column % 20 == 0)
            out += "=\r\n";
    }
    return out;
}

QByteArray base64(const QByteArray &bytes)
{
    QByteArray out;
    const QByteArray all = bytes.toBase64();
    for (qsizetype at = 0; at < all.size(); at += 76)
        out += all.mid(at, 76) + "\r\n";
    return out;
}

QByteArray part(const QByteArray &headers, const QByteArray &body)
{
    return "--b1\r\n" + headers + "\r\n\r\n" + body + "\r\n";
}

class MailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreDecoded_data();
    void bodiesAreDecoded();
    void headersSayWhatTheFeedWould();
    void subjects_data();
    void subjects();
    void htmlIsPreferred();
    void partsWithinParts();
    void savedPageIsThePage();
    void linksAreResolvedAgainstThePage();
    void attachmentsAreNotThePost();
    void damage_data();
    void damage();
    void withoutTextIsRefused();
    void quotedPrintable_data();
    void quotedPrintable();
    void textIsNoMail_data();
    void textIsNoMail();
    void everyPrefixIsRead();
};

void MailTest::bodiesAreDecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray gb = "<p>1\xA1\xA2[CL] A Title</p><p>J Doe</p><p><a "
                          "href=\"https://arxiv.org/abs/1706.03762\">\xC2\xDB\xCE\xC4</a></p>";
    QTest::newRow("8bit") << mail(
        "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit", html);
    QTest::newRow("quoted-printable") << mail(
        "Subject: x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable",
        quoted(html));
    QTest::newRow("base64") << mail(
        "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: BASE64", base64(html));
    QTest::newRow("GB2312") << mail(
        "Subject: x\r\nContent-Type: text/html;\r\n charset=gb2312\r\nContent-Transfer-Encoding: base64", base64(gb));
    QTest::newRow("GB2312 under a wrong name") << mail(
        "Subject: x\r\nContent-Type: text/html; charset=us-ascii\r\nContent-Transfer-Encoding: quoted-printable",
        quoted(gb));
    QTest::newRow("text") << mail("Subject: x\r\nContent-Type: text/plain; charset=utf-8",
                                  "1、[CL] A Title\nJ Doe\nhttps://arxiv.org/abs/1706.03762\n");
    QTest::newRow("no type") << mail("Subject: x", "1、[CL] A Title\nJ Doe\nhttps://arxiv.org/abs/1706.03762\n");
    QTest::newRow("Unix lines")
        << mail("Subject: x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                quoted(html))
               .replace("\r\n", "\n");
    QTest::newRow("mbox") << "From ann Wed Feb  8 08:30:00 2023\n" +
                                 mail("Subject: x\r\nContent-Type: text/html; charset=utf-8", html);
}

void MailTest::bodiesAreDecoded()
{
    QFETCH(QByteArray, bytes);
    const Issue issue = one(bytes, "x.eml");
    QCOMPARE(titles(issue), QStringList{u"A Title"_s});
    QCOMPARE(issue.entries[0].authors, QStringList{u"J Doe"_s});
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1706.03762"_s);
    QCOMPARE(one(bytes).entries.size(), 1); // also without a name
}

void MailTest::headersSayWhatTheFeedWould()
{
    const Issue issue = one(
        mail("Subject: =?utf-8?B?" + u"论文速递"_s.toUtf8().toBase64() + "?=\r\nContent-Type: text/html; charset=utf-8",
             html));
    QCOMPARE(issue.title, u"论文速递"_s); // and not the page's <title>
    QCOMPARE(issue.published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    QCOMPARE(issue.author, u"Ann Li"_s);
    QCOMPARE(issue.guid, u"7@b.example"_s);
}

void MailTest::subjects_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("title");
    const QString title = u"论文的要点"_s;
    const QByteArray utf8 = title.toUtf8();
    QTest::newRow("base64") << "=?UTF-8?B?" + utf8.toBase64() + "?=" << title;
    QTest::newRow("quoted") << QByteArray("=?utf-8?q?=E8=AE=BA=E6=96=87=E7=9A=84=E8=A6=81=E7=82=B9?=") << title;
    QTest::newRow("two words") << "=?utf-8?B?" + utf8.left(6).toBase64() + "?=\r\n =?utf-8?B?" +
                                      utf8.mid(6).toBase64() + "?="
                               << title;
    QTest::newRow("a character in two words")
        << "=?utf-8?B?" + utf8.left(7).toBase64() + "?= =?utf-8?B?" + utf8.mid(7).toBase64() + "?=" << title;
    QTest::newRow("GB2312") << QByteArray("=?gb2312?B?") +
                                   QByteArray("\xC2\xDB\xCE\xC4\xB5\xC4\xD2\xAA\xB5\xE3").toBase64() + "?="
                            << title;
    QTest::newRow("Latin-1") << QByteArray("=?iso-8859-1?Q?caf=E9_noir?=") << u"café noir"_s;
    QTest::newRow("text around it") << "Issue 7: =?UTF-8?B?" + utf8.toBase64() + "?= (2)"
                                    << u"Issue 7: 论文的要点 (2)"_s;
    QTest::newRow("raw UTF-8") << utf8 << title;
    QTest::newRow("raw GB2312") << QByteArray("\xC2\xDB\xCE\xC4\xB5\xC4\xD2\xAA\xB5\xE3") << title;
    QTest::newRow("folded") << QByteArray("A long\r\n subject") << u"A long subject"_s;
    QTest::newRow("forwarded") << QByteArray("Fwd: Re: FW:  A subject") << u"A subject"_s;
    QTest::newRow("转发") << u"转发：论文的要点"_s.toUtf8() << title;
    QTest::newRow("a word that is none") << QByteArray("=?what=? ever") << u"=?what=? ever"_s;
    QTest::newRow("an encoding that nobody knows") << QByteArray("=?x-none?Q?abc?=") << u"abc"_s;
}

void MailTest::subjects()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, title);
    QCOMPARE(one(mail("Subject: " + field + "\r\nContent-Type: text/html; charset=utf-8",
                      "<p>Nothing today, and nothing yesterday.</p>"))
                 .title,
             title);
}

void MailTest::htmlIsPreferred()
{
    const QByteArray both =
        mail("Subject: x\r\nContent-Type: multipart/alternative; boundary=\"b1\"",
             "This is a message in parts.\r\n" + part("Content-Type: text/plain; charset=utf-8", "only text") +
                 part("Content-Type: text/html; charset=utf-8", html) + "--b1--\r\nbehind the end\r\n");
    QCOMPARE(titles(one(both)), QStringList{u"A Title"_s});
    const QByteArray text = mail("Subject: x\r\nContent-Type: multipart/alternative; boundary=b1",
                                 part("Content-Type: text/plain; charset=utf-8", "1、[CL] From Text\nJ Doe") +
                                     part("Content-Type: text/html", " ") + "--b1--\r\n");
    QCOMPARE(titles(one(text)), QStringList{u"From Text"_s});
}

void MailTest::partsWithinParts()
{
    const QByteArray inner =
        "--b2\r\nContent-Type: text/plain\r\n\r\nshort\r\n--b2\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" +
        html + "\r\n--b2--\r\n";
    const QByteArray outer = mail(
        "Subject: x\r\nContent-Type: multipart/mixed;\r\n\tboundary=\"b1\"",
        part("Content-Type: multipart/alternative; boundary=b2", inner) +
            part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", base64("\x89PNG....")) + "--b1--");
    QCOMPARE(titles(one(outer)), QStringList{u"A Title"_s});
    const QByteArray forwarded = mail(
        "Subject: Fwd\r\nContent-Type: multipart/mixed; boundary=b1",
        part("Content-Type: message/rfc822", mail("Subject: inner\r\nContent-Type: text/html; charset=utf-8", html)) +
            "--b1--");
    QCOMPARE(titles(one(forwarded)), QStringList{u"A Title"_s});
}

void MailTest::savedPageIsThePage()
{
    const QByteArray saved =
        "From: <Saved by Browser>\r\nSnapshot-Content-Location: https://b.example/p/7\r\nSubject: "
        "=?utf-8?Q?A=20page?=\r\n"
        "Date: Wed, 8 Feb 2023 00:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: "
        "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b1\"\r\n\r\n"
        "\r\n" +
        part("Content-Type: text/html\r\nContent-ID: <frame-1@mhtml>\r\nContent-Transfer-Encoding: "
             "quoted-printable\r\nContent-Location: https://b.example/p/7",
             quoted(html)) +
        part("Content-Type: text/css\r\nContent-Location: cid:css", "body{}") +
        part("Content-Type: text/html\r\nContent-Location: https://ads.example/",
             "<p>Buy something that you do not need</p>") +
        "--b1--\r\n";
    const Issue issue = one(saved, "page.mhtml");
    QCOMPARE(issue.link, u"https://b.example/p/7"_s);
    QCOMPARE(issue.title, u"A page"_s);
    QCOMPARE(issue.author, QString()); // nobody is called "Saved by Browser"
    QCOMPARE(issue.published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    QCOMPARE(titles(issue), QStringList{u"A Title"_s});
}

void MailTest::linksAreResolvedAgainstThePage()
{
    const QByteArray saved =
        "Snapshot-Content-Location: https://b.example/p/7\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
        "<p>1、[CL] A Title</p><p>J Doe</p><p><a href='/files/paper.pdf'>链接</a></p>";
    QCOMPARE(one(saved, "x.mht").entries.value(0).url, u"https://b.example/files/paper.pdf"_s);
}

void MailTest::attachmentsAreNotThePost()
{
    const QByteArray bytes = mail("Subject: x\r\nContent-Type: multipart/mixed; boundary=b1",
                                  part("Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html",
                                       "<p>An attached page of some length.</p>") +
                                      part("Content-Type: text/plain", "1、[CL] A Title\nJ Doe\n") + "--b1--");
    QCOMPARE(titles(one(bytes)), QStringList{u"A Title"_s});
}

void MailTest::damage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = mail("Subject: x\r\nContent-Type: multipart/alternative; boundary=b1",
                                  part("Content-Type: text/html; charset=utf-8", html) +
                                      part("Content-Type: text/plain", "other") + "--b1--");
    QTest::newRow("cut behind the part") << whole.left(whole.indexOf("other"));
    QTest::newRow("cut in the part") << whole.left(whole.indexOf("</body>"));
    QTest::newRow("the first boundary is missing its end") << QByteArray(whole).replace("--b1--", "");
}

void MailTest::damage()
{
    QFETCH(QByteArray, bytes);
    const Issue issue = one(bytes, "x.eml");
    QCOMPARE(titles(issue), QStringList{u"A Title"_s});
    QVERIFY(!issue.report.repairs.isEmpty());
}

void MailTest::withoutTextIsRefused()
{
    const auto issues = parse(
        mail("Subject: x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64", "AAAA"), named("x.eml"));
    QVERIFY(!issues);
    QVERIFY(issues.error().message.contains(u"no text"_s));
}

void MailTest::quotedPrintable_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
    QTest::newRow("hex") << QByteArray("=E8=ae=BA") << QByteArray("\xE8\xAE\xBA");
    QTest::newRow("line that goes on") << QByteArray("ab=\r\ncd") << QByteArray("abcd");
    QTest::newRow("with blanks behind it") << QByteArray("ab= \t\ncd") << QByteArray("abcd");
    QTest::newRow("at the end") << QByteArray("ab=") << QByteArray("ab");
    QTest::newRow("bare") << QByteArray("a=b, a=zz") << QByteArray("a=b, a=zz");
}

void MailTest::quotedPrintable()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, bytes);
    QCOMPARE(fromQuotedPrintable(given), bytes);
}

void MailTest::textIsNoMail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("fields") << QByteArray("Subject: a note\nDate: today\n\n1、[CL] A Title\nJ Doe\n");
    QTest::newRow("front matter") << QByteArray("---\ntitle: x\ndate: 2023-02-08\n---\n\n# Note\n");
    QTest::newRow("HTML") << html;
}

void MailTest::textIsNoMail()
{
    QFETCH(QByteArray, bytes);
    const Issue issue = one(bytes);
    QVERIFY(issue.guid.isEmpty());
    QVERIFY(!issue.published.isValid());
}

void MailTest::everyPrefixIsRead()
{
    const QByteArray whole = mail(
        "Subject: =?utf-8?Q?A?=\r\nContent-Type: multipart/alternative; boundary=b1",
        part("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", quoted(html)) +
            "--b1--");
    for (qsizetype size = 1; size < whole.size(); size += 11) {
        const auto issues = parse(whole.left(size), named("x.eml"));
        QVERIFY(issues ? issues->size() == 1 : !issues.error().message.isEmpty());
    }
}

YAODIAN_TEST_APPLESS(MailTest)

} // namespace digest_mail

#include "mail.moc"
