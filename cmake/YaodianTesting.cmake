# How tests are built and made known to ctest.

# What a test is compiled with: QtTest with all its parts, but without the macros that name each test's folder, so that
# one set of its headers can be precompiled for all; and without optimisation, because a test's own code runs once.
add_library(yaodian_testing INTERFACE)
foreach(module Test Gui Network)
  target_include_directories(yaodian_testing SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::${module},INTERFACE_INCLUDE_DIRECTORIES>)
endforeach()
target_compile_definitions(yaodian_testing INTERFACE QT_TESTLIB_LIB QT_GUI_LIB QT_NETWORK_LIB)
target_compile_options(yaodian_testing INTERFACE -O0)
target_link_libraries(yaodian_testing INTERFACE yaodian_options Qt6::Core $<LINK_ONLY:Qt6::Test>
  $<LINK_ONLY:Qt6::Gui> $<LINK_ONLY:Qt6::Network>)

# Tests are compiled alike in every build. A sanitized build may link those that a release build of the same sources has
# compiled: `-DYAODIAN_TESTS_OF=build/release`, as packaging/full.sh does.
set(YAODIAN_TESTS_OF "" CACHE PATH "A complete build of the same sources whose compiled tests are linked here too")

# The files of a folder, several at a time where the build is one that builds once.
set(YAODIAN_TESTS_AT_A_TIME 8)

# The objects of a test program in YAODIAN_TESTS_OF; empty where not all are there.
function(yaodian_compiled_tests result program)
  set(objects "")
  file(RELATIVE_PATH folder "${CMAKE_BINARY_DIR}" "${CMAKE_CURRENT_BINARY_DIR}")
  set(folder "${YAODIAN_TESTS_OF}/${folder}/CMakeFiles/${program}.dir")
  set(sources ${ARGN})
  list(LENGTH sources files)
  if(YAODIAN_UNITY AND files GREATER 1)
    math(EXPR last "(${files} - 1) / ${YAODIAN_TESTS_AT_A_TIME}")
    foreach(number RANGE ${last})
      list(APPEND objects "${folder}/Unity/unity_${number}_cxx.cxx.o")
    endforeach()
  else()
    list(TRANSFORM sources REPLACE "(.+)" "${folder}/\\1.o" OUTPUT_VARIABLE objects)
  endif()
  foreach(object ${objects})
    if(NOT YAODIAN_TESTS_OF OR NOT EXISTS "${object}")
      set(${result} "" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set_source_files_properties(${objects} PROPERTIES EXTERNAL_OBJECT ON)
  set(${result} "${objects}" PARENT_SCOPE)
endfunction()

function(yaodian_test_places target)
  target_compile_definitions(${target} PRIVATE
    YAODIAN_FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures"
    YAODIAN_CORPUS="${PROJECT_SOURCE_DIR}/../shared/corpus"
    YAODIAN_BIN="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# A program of QtTest. Its sources include their own .moc, which is made for them alone: AUTOMOC would add a scan and an
# empty compilation to every one of the programs.
function(yaodian_test_program program)
  cmake_parse_arguments(T "" "" "SOURCES;LINKS" ${ARGN})
  yaodian_compiled_tests(compiled ${program} ${T_SOURCES})
  if(compiled)
    add_executable(${program} ${compiled})
    set_target_properties(${program} PROPERTIES LINKER_LANGUAGE CXX)
  else()
    add_executable(${program} ${T_SOURCES})
    foreach(source ${T_SOURCES})
      get_filename_component(base ${source} NAME_WE)
      file(STRINGS ${source} wants_moc REGEX "#include \"${base}\\.moc\"")
      if(wants_moc)
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/${program}_moc/${base}.moc")
        qt6_generate_moc("${CMAKE_CURRENT_SOURCE_DIR}/${source}" "${moc}")
        target_sources(${program} PRIVATE "${moc}")
      endif()
    endforeach()
    if("${T_LINKS}" MATCHES "::ui_")
      yaodian_reuse_precompiled(${program} window_test)
    else()
      yaodian_reuse_precompiled(${program} test)
    endif()
    list(LENGTH T_SOURCES files)
    if(YAODIAN_UNITY AND files GREATER 1)
      set_target_properties(${program} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${YAODIAN_TESTS_AT_A_TIME})
    endif()
  endif()
  target_include_directories(${program} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${program}_moc")
  target_link_libraries(${program} PRIVATE yaodian_testing Yaodian::test_support ${T_LINKS})
  yaodian_test_places(${program})
endfunction()

# yaodian_test_library(NAME SOURCES ... LINKS ...) – what programs of several tests share.
function(yaodian_test_library name)
  cmake_parse_arguments(T "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${T_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${T_LINKS} PRIVATE yaodian_testing)
  yaodian_test_places(${name})
  # Compiled as programs are, because so are the headers.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE ${CMAKE_CXX_COMPILE_OPTIONS_PIE})
  yaodian_reuse_precompiled(${name} test)
endfunction()

# yaodian_timeout(SECONDS TEST...) – for those that take longer than the two minutes which a test has.
function(yaodian_timeout seconds)
  if(YAODIAN_SANITIZED) # several times as slow, and no test may fail for that
    math(EXPR seconds "${seconds} * 5")
  endif()
  set_tests_properties(${ARGN} PROPERTIES TIMEOUT ${seconds})
endfunction()

# What a test is run with. Under the thread sanitizer also: Qt's own event loop in place of GLib's, and a time zone that
# is named, which the C library then need not look for again in each thread. Neither is built for it, and what their locks
# order cannot be seen; so nothing but Qt has to stand in threads.supp.
set(YAODIAN_TEST_ENVIRONMENT QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 QT_LOGGING_RULES=qt.qpa.*=false)
if(YAODIAN_SANITIZED)
  list(APPEND YAODIAN_TEST_ENVIRONMENT YAODIAN_SANITIZED=1)
endif()
if(YAODIAN_THREADS)
  list(APPEND YAODIAN_TEST_ENVIRONMENT QT_NO_GLIB=1 TZ=UTC
    "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/threads.supp exitcode=66 second_deadlock_stack=1 die_after_fork=0")
endif()

# yaodian_ctest(NAME LABEL COMMAND...) – one process on the offscreen platform.
function(yaodian_ctest name label)
  add_test(NAME ${name} COMMAND ${ARGN})
  yaodian_timeout(120 ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${label}" ENVIRONMENT "${YAODIAN_TEST_ENVIRONMENT}")
endfunction()

# yaodian_tests(PROGRAM [PREFIX PREFIX] [QUICK NAME...] [FULL NAME...] LINKS ... [SOURCES ...] [NEEDS TARGET...])
# The tests of a folder, as one program, because most of the time went into compiling for each what all of them include.
# NAME.cpp is the test PREFIXNAME: a process of its own, `PROGRAM PREFIXNAME`, with the label quick or full. It stands in
# a namespace of that name and ends with one of the macros of tests/support/testmain.h. SOURCES: what the tests share.
# NEEDS: the programs that they start.
function(yaodian_tests program)
  cmake_parse_arguments(T "" "PREFIX" "QUICK;FULL;LINKS;SOURCES;NEEDS" ${ARGN})
  set(files ${T_QUICK} ${T_FULL})
  list(TRANSFORM files APPEND ".cpp")
  yaodian_test_program(${program} SOURCES ${files} ${T_SOURCES} LINKS ${T_LINKS})
  if(T_NEEDS)
    add_dependencies(${program} ${T_NEEDS})
  endif()
  foreach(name ${T_QUICK})
    yaodian_ctest(${T_PREFIX}${name} quick ${program} ${T_PREFIX}${name})
  endforeach()
  foreach(name ${T_FULL})
    yaodian_ctest(${T_PREFIX}${name} full ${program} ${T_PREFIX}${name})
  endforeach()
endfunction()

# yaodian_test(NAME quick|full SOURCES ... LINKS ... [NEEDS TARGET...])
# A test with a main of its own, and so a program of its own: those that start themselves a second time.
function(yaodian_test name label)
  cmake_parse_arguments(T "" "" "SOURCES;LINKS;NEEDS" ${ARGN})
  yaodian_test_program(${name} SOURCES ${T_SOURCES} LINKS ${T_LINKS})
  if(T_NEEDS)
    add_dependencies(${name} ${T_NEEDS})
  endif()
  yaodian_ctest(${name} ${label} ${name})
endfunction()
