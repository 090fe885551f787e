# Which version this is. Included, it makes the target that keeps the files below true; run with `cmake -P` (SOURCE, OUT),
# it writes them into OUT, each only where it changes, so that a commit costs one small file and one link:
#   version.txt  0.2.0, or 0.2.0+12.gabc1234 twelve commits behind the tag v0.2.0; the file VERSION where nothing is tagged
#   epoch.txt    seconds since 1970 of the commit, or of the file VERSION where there is no git
#   version.cpp  what base/version.h declares
#   org.yaodian.Yaodian.metainfo.xml, changelog.Debian  the packages' texts that name both
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(YAODIAN_GENERATED "${CMAKE_BINARY_DIR}/version")
  set(files version.txt epoch.txt version.cpp org.yaodian.Yaodian.metainfo.xml changelog.Debian)
  list(TRANSFORM files PREPEND "${YAODIAN_GENERATED}/")
  add_custom_target(yaodian_version_files BYPRODUCTS ${files}
    COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${PROJECT_SOURCE_DIR}" "-DOUT=${YAODIAN_GENERATED}" -P "${CMAKE_CURRENT_LIST_FILE}"
    COMMENT "Asking git for the version")
  return()
endif()

# What git says in the sources' own checkout; empty where that is none, or it does not know.
function(ask_git result)
  set(answer "")
  if(EXISTS "${SOURCE}/.git")
    # Without what git tells its hooks: that may be another repository.
    execute_process(COMMAND "${CMAKE_COMMAND}" -E env --unset=GIT_DIR --unset=GIT_WORK_TREE --unset=GIT_INDEX_FILE
      git -C "${SOURCE}" ${ARGN} OUTPUT_VARIABLE answer ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE
      RESULT_VARIABLE failed)
    if(failed)
      set(answer "")
    endif()
  endif()
  set(${result} "${answer}" PARENT_SCOPE)
endfunction()

function(write_where_new file text)
  set(before "")
  if(EXISTS "${OUT}/${file}")
    file(READ "${OUT}/${file}" before)
  endif()
  if(NOT before STREQUAL text)
    file(WRITE "${OUT}/${file}" "${text}")
  endif()
endfunction()

ask_git(described describe --tags --long --abbrev=7 --match "v[0-9]*" --match "[0-9]*")
if(described MATCHES "^v?([0-9][0-9.]*)-([0-9]+)-(g[0-9a-f]+)$")
  set(version "${CMAKE_MATCH_1}")
  if(CMAKE_MATCH_2 GREATER 0)
    string(APPEND version "+${CMAKE_MATCH_2}.${CMAKE_MATCH_3}")
  else()
    file(STRINGS "${SOURCE}/VERSION" named LIMIT_COUNT 1)
    if(NOT named STREQUAL version)
      message(WARNING "The tag says ${version} and the file VERSION ${named}: a tarball of it would be called ${named}.")
    endif()
  endif()
else()
  file(STRINGS "${SOURCE}/VERSION" version LIMIT_COUNT 1)
endif()
ask_git(epoch log -1 --format=%ct)
if(NOT epoch)
  file(TIMESTAMP "${SOURCE}/VERSION" epoch "%s" UTC)
endif()
set(ENV{SOURCE_DATE_EPOCH} "${epoch}") # what string(TIMESTAMP) then tells
string(TIMESTAMP day "%Y-%m-%d" UTC)
string(TIMESTAMP moment "%a, %d %b %Y %H:%M:%S +0000" UTC)

write_where_new(version.txt "${version}\n")
write_where_new(epoch.txt "${epoch}\n")
write_where_new(version.cpp "#include \"base/version.h\"

namespace yaodian {

const char *programVersion()
{
    return \"${version}\";
}

} // namespace yaodian
")
write_where_new(changelog.Debian "yaodian (${version}-1) unstable; urgency=medium

  * What is new stands in changelog.gz beside this file.

 -- The Yaodian authors <yaodian@users.noreply.example>  ${moment}
")
file(READ "${SOURCE}/packaging/desktop/org.yaodian.Yaodian.metainfo.xml.in" metainfo)
string(REPLACE "@VERSION@" "${version}" metainfo "${metainfo}")
string(REPLACE "@DAY@" "${day}" metainfo "${metainfo}")
write_where_new(org.yaodian.Yaodian.metainfo.xml "${metainfo}")
