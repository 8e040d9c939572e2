#include "CTerminal.h"
void ct_placeholder(void) {}
