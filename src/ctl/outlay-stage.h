/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets outlayctl link while some of the layers below it are still to come. */
#pragma once

#pragma weak outlay_read_clean
#pragma weak outlay_read_load
#pragma weak outlay_read_bytes
#pragma weak outlay_extractor_get_default
#pragma weak outlay_extractor_find_claims
#pragma weak outlay_extractor_find_mentions

#define outlay_stage_clean(raw)                                                                    \
  (outlay_read_clean != NULL ? outlay_read_clean (raw) : outlay_article_ref (raw))
