#include "ui/shell/safekeeping.h"

namespace yaodian::ui {

namespace {

constexpr std::chrono::minutes LookEvery{10};
constexpr std::chrono::hours RestAfterFailure{1};

} // namespace

Safekeeping::Safekeeping(cli::Services &services, Notice &notice, QObject *parent)
    : QObject(parent), m_services(services), m_notice(notice)
{
    m_timer.setInterval(LookEvery);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Safekeeping::look);
    connect(&services.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String("backupFolder"))
            look(); // whether it can be written is worth knowing at once
    });
}

void Safekeeping::start()
{
    m_timer.start();
    look();
}

void Safekeeping::look()
{
    if (m_services.settings.flag("backUp"))
        make({});
    if (const QString folder = m_services.settings.text("backupFolder").trimmed(); !folder.isEmpty())
        make(folder);
}

void Safekeeping::make(const QString &elsewhere)
{
    if (const auto rest = m_rest.constFind(elsewhere); rest != m_rest.cend() && !rest->hasExpired())
        return;
    m_background.run(
        this,
        [&library = m_services.library, elsewhere](const CancelToken &token) {
            return library.backUpIfDue(elsewhere, token);
        },
        [this, elsewhere](const Result<QString> &file) {
            if (file && !file->isEmpty())
                Q_EMIT made(*file);
            if (file)
                return;
            m_rest.insert(elsewhere, QDeadlineTimer(RestAfterFailure));
            if (m_said.contains(file.error().message))
                return;
            m_said.insert(file.error().message);
            m_notice.sayTrouble(tr("No backup was made. %1").arg(file.error().message));
        });
}

} // namespace yaodian::ui
