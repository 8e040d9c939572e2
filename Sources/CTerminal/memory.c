#define _GNU_SOURCE
#include "CTerminal.h"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

// Code is never written to, so what is given back comes from its file again when it is called once more.
static int give_back(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size;
    (void)unused;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[index];
        if (part->p_type != PT_LOAD || (part->p_flags & (PF_X | PF_W)) != PF_X) continue;
        uintptr_t first = (object->dlpi_addr + part->p_vaddr) & ~(page - 1);
        uintptr_t end = object->dlpi_addr + part->p_vaddr + part->p_memsz;
        madvise((void *)first, end - first, MADV_DONTNEED);
    }
    return 0;
}

void ct_release_code(void) { dl_iterate_phdr(give_back, NULL); }
