/* Letters with their marks as single code points. */
#ifndef ANNALS_CLUSTERS_H
#define ANNALS_CLUSTERS_H

#include <stddef.h>
#include <wchar.h>

enum {
  CLUSTER_FIRST = 0xE000, /* private-use area U+E000 … U+F8FF */
  CLUSTER_COUNT = 6400,
  CLUSTER_LENGTH = 64 /* longest cluster with its terminator, in code points */
};

/* The code point that stands for `text`: the same one for the same text. 0 if no more are free. */
wchar_t cluster_fold(const wchar_t *text);

/* What `c` stands for, or NULL for an ordinary character. */
const wchar_t *cluster_unfold(wchar_t c);

/* A combining mark or format character: above U+02FF and of width 0. */
int cluster_is_mark(wchar_t c);

/* A code point that the table uses: it may not be typed. */
int cluster_is_reserved(wchar_t c);

/* Folds a whole line; `out` needs as many characters as `in`. */
void cluster_fold_line(const wchar_t *in, wchar_t *out);

/* Unfolds a line into at most `size` characters, terminator included. */
void cluster_unfold_line(const wchar_t *in, wchar_t *out, size_t size);

#endif
