#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"
#include "state.h"

#include <curses.h>
#include <term.h>

// Keys are read from a pad of one cell, because reading from a window paints it first.
static WINDOW *reader = NULL;

// Codes of our own for sequences that the terminal's description may lack. Above all that curses gives out itself.
enum { own_base = 0x4000, own_paste_begin, own_paste_end, own_keypad = 0x5000 };

// Sequences that terminals send whatever their description says, such as the arrows outside of application mode.
static const struct { const char *sequence; int code; } common[] = {
    {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
    {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB},
    {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)},
    {"\033OM", KEY_ENTER},
};

// What a keypad sends in application mode: the letters j to y stand for these signs.
static const char keypad_signs[] = "*+,-./0123456789";

const char *ct_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == NULL || text == (const char *)-1 ? "" : text;
}

static void define(const char *sequence, int code) {
    if (*sequence && key_defined(sequence) == 0) define_key(sequence, code);
}

bool ct_keys_open(void) {
    reader = newpad(1, 1);
    if (!reader) return false;
    keypad(reader, TRUE);
    nodelay(reader, TRUE);
    for (size_t index = 0; index < sizeof common / sizeof common[0]; index++) {
        define(common[index].sequence, common[index].code);
    }
    for (int index = 0; keypad_signs[index]; index++) {
        char sequence[] = {'\033', 'O', (char)('j' + index), 0};
        // Old descriptions give these to function keys; here they are digits, because numbers are typed all day.
        define_key(sequence, own_keypad + keypad_signs[index]);
    }
    if (ct_brackets_pastes()) {
        define_key(ct_capability("PS"), own_paste_begin);
        define_key(ct_capability("PE"), own_paste_end);
    }
    return true;
}

void ct_keys_close(void) {
    if (reader) delwin(reader);
    reader = NULL;
}

bool ct_brackets_pastes(void) {
    return *ct_capability("BE") && *ct_capability("BD") && *ct_capability("PS") && *ct_capability("PE");
}

static int translated(int code) {
    switch (code) {
    case KEY_UP: return CT_KEY_UP;
    case KEY_DOWN: return CT_KEY_DOWN;
    case KEY_LEFT: return CT_KEY_LEFT;
    case KEY_RIGHT: return CT_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: return CT_KEY_HOME;
    case KEY_END: case KEY_SELECT: return CT_KEY_END;
    case KEY_PPAGE: return CT_KEY_PAGE_UP;
    case KEY_NPAGE: return CT_KEY_PAGE_DOWN;
    case KEY_ENTER: return CT_KEY_ENTER;
    case KEY_BTAB: return CT_KEY_BACK_TAB;
    case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
    case KEY_DC: return CT_KEY_DELETE;
    case own_paste_begin: return CT_KEY_PASTE_BEGIN;
    case own_paste_end: return CT_KEY_PASTE_END;
    }
    if (code > KEY_F0 && code <= KEY_F0 + 63) return CT_KEY_FUNCTION + (code - KEY_F0);
    if (code > own_keypad && code < own_keypad + 0x80) return code - own_keypad;
    return CT_KEY_UNKNOWN;
}

// Bytes are read one by one and put together by the caller: the wide form keeps what is not UTF-8 back, together with
// the keys behind it, and loses a letter that arrives in two parts.
int ct_next_key(void) {
    if (!reader) return CT_KEY_NONE;
    for (;;) {
        int value = wgetch(reader);
        if (value == ERR) return CT_KEY_NONE;
        if (value < KEY_MIN) return value;
        // The size is asked when the signal says that it changed; curses' own word for it comes too late.
        if (value != KEY_RESIZE) return translated(value);
    }
}
