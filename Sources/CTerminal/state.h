/// What the parts of CTerminal know together.
#ifndef CTERMINAL_STATE_H
#define CTERMINAL_STATE_H

#include <stdbool.h>
#include <stddef.h>

/// Where the terminal is, while one is open; -1 otherwise. Curses writes to a descriptor of its own, which also leads to
/// the terminal, but for the length of a frame.
typedef struct {
    int input;
    int output;
    int curses;
} ct_descriptors;

extern ct_descriptors ct_tty;

// The screen (screen.c)
extern const char ct_end_update[];
/// Whether the terminal is taken to understand the brackets of an update.
bool ct_is_synchronised(void);

// Frames (frame.c)
/// Makes ready to send each frame with one write. Where the system does not allow that, frames go out in pieces.
void ct_frames_open(void);
void ct_frames_close(void);
/// Gathers what is written to a descriptor of the terminal from here on.
void ct_frame_begin(int descriptor);
/// Sends what was gathered, and lets the descriptor lead to the terminal again.
void ct_frame_end(void);

// Drawing (draw.c)
/// Says that nothing is known about the cursor, as after opening.
void ct_cursor_forget(void);

// Keys (keys.c)
bool ct_keys_open(void);
void ct_keys_close(void);
/// The terminal's string for a capability, or an empty one.
const char *ct_capability(const char *name);
/// Whether pastes arrive with brackets around them.
bool ct_brackets_pastes(void);

// Waiting (wait.c)
/// Holds the signals back that `ct_wait` tells about.
void ct_hold_signals(void);
bool ct_waiting_open(void);
void ct_waiting_close(void);

// The guard (guard.c)
/// Keeps the terminal's settings; to be called before anything changes them.
void ct_guard_remember(int descriptor);
/// Says what must be written to bring the terminal back.
void ct_guard_set_restore(const char *text, size_t length);
/// Forgets settings and text, so that a crash leaves the terminal alone.
void ct_guard_forget(void);
/// Brings the saved settings back.
void ct_guard_restore_settings(void);
/// Keeps standard error aside, and shows what it got.
void ct_errors_hold(void);
void ct_errors_release(void);
/// Writes all of it, as far as the descriptor takes it. Safe in a signal handler.
void ct_write_all(int descriptor, const char *bytes, size_t count);

#endif
