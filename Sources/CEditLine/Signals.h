/* Ctrl-C and window changes, noted by handlers and asked for by the rest. */
#ifndef ANNALS_SIGNALS_H
#define ANNALS_SIGNALS_H

int signals_interrupted(void);
int signals_take_resize(void);

#endif
