#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"
#include "state.h"

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

ct_descriptors ct_tty = {-1, -1, -1};

static SCREEN *screen = NULL;
static FILE *output_file = NULL;
static FILE *input_file = NULL;
static bool synchronised = false;
static bool guarded = false;

const char ct_end_update[] = "\033[?2026l";

bool ct_is_synchronised(void) { return synchronised; }

static void send(const char *text) { ct_write_all(ct_tty.output, text, strlen(text)); }

// MARK: Opening

// Asks what the type can do before curses takes the terminal, because afterwards it would be too late to refuse.
static enum ct_open_result check_type(const char *type, int output) {
    if (!type || !*type) return CT_NO_TYPE;
    int problem = 0;
    bool known = setupterm(type, output, &problem) == OK;
    bool can_move = known && *ct_capability("cup");
    if (known) del_curterm(cur_term);
    if (!known && problem != 1) return CT_UNKNOWN_TYPE;
    return can_move ? CT_OPENED : CT_TOO_SIMPLE;
}

static FILE *copy_stream(int descriptor, const char *mode) {
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    return copy < 0 ? NULL : fdopen(copy, mode);
}

// Adds a capability without the delays that old terminals wanted.
static void append(char *text, size_t capacity, const char *capability) {
    size_t length = strlen(text);
    for (const char *at = capability; *at && length + 1 < capacity; at++) {
        if (at[0] == '$' && at[1] == '<' && strchr(at, '>')) {
            at = strchr(at, '>');
            continue;
        }
        text[length++] = *at;
    }
    text[length] = 0;
}

static void compute_restore(void) {
    char text[512] = "";
    if (synchronised) append(text, sizeof text, ct_end_update);
    if (ct_brackets_pastes()) append(text, sizeof text, ct_capability("BD"));
    const char *names[] = {"rmkx", "op", "sgr0", "cnorm", "rmcup"};
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        append(text, sizeof text, ct_capability(names[index]));
    }
    append(text, sizeof text, "\r\n");
    ct_guard_set_restore(text, strlen(text));
}

// The console and the old terminals with a number may show what they do not know.
static bool takes_synchronised(const char *type) {
    bool is_numbered = strncmp(type, "vt", 2) == 0 && type[2] >= '0' && type[2] <= '9';
    return !is_numbered && strncmp(type, "linux", 5) != 0;
}

static void set_modes(void) {
    raw();
    noecho();
    nonl();
    scrollok(stdscr, FALSE);
    idlok(stdscr, FALSE);
    idcok(stdscr, FALSE);
    leaveok(stdscr, TRUE);
    // A frame is always sent whole; by default curses holds it back while somebody types.
    typeahead(-1);
    if (!getenv("ESCDELAY")) set_escdelay(25);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
}

static void close_at_exit(void) { ct_close(true); }

static bool start(const char *type, const ct_options *options) {
    output_file = copy_stream(options->output, "w");
    input_file = copy_stream(options->input, "r");
    if (!output_file || !input_file) return false;
    ct_guard_remember(options->input);
    screen = newterm(type, output_file, input_file);
    if (!screen) return false;
    ct_tty.input = fileno(input_file);
    ct_tty.curses = fileno(output_file);
    ct_tty.output = fcntl(options->output, F_DUPFD_CLOEXEC, 3);
    if (ct_tty.output < 0) return false;
    set_modes();
    ct_frames_open();
    return ct_keys_open() && ct_waiting_open();
}

enum ct_open_result ct_open(const ct_options *options) {
    static bool registered = false;
    if (screen) return CT_ALREADY_OPEN;
    if (options->require_terminal && (!isatty(options->input) || !isatty(options->output))) return CT_NOT_A_TERMINAL;
    const char *type = options->type ? options->type : getenv("TERM");
    // Numbers and dates stay as they are: only letters follow the locale.
    setlocale(LC_CTYPE, "");
    use_extended_names(TRUE);
    enum ct_open_result checked = check_type(type, options->output);
    if (checked != CT_OPENED) return checked;
    synchronised = options->synchronised && takes_synchronised(type);
    guarded = options->guarded;
    if (!start(type, options)) {
        ct_close(true);
        return CT_NO_RESOURCES;
    }
    if (guarded) {
        compute_restore();
        ct_errors_hold();
    }
    if (ct_brackets_pastes()) send(ct_capability("BE"));
    ct_cursor_forget();
    ct_cursor(0, 0, false);
    if (!registered) registered = atexit(close_at_exit) == 0;
    return CT_OPENED;
}

// MARK: Closing

// Each step stands alone: one that fails must not keep the next from happening.
static void leave(void) {
    if (synchronised) send(ct_end_update);
    if (ct_brackets_pastes()) send(ct_capability("BD"));
    endwin();
    ct_guard_restore_settings();
}

static void forget(FILE **file) {
    if (*file) fclose(*file);
    *file = NULL;
}

void ct_close(bool touch) {
    if (screen && touch) leave();
    ct_guard_forget();
    ct_keys_close();
    ct_waiting_close();
    // Without a terminal curses must not write its farewell either.
    if (screen && touch) delscreen(screen);
    screen = NULL;
    ct_frames_close();
    if (ct_tty.output >= 0) close(ct_tty.output);
    ct_tty.input = -1;
    ct_tty.output = -1;
    ct_tty.curses = -1;
    forget(&output_file);
    forget(&input_file);
    ct_errors_release();
}

void ct_suspend(void) {
    if (!screen) return;
    leave();
    if (guarded) ct_errors_release();
    kill(getpid(), SIGSTOP);
    if (guarded) ct_errors_hold();
    ct_resume();
}

void ct_resume(void) {
    if (!screen) return;
    reset_prog_mode();
    if (ct_brackets_pastes()) send(ct_capability("BE"));
}
