#ifndef ANNALS_CONFINEMENT_H
#define ANNALS_CONFINEMENT_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What this process could be confined with.
enum annals_floor {
  annals_floor_limits = 1,
  /// The kernel lets it read nothing but the system's libraries, and write nothing.
  annals_floor_landlock = 2,
  /// The kernel refuses network, other programs, and looking into other processes.
  annals_floor_seccomp = 4,
};

/// Takes from this process, for good, all that a parser does not need.
///
/// `memory` is bytes beyond what it has now; `may_exec` leaves it the right to become a program
/// of the system. Returns what holds, as a sum of `annals_floor`.
int annals_confine(int64_t memory, int may_exec);

/// What may be done with a file, or with all below a folder.
enum annals_may {
  annals_may_read = 1,
  annals_may_run = 2,
  /// Make, change and remove.
  annals_may_write = 4,
};

/// A floor of files that nothing may be done with yet; -1 where the kernel has no Landlock.
int annals_floor_lay(void);

/// Takes a file or folder out of it, as a sum of `annals_may`; one that is not there is left out.
void annals_floor_grant(int floor, const char *path, int may);

/// Takes fonts, libraries and programs of the system out of it, and the libraries in use.
void annals_floor_grant_system(int floor, int may_run);

/// Holds this thread, and the threads and processes that it starts, to the floor for good.
///
/// Returns whether the kernel does.
int annals_floor_hold(int floor);

/// Lets this process run for so many seconds of CPU from now on; then the kernel ends it.
void annals_limit_cpu(int seconds);

/// Starts a program with its standard input and output replaced; its process, or -1.
///
/// Standard error goes nowhere.
pid_t annals_spawn(const char *program, const char *const *arguments, int input, int output);

/// A pair of connected sockets that programs started later do not inherit; 0, or -1.
int annals_socket_pair(int sockets[2]);

/// Sends all bytes; 0, or -1 if nobody is there to take them.
int annals_send(int socket, const void *bytes, size_t count);

/// Receives up to `count` bytes; their count, 0 at the end, -1 for an error, -2 after `timeout`
/// milliseconds.
ssize_t annals_receive(int socket, void *bytes, size_t count, int timeout);

/// An unnamed file in memory that holds the bytes, read from its beginning; -1 if there is no room.
int annals_memory_file(const void *bytes, size_t count);

#endif
