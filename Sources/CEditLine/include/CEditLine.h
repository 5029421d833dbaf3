/* Line editing with libedit for texts whose letters carry combining marks.
 *
 * libedit's own calls take a variable number of arguments, which Swift cannot call, and it drops
 * every zero-width mark when it redraws a line. This shim gives plain functions, and folds each
 * letter with its marks into one private-use code point for as long as libedit edits it. */
#ifndef ANNALS_CEDITLINE_H
#define ANNALS_CEDITLINE_H

#include <stddef.h>
#include <stdint.h>

typedef struct annals_editor annals_editor;

/* What a completer did. */
enum {
  ANNALS_NOTHING = 0, /* no candidate */
  ANNALS_INSERT = 1,  /* `insert` holds text to put in */
  ANNALS_LISTED = 2   /* candidates were written below the line; draw it again */
};

/* Completes `before`, the line up to the cursor, in UTF-8: `*erased` bytes of its end give way to
 * what is put into `insert`. */
typedef int (*annals_completer)(void *context, const char *before, char *insert, size_t size,
                                size_t *erased);

/* Makes the editor for the terminal on descriptors 0, 1 and 2; NULL if there is none. */
annals_editor *annals_editor_create(void);
void annals_editor_destroy(annals_editor *editor);
void annals_editor_set_prompt(annals_editor *editor, const char *prompt);
void annals_editor_set_completer(annals_editor *editor, annals_completer completer, void *context);

/* Reads a line into a buffer that the next call reuses. Returns its text in UTF-8 without the line
 * feed that ended it; line feeds within it were pasted. NULL at the end of input, or with `*interrupted` = 1 after Ctrl-C. */
const char *annals_editor_read(annals_editor *editor, int *interrupted);

/* Adds a line to the history that the arrow keys recall. */
void annals_editor_remember(annals_editor *editor, const char *line);

/* Begins to catch Ctrl-C: it is noted, never deadly. */
void annals_catch_interrupts(void);
int annals_interrupt_pending(void);
void annals_clear_interrupt(void);

/* Sets a UTF-8 locale for character widths, whatever the environment says. */
void annals_use_utf8(void);

/* Columns that a code point takes (glibc wcwidth); -1 for a control character. */
int annals_column_width(uint32_t code_point);

/* Folds and unfolds a text as the editor does, for tests; returns the length in bytes. */
size_t annals_fold_round_trip(const char *text, char *out, size_t size, size_t *folded_length);

#endif
