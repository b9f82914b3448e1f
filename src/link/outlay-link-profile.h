/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-claim.h"
#include "outlay-link-values.h"

G_BEGIN_DECLS

/** OutlayLinkParty: a party with its name folded, as names are compared, and a hash of that. */
typedef struct
{
  OutlayRole role;
  char *name;
  guint hash;
} OutlayLinkParty;

/**
 * OutlayLinkProfile:
 * @fields: what the claim says, of the claim
 * @announced: the days of @fields
 * @start: theirs too
 * @end: theirs too
 * @parties: (element-type OutlayLinkParty): of @fields, in their order
 * @keys: (element-type guint64): of outlay_link_get_keys() what tells them apart, sorted
 *
 * A claim made ready to be compared with many others.
 */
typedef struct
{
  const OutlayFields *fields;
  OutlayDays announced;
  OutlayDays start;
  OutlayDays end;
  GArray *parties;
  GArray *keys;
} OutlayLinkProfile;

OutlayLinkProfile *outlay_link_profile_new (const OutlayClaim *claim);
void outlay_link_profile_free (OutlayLinkProfile *profile);
gboolean outlay_link_profile_shares_key (const OutlayLinkProfile *a, const OutlayLinkProfile *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLinkProfile, outlay_link_profile_free)

G_END_DECLS
