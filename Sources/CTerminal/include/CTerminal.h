/// The system's terminal as plain functions. No curses type, macro or name is visible from here, so that the
/// library behind it could be replaced. Everything but `ct_notify` and the clocks belongs to one thread.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

// MARK: The process

/// Makes the process fit for private data and for a terminal: files for the owner alone, no core dumps, broken
/// pipes and file size limits as errors instead of death, crashes that restore the terminal and then die of their
/// cause, and the signals of `ct_signal` held back for `ct_wait`. To be called first thing, before any thread exists.
/// `keep_size` leaves LINES and COLUMNS in the environment.
void ct_prepare(bool keep_size);
/// Lets the signals through that `ct_prepare` holds back, for a process that shows no screen.
void ct_release_signals(void);
/// Takes the program's code out of memory; what runs again is read from its file again.
void ct_release_code(void);

// MARK: Opening and closing

/// Why a terminal could not be opened.
enum ct_open_result {
    CT_OPENED = 0,
    CT_ALREADY_OPEN = 1,
    CT_NOT_A_TERMINAL = 2,
    CT_NO_TYPE = 3,
    CT_UNKNOWN_TYPE = 4,
    CT_TOO_SIMPLE = 5,
    CT_NO_RESOURCES = 6,
};

/// How a terminal is opened.
typedef struct {
    /// The terminal's type; NULL to take it from TERM.
    const char *type;
    /// Where keys are read from and where the screen is written to.
    int input;
    int output;
    /// Whether both must be terminals.
    bool require_terminal;
    /// Whether large frames may be bracketed as one update.
    bool synchronised;
    /// Whether standard error is kept aside while the screen is up, and a crash restores the terminal, for which
    /// `ct_prepare` must have been called.
    bool guarded;
} ct_options;

/// Opens the screen and the descriptors of `ct_wait`.
enum ct_open_result ct_open(const ct_options *options);
/// Restores the terminal and shows what was written to standard error meanwhile. With `touch` false the terminal is
/// left alone, because it is gone. Harmless when nothing is open.
void ct_close(bool touch);
/// Restores the terminal, stops the process, and takes the terminal back when the process is continued.
void ct_suspend(void);
/// Takes the terminal back after somebody else stopped and continued the process.
void ct_resume(void);

// MARK: Facts

/// The number of colours that the terminal has; 0 for none.
int ct_colours(void);
/// Whether colour numbers from 8 are red, green and blue shares instead of a palette.
bool ct_direct_colour(void);
/// Whether the locale's encoding is UTF-8.
bool ct_is_utf8(void);
/// How many cells the system's library gives a sign, which is what the screen believes; -1 for one that it would not
/// show. Follows the locale.
int ct_width(uint32_t scalar);
/// Asks the terminal for its size in cells and adopts it; false when it does not say.
bool ct_adopt_size(int *rows, int *columns);
/// The size in use, in cells.
void ct_size(int *rows, int *columns);
/// Adopts this size in cells, from 1×1 to 500 rows of 1000 columns.
void ct_set_size(int rows, int columns);

// MARK: Drawing

/// Attribute bits, the same as those of the canvas.
enum ct_attribute { CT_BOLD = 1, CT_DIM = 2, CT_REVERSE = 4, CT_UNDERLINE = 8 };

/// One sign with up to two combining marks; zero for none.
typedef struct {
    uint32_t scalar;
    uint16_t first_mark;
    uint16_t second_mark;
} ct_sign;

/// A number for a pair of colours; -1 is the terminal's own colour. 0 when there are no colours.
int ct_pair(int foreground, int background);
/// Writes signs to the right of a cell. Nothing reaches the terminal before `ct_present`.
void ct_put(int row, int column, const ct_sign *signs, int count, unsigned attributes, int pair);
/// Blanks the whole screen.
void ct_erase(void);
/// Shows the cursor at a cell, or hides it when `visible` is false.
void ct_cursor(int row, int column, bool visible);
/// Sends what changed; `large` brackets it as one update where the terminal is known to take that.
void ct_present(bool large);
/// Makes the next `ct_present` send the whole screen.
void ct_redraw(void);
/// Rings the bell.
void ct_bell(void);
/// What stands in a cell that was put and presented, for tests; 0 outside of the screen.
uint32_t ct_read_cell(int row, int column, unsigned *attributes, int *foreground, int *background);

// MARK: Keys

/// Codes of keys that are not characters.
enum ct_key {
    CT_KEY_NONE = -1,
    CT_KEY_BASE = 0x1000,
    CT_KEY_UP,
    CT_KEY_DOWN,
    CT_KEY_LEFT,
    CT_KEY_RIGHT,
    CT_KEY_HOME,
    CT_KEY_END,
    CT_KEY_PAGE_UP,
    CT_KEY_PAGE_DOWN,
    CT_KEY_ENTER,
    CT_KEY_BACK_TAB,
    CT_KEY_BACKSPACE,
    CT_KEY_DELETE,
    CT_KEY_PASTE_BEGIN,
    CT_KEY_PASTE_END,
    CT_KEY_UNKNOWN,
    /// Function keys follow from F0.
    CT_KEY_FUNCTION = 0x1100,
};

/// The next key: a byte of what was typed, or a code of `ct_key`; CT_KEY_NONE when there is none. Never draws.
int ct_next_key(void);

// MARK: Waiting

/// What ended a wait, as bits.
enum ct_event {
    CT_INPUT = 1,
    CT_TICK = 2,
    CT_FLASH = 4,
    CT_NOTIFIED = 8,
    CT_SIGNALLED = 16,
    CT_HANGUP = 32,
};

/// The signals that `ct_prepare` holds back, as bits in `signals` of `ct_wait`.
enum ct_signal {
    CT_WINDOW_CHANGED = 1,
    CT_TERMINATE = 2,
    CT_INTERRUPT = 4,
    CT_HUNG_UP = 8,
    CT_QUIT = 16,
    CT_STOP = 32,
    CT_CONTINUED = 64,
};

/// Waits for one of `ct_event`, at most so many milliseconds, or for ever when negative. The tick comes once a
/// second, just after the wall clock's second began.
int ct_wait(int timeout, int *signals);
/// Switches the four flashes a second on or off.
void ct_flash(bool on);
/// A descriptor that `ct_notify` wakes and that ends a wait; -1 when there is none. Belongs to the caller.
int ct_notifier(void);
/// Says which notifier `ct_wait` watches; -1 for none.
void ct_watch(int notifier);
/// Wakes a wait, from any thread.
void ct_notify(int notifier);
/// Gives a notifier back.
void ct_close_notifier(int notifier);

// MARK: Clocks

/// Milliseconds since the machine started, suspended time included.
int64_t ct_boot_milliseconds(void);
/// Milliseconds since the machine started, suspended time left out.
int64_t ct_awake_milliseconds(void);
/// Milliseconds since 1970-01-01 00:00 UTC.
int64_t ct_wall_milliseconds(void);
/// How far local time is ahead of UTC at an instant of the wall clock, in seconds.
int ct_utc_offset(int64_t wall_milliseconds);
/// Writes the name of this start of the machine, 36 characters; false when the system does not say.
bool ct_boot_identifier(char name[37]);

#endif
