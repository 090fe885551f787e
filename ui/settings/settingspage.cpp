#include "ui/settings/settingspage.h"

#include "ui/base/theme.h"
#include "ui/commands/withkeys.h"
#include "ui/settings/settingsfield.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *label(const QString &text, const QFont &font, const QColor &colour)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(font);
    QPalette palette = made->palette();
    palette.setColor(QPalette::WindowText, colour);
    made->setPalette(palette);
    return made;
}

} // namespace

SettingsPage::SettingsPage(Settings &settings, Commands &commands, Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_settings(settings), m_commands(commands), m_theme(theme)
{
    setObjectName(u"settings"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    commands.listenTo(this, Place::Everywhere);
    commands.bind("go.back", this, [this](std::optional<int>) { Q_EMIT closed(); });
    connect(&theme, &Theme::changed, this, &SettingsPage::fillLater);
}

void SettingsPage::start()
{
    fill();
    if (QWidget *first = findChild<QWidget *>(QLatin1StringView(settingRows().first().key)))
        first->setFocus();
    Q_EMIT started();
}

void SettingsPage::setRemark(const QString &key, const QString &sentence)
{
    m_remarks.insert(key, sentence);
    showRemark(key);
}

void SettingsPage::showRemark(const QString &key)
{
    auto *remark = findChild<QLabel *>(key + u"Remark"_s);
    if (!remark)
        return; // nobody has looked at the page yet
    const QString sentence = m_remarks.value(key);
    remark->setText(sentence);
    remark->setVisible(!sentence.isEmpty());
    if (QWidget *field = findChild<QWidget *>(key))
        field->setAccessibleDescription(sentence);
}

void SettingsPage::fill()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    auto *body = new QWidget;
    QPalette ground = body->palette();
    ground.setColor(QPalette::Window, c.card);
    body->setPalette(ground);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(int(60 * unit), int(48 * unit), int(60 * unit), int(48 * unit));
    column->setSpacing(int(6 * unit));
    column->addWidget(label(tr("Settings"), m_theme.font(21.0 / 14, QFont::DemiBold), c.ink));
    column->addWidget(label(withKeys(m_commands, tr("A change holds at once · {go.back} goes back")),
                            m_theme.font(13.0 / 14), c.faint));
    for (const SettingRow &row : settingRows()) {
        QWidget *field = makeSettingsField(row, m_settings, body);
        field->setFont(m_theme.font());
        column->addSpacing(int(10 * unit));
        if (!qobject_cast<QCheckBox *>(field)) { // a box to tick carries its own words
            QLabel *name = label(QCoreApplication::translate("settings", row.text), m_theme.font(13.0 / 14), c.soft);
            name->setBuddy(field);
            column->addWidget(name);
            field->setFixedWidth(int(420 * unit));
        }
        column->addWidget(field, 0, Qt::AlignLeft);
        QLabel *remark = label({}, m_theme.font(13.0 / 14), c.faint);
        remark->setObjectName(QLatin1StringView(row.key) + u"Remark"_s);
        remark->setWordWrap(true);
        remark->setFixedWidth(int(560 * unit));
        remark->setContentsMargins(int(26 * unit), 0, 0, 0);
        column->addWidget(remark);
    }
    QPushButton *kinds = makeButton(u"kindsOfHighlights"_s, tr("Kinds of highlights…"), body);
    connect(kinds, &QPushButton::clicked, this, &SettingsPage::kindsWanted);
    QPushButton *keys = makeButton(u"keysOfCommands"_s, tr("Keys of commands…"), body);
    connect(keys, &QPushButton::clicked, this, &SettingsPage::keysWanted);
    column->addSpacing(int(16 * unit));
    column->addWidget(kinds, 0, Qt::AlignLeft);
    QPushButton *templates = makeButton(u"templatesOfMarkdown"_s, tr("Templates of the Markdown…"), body);
    connect(templates, &QPushButton::clicked, this, &SettingsPage::templatesWanted);
    for (QPushButton *more : {templates, keys}) {
        column->addSpacing(int(6 * unit));
        column->addWidget(more, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    setWidget(body);
    for (const SettingRow &row : settingRows())
        showRemark(QLatin1StringView(row.key));
    setAccessibleName(tr("Settings"));
}

QPushButton *SettingsPage::makeButton(const QString &name, const QString &text, QWidget *parent) const
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setFont(m_theme.font());
    return button;
}

void SettingsPage::fillLater()
{
    if (!isVisible())
        return;
    QTimer::singleShot(0, this, [this] {
        const QWidget *focus = focusWidget();
        const QString focused = focus ? focus->objectName() : QString();
        fill();
        if (QWidget *same = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused))
            same->setFocus();
    });
}

void SettingsPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fillLater();
}

} // namespace yaodian::ui
