#define _GNU_SOURCE
#include "Clusters.h"

#include <stdlib.h>

#include "SpacingMarks.h"

struct table {
  wchar_t first;
  int count, used;
  wchar_t **texts;
};

static wchar_t *narrow_texts[NARROW_COUNT], *wide_texts[WIDE_COUNT];
static struct table narrow = {NARROW_FIRST, NARROW_COUNT, 0, narrow_texts};
static struct table wide = {WIDE_FIRST, WIDE_COUNT, 0, wide_texts};

static int width_of(const wchar_t *text) {
  int width = 0;
  for (; *text; text++) {
    int columns = wcwidth(*text);
    width += columns > 0 ? columns : 0;
  }
  return width;
}

wchar_t cluster_fold(const wchar_t *text) {
  int width = width_of(text);
  if (width > 2) return 0;
  struct table *table = width == 2 ? &wide : &narrow;
  for (int i = 0; i < table->used; i++)
    if (wcscmp(table->texts[i], text) == 0) return table->first + i;
  if (table->used == table->count) return 0;
  wchar_t *copy = wcsdup(text);
  if (!copy) return 0;
  table->texts[table->used] = copy;
  return table->first + table->used++;
}

static const wchar_t *text_in(const struct table *table, wchar_t c) {
  return c >= table->first && c < table->first + table->used ? table->texts[c - table->first] : NULL;
}

const wchar_t *cluster_unfold(wchar_t c) {
  const wchar_t *text = text_in(&narrow, c);
  return text ? text : text_in(&wide, c);
}

static int is_spacing_mark(wchar_t c) {
  int low = 0, high = sizeof spacing_marks / sizeof *spacing_marks - 1;
  while (low <= high) {
    int middle = (low + high) / 2;
    if ((unsigned)c < spacing_marks[middle].first) high = middle - 1;
    else if ((unsigned)c > spacing_marks[middle].last) low = middle + 1;
    else return 1;
  }
  return 0;
}

int cluster_is_hidden(wchar_t c) {
  return (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B ||
         c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

wchar_t cluster_fold_hidden(wchar_t c) {
  const wchar_t alone[2] = {c, 0};
  wchar_t folded = cluster_fold(alone);
  return folded ? folded : 0xFFFD;
}

int cluster_is_mark(wchar_t c) { return c > 0x2FF && !cluster_is_hidden(c) && (wcwidth(c) == 0 || is_spacing_mark(c)); }

int cluster_is_reserved(wchar_t c) {
  return (c >= NARROW_FIRST && c <= LINE_BREAK) || (c >= WIDE_FIRST && c < WIDE_FIRST + WIDE_COUNT);
}

/* Puts one letter with its marks behind it; what cannot be folded stays as it is. */
static wchar_t *put_cluster(const wchar_t *cluster, wchar_t *out) {
  wchar_t folded = cluster[1] ? cluster_fold(cluster) : cluster[0];
  if (folded) {
    *out++ = folded;
    return out;
  }
  while (*cluster) *out++ = *cluster++;
  return out;
}

void cluster_fold_line(const wchar_t *in, wchar_t *out) {
  while (*in) {
    wchar_t cluster[CLUSTER_LENGTH];
    int length = 0;
    wchar_t first = *in++;
    if (cluster_is_hidden(first)) {
      *out++ = cluster_fold_hidden(first);
      continue;
    }
    cluster[length++] = first == L'\n' ? LINE_BREAK : cluster_is_reserved(first) ? 0xFFFD : first;
    while (*in && cluster_is_mark(*in) && length < CLUSTER_LENGTH - 1) {
      cluster[length] = *in;
      cluster[length + 1] = 0;
      if (width_of(cluster) > 2) break;
      in++;
      length++;
    }
    cluster[length] = 0;
    out = put_cluster(cluster, out);
  }
  *out = 0;
}

void cluster_unfold_line(const wchar_t *in, wchar_t *out, size_t size) {
  wchar_t *end = out + size - 1;
  for (; *in && out < end; in++) {
    const wchar_t one[2] = {*in == LINE_BREAK ? L'\n' : *in, 0};
    const wchar_t *text = cluster_unfold(*in);
    for (text = text ? text : one; *text && out < end; text++) *out++ = *text;
  }
  *out = 0;
}
