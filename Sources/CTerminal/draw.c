#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"
#include "state.h"

#include <curses.h>
#include <string.h>

enum { most_signs = 512 };

static bool cursor_shown = true;
static bool cursor_wanted = true;

static bool is_open(void) { return ct_tty.output >= 0; }

static attr_t curses_attributes(unsigned attributes) {
    attr_t result = A_NORMAL;
    if (attributes & CT_BOLD) result |= A_BOLD;
    if (attributes & CT_DIM) result |= A_DIM;
    if (attributes & CT_REVERSE) result |= A_REVERSE;
    if (attributes & CT_UNDERLINE) result |= A_UNDERLINE;
    return result;
}

int ct_pair(int foreground, int background) {
    if (!is_open() || !has_colors() || (foreground < 0 && background < 0)) return 0;
    int pair = alloc_pair(foreground, background);
    return pair > 0 ? pair : 0;
}

static void put_some(int row, int column, const ct_sign *signs, int count, attr_t attributes, int pair) {
    cchar_t cells[most_signs];
    for (int index = 0; index < count; index++) {
        wchar_t text[] = {
            (wchar_t)signs[index].scalar, (wchar_t)signs[index].first_mark, (wchar_t)signs[index].second_mark, 0,
        };
        // A pair beyond the old limit of short goes in through the last argument.
        setcchar(&cells[index], text, attributes, 0, &pair);
    }
    mvadd_wchnstr(row, column, cells, count);
}

void ct_put(int row, int column, const ct_sign *signs, int count, unsigned attributes, int pair) {
    if (!is_open() || count <= 0 || row < 0 || column < 0) return;
    attr_t translated = curses_attributes(attributes);
    while (count > 0) {
        int part = count < most_signs ? count : most_signs;
        put_some(row, column, signs, part, translated, pair);
        signs += part;
        column += part;
        count -= part;
    }
}

void ct_erase(void) {
    if (is_open()) werase(stdscr);
}

void ct_cursor(int row, int column, bool visible) {
    if (!is_open()) return;
    cursor_wanted = visible;
    if (visible) wmove(stdscr, row, column);
}

void ct_cursor_forget(void) { cursor_shown = true; }

static void show_cursor(void) {
    if (cursor_wanted == cursor_shown) return;
    curs_set(cursor_wanted ? 1 : 0);
    // A hidden cursor need not be moved, which saves bytes.
    leaveok(stdscr, !cursor_wanted);
    cursor_shown = cursor_wanted;
}

static void write_text(const char *text) { ct_write_all(ct_tty.curses, text, strlen(text)); }

// Curses writes through a buffer of its own, which is empty before and after an update; so the brackets are written
// past it.
static const char begin_update[] = "\033[?2026h";

void ct_present(bool large) {
    if (!is_open()) return;
    bool bracketed = large && ct_is_synchronised();
    // After a suspension curses first sets the terminal up again, for which its descriptor must be the terminal.
    if (!isendwin()) ct_frame_begin(ct_tty.curses);
    if (bracketed) write_text(begin_update);
    show_cursor();
    wnoutrefresh(stdscr);
    doupdate();
    if (bracketed) write_text(ct_end_update);
    ct_frame_end();
}

void ct_redraw(void) {
    if (is_open()) clearok(curscr, TRUE);
}

void ct_bell(void) {
    if (is_open()) beep();
}

uint32_t ct_read_cell(int row, int column, unsigned *attributes, int *foreground, int *background) {
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1] = {0};
    attr_t found = 0;
    short short_pair = 0;
    int pair = 0;
    if (!is_open() || mvin_wch(row, column, &cell) != OK) return 0;
    if (getcchar(&cell, text, &found, &short_pair, &pair) != OK) return 0;
    *attributes = (found & A_BOLD ? CT_BOLD : 0) | (found & A_DIM ? CT_DIM : 0)
        | (found & A_REVERSE ? CT_REVERSE : 0) | (found & A_UNDERLINE ? CT_UNDERLINE : 0);
    *foreground = -1;
    *background = -1;
    if (pair > 0) extended_pair_content(pair, foreground, background);
    return (uint32_t)text[0];
}
