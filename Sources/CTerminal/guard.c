#define _GNU_SOURCE
#include "CTerminal.h"
#include "state.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

// Everything that the crash handler needs is computed beforehand, because a handler may neither allocate nor ask
// the terminal library.
static struct termios saved_settings;
static int saved_descriptor = -1;
static char restore_text[512];
static volatile sig_atomic_t restore_length = 0;
static int held_errors = -1;
static int true_errors = -1;

static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT};
static const size_t deadly_count = sizeof deadly / sizeof deadly[0];
static char handler_stack[64 * 1024];

void ct_write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EAGAIN) {
            // Somebody who shares the terminal has made it unwilling to wait.
            struct pollfd room = {.fd = descriptor, .events = POLLOUT};
            poll(&room, 1, -1);
            continue;
        }
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

void ct_guard_remember(int descriptor) {
    saved_descriptor = tcgetattr(descriptor, &saved_settings) == 0 ? descriptor : -1;
}

void ct_guard_forget(void) {
    restore_length = 0;
    saved_descriptor = -1;
}

void ct_guard_set_restore(const char *text, size_t length) {
    restore_length = 0;
    if (length > sizeof restore_text) length = sizeof restore_text;
    memcpy(restore_text, text, length);
    restore_length = (sig_atomic_t)length;
}

void ct_guard_restore_settings(void) {
    if (saved_descriptor >= 0) tcsetattr(saved_descriptor, TCSANOW, &saved_settings);
}

static void crashed(int number) {
    if (ct_tty.output >= 0) ct_write_all(ct_tty.output, restore_text, (size_t)restore_length);
    ct_guard_restore_settings();
    ct_errors_release();
    // The handler was reset on entry, so that the parent sees the true cause.
    raise(number);
}

void ct_errors_hold(void) {
    if (true_errors >= 0) return;
    int file = memfd_create("standard-error", MFD_CLOEXEC);
    if (file < 0) return;
    int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (copy < 0 || dup2(file, STDERR_FILENO) < 0) {
        if (copy >= 0) close(copy);
        close(file);
        return;
    }
    held_errors = file;
    true_errors = copy;
}

void ct_errors_release(void) {
    if (true_errors < 0) return;
    dup2(true_errors, STDERR_FILENO);
    char piece[1024];
    off_t place = 0;
    for (;;) {
        ssize_t count = pread(held_errors, piece, sizeof piece, place);
        if (count <= 0) break;
        ct_write_all(STDERR_FILENO, piece, (size_t)count);
        place += count;
    }
    close(held_errors);
    close(true_errors);
    held_errors = -1;
    true_errors = -1;
}

// Installed after Swift's own handlers, which would ask questions at the terminal and wait for an answer.
static void install_guard(void) {
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t index = 0; index < deadly_count; index++) sigaction(deadly[index], &action, NULL);
}

void ct_prepare(bool keep_size) {
    umask(077);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    install_guard();
    ct_hold_signals();
    if (!keep_size) {
        unsetenv("LINES");
        unsetenv("COLUMNS");
    }
}
