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

/* Bytes of the longest line, and of what Tab may put in. */
enum { LINE_LENGTH = 262144, PROMPT_LENGTH = 256, INSERT_LENGTH = 4096 };

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

/* Bound to MARK_KEY: attaches the pending mark to the character before the cursor; one that does
 * not fit there stands by itself. */
static unsigned char attach_mark(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  wchar_t cluster[CLUSTER_LENGTH];
  int has_letter = line->cursor > line->buffer;
  wchar_t before = has_letter ? line->cursor[-1] : 0x25CC; /* a dotted circle carries a lone mark */
  const wchar_t one[2] = {before, 0};
  const wchar_t alone[2] = {keys_pending_mark(), 0};
  const wchar_t *text = cluster_unfold(before);
  wcscpy(cluster, text ? text : one);
  size_t length = wcslen(cluster);
  if (length >= CLUSTER_LENGTH - 1) return CC_ERROR;
  cluster[length] = alone[0];
  cluster[length + 1] = 0;
  wchar_t folded[2] = {cluster_fold(cluster), 0};
  if (!folded[0]) return el_winsertstr(el, alone) == 0 ? CC_REFRESH : CC_ERROR;
  if (has_letter) el_deletestr(el, 1);
  el_winsertstr(el, folded);
  return CC_REFRESH;
}

/* Characters of the edited line that the last `bytes` of `text` take. */
static int folded_count(const char *text, size_t bytes) {
  size_t length = strlen(text);
  wchar_t wide[INSERT_LENGTH], folded[INSERT_LENGTH];
  if (bytes > length || mbstowcs(wide, text + length - bytes, INSERT_LENGTH - 1) == (size_t)-1) return 0;
  wide[INSERT_LENGTH - 1] = 0;
  cluster_fold_line(wide, folded);
  return (int)wcslen(folded);
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
  char text[LINE_LENGTH], insert[INSERT_LENGTH];
  if (wcstombs(text, expanded, sizeof text) == (size_t)-1) return CC_ERROR;
  insert[0] = 0;
  size_t erased = 0;
  int did = editor->completer(editor->context, text, insert, sizeof insert, &erased);
  if (did == ANNALS_LISTED) return CC_REDISPLAY;
  wchar_t wide[INSERT_LENGTH], folded[INSERT_LENGTH];
  if (did != ANNALS_INSERT || mbstowcs(wide, insert, INSERT_LENGTH - 1) == (size_t)-1) return CC_ERROR;
  wide[INSERT_LENGTH - 1] = 0;
  cluster_fold_line(wide, folded);
  if (erased > 0) el_deletestr(el, folded_count(text, erased));
  return el_winsertstr(el, folded) == 0 ? CC_REFRESH : CC_ERROR;
}

/* Replaces the edited line. */
static void set_line(EditLine *el, const wchar_t *text) {
  const LineInfoW *line = el_wline(el);
  int length = (int)(line->lastchar - line->buffer);
  el_cursor(el, (int)(line->lastchar - line->cursor));
  if (length > 0) el_deletestr(el, length);
  el_winsertstr(el, text);
}

/* The line of the history, newest first, that is the `skip`th to hold `pattern`; NULL if none is. */
static const wchar_t *find_line(HistoryW *history, const wchar_t *pattern, int skip) {
  static wchar_t text[LINE_LENGTH / 4];
  HistEventW event;
  for (int at = history_w(history, &event, H_FIRST); at >= 0;
       at = history_w(history, &event, H_NEXT)) {
    cluster_unfold_line(event.str, text, LINE_LENGTH / 4);
    if (wcsstr(text, pattern) && skip-- == 0) return event.str;
  }
  return NULL;
}

static void write_all(const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t n = write(STDOUT_FILENO, bytes, size);
    if (n <= 0) return;
    bytes += n;
    size -= (size_t)n;
  }
}

/* Draws the line anew in the place of what is drawn. */
static void draw_again(annals_editor *editor) {
  static const char clear[] = "\r\033[J", line_feed[] = "\r\n";
  const char *terminal = getenv("TERM");
  int is_dumb = !terminal || strcmp(terminal, "dumb") == 0;
  fflush(editor->out);
  if (is_dumb) write_all(line_feed, sizeof line_feed - 1);
  else write_all(clear, sizeof clear - 1);
  el_wset(editor->el, EL_REFRESH);
}

/* Bound to Ctrl-R: looks for what is typed in earlier lines. libedit's own search would take a
 * combining mark for a command. Ctrl-R goes further back, Ctrl-G gives up, any other key ends. */
static unsigned char search_back(EditLine *el, wint_t key) {
  (void)key;
  annals_editor *editor = owner(el);
  wchar_t prompt[PROMPT_LENGTH], pattern[PROMPT_LENGTH / 2] = L"", before[LINE_LENGTH / 8];
  const LineInfoW *line = el_wline(el);
  size_t length = (size_t)(line->lastchar - line->buffer), typed = 0;
  if (length >= LINE_LENGTH / 8) return CC_ERROR;
  wmemcpy(before, line->buffer, length);
  before[length] = 0;
  wcscpy(prompt, editor->prompt);
  wchar_t c = 0;
  for (int skip = 0;;) {
    const wchar_t *found = typed > 0 ? find_line(editor->history, pattern, skip) : NULL;
    if (found) set_line(el, found);
    wchar_t folded[PROMPT_LENGTH / 2];
    cluster_fold_line(pattern, folded);
    swprintf(editor->prompt, PROMPT_LENGTH, L"%ls%ls: ", found || !typed ? L"search " : L"no line with ", folded);
    draw_again(editor);
    if (el_wgetc(el, &c) <= 0) break;
    if (c == 0x12) {
      skip += found != NULL;
    } else if ((c == 0x7F || c == 0x08) && typed > 0) {
      while (typed > 0 && cluster_is_mark(pattern[typed - 1])) typed--;
      pattern[typed > 0 ? --typed : 0] = 0;
      skip = 0;
    } else if ((c >= 0x20 || c == MARK_KEY) && c != 0x7F && typed + 1 < PROMPT_LENGTH / 2) {
      pattern[typed++] = c == MARK_KEY ? keys_pending_mark() : c;
      pattern[typed] = 0;
      skip = 0;
    } else {
      break;
    }
  }
  wcscpy(editor->prompt, prompt);
  if (annals_interrupt_pending()) return CC_EOF;
  if (c == 0x07) set_line(el, before);
  const wchar_t again[2] = {c, 0};
  if (c != 0x07 && c != 0) el_wpush(el, again);
  return CC_REFRESH;
}

/* The stream that libedit draws into: clusters are written out in full, and what could act on the
 * terminal or deceive the eye as U+FFFD. */
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
      const wchar_t one[2] = {c == LINE_BREAK ? 0x23CE : c, 0};
      const wchar_t *text = cluster_unfold(c);
      mbstate_t shift;
      memset(&shift, 0, sizeof shift);
      i += r;
      for (text = text ? text : one; *text; text++)
        used += wcrtomb(out + used, cluster_is_hidden(*text) ? 0xFFFD : *text, &shift);
    }
    if (used > sizeof out - CLUSTER_LENGTH * 4) {
      write_all(out, used);
      used = 0;
    }
  }
  write_all(out, used);
  return (ssize_t)size;
}

/* Binds a key to a function of ours where one types, and where vi takes commands. */
static void bind(EditLine *el, const wchar_t *key, const wchar_t *function) {
  el_wset(el, EL_BIND, key, function, NULL);
  el_wset(el, EL_BIND, L"-a", key, function, NULL);
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
  el_wset(el, EL_ADDFN, L"search-back", L"Look for an earlier line", search_back);
  el_wset(el, EL_BIND, L"^W", L"ed-delete-prev-word", NULL);
  el_source(el, NULL); /* the person's ~/.editrc; a choice of vi keys clears what was bound */
  bind(el, mark_key, L"attach-mark");
  bind(el, L"^I", L"complete-word");
  bind(el, L"^R", L"search-back");
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
