/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "read/documents/outlay-pdf-lines.h"

G_BEGIN_DECLS

guint outlay_pdf_read_page (GPtrArray *lines, PopplerPage *page, guint number);

G_END_DECLS
