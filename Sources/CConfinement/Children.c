#define _GNU_SOURCE
#include "CConfinement.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

pid_t annals_spawn(const char *program, const char *const *arguments, int input, int output) {
  posix_spawn_file_actions_t actions;
  pid_t child = -1;
  // Nothing of the environment reaches a parser.
  char *environment[] = {"LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no", NULL};
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  int status = posix_spawn(&child, program, &actions, NULL, (char *const *)arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  return status == 0 ? child : -1;
}

int annals_socket_pair(int sockets[2]) {
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets);
}

int annals_send(int socket, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t sent = send(socket, next, count, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return -1;
    next += sent;
    count -= (size_t)sent;
  }
  return 0;
}

ssize_t annals_receive(int socket, void *bytes, size_t count, int timeout) {
  struct pollfd poller = {socket, POLLIN, 0};
  int ready;
  do ready = poll(&poller, 1, timeout);
  while (ready < 0 && errno == EINTR);
  if (ready == 0) return -2;
  ssize_t got;
  do got = read(socket, bytes, count);
  while (got < 0 && errno == EINTR);
  return got;
}

int annals_memory_file(const void *bytes, size_t count) {
  int file = memfd_create("annals", MFD_CLOEXEC);
  if (file < 0) return -1;
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(file, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      close(file);
      return -1;
    }
    next += written;
    count -= (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}
