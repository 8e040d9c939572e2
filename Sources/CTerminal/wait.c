#define _GNU_SOURCE
#include "CTerminal.h"
#include "state.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static int signals_fd = -1;
static int tick_fd = -1;
static int flash_fd = -1;
static int notifier_fd = -1;

static const struct { int number; int bit; } held[] = {
    {SIGWINCH, CT_WINDOW_CHANGED}, {SIGTERM, CT_TERMINATE}, {SIGINT, CT_INTERRUPT}, {SIGHUP, CT_HUNG_UP},
    {SIGQUIT, CT_QUIT}, {SIGTSTP, CT_STOP}, {SIGCONT, CT_CONTINUED},
};
static const size_t held_count = sizeof held / sizeof held[0];

static sigset_t held_set(void) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t index = 0; index < held_count; index++) sigaddset(&set, held[index].number);
    return set;
}

void ct_hold_signals(void) {
    sigset_t set = held_set();
    sigprocmask(SIG_BLOCK, &set, NULL);
}

void ct_release_signals(void) {
    sigset_t set = held_set();
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

// A timer on the boot clock, because a step of the wall clock must neither stop nor hurry it; the first tick is
// placed where the wall clock's second begins.
static void align_tick(void) {
    const long margin = 2;
    long rest = 1000 - (long)(ct_wall_milliseconds() % 1000) + margin;
    struct itimerspec spec = {
        .it_interval = {.tv_sec = 1},
        .it_value = {.tv_sec = rest / 1000, .tv_nsec = rest % 1000 * 1000000},
    };
    timerfd_settime(tick_fd, 0, &spec, NULL);
}

bool ct_waiting_open(void) {
    ct_hold_signals();
    sigset_t set = held_set();
    signals_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    tick_fd = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    flash_fd = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (signals_fd < 0 || tick_fd < 0 || flash_fd < 0) {
        ct_waiting_close();
        return false;
    }
    align_tick();
    return true;
}

void ct_waiting_close(void) {
    int *all[] = {&signals_fd, &tick_fd, &flash_fd};
    for (size_t index = 0; index < 3; index++) {
        if (*all[index] >= 0) close(*all[index]);
        *all[index] = -1;
    }
}

void ct_flash(bool on) {
    struct timespec quarter = {.tv_nsec = on ? 250000000 : 0};
    struct itimerspec spec = {.it_interval = quarter, .it_value = quarter};
    timerfd_settime(flash_fd, 0, &spec, NULL);
}

static bool drained(int descriptor) {
    uint64_t count = 0;
    return read(descriptor, &count, sizeof count) == sizeof count;
}

static bool ticked(void) {
    if (!drained(tick_fd)) return false;
    // The two clocks drift apart, and the wall clock may have been set.
    if (ct_wall_milliseconds() % 1000 > 100) align_tick();
    return true;
}

static int pending_signals(void) {
    struct signalfd_siginfo info;
    int bits = 0;
    while (read(signals_fd, &info, sizeof info) == sizeof info) {
        for (size_t index = 0; index < held_count; index++) {
            if ((uint32_t)held[index].number == info.ssi_signo) bits |= held[index].bit;
        }
    }
    return bits;
}

int ct_wait(int timeout, int *signals) {
    struct pollfd watched[] = {
        {.fd = ct_tty.input, .events = POLLIN}, {.fd = signals_fd, .events = POLLIN},
        {.fd = tick_fd, .events = POLLIN}, {.fd = flash_fd, .events = POLLIN},
        {.fd = notifier_fd, .events = POLLIN},
    };
    int events = 0;
    *signals = 0;
    // Nothing could ever end a wait for a terminal that is closed.
    if (ct_tty.input < 0) return CT_HANGUP;
    if (poll(watched, sizeof watched / sizeof watched[0], timeout) <= 0) return 0;
    if (watched[0].revents & POLLIN) events |= CT_INPUT;
    if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) events |= CT_HANGUP;
    if (watched[1].revents & POLLIN) {
        *signals = pending_signals();
        if (*signals) events |= CT_SIGNALLED;
    }
    if ((watched[2].revents & POLLIN) && ticked()) events |= CT_TICK;
    if ((watched[3].revents & POLLIN) && drained(flash_fd)) events |= CT_FLASH;
    if ((watched[4].revents & POLLIN) && drained(notifier_fd)) events |= CT_NOTIFIED;
    return events;
}

int ct_notifier(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void ct_watch(int notifier) { notifier_fd = notifier; }

void ct_notify(int notifier) {
    uint64_t one = 1;
    ssize_t written = write(notifier, &one, sizeof one);
    (void)written;  // A full counter has already woken the reader.
}

void ct_close_notifier(int notifier) {
    if (notifier == notifier_fd) notifier_fd = -1;
    if (notifier >= 0) close(notifier);
}
