/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-filter.h"

G_BEGIN_DECLS

/**
 * OUTLAY_MISS_RANGE, OUTLAY_MISS_SCOPE, OUTLAY_MISS_SEARCH, OUTLAY_MISS_REREAD, OUTLAY_MISS_FLOW:
 * bits beside (1 << facet) in what a deal misses; the first is that of the first measure.
 */
#define OUTLAY_MISS_RANGE  (1u << OUTLAY_N_FACETS)
#define OUTLAY_MISS_SCOPE  (OUTLAY_MISS_RANGE << OUTLAY_N_MEASURES)
#define OUTLAY_MISS_SEARCH (OUTLAY_MISS_SCOPE << 1)
#define OUTLAY_MISS_REREAD (OUTLAY_MISS_SEARCH << 1)
#define OUTLAY_MISS_FLOW   (OUTLAY_MISS_REREAD << 1)

/**
 * OutlaySieve:
 * @index: the deals
 * @filter: what is wanted of them
 * @choices: (nullable): of each facet what each of the index's values is chosen for
 * @includes: whether any value of the facet is included
 * @traits: bits of the traits that a deal must have
 * @no_traits: bits of those that it must not have
 * @roles: bits of the roles in which parties count
 * @source: the place of the filter's source among the index's values
 * @has_source: whether the index has it
 * @ends: (nullable): of each party of the index the bits of the roles in which it is an end of the
 *   flow that is wanted
 *
 * A filter, made ready for an index: each deal passes it in no more than some comparisons.
 */
typedef struct
{
  const OutlayDealIndex *index;
  const OutlayFilter *filter;
  guint8 *choices[OUTLAY_N_FACETS];
  gboolean includes[OUTLAY_N_FACETS];
  guint traits;
  guint no_traits;
  guint roles;
  guint source;
  gboolean has_source;
  guint8 *ends;
} OutlaySieve;

void
outlay_sieve_init (OutlaySieve *sieve, const OutlayDealIndex *index, const OutlayFilter *filter);
void outlay_sieve_clear (OutlaySieve *sieve);
guint outlay_sieve_get_misses (const OutlaySieve *sieve, guint row);
guint outlay_sieve_get_wanted_traits (const OutlaySieve *sieve, guint row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlaySieve, outlay_sieve_clear)

G_END_DECLS
