#include "ui/sources/serverspage.h"

#include "net/client.h"
#include "ui/base/ink.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int againMs = 1000;

/// "export.arxiv.org", "127.0.0.1:8080": the port where it is not the usual one.
QString placeOf(const net::Contact &contact)
{
    const bool usual = contact.port == (contact.isEncrypted ? 443 : 80);
    return usual ? contact.host : u"%1:%2"_s.arg(contact.host).arg(contact.port);
}

SideRow rowOf(const net::Contact &contact)
{
    QStringList text{placeOf(contact)};
    if (!contact.inPlaceOf.isEmpty())
        text << ServersPage::tr("in place of %1").arg(contact.inPlaceOf);
    if (!contact.proxy.isEmpty())
        text << ServersPage::tr("through the proxy %1").arg(contact.proxy);
    if (!contact.isEncrypted)
        text << ServersPage::tr("not encrypted");
    const QStringList note{ServersPage::tr("%n request(s)", nullptr, contact.requests),
                           QLocale().formattedDataSize(contact.received),
                           contact.last.toLocalTime().toString(u"HH:mm"_s)};
    return {text.join(u" · "_s), {}, note.join(u" · "_s), {}, {}};
}

} // namespace

ServersPage::ServersPage(const net::Client &client, Commands &commands, Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_client(client), m_theme(theme)
{
    setObjectName(u"servers"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    build();
    commands.listenTo(this, Place::Everywhere);
    commands.listenTo(m_servers, Place::Everywhere);
    commands.bind("go.back", this, [this](std::optional<int>) { Q_EMIT closed(); });
    connect(&theme, &Theme::changed, this, &ServersPage::dress);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_client.contacts() != m_shown)
            fill();
    });
}

void ServersPage::build()
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    auto *body = new QWidget;
    body->setAutoFillBackground(true);
    const auto label = [body](const QString &name) {
        auto *made = new QLabel(body);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    m_title = label(u"serversTitle"_s);
    m_sum = label(u"serversSum"_s);
    m_empty = label(u"serversEmpty"_s);
    m_servers = new SideSection(m_theme, u"serversList"_s, body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(int(60 * unit), int(44 * unit), int(60 * unit), int(44 * unit));
    column->setSpacing(int(6 * unit));
    column->addWidget(m_title);
    column->addWidget(m_sum);
    column->addSpacing(int(18 * unit));
    column->addWidget(m_servers);
    column->addWidget(m_empty);
    column->addStretch(1);
    setWidget(body);
}

void ServersPage::start()
{
    fill();
    dress();
}

void ServersPage::takeFocus()
{
    if (m_shown.isEmpty())
        setFocus();
    else
        m_servers->setFocus();
}

void ServersPage::fill()
{
    m_shown = m_client.contacts();
    int requests = 0;
    qint64 received = 0;
    QList<SideRow> rows;
    for (const net::Contact &contact : std::as_const(m_shown)) {
        requests += contact.requests;
        received += contact.received;
        rows << rowOf(contact);
    }
    m_title->setText(tr("Servers asked since the start"));
    QStringList sum{tr("Yaodian asks no other server and sends nothing about you: no account, no statistics, no search "
                       "for updates.")};
    if (!rows.isEmpty())
        sum.prepend(tr("%n request(s)", nullptr, requests) + u" · "_s + QLocale().formattedDataSize(received));
    m_sum->setText(sum.join(u'\n'));
    m_empty->setText(tr("No server has been asked yet."));
    m_servers->rows().setRows(rows);
    m_servers->setAccessibleName(m_title->text());
    setAccessibleName(m_title->text());
    m_servers->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    m_servers->updateGeometry();
}

void ServersPage::dress()
{
    const Colours &c = m_theme.colours();
    QPalette ground = widget()->palette();
    ground.setColor(QPalette::Window, c.card);
    widget()->setPalette(ground);
    const auto paint = [](QLabel *label, const QFont &font, const QColor &colour) {
        label->setFont(font);
        setInk(label, colour);
    };
    paint(m_title, m_theme.font(21.0 / 14, QFont::DemiBold), c.ink);
    paint(m_sum, m_theme.font(), c.soft);
    paint(m_empty, m_theme.font(), c.faint);
}

void ServersPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void ServersPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_again.start();
}

void ServersPage::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_again.stop();
}

} // namespace yaodian::ui
