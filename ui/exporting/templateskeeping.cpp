#include "ui/exporting/templatespage.h"

#include "ui/commands/withkeys.h"

#include <QLabel>

// What the page does with the files of templates.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

void TemplatesPage::save()
{
    if (!m_text->isReadOnly())
        m_saver.save(m_text->text().toUtf8(), m_text->typed());
}

void TemplatesPage::savedAll()
{
    if (!m_text->hasUnsaved())
        sayState(tr("Saved"));
}

void TemplatesPage::saveTyped()
{
    m_text->flush();
    m_saver.finish();
}

bool TemplatesPage::hasUnsaved() const
{
    return !m_text->isReadOnly() && m_text->hasUnsaved();
}

/// Somebody else wrote the file: that stays, and so does what was typed here.
void TemplatesPage::goOnElsewhere()
{
    const QString name = std::exchange(m_shown, QString());
    const QByteArray text = m_text->text().toUtf8();
    const quint64 typed = m_text->typed();
    const auto other = m_templates.copy(name, text);
    if (!other) {
        m_shown = name;
        m_saver.open(name, m_saver.known()); // what is typed from now on is tried again
        sayState(tr("Not saved"));
        return Q_EMIT failed(other.error().message);
    }
    m_shown = *other; // its text stands there already, and the cursor stays
    m_saver.open(*other, text);
    m_text->markSaved(typed);
    m_name->setText(*other);
    refreshList();
    m_list->goToName(*other);
    savedAll();
    Q_EMIT failed(tr("Another program changed “%1”. What you typed goes on as “%2”.").arg(name, *other));
}

void TemplatesPage::copy()
{
    saveTyped();
    const auto text = m_templates.text(currentName());
    const auto made = text.ok() ? m_templates.copy(currentName(), *text) : Result<QString>(text.error());
    if (!made)
        return Q_EMIT failed(made.error().message);
    refreshList();
    m_list->goToName(*made);
    m_text->setFocus();
}

void TemplatesPage::choose()
{
    if (currentName().isEmpty())
        return;
    m_settings.choose("exportTemplate", currentName());
    Q_EMIT message(tr("Exports use “%1” from now on").arg(currentName()));
}

void TemplatesPage::rename()
{
    if (!m_list->current() || m_list->current()->isBuiltIn)
        return Q_EMIT message(
            withKeys(m_commands, tr("This template is built in; {templates.copy} in the list copies it, to edit it.")));
    const QString from = currentName();
    m_ask.text(this, tr("Rename the template"), tr("Name"), from, [this, from](const QString &typed) {
        const QString to = typed.trimmed();
        saveTyped();
        if (const auto done = m_templates.rename(from, to); !done)
            return Q_EMIT failed(done.error().message);
        if (m_settings.text("exportTemplate") == from)
            m_settings.choose("exportTemplate", to);
        refreshList();
        m_list->goToName(to);
    });
}

void TemplatesPage::remove()
{
    if (!m_list->current() || m_list->current()->isBuiltIn)
        return Q_EMIT message(tr("This template is built in and stays."));
    const QString name = currentName();
    saveTyped();
    const auto kept = m_templates.remove(name);
    if (!kept)
        return Q_EMIT failed(kept.error().message);
    const bool wasUsed = m_settings.text("exportTemplate") == name;
    m_removed << Removed{*kept, wasUsed};
    if (wasUsed)
        m_settings.choose("exportTemplate", u"obsidian"_s);
    refreshList();
    Q_EMIT message(wasUsed ? withKeys(m_commands,
                                      tr("Removed “%1”; exports use “obsidian” now · {templates.putBack} puts it back"))
                                 .arg(name)
                           : withKeys(m_commands, tr("Removed “%1” · {templates.putBack} puts it back")).arg(name));
}

void TemplatesPage::putBack()
{
    if (m_removed.isEmpty())
        return Q_EMIT message(tr("No template was removed here."));
    const Removed last = m_removed.takeLast();
    const auto name = m_templates.putBack(last.kept);
    if (!name)
        return Q_EMIT failed(name.error().message);
    if (last.wasUsed)
        m_settings.choose("exportTemplate", *name);
    refreshList();
    m_list->goToName(*name);
}

} // namespace yaodian::ui
