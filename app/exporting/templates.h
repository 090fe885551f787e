#pragma once

#include "base/cancel.h"
#include "exporting/exporting.h"

// Templates of the reader's own: where they lie, whether they can be used, and what they make of a paper.
namespace yaodian::exporting {

/// The reader's templates are plain files, `NAME.mustache` in one folder; the built-in ones stand before them.
/// Everything here is fast and touches nothing but that folder.
class Templates
{
public:
    explicit Templates(QString folder) : m_folder(std::move(folder)) {}
    /// Those of a library.
    static Templates of(const library::Library &library);

    [[nodiscard]] static const QStringList &builtIn(); ///< "plain", "obsidian", "logseq"
    [[nodiscard]] QStringList own() const;             ///< by name
    [[nodiscard]] bool has(const QString &name) const; ///< one of the reader's own
    [[nodiscard]] QString path(const QString &name) const;

    /// UTF-8 of at most `largestTemplate` bytes; one sentence where it is not that, or not there.
    [[nodiscard]] Result<QByteArray> text(const QString &name) const;
    /// A new one with that text, named like `name` ("plain", "plain 2", …); its name.
    Result<QString> copy(const QString &name, const QByteArray &text) const;
    /// Nothing that is there is replaced: of a removed one with the same name, or an existing one, a sentence is said.
    Result<void> rename(const QString &from, const QString &to) const;
    /// The text stays beside it as `NAME.mustache~` (`~2`, … where there is one); the path of that, for putBack().
    Result<QString> remove(const QString &name) const;
    /// The name under which it is back.
    Result<QString> putBack(const QString &kept) const;
    /// Replaces the text in one step, once it is on the disk. Where the file does not hold `known` any more, nothing is
    /// written and `isOther` of the outcome is set.
    struct Saved
    {
        bool isOther = false;
    };
    Result<Saved> save(const QString &name, const QByteArray &text, const QByteArray &known) const;

private:
    QString m_folder;
};

inline constexpr qint64 largestTemplate = 256 * 1024; ///< bytes that are edited here

/// What is wrong with a template, or to be known of it.
struct TemplateRemark
{
    bool isMistake = false; ///< what it makes is not what is meant; else only to be known
    int line = 0;           ///< from 1; 0: all of it
    QString sentence;       ///< names the line
};
/// Mistakes first, the first line first; at most some. Takes time in proportion to the length, whatever the text is.
[[nodiscard]] QList<TemplateRemark> checkedTemplate(const QByteArray &text);

/// Something that a template can name.
struct Variable
{
    enum class Kind {
        Value, ///< {{name}}; also asked for as a section where it may be absent
        Flag,  ///< {{#name}}, {{^name}}
        Rows,  ///< {{#name}}: a section for each
        Region ///< {{#name}}: a managed region
    };
    QString where; ///< the sections it stands in: "paper points evidence"; empty: outside of all
    QString name;
    Kind kind = Kind::Value;
    QString meaning;
    QString value; ///< what it is for the paper, on one line; of rows how many; empty: nothing, or not of a paper
};
/// Every one, those of papers first, with their values for `paper`.
[[nodiscard]] QList<Variable> templateVariables(const library::Library &library, library::PaperId paper,
                                                Template::Groups groups = Template::Groups::None);

/// What a template makes of a paper.
struct TemplatePreview
{
    QList<TemplateRemark> remarks;
    std::optional<QString> markdown; ///< as a new file would be; nullopt: there is a mistake, or it grows too large
};
/// From any thread; cancelled between the steps of the template itself.
[[nodiscard]] Result<TemplatePreview> previewOf(const library::Library &library, library::PaperId paper,
                                                const QByteArray &text, Template::Groups groups,
                                                const CancelToken &cancel);

} // namespace yaodian::exporting
