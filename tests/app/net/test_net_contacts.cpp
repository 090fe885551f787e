#include "net/contacts.h"
#include "tests/app/net/asking.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"

namespace test_net_contacts {

using namespace yaodian;
using namespace yaodian::net;
using namespace yaodian::tests;

/// What is told of the servers that were asked is what those servers saw.
class ContactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasAsked_isListed_redirectsAndMirrorsIncluded()
    {
        WebServer first;
        WebServer second(u"127.0.0.2"_qs);
        first.route(u"/a"_qs, Answer::of("text/plain", "12345"));
        first.route(u"/away"_qs, Answer::redirect("https://papers.example/paper"));
        second.route(u"/paper"_qs, Answer::of("text/plain", "123"));
        Client client;
        QVERIFY(client.contacts().isEmpty());
        QVERIFY(client.setMirrors({second.mirrorFor(u"papers.example"_qs)}).ok());
        QVERIFY(ask(client, typed(first.url(u"/a"_qs))).ok());
        QVERIFY(ask(client, typed(first.url(u"/away"_qs))).ok());

        const QList<Contact> &all = client.contacts();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].host, u"127.0.0.1"_qs);
        QCOMPARE(all[0].port, int(first.port()));
        QCOMPARE(all[0].requests, int(first.seen().size()));
        QCOMPARE(all[0].requests, 2);
        QVERIFY(all[0].received >= 5);
        QVERIFY(!all[0].isEncrypted && all[0].inPlaceOf.isEmpty() && all[0].last.isValid());
        QCOMPARE(all[1].host, u"127.0.0.2"_qs);
        QCOMPARE(all[1].inPlaceOf, u"papers.example"_qs);
        QCOMPARE(all[1].requests, int(second.seen().size()));
        QCOMPARE(all[1].received, 3);
    }

    void aProxy_isNamed_withoutItsPassword()
    {
        WebServer proxy;
        Client client;
        Request request = found(u"http://known-to-the-proxy.example/feed"_qs);
        request.proxy = u"http://127.0.0.1:%1"_qs.arg(proxy.port());
        QVERIFY(ask(client, request).ok()); // it has no such page, which is an answer
        QCOMPARE(client.contacts().size(), 1);
        QCOMPARE(client.contacts()[0].host, u"known-to-the-proxy.example"_qs);
        QCOMPARE(client.contacts()[0].proxy, u"127.0.0.1:%1"_qs.arg(proxy.port()));

        Contacts contacts;
        const QUrl url(u"https://a.example/"_qs);
        contacts.asked(url, url, "http://me:secret@proxy.example:3128", QDateTime::currentDateTimeUtc());
        QCOMPARE(contacts.list()[0].proxy, u"proxy.example:3128"_qs);
        QCOMPARE(contacts.list()[0].port, 443);
    }

    void whoWasRefusedBefore_isNotListed_whoDidNotAnswer_is()
    {
        Client client;
        QVERIFY(!ask(client, found(u"http://127.0.0.1/x"_qs)).ok()); // private, and nobody typed it
        client.setOffline(true);
        QVERIFY(!ask(client, found(u"https://a.example/"_qs)).ok());
        client.setOffline(false);
        QVERIFY(client.contacts().isEmpty());
        WebServer silent;
        Answer hangUp;
        hangUp.hangUp = true;
        silent.route(u"/x"_qs, hangUp);
        QVERIFY(!ask(client, typed(silent.url(u"/x"_qs))).ok());
        QCOMPARE(client.contacts().size(), 1);
        QCOMPARE(client.contacts()[0].received, 0);
    }
};

YAODIAN_TEST_GUILESS(ContactsTest)

} // namespace test_net_contacts

#include "test_net_contacts.moc"
