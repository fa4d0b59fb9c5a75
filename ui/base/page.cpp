// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/page.h" // its meta-object is compiled here
