#include "tests/e2e/evening.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QThread>

namespace yaodian::tests {

using namespace Qt::StringLiterals;

namespace {

QByteArray feedAround(const QByteArray &post)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>每日论文推介</title><link>http://blog.example/</link>
<item><title>LG – 机器学习 CV – 计算机视觉 CL – 计算与语言</title><guid isPermaLink="false">evening-1</guid>
<link>http://blog.example/evening-1</link><pubDate>Sat, 21 Nov 2026 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[)" +
           post + "]]></content:encoded></item></channel></rss>";
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray fixture(const QString &name)
{
    return contents(QStringLiteral(YAODIAN_FIXTURES) + u'/' + name);
}

Evening::Evening() : m_out(qEnvironmentVariable("YAODIAN_OUT", m_folder.filePath(u"out"_s)))
{
    QDir().mkpath(exportFolder());
    QDir().mkpath(library());
    QSettings settings(library() + u"/settings.ini"_s, QSettings::IniFormat);
    settings.setValue(u"exportFolder"_s, exportFolder());
    Answer feedAnswer = Answer::of("application/rss+xml; charset=utf-8", feedAround(fixture(u"evening/post.html"_s)));
    feedAnswer.etag = "\"evening-1\"";
    m_server.route(u"/feed.xml"_s, feedAnswer);
    const QByteArray pdf = contents(QStringLiteral(YAODIAN_FIXTURES) + u"/../../resources/tour/tour.pdf"_s);
    m_server.route(u"/pdf/1706.03762"_s, Answer::of("application/pdf", pdf));
}

QJsonDocument Evening::ask(const QStringList &arguments) const
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(YAODIAN_BIN) + u"/yaodian"_s,
                  QStringList{u"--library"_s, library(), u"--json"_s} + arguments);
    program.waitForFinished(60000);
    return program.exitCode() == 0 ? QJsonDocument::fromJson(program.readAllStandardOutput()) : QJsonDocument();
}

bool Evening::becomes(const QStringList &arguments, const std::function<bool(const QJsonDocument &)> &ready) const
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 30000) {
        if (ready(ask(arguments)))
            return true;
        QThread::msleep(100);
    }
    return false;
}

QJsonObject Evening::entry(const QString &title) const
{
    for (const QJsonValue &row : ask({u"list"_s}).array())
        if (row[u"title"_s].toString().startsWith(title))
            return row.toObject();
    return {};
}

QString Evening::comparable(const QByteArray &markdown)
{
    QString text = QString::fromUtf8(markdown);
    // A UUIDv7 is what an act of the reader got; a UUIDv5 is the same in every run and stays.
    text.replace(QRegularExpression(u"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"_s), u"<id>"_s);
    // An entry's id hangs on the feed's address, and so on the port of this run.
    text.replace(QRegularExpression(u"digest:[0-9a-f]{8}"_s), u"digest:<entry>"_s);
    text.replace(QRegularExpression(u"\\^(pt|hl)-[0-9a-f]{12}"_s), u"^\\1-<id>"_s);
    text.replace(QRegularExpression(u"(yaodian:begin \\S+) [0-9a-f]{16}"_s), u"\\1 <stamp>"_s);
    return text;
}

QByteArray Evening::exported(const QString &prefix) const
{
    const QStringList names = QDir(exportFolder()).entryList({prefix + u"*.md"_s}, QDir::Files);
    return names.isEmpty() ? QByteArray() : contents(exportFolder() + u'/' + names.first());
}

} // namespace yaodian::tests
