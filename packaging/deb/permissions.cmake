# Run by cpack over what it laid out: folders are open whatever the umask of who packs. A package whose /usr nobody may enter would make it so.
file(GLOB folders LIST_DIRECTORIES true "${CPACK_TEMPORARY_DIRECTORY}/*")
file(CHMOD_RECURSE ${folders} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
