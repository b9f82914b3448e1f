/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets outlayctl link while some of the layers below it are still to come. */
#pragma once

#pragma weak outlay_extractor_get_default
#pragma weak outlay_extractor_find_claims
#pragma weak outlay_extractor_find_mentions
