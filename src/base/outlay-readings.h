/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-claim.h"

G_BEGIN_DECLS

/**
 * OutlayReading:
 * @name: an organisation as articles name it
 * @reads_as: the one that it is read as
 */
typedef struct
{
  char *name;
  char *reads_as;
} OutlayReading;

/**
 * OutlayReadings:
 *
 * The organisations that the user reads as others ("read X as Y"), whatever the case and the
 * accents of their names.
 */
typedef struct _OutlayReadings OutlayReadings;

OutlayReadings *outlay_readings_new (void);
void outlay_readings_free (OutlayReadings *readings);
void outlay_readings_add (OutlayReadings *readings, const char *name, const char *reads_as);
GPtrArray *outlay_readings_list (OutlayReadings *readings);
const char *outlay_readings_read (OutlayReadings *readings, const char *name);
void outlay_readings_apply (OutlayReadings *readings, OutlayFields *fields);
OutlayClaim *outlay_readings_read_claim (OutlayReadings *readings, OutlayClaim *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReadings, outlay_readings_free)

G_END_DECLS
