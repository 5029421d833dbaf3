/* Letters with their marks as single code points. */
#ifndef ANNALS_CLUSTERS_H
#define ANNALS_CLUSTERS_H

#include <stddef.h>
#include <wchar.h>

/* libedit asks wcwidth how wide a character is, so a cluster of one column is a private-use
 * character and one of two columns a Tangut one, which nobody types at a prompt. */
enum {
  NARROW_FIRST = 0xE000, /* private-use area U+E000 … U+F8FE */
  NARROW_COUNT = 6399,
  LINE_BREAK = 0xF8FF, /* a pasted line feed: drawn as a sign, returned as a line feed */
  WIDE_FIRST = 0x17000, /* Tangut U+17000 … U+187F7 */
  WIDE_COUNT = 6136,
  CLUSTER_LENGTH = 64 /* longest cluster with its terminator, in code points */
};

/* The code point that stands for `text`: the same one for the same text. 0 if no more are free, or
 * if the text is wider than two columns. */
wchar_t cluster_fold(const wchar_t *text);

/* What `c` stands for, or NULL for an ordinary character. */
const wchar_t *cluster_unfold(wchar_t c);

/* A character that is not seen and may act on the terminal or deceive the eye: of C1, one that turns
 * the writing around, or one of no width that no script needs. */
int cluster_is_hidden(wchar_t c);

/* What stands for a hidden character, so that it takes a column. */
wchar_t cluster_fold_hidden(wchar_t c);

/* A mark that joins the letter before it: one of width 0 above U+02FF, or a spacing mark. */
int cluster_is_mark(wchar_t c);

/* A code point that the tables use: it may not be typed. */
int cluster_is_reserved(wchar_t c);

/* Folds a whole line; `out` needs as many characters as `in`. */
void cluster_fold_line(const wchar_t *in, wchar_t *out);

/* Unfolds a line into at most `size` characters, terminator included. */
void cluster_unfold_line(const wchar_t *in, wchar_t *out, size_t size);

#endif
