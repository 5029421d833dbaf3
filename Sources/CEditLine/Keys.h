/* Reads keys from the terminal as wide characters. */
#ifndef ANNALS_KEYS_H
#define ANNALS_KEYS_H

#include <histedit.h>
#include <wchar.h>

/* Keys of 256 and above cannot be bound, so a mark is announced by this control key. */
enum { MARK_KEY = 0x1F };

/* The mark that MARK_KEY announced last. */
wchar_t keys_pending_mark(void);

/* EL_GETCFN: 1 for a character, 0 at the end, -1 when a signal broke in. */
int keys_read(EditLine *el, wchar_t *out);

/* Asks the terminal to bracket what is pasted, or to stop that. */
void keys_bracket_paste(int on);

#endif
