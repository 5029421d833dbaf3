#ifndef ANNALS_LANGUAGE_DETECTION_H
#define ANNALS_LANGUAGE_DETECTION_H

#ifdef __cplusplus
extern "C" {
#endif

/// Names the language of a plain UTF-8 text with CLD2, whose own interface is C++.
///
/// Returns an ISO 639 code that lives as long as the program ("hi", "zh", "zh-Hant"), or a null
/// pointer if CLD2 gives no reliable answer or finds broken UTF-8.
const char *annals_detect_language(const char *text, int length);

#ifdef __cplusplus
}
#endif

#endif
