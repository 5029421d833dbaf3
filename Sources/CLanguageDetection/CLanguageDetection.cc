#include "CLanguageDetection.h"

#include <cstdio>  // the header below uses FILE and does not include it

#include <cld2/public/compact_lang_det.h>

const char *annals_detect_language(const char *text, int length) {
  bool is_reliable = false;
  int valid = 0;
  CLD2::Language language =
      CLD2::DetectLanguageCheckUTF8(text, length, true, &is_reliable, &valid);
  if (!is_reliable || valid != length || language == CLD2::UNKNOWN_LANGUAGE) return nullptr;
  return CLD2::LanguageCode(language);
}
