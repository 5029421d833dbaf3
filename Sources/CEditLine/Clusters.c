#define _GNU_SOURCE
#include "Clusters.h"

#include <stdlib.h>

static wchar_t *table[CLUSTER_COUNT];
static int used;

wchar_t cluster_fold(const wchar_t *text) {
  for (int i = 0; i < used; i++)
    if (wcscmp(table[i], text) == 0) return CLUSTER_FIRST + i;
  if (used == CLUSTER_COUNT) return 0;
  wchar_t *copy = wcsdup(text);
  if (!copy) return 0;
  table[used] = copy;
  return CLUSTER_FIRST + used++;
}

const wchar_t *cluster_unfold(wchar_t c) {
  return c >= CLUSTER_FIRST && c < CLUSTER_FIRST + used ? table[c - CLUSTER_FIRST] : NULL;
}

int cluster_is_mark(wchar_t c) { return c > 0x2FF && wcwidth(c) == 0; }

int cluster_is_reserved(wchar_t c) { return c >= CLUSTER_FIRST && c < CLUSTER_FIRST + CLUSTER_COUNT; }

void cluster_fold_line(const wchar_t *in, wchar_t *out) {
  while (*in) {
    wchar_t cluster[CLUSTER_LENGTH];
    int length = 0;
    cluster[length++] = *in++;
    while (*in && cluster_is_mark(*in)) {
      if (length < CLUSTER_LENGTH - 1) cluster[length++] = *in;
      in++;
    }
    cluster[length] = 0;
    wchar_t folded = length > 1 ? cluster_fold(cluster) : cluster[0];
    *out++ = folded ? folded : cluster[0];
  }
  *out = 0;
}

void cluster_unfold_line(const wchar_t *in, wchar_t *out, size_t size) {
  wchar_t *end = out + size - 1;
  for (; *in && out < end; in++) {
    const wchar_t one[2] = {*in, 0};
    const wchar_t *text = cluster_unfold(*in);
    for (text = text ? text : one; *text && out < end; text++) *out++ = *text;
  }
  *out = 0;
}
