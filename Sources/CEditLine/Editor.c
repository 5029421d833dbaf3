#define _GNU_SOURCE
#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "CEditLine.h"
#include "Clusters.h"
#include "Keys.h"

enum { LINE_LENGTH = 16384, PROMPT_LENGTH = 256 };

struct annals_editor {
  EditLine *el;
  HistoryW *history;
  FILE *out;
  wchar_t prompt[PROMPT_LENGTH];
  annals_completer completer;
  void *context;
  char line[LINE_LENGTH];
};

/* libedit's callbacks get no pointer of ours but through EL_CLIENTDATA. */
static annals_editor *owner(EditLine *el) {
  void *data = NULL;
  el_wget(el, EL_CLIENTDATA, &data);
  return data;
}

static wchar_t *show_prompt(EditLine *el) { return owner(el)->prompt; }

/* Bound to MARK_KEY: attaches the pending mark to the character before the cursor. */
static unsigned char attach_mark(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  wchar_t cluster[CLUSTER_LENGTH];
  int has_letter = line->cursor > line->buffer;
  wchar_t before = has_letter ? line->cursor[-1] : 0x25CC; /* a dotted circle carries a lone mark */
  const wchar_t one[2] = {before, 0};
  const wchar_t *text = cluster_unfold(before);
  wcscpy(cluster, text ? text : one);
  size_t length = wcslen(cluster);
  if (length >= CLUSTER_LENGTH - 1) return CC_ERROR;
  cluster[length] = keys_pending_mark();
  cluster[length + 1] = 0;
  wchar_t folded[2] = {cluster_fold(cluster), 0};
  if (!folded[0]) return CC_ERROR;
  if (has_letter) el_deletestr(el, 1);
  el_winsertstr(el, folded);
  return CC_REFRESH;
}

/* Bound to Tab. */
static unsigned char complete(EditLine *el, wint_t key) {
  (void)key;
  annals_editor *editor = owner(el);
  if (!editor->completer) return CC_ERROR;
  const LineInfoW *line = el_wline(el);
  size_t length = (size_t)(line->cursor - line->buffer);
  if (length >= LINE_LENGTH / 8) return CC_ERROR;
  wchar_t before[LINE_LENGTH / 8], expanded[LINE_LENGTH / 4];
  wmemcpy(before, line->buffer, length);
  before[length] = 0;
  cluster_unfold_line(before, expanded, LINE_LENGTH / 4);
  char text[LINE_LENGTH], insert[4096];
  if (wcstombs(text, expanded, sizeof text) == (size_t)-1) return CC_ERROR;
  insert[0] = 0;
  int did = editor->completer(editor->context, text, insert, sizeof insert);
  if (did == ANNALS_LISTED) return CC_REDISPLAY;
  wchar_t wide[4096], folded[4096];
  if (did != ANNALS_INSERT || mbstowcs(wide, insert, 4095) == (size_t)-1) return CC_ERROR;
  wide[4095] = 0;
  cluster_fold_line(wide, folded);
  return el_winsertstr(el, folded) == 0 ? CC_REFRESH : CC_ERROR;
}

static void write_all(const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t n = write(STDOUT_FILENO, bytes, size);
    if (n <= 0) return;
    bytes += n;
    size -= (size_t)n;
  }
}

/* The stream that libedit draws into: clusters are written out in full. */
static ssize_t write_expanded(void *cookie, const char *bytes, size_t size) {
  static mbstate_t state;
  char out[8192];
  size_t used = 0;
  (void)cookie;
  for (size_t i = 0; i < size;) {
    wchar_t c;
    size_t r = mbrtowc(&c, bytes + i, size - i, &state);
    if (r == (size_t)-2) break; /* the rest of the character comes with the next call */
    if (r == 0 || r == (size_t)-1) {
      out[used++] = bytes[i++];
      memset(&state, 0, sizeof state);
    } else {
      const wchar_t one[2] = {c, 0};
      const wchar_t *text = cluster_unfold(c);
      mbstate_t shift;
      memset(&shift, 0, sizeof shift);
      i += r;
      for (text = text ? text : one; *text; text++) used += wcrtomb(out + used, *text, &shift);
    }
    if (used > sizeof out - CLUSTER_LENGTH * 4) {
      write_all(out, used);
      used = 0;
    }
  }
  write_all(out, used);
  return (ssize_t)size;
}

static void configure(annals_editor *editor) {
  EditLine *el = editor->el;
  const wchar_t mark_key[2] = {MARK_KEY, 0};
  el_wset(el, EL_CLIENTDATA, editor);
  el_wset(el, EL_PROMPT, show_prompt);
  el_wset(el, EL_EDITOR, L"emacs");
  el_wset(el, EL_HIST, history_w, editor->history);
  el_wset(el, EL_GETCFN, keys_read);
  el_wset(el, EL_ADDFN, L"attach-mark", L"Attach a combining mark", attach_mark);
  el_wset(el, EL_ADDFN, L"complete-word", L"Complete", complete);
  el_wset(el, EL_BIND, mark_key, L"attach-mark", NULL);
  el_wset(el, EL_BIND, L"^I", L"complete-word", NULL);
  el_wset(el, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
  el_wset(el, EL_BIND, L"^W", L"ed-delete-prev-word", NULL);
}

annals_editor *annals_editor_create(void) {
  annals_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->out = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_expanded});
  editor->history = history_winit();
  if (editor->out && editor->history) {
    setvbuf(editor->out, NULL, _IOFBF, 4096);
    /* el_init would ask the stream for its descriptor and, getting none, see no terminal. */
    editor->el = el_init_fd("annals", stdin, editor->out, stderr, STDIN_FILENO, STDOUT_FILENO,
                            STDERR_FILENO);
  }
  if (!editor->el) {
    annals_editor_destroy(editor);
    return NULL;
  }
  HistEventW event;
  history_w(editor->history, &event, H_SETSIZE, 5000);
  history_w(editor->history, &event, H_SETUNIQUE, 1);
  configure(editor);
  return editor;
}

void annals_editor_destroy(annals_editor *editor) {
  if (!editor) return;
  if (editor->el) el_end(editor->el);
  if (editor->history) history_wend(editor->history);
  if (editor->out) fclose(editor->out);
  free(editor);
}

void annals_editor_set_prompt(annals_editor *editor, const char *prompt) {
  if (mbstowcs(editor->prompt, prompt, PROMPT_LENGTH - 1) == (size_t)-1) editor->prompt[0] = 0;
}

void annals_editor_set_completer(annals_editor *editor, annals_completer completer, void *context) {
  editor->completer = completer;
  editor->context = context;
}

const char *annals_editor_read(annals_editor *editor, int *interrupted) {
  int count = 0;
  annals_clear_interrupt();
  keys_bracket_paste(1);
  const wchar_t *line = el_wgets(editor->el, &count);
  keys_bracket_paste(0);
  *interrupted = annals_interrupt_pending();
  if (*interrupted) {
    annals_clear_interrupt();
    static const char mark[] = "\033[K^C\r\n"; /* what stood behind the cursor goes with the line */
    write_all(mark, sizeof mark - 1);
    return NULL;
  }
  if (!line || count <= 0) return NULL;
  static wchar_t expanded[LINE_LENGTH / 4];
  cluster_unfold_line(line, expanded, LINE_LENGTH / 4);
  size_t length = wcstombs(editor->line, expanded, LINE_LENGTH - 1);
  if (length == (size_t)-1) length = 0;
  while (length > 0 && (editor->line[length - 1] == '\n' || editor->line[length - 1] == '\r')) length--;
  editor->line[length] = 0;
  return editor->line;
}

void annals_editor_remember(annals_editor *editor, const char *line) {
  wchar_t wide[LINE_LENGTH / 4], folded[LINE_LENGTH / 4];
  if (mbstowcs(wide, line, LINE_LENGTH / 4 - 1) == (size_t)-1) return;
  wide[LINE_LENGTH / 4 - 1] = 0;
  cluster_fold_line(wide, folded);
  HistEventW event;
  history_w(editor->history, &event, H_ENTER, folded);
}

size_t annals_fold_round_trip(const char *text, char *out, size_t size, size_t *folded_length) {
  wchar_t wide[1024], folded[1024], again[1024];
  if (mbstowcs(wide, text, 1023) == (size_t)-1) return 0;
  wide[1023] = 0;
  cluster_fold_line(wide, folded);
  *folded_length = wcslen(folded);
  cluster_unfold_line(folded, again, 1024);
  size_t length = wcstombs(out, again, size);
  return length == (size_t)-1 ? 0 : length;
}
