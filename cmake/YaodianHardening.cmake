# What a mistake in memory is to run into before it is of use to anybody. For what people run, not for tests;
# packaging/check_hardened.py reads from the programs whether it arrived. FORTIFY needs optimisation, and the sanitizers
# are built without any of this.
include(CheckCXXCompilerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

# No file of another place is named in what is compiled: two builds of one source are the same.
set(hardening "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." -fstack-protector-strong -fstack-clash-protection)
check_cxx_compiler_flag(-fcf-protection YAODIAN_HAS_CF_PROTECTION) # of x86
if(YAODIAN_HAS_CF_PROTECTION)
  list(APPEND hardening -fcf-protection)
endif()
target_compile_options(yaodian_instrumented INTERFACE ${hardening}
  $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3>)
target_compile_definitions(yaodian_instrumented INTERFACE _GLIBCXX_ASSERTIONS)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_link_options(yaodian_hardened INTERFACE LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack LINKER:--as-needed)
endif()
