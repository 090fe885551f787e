#include "ui/sources/sourcepage.h"

#include "sync/choices.h"
#include "sync/kinds.h"
#include "sync/policy.h"
#include "ui/base/ink.h"
#include "ui/base/theme.h"
#include "ui/commands/withkeys.h"
#include "ui/sources/statecolours.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

struct SourcePage::Field
{
    const char *key; ///< of sync::choose()
    const char *text;
    QString usual = {};   ///< what holds without a choice
    QString example = {}; ///< where nothing holds
    bool hasLines = false;
};

const QList<SourcePage::Field> &SourcePage::fields()
{
    static const QList<Field> all{
        {"title", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Name")},
        {"category", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Category of entries that name none"), {}, u"CL"_s},
        {"interval", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Minutes between two requests"),
         QString::number(sync::usualIntervalMinutes)},
        {"address", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "New address, if it has moved")},
        {"mirror",
         QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Mirror that is asked in place of its server"),
         {},
         u"https://mirror.example"_s},
        {"proxy", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Proxy"), {}, u"socks5://127.0.0.1:1080"_s},
        {"language", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Language that is asked for"), {}, u"zh-CN"_s},
        {"headers",
         QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "Headers for its own server, one a line"),
         {},
         u"Name: value"_s,
         true},
        {"user", QT_TRANSLATE_NOOP("yaodian::ui::SourcePage", "User")},
    };
    return all;
}

SourcePage::SourcePage(library::Library &library, sync::Secrets &secrets, Commands &commands, Theme &theme,
                       QWidget *parent)
    : QScrollArea(parent), m_library(library), m_secrets(secrets), m_commands(commands), m_theme(theme)
{
    setObjectName(u"sourceSettings"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    commands.listenTo(this, Place::Everywhere);
    commands.bind("go.back", this, [this](std::optional<int>) { leave(); });
    connect(&theme, &Theme::changed, this, &SourcePage::fillLater);
}

SourcePage::~SourcePage()
{
    hide(); // the field that loses the focus by it is taken over while there is a page
}

void SourcePage::start(const library::Source &source)
{
    m_source = source;
    m_trouble.clear();
    m_hasPassword = false;
    fill();
    if (auto *first = findChild<QWidget *>(u"title"_s))
        first->setFocus();
    m_secrets.password(source.id, this, [this, id = source.id](const QString &password) {
        if (id != m_source.id)
            return;
        m_hasPassword = !password.isEmpty();
        tellPassword();
    });
}

// --- building -----------------------------------------------------------------------------------------------------

QLabel *SourcePage::addLabel(QVBoxLayout *column, const QString &text, double size, int weight, const QColor &colour)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(m_theme.font(size / 14, weight));
    setInk(made, colour);
    column->addWidget(made);
    return made;
}

void SourcePage::fill()
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
    column->setSpacing(int(5 * unit));
    addLabel(column, m_source.title.isEmpty() ? m_source.url : m_source.title, 21, QFont::DemiBold, c.ink);
    addLabel(column, u"%1 · %2"_s.arg(sync::kindName(m_source.kind), m_source.url), 12.5, QFont::Normal, c.faint);
    addLabel(column, withKeys(m_commands, tr("Changes apply from the next request on · {go.back} goes back")), 12.5,
             QFont::Normal, c.faint);
    column->addSpacing(int(8 * unit));
    for (const Field &field : fields()) {
        addField(column, field);
        if (QLatin1StringView(field.key) == "interval"_L1)
            addMaxAge(column);
        else if (QLatin1StringView(field.key) == "address"_L1)
            addMoved(column);
    }
    addPassword(column);
    column->addStretch(1);
    setWidget(body);
    setAccessibleName(tr("Settings of the source"));
}

QWidget *SourcePage::makeField(const Field &field)
{
    const QString value = sync::chosen(m_source, QLatin1StringView(field.key));
    const QString usual = QLatin1StringView(field.key) == "address"_L1 ? m_source.url : field.usual;
    const QString placeholder = field.example.isEmpty() ? usual : tr("such as %1").arg(field.example);
    if (!field.hasLines) {
        auto *line = new QLineEdit(value);
        line->setPlaceholderText(placeholder);
        connect(line, &QLineEdit::editingFinished, this,
                [this, key = QString(QLatin1StringView(field.key))] { commit(key); });
        return line;
    }
    auto *lines = new QPlainTextEdit(value);
    lines->setPlaceholderText(placeholder);
    lines->setTabChangesFocus(true);
    lines->setFixedHeight(lines->fontMetrics().lineSpacing() * 3 + 24);
    lines->installEventFilter(this); // it says nothing when it is left
    return lines;
}

void SourcePage::addField(QVBoxLayout *column, const Field &field)
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const QString text = QCoreApplication::translate("yaodian::ui::SourcePage", field.text);
    const QString key = QLatin1StringView(field.key);
    column->addSpacing(int(9 * unit));
    QLabel *name = addLabel(column, text, 13, QFont::Normal, m_theme.colours().soft);
    QWidget *made = makeField(field);
    made->setObjectName(key);
    made->setAccessibleName(text);
    made->setFont(m_theme.font());
    made->setFixedWidth(int(460 * unit));
    name->setBuddy(made);
    column->addWidget(made, 0, Qt::AlignLeft);
    addNote(column, key);
}

void SourcePage::addNote(QVBoxLayout *column, const QString &key)
{
    QLabel *sentence = addLabel(column, {}, 12.5, QFont::Normal, m_theme.colours().soft);
    sentence->setObjectName(key + u"Note"_s);
    sentence->setWordWrap(true);
    sentence->hide();
}

void SourcePage::addMaxAge(QVBoxLayout *column)
{
    auto *box = new QCheckBox(tr("Wait as long as its server says that an answer holds (max-age)"));
    box->setObjectName(u"max-age"_s);
    box->setAccessibleName(box->text());
    box->setFont(m_theme.font());
    box->setChecked(!m_source.options.ignoresMaxAge);
    connect(box, &QCheckBox::clicked, this, [this](bool) { commit(u"max-age"_s); });
    column->addSpacing(int(4 * QFontInfo(m_theme.font()).pixelSize() / 14.0));
    column->addWidget(box, 0, Qt::AlignLeft);
    addNote(column, u"max-age"_s);
}

/// Where it says that it has moved, one press takes the new address.
void SourcePage::addMoved(QVBoxLayout *column)
{
    const QString to = sync::movedFor(m_source, m_library.syncState(m_source.id));
    if (to.isEmpty())
        return;
    addLabel(column, tr("It says that it has moved for good to %1.").arg(to), 12.5, QFont::Normal,
             m_theme.colours().soft);
    auto *take = new QPushButton(tr("Ask there from now on"));
    take->setObjectName(u"moved"_s);
    take->setFlat(true);
    take->setFont(m_theme.font(13.0 / 14));
    take->setStyleSheet(u"QPushButton { border: none; padding: 2px 0; color: %1; text-align: left; }"
                        "QPushButton:focus { text-decoration: underline; }"_s.arg(m_theme.colours().accent.name()));
    connect(take, &QPushButton::clicked, this, [this, to] {
        type(u"address"_s, to);
        commit(u"address"_s);
    });
    column->addWidget(take, 0, Qt::AlignLeft);
}

void SourcePage::addPassword(QVBoxLayout *column)
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    column->addSpacing(int(9 * unit));
    QLabel *name =
        addLabel(column, tr("Password, kept in the desktop's keychain"), 13, QFont::Normal, m_theme.colours().soft);
    auto *field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    field->setObjectName(u"password"_s);
    field->setAccessibleName(name->text());
    field->setFont(m_theme.font());
    field->setFixedWidth(int(460 * unit));
    name->setBuddy(field);
    connect(field, &QLineEdit::editingFinished, this, &SourcePage::commitPassword);
    column->addWidget(field, 0, Qt::AlignLeft);
    addNote(column, u"password"_s);
    tellPassword();
}

void SourcePage::fillLater()
{
    if (!isVisible())
        return;
    QTimer::singleShot(0, this, [this] {
        // What could not be taken, and a password half typed, stay as they are.
        QHash<QString, QString> kept;
        for (const QString &key : std::as_const(m_trouble))
            kept.insert(key, typed(key));
        if (const auto *password = findChild<QLineEdit *>(u"password"_s); password && password->isModified())
            kept.insert(u"password"_s, password->text());
        const QWidget *focus = focusWidget();
        const QString focused = focus ? focus->objectName() : QString();
        fill();
        for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
            type(it.key(), it.value());
            if (it.key() != u"password"_s)
                commit(it.key());
        }
        if (QWidget *same = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused))
            same->setFocus();
    });
}

void SourcePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fillLater();
}

bool SourcePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && qobject_cast<QPlainTextEdit *>(watched))
        commit(watched->objectName());
    return QScrollArea::eventFilter(watched, event);
}

// --- taking -------------------------------------------------------------------------------------------------------

QString SourcePage::typed(const QString &key) const
{
    const QWidget *field = findChild<QWidget *>(key);
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->text().trimmed();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(field))
        return lines->toPlainText().trimmed();
    if (const auto *box = qobject_cast<const QCheckBox *>(field))
        return box->isChecked() ? QString() : u"ignore"_s;
    return {};
}

void SourcePage::type(const QString &key, const QString &text)
{
    QWidget *field = findChild<QWidget *>(key);
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->setText(text);
        line->setModified(true);
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(field)) {
        lines->setPlainText(text);
    }
}

void SourcePage::commit(const QString &key)
{
    const QString value = typed(key);
    if (value == sync::chosen(m_source, key) && !m_trouble.contains(key))
        return;
    const auto taken = apply(key, value);
    if (!taken) {
        m_trouble.insert(key);
        return note(key, taken.error().message);
    }
    m_trouble.remove(key);
    note(key, {});
    if (const QString shown = sync::chosen(m_source, key); shown != value) // a category in its own spelling
        type(key, shown);
    if (key == u"user"_s || key == u"address"_s)
        tellPassword();
}

Result<void> SourcePage::apply(const QString &key, const QString &value)
{
    // The source as it is now: a sync or the command line may have changed it meanwhile.
    const auto sources = m_library.sources();
    const auto now = std::find_if(sources.cbegin(), sources.cend(),
                                  [this](const library::Source &source) { return source.id == m_source.id; });
    if (now == sources.cend())
        return Error::world(tr("The source was removed meanwhile; the change was not kept."));
    library::Source changed = *now;
    if (const auto chosen = sync::choose(changed, key, value); !chosen)
        return chosen;
    if (const auto stored = m_library.putSource(changed); !stored)
        return stored;
    if (changed.options.user.isEmpty() && !now->options.user.isEmpty()) // a password goes with a user name
        m_secrets.forget(*now, this, [this, id = changed.id](const Result<void> &forgotten) {
            if (id != m_source.id)
                return;
            m_hasPassword = false;
            tellPassword();
            if (!forgotten)
                note(u"password"_s, forgotten.error().message);
        });
    m_source = changed;
    return {};
}

void SourcePage::commitPassword()
{
    auto *field = findChild<QLineEdit *>(u"password"_s);
    if (!field || !field->isModified())
        return;
    field->setModified(false);
    m_hasPassword = !field->text().isEmpty();
    m_secrets.setPassword(m_source.id, field->text(), this, [this, id = m_source.id](const Result<void> &kept) {
        if (id != m_source.id)
            return;
        tellPassword();
        if (!kept)
            note(u"password"_s, kept.error().message);
    });
}

/// Whether there is one, and who could read it on its way.
void SourcePage::tellPassword()
{
    auto *field = findChild<QLineEdit *>(u"password"_s);
    if (!field)
        return;
    field->setPlaceholderText(m_hasPassword ? tr("kept") : QString());
    const QString address = m_source.options.address.isEmpty() ? m_source.url : m_source.options.address;
    const bool open = address.startsWith(u"http:") && !m_source.options.user.isEmpty() && m_hasPassword;
    note(u"password"_s, open ? tr("Its address begins with http: the password can be read on its way.") : QString(),
         false);
}

void SourcePage::note(const QString &key, const QString &sentence, bool trouble)
{
    auto *label = findChild<QLabel *>(key + u"Note"_s);
    if (!label)
        return;
    const Colours &c = m_theme.colours();
    setInk(label, trouble ? stateColours(sync::DayState::Failed, c).ink : c.soft);
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
    if (auto *field = findChild<QWidget *>(key))
        field->setAccessibleDescription(sentence);
}

/// A value that cannot be taken keeps one here once, to be seen; the next Esc gives it up.
void SourcePage::leave()
{
    const QSet<QString> before = m_trouble;
    if (const QWidget *focus = focusWidget()) {
        if (focus->objectName() == u"password"_s)
            commitPassword();
        else if (!focus->objectName().isEmpty())
            commit(focus->objectName());
    }
    if (!(m_trouble - before).isEmpty())
        return;
    m_trouble.clear();
    Q_EMIT closed();
}

} // namespace yaodian::ui
