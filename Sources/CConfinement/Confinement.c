#define _GNU_SOURCE
#include "CConfinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int64_t memory_in_use(void) {
  FILE *file = fopen("/proc/self/statm", "r");
  long pages = 0;
  if (file) {
    if (fscanf(file, "%ld", &pages) != 1) pages = 0;
    fclose(file);
  }
  return (int64_t)pages * sysconf(_SC_PAGESIZE);
}

static void limit(int resource, rlim_t value) {
  struct rlimit limits = {value, value};
  setrlimit(resource, &limits);
}

void annals_limit_cpu(int seconds) {
  struct rusage usage;
  struct rlimit limits;
  if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &limits) != 0) return;
  limits.rlim_cur = (rlim_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1 + seconds);
  setrlimit(RLIMIT_CPU, &limits);
}

static int restrict_files(int may_exec) {
  int floor = annals_floor_lay();
  if (floor < 0) return 0;
  annals_floor_grant_system(floor, may_exec);
  return annals_floor_hold(floor);
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// Calls that no parser needs; the last two are left to a process that may exec.
static const int refused[] = {
    SYS_socket,          SYS_socketpair, SYS_connect,          SYS_bind,
    SYS_listen,          SYS_accept4,    SYS_ptrace,           SYS_process_vm_readv,
    SYS_process_vm_writev, SYS_kill,     SYS_tkill,            SYS_bpf,
    SYS_perf_event_open, SYS_keyctl,     SYS_unshare,          SYS_setns,
    SYS_mount,           SYS_userfaultfd, SYS_io_uring_setup,  SYS_execveat,
    SYS_execve,
};

static int restrict_calls(int may_exec) {
#ifdef ARCHITECTURE
  size_t count = sizeof refused / sizeof *refused - (may_exec ? 1 : 0);
  struct sock_filter program[8 + 2 * sizeof refused / sizeof *refused];
  size_t length = 0;
  program[length++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                                   offsetof(struct seccomp_data, arch));
  program[length++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  program[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  program[length++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                                   offsetof(struct seccomp_data, nr));
  for (size_t i = 0; i < count; i++) {
    program[length++] =
        (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)refused[i], 0, 1);
    program[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  }
  program[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  struct sock_fprog filter = {(unsigned short)length, program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
#else
  return 0;
#endif
}

int annals_confine(int64_t memory, int may_exec) {
  int floor = annals_floor_limits;
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_AS, (rlim_t)(memory_in_use() + memory));
  prctl(PR_SET_PDEATHSIG, 9);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return floor;
  if (restrict_files(may_exec)) floor |= annals_floor_landlock;
  if (restrict_calls(may_exec)) floor |= annals_floor_seccomp;
  return floor;
}
