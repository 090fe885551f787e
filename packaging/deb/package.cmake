# Read by cpack: the package has the version of the program that was built last, and the times of its commit.
file(STRINGS "${CPACK_YAODIAN_GENERATED}/version.txt" CPACK_PACKAGE_VERSION LIMIT_COUNT 1)
set(CPACK_DEBIAN_PACKAGE_VERSION "${CPACK_PACKAGE_VERSION}")
file(STRINGS "${CPACK_YAODIAN_GENERATED}/epoch.txt" epoch LIMIT_COUNT 1)
set(ENV{SOURCE_DATE_EPOCH} "${epoch}")
set(ENV{TZ} UTC)
