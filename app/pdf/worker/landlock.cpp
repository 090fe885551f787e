#include "pdf/worker/sandbox.h"

#include <array>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace yaodian::pdf::worker {

namespace {

constexpr __u64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// Every access of the first version, which every kernel with Landlock knows.
constexpr __u64 everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

void allowReading(int rules, const std::string &folder)
{
    const int descriptor = ::open(folder.c_str(), O_PATH | O_CLOEXEC);
    if (descriptor < 0)
        return;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = reading;
    rule.parent_fd = descriptor;
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(descriptor);
}

} // namespace

bool restrictFiles()
{
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = everything;
    const int rules = int(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (rules < 0)
        return false;
    for (const char *folder :
         {"/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/usr/share/fontconfig", "/var/cache/fontconfig",
          "/usr/share/poppler", "/usr/share/texmf/fonts", "/usr/share/ghostscript/fonts"})
        allowReading(rules, folder);
    if (const char *home = std::getenv("HOME"); home && *home == '/') {
        for (const char *folder : {"/.fonts", "/.local/share/fonts", "/.config/fontconfig", "/.cache/fontconfig"})
            allowReading(rules, std::string(home) + folder);
    }
    const bool stands = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return stands;
}

} // namespace yaodian::pdf::worker
