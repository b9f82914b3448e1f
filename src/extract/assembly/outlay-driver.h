/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-grammar.h"

G_BEGIN_DECLS

/**
 * OutlayDriver:
 * @find: index of the cue, %OUTLAY_NO_FIND where the sentence has none
 * @subject_pays: whether its subject pays; the subject of a noun is who gives it
 * @passive: whether it stands in the passive voice
 * @noun: whether it is a noun
 *
 * The word that says who pays whom.
 */
typedef struct
{
  guint find;
  gboolean subject_pays;
  gboolean passive;
  gboolean noun;
} OutlayDriver;

gboolean outlay_window_holds (const OutlayWindow *window, const OutlayFind *find);
OutlayDriver
outlay_driver_find (const OutlayScene *scene, const OutlayWindow *window, const OutlayFind *anchor);
gboolean outlay_driver_names_getting (const OutlayScene *scene, const OutlayDriver *driver);

G_END_DECLS
