#define _GNU_SOURCE
#include "CTerminal.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

static int64_t milliseconds(clockid_t clock) {
    struct timespec now = {0};
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t ct_boot_milliseconds(void) { return milliseconds(CLOCK_BOOTTIME); }

int64_t ct_awake_milliseconds(void) { return milliseconds(CLOCK_MONOTONIC); }

int64_t ct_wall_milliseconds(void) { return milliseconds(CLOCK_REALTIME); }

int ct_utc_offset(int64_t wall_milliseconds) {
    time_t seconds = (time_t)(wall_milliseconds / 1000);
    struct tm local = {0};
    return localtime_r(&seconds, &local) ? (int)local.tm_gmtoff : 0;
}

bool ct_boot_identifier(char name[37]) {
    int file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    ssize_t count = read(file, name, 36);
    close(file);
    name[36] = 0;
    return count == 36;
}
