#define _GNU_SOURCE
#include "Signals.h"

#include <locale.h>
#include <langinfo.h>
#include <signal.h>
#include <string.h>
#include <wchar.h>

#include "CEditLine.h"

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t resized;

static void on_interrupt(int number) {
  (void)number;
  interrupted = 1;
}

static void on_resize(int number) {
  (void)number;
  resized = 1;
}

void annals_catch_interrupts(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_interrupt; /* no SA_RESTART: a read at the prompt must return */
  sigaction(SIGINT, &action, NULL);
  action.sa_handler = on_resize;
  sigaction(SIGWINCH, &action, NULL);
  sigset_t caught; /* whoever started the program may have had them blocked */
  sigemptyset(&caught);
  sigaddset(&caught, SIGINT);
  sigaddset(&caught, SIGWINCH);
  sigprocmask(SIG_UNBLOCK, &caught, NULL);
}

int annals_interrupt_pending(void) { return interrupted; }
void annals_clear_interrupt(void) { interrupted = 0; }
int signals_interrupted(void) { return interrupted; }

int signals_take_resize(void) {
  int was = resized;
  resized = 0;
  return was;
}

void annals_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

int annals_column_width(uint32_t code_point) { return wcwidth((wchar_t)code_point); }
