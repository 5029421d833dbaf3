#ifndef ANNALS_FORMATS_H
#define ANNALS_FORMATS_H

#include <stddef.h>
#include <stdint.h>

/// What is told while XML is read; strings are UTF-8 and live until the call returns.
struct annals_xml_events {
  void *context;
  /// `attributes` are pairs of name and value that end with a null pointer; names without prefix.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context);
  void (*text)(void *context, const char *bytes, size_t count);
};

enum annals_xml_fault {
  annals_xml_whole = 0,
  /// It is not well-formed, or not in an encoding that libxml2 reads.
  annals_xml_broken,
  /// A document type with an internal subset, in which entities could be declared.
  annals_xml_doctype,
  /// Elements nested deeper than `annals_xml_deepest`.
  annals_xml_deep,
  /// An element with more attributes than `annals_xml_most_attributes`.
  annals_xml_attributes,
};

enum { annals_xml_deepest = 256, annals_xml_most_attributes = 256 };

/// Reads XML with libxml2: no DTD, no entities but the five, nothing from outside.
enum annals_xml_fault annals_xml_read(const char *bytes, size_t count,
                                      const struct annals_xml_events *events);

/// The character of an HTML 4 entity (`eacute`); 0 for none.
uint32_t annals_html_entity(const char *name);

/// An archive or a compressed file that is read from the beginning to the end.
struct annals_archive;

/// Opens with libarchive what stands in memory, or what a descriptor reads if `bytes` is null.
///
/// `is_raw` gives a compressed file as one entry. Null if it is no archive.
struct annals_archive *annals_archive_open(const void *bytes, size_t count, int descriptor,
                                           int is_raw);

/// Steps to the next file; 1 if there is one, 0 at the end, -1 if the archive is damaged.
int annals_archive_next(struct annals_archive *archive);

/// The name of the entry, in UTF-8 where the archive says so; never null.
const char *annals_archive_name(const struct annals_archive *archive);

/// Whether the entry's content is encrypted.
int annals_archive_is_encrypted(const struct annals_archive *archive);

/// Reads content of the entry; the count of bytes, 0 at its end, -1 if it is damaged.
ptrdiff_t annals_archive_read(struct annals_archive *archive, void *buffer, size_t count);

/// Bytes of the archive file that were read so far.
int64_t annals_archive_consumed(const struct annals_archive *archive);

void annals_archive_close(struct annals_archive *archive);

/// Names the charset of a text as uchardet guesses it; an empty string if it cannot tell.
void annals_charset(const char *bytes, size_t count, char *name, size_t name_size);

/// Converts from a charset to UTF-8 with iconv; broken sequences become U+FFFD.
///
/// Returns a buffer to be freed, or null if the charset is unknown. `broken` counts replacements.
char *annals_to_utf8(const char *charset, const char *bytes, size_t count, size_t *result_count,
                     size_t *broken);

#endif
