#define _GNU_SOURCE
#include "CTerminal.h"
#include "state.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

// Curses writes after each movement of the cursor, and every write wakes whoever draws the terminal. So for the length
// of a frame curses' descriptor leads into a file in memory, and what gathers there goes out with one write. Outside of
// a frame it leads to the terminal, so that settings, suspending and leaving need to know nothing of this.
static int store = -1;
static int diverted = -1;
static char piece[64 * 1024];

void ct_frames_open(void) {
    struct rlimit limit;
    // A limit on the size of files counts for files in memory too and would cut a frame: then curses writes by itself.
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) return;
    store = memfd_create("frame", MFD_CLOEXEC);
}

void ct_frames_close(void) {
    if (store >= 0) close(store);
    store = -1;
    diverted = -1;
}

void ct_frame_begin(int descriptor) {
    if (store < 0 || lseek(store, 0, SEEK_SET) != 0) return;
    if (dup3(store, descriptor, O_CLOEXEC) >= 0) diverted = descriptor;
}

void ct_frame_end(void) {
    if (diverted < 0) return;
    dup3(ct_tty.output, diverted, O_CLOEXEC);
    diverted = -1;
    // Both descriptors share one place in the file, which is where the frame ends.
    off_t end = lseek(store, 0, SEEK_CUR);
    for (off_t place = 0; place < end;) {
        size_t rest = (size_t)(end - place);
        ssize_t count = pread(store, piece, rest < sizeof piece ? rest : sizeof piece, place);
        if (count <= 0) return;
        ct_write_all(ct_tty.output, piece, (size_t)count);
        place += count;
    }
}
