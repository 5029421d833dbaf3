#include "CFormats.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

struct annals_archive {
  struct archive *archive;
  struct archive_entry *entry;
};

static void support(struct archive *archive, int is_raw) {
  archive_read_support_filter_gzip(archive);
  archive_read_support_filter_bzip2(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_zstd(archive);
  if (is_raw) {
    archive_read_support_format_raw(archive);
    return;
  }
  archive_read_support_format_tar(archive);
  archive_read_support_format_zip(archive);
}

struct annals_archive *annals_archive_open(const void *bytes, size_t count, int descriptor,
                                           int is_raw) {
  struct annals_archive *result = calloc(1, sizeof *result);
  if (result == NULL) return NULL;
  result->archive = archive_read_new();
  if (result->archive == NULL) {
    free(result);
    return NULL;
  }
  support(result->archive, is_raw);
  int status = bytes ? archive_read_open_memory(result->archive, bytes, count)
                     : archive_read_open_fd(result->archive, descriptor, 65536);
  if (status != ARCHIVE_OK) {
    annals_archive_close(result);
    return NULL;
  }
  return result;
}

int annals_archive_next(struct annals_archive *archive) {
  while (1) {
    int status = archive_read_next_header(archive->archive, &archive->entry);
    if (status == ARCHIVE_EOF) return 0;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return -1;
    // Links and devices are no documents; in a raw file the type is not set.
    int type = archive_entry_filetype(archive->entry);
    int is_link = archive_entry_hardlink(archive->entry) != NULL;
    if ((type == AE_IFREG && !is_link) || type == 0) return 1;
  }
}

const char *annals_archive_name(const struct annals_archive *archive) {
  const char *name = archive_entry_pathname_utf8(archive->entry);
  if (name == NULL) name = archive_entry_pathname(archive->entry);
  return name ? name : "";
}

int annals_archive_is_encrypted(const struct annals_archive *archive) {
  return archive_entry_is_encrypted(archive->entry);
}

ptrdiff_t annals_archive_read(struct annals_archive *archive, void *buffer, size_t count) {
  la_ssize_t read = archive_read_data(archive->archive, buffer, count);
  return read < 0 ? -1 : read;
}

int64_t annals_archive_consumed(const struct annals_archive *archive) {
  return archive_filter_bytes(archive->archive, -1);
}

void annals_archive_close(struct annals_archive *archive) {
  archive_read_free(archive->archive);
  free(archive);
}
