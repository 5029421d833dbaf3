#define _GNU_SOURCE
#include "Keys.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Clusters.h"
#include "Signals.h"

/* Bytes that were read ahead while looking for the end marks of a paste. */
static unsigned char ahead[16];
static int ahead_start, ahead_end;
static int is_pasting, follows_return;
static wchar_t pending_mark;

wchar_t keys_pending_mark(void) { return pending_mark; }

void keys_bracket_paste(int on) {
  const char *terminal = getenv("TERM");
  if (!terminal || strcmp(terminal, "dumb") == 0) return;
  const char *sequence = on ? "\033[?2004h" : "\033[?2004l";
  ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)written;
}

/* One byte: 1, at the end 0, -1 when Ctrl-C broke in. A changed window is taken in and read on. */
static int next_byte(EditLine *el, unsigned char *out) {
  if (ahead_start < ahead_end) {
    *out = ahead[ahead_start++];
    return 1;
  }
  for (;;) {
    if (signals_interrupted()) return -1;
    if (signals_take_resize()) el_resize(el);
    ssize_t n = read(STDIN_FILENO, out, 1);
    if (n >= 0) return (int)n;
    if (errno != EINTR) return 0;
  }
}

static int is_waiting(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return ahead_start < ahead_end || poll(&input, 1, 0) > 0;
}

/* After an escape: whether `rest` follows at once; if not, what was read is read again. */
static int follows(EditLine *el, const char *rest) {
  unsigned char seen[8];
  int count = 0;
  int same = 1;
  while (same && rest[count] && is_waiting() && next_byte(el, &seen[count]) == 1) {
    same = seen[count] == (unsigned char)rest[count];
    count++;
  }
  if (same && !rest[count]) return 1;
  unsigned char left[sizeof ahead];
  int left_count = ahead_end - ahead_start;
  memcpy(left, ahead + ahead_start, (size_t)left_count);
  memcpy(ahead, seen, (size_t)count);
  memcpy(ahead + count, left, (size_t)left_count);
  ahead_start = 0;
  ahead_end = count + left_count;
  return 0;
}

/* Decodes one character of UTF-8; invalid bytes give U+FFFD, which the person can see. */
static int next_character(EditLine *el, wchar_t *out) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  for (int count = 0;; count++) {
    unsigned char byte;
    int n = next_byte(el, &byte);
    if (n <= 0) return n;
    wchar_t c;
    size_t r = mbrtowc(&c, (const char *)&byte, 1, &state);
    if (r == (size_t)-2 && count < 4) continue;
    *out = r == (size_t)-1 || r == (size_t)-2 ? 0xFFFD : r == 0 ? 0 : c;
    return 1;
  }
}

int keys_read(EditLine *el, wchar_t *out) {
  for (;;) {
    wchar_t c;
    int n = next_character(el, &c);
    if (n <= 0) return n;
    if (c == 0x1B && !is_pasting && follows(el, "[200~")) {
      is_pasting = 1;
      continue;
    }
    if (c == 0x1B && is_pasting) {
      is_pasting = !follows(el, "[201~");
      continue;
    }
    if (is_pasting && c == L'\n' && follows_return) { /* the second half of a pasted CR LF */
      follows_return = 0;
      continue;
    }
    follows_return = is_pasting && c == L'\r';
    if (cluster_is_reserved(c)) c = 0xFFFD;
    if (is_pasting && (c == L'\n' || c == L'\r')) c = LINE_BREAK; /* Enter runs it, not the paste */
    if (is_pasting && (c < 0x20 || c == 0x7F)) c = L' ';
    if (cluster_is_hidden(c) && c != 0x7F) c = cluster_fold_hidden(c);
    int is_mark = cluster_is_mark(c);
    if (is_mark) pending_mark = c;
    *out = is_mark ? MARK_KEY : c;
    return 1;
  }
}
