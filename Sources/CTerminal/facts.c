#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"
#include "state.h"

#include <curses.h>
#include <langinfo.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

// A terminal that claims to be larger than any wall gets a screen of this size in its corner.
enum { most_rows = 500, most_columns = 1000 };

static int at_most(int number, int limit) { return number < limit ? number : limit; }

static bool is_open(void) { return ct_tty.output >= 0; }

int ct_colours(void) { return is_open() && has_colors() ? COLORS : 0; }

bool ct_direct_colour(void) { return ct_colours() > 256; }

bool ct_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool ct_adopt_size(int *rows, int *columns) {
    struct winsize size = {0};
    bool known = ioctl(ct_tty.output, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
    if (known) ct_set_size(size.ws_row, size.ws_col);
    ct_size(rows, columns);
    return known;
}

void ct_size(int *rows, int *columns) {
    *rows = is_open() ? getmaxy(stdscr) : 0;
    *columns = is_open() ? getmaxx(stdscr) : 0;
}

void ct_set_size(int rows, int columns) {
    if (!is_open() || rows <= 0 || columns <= 0) return;
    resizeterm(at_most(rows, most_rows), at_most(columns, most_columns));
}
