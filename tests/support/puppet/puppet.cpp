// A plugin that Qt loads into the real program where a test asks for it (QT_QPA_GENERIC_PLUGINS=yaodianpuppet:SOCKET):
// on that socket it tells what the windows show, and presses keys and buttons as a person would. See starting.h.
#include <QAbstractButton>
#include <QApplication>
#include <QGenericPlugin>
#include <QLabel>
#include <QLineEdit>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPlainTextEdit>
#include <QtTest/QTest>

namespace {

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return QString(button->text()).remove(QLatin1Char('&'));
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    return widget->isWindow() ? widget->windowTitle() : QString();
}

QWidget *focus()
{
    QWidget *widget = QApplication::focusWidget();
    return widget ? widget : QApplication::activeWindow();
}

/// Of all that is shown, a line each: what it is called, a colon, its text.
QString seen()
{
    QStringList lines;
    for (const QWidget *widget : QApplication::allWidgets())
        if (const QString text = widget->isVisible() ? textOf(widget) : QString(); !text.isEmpty())
            lines << (widget->isWindow() ? QStringLiteral("window") : widget->objectName()) + QStringLiteral(": ") +
                         text.simplified();
    lines << QStringLiteral("focus: ") + (focus() ? focus()->objectName() : QString());
    return lines.join(QLatin1Char('\n'));
}

void click(const QString &text)
{
    for (QWidget *widget : QApplication::allWidgets())
        if (auto *button = qobject_cast<QAbstractButton *>(widget);
            button && button->isVisible() && textOf(button) == text)
            QMetaObject::invokeMethod(button, "click", Qt::QueuedConnection); // what it does may take long
}

QString obey(const QString &command, const QString &rest)
{
    if (command == QLatin1String("type") && focus())
        QTest::keyClicks(focus(), rest);
    else if (command == QLatin1String("key") && focus())
        QTest::keySequence(focus(), QKeySequence(rest));
    else if (command == QLatin1String("click"))
        click(rest);
    else if (command == QLatin1String("close") && QApplication::activeWindow())
        QMetaObject::invokeMethod(QApplication::activeWindow(), "close", Qt::QueuedConnection);
    return seen();
}

class Puppet final : public QObject
{
    Q_OBJECT

public:
    explicit Puppet(const QString &socket)
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket *caller = m_server.nextPendingConnection())
                connect(caller, &QLocalSocket::readyRead, this, [caller] {
                    if (!caller->canReadLine())
                        return;
                    const QString line = QString::fromUtf8(caller->readLine()).chopped(1);
                    const QString answer =
                        obey(line.section(QLatin1Char(' '), 0, 0), line.section(QLatin1Char(' '), 1));
                    caller->write(answer.toUtf8());
                    caller->disconnectFromServer();
                });
        });
        m_server.listen(socket);
    }

private:
    QLocalServer m_server;
};

class PuppetPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "puppet.json")

public:
    QObject *create(const QString &, const QString &socket) override { return new Puppet(socket); }
};

} // namespace

#include "puppet.moc"
