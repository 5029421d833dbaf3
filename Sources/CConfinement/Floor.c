#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/landlock.h>
#include <link.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CConfinement.h"

/// Folders of the system that hold libraries, converters of charsets, fonts and programs.
static const char *const system_files[] = {"/usr", "/lib", "/lib64", "/etc/fonts",
                                           "/etc/ld.so.cache"};

static int version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/// All rights over files that this kernel can refuse.
static uint64_t handled(void) {
  uint64_t rights = (1ULL << 13) - 1;  // those of the first version
  if (version() >= 2) rights |= 1ULL << 13;
  if (version() >= 3) rights |= 1ULL << 14;
  return rights;
}

int annals_floor_lay(void) {
  if (version() < 1) return -1;
  struct landlock_ruleset_attr rules = {.handled_access_fs = handled()};
  return (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
}

/// The rights that Landlock knows, for a folder or, without those of folders, for a file.
static uint64_t rights_of(int may, int is_folder) {
  uint64_t rights = 0;
  uint64_t of_files =
      LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE |
      1ULL << 14;
  if (may & annals_may_read) rights |= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  if (may & annals_may_run) rights |= LANDLOCK_ACCESS_FS_EXECUTE;
  if (may & annals_may_write)
    rights |= LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
              LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
              LANDLOCK_ACCESS_FS_REMOVE_DIR | 1ULL << 14;
  return rights & handled() & (is_folder ? ~0ULL : of_files);
}

void annals_floor_grant(int floor, const char *path, int may) {
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return;
  struct stat status;
  if (fstat(file, &status) == 0) {
    struct landlock_path_beneath_attr rule = {
        .allowed_access = rights_of(may, S_ISDIR(status.st_mode)),
        .parent_fd = file,
    };
    syscall(SYS_landlock_add_rule, floor, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(file);
}

/// A child is linked with what this process is, wherever that was installed.
static int grant_library(struct dl_phdr_info *library, size_t size, void *floor) {
  (void)size;
  if (*library->dlpi_name) annals_floor_grant(*(int *)floor, library->dlpi_name, annals_may_read);
  return 0;
}

void annals_floor_grant_system(int floor, int may_run) {
  int may = annals_may_read | (may_run ? annals_may_run : 0);
  for (size_t i = 0; i < sizeof system_files / sizeof *system_files; i++)
    annals_floor_grant(floor, system_files[i], may);
  dl_iterate_phdr(grant_library, &floor);
}

int annals_floor_hold(int floor) {
  int holds = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
              syscall(SYS_landlock_restrict_self, floor, 0) == 0;
  close(floor);
  return holds;
}
