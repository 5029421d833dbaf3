#include "CFormats.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet/uchardet.h>

void annals_charset(const char *bytes, size_t count, char *name, size_t name_size) {
  name[0] = 0;
  uchardet_t detector = uchardet_new();
  if (detector == NULL) return;
  if (uchardet_handle_data(detector, bytes, count) == 0) {
    uchardet_data_end(detector);
    strncpy(name, uchardet_get_charset(detector), name_size - 1);
    name[name_size - 1] = 0;
  }
  uchardet_delete(detector);
}

char *annals_to_utf8(const char *charset, const char *bytes, size_t count, size_t *result_count,
                     size_t *broken) {
  *broken = 0;
  *result_count = 0;
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return NULL;
  // A byte of any charset gives four bytes of UTF-8 at most, and so does a replacement.
  size_t capacity = 4 * count + 16;
  char *result = malloc(capacity);
  char *out = result, *in = (char *)bytes;
  size_t space = capacity, left = count;
  while (result && left > 0 && iconv(converter, &in, &left, &out, &space) == (size_t)-1) {
    if (errno == E2BIG || space < 3) break;
    memcpy(out, "\xEF\xBF\xBD", 3);
    out += 3;
    space -= 3;
    in++;
    left--;
    (*broken)++;
  }
  iconv_close(converter);
  if (result) *result_count = (size_t)(out - result);
  return result;
}
