/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user can do: each an act, a value that is made on any thread and carried out by
 * outlay_act_run() in one transaction. All that an act changes is recorded, so that it can be
 * undone, and done again, also after the program was closed.
 */
#pragma once

#include "base/outlay-fields.h"
#include "ingest/outlay-import-walk.h"
#include "ledger/history/outlay-history.h"

G_BEGIN_DECLS

/** OutlayActKind: what is done; the names stand in the history in lower case. */
typedef enum
{
  OUTLAY_ACT_STAR,
  OUTLAY_ACT_UNSTAR,
  OUTLAY_ACT_REJECT,
  OUTLAY_ACT_UNREJECT,
  OUTLAY_ACT_REVIEW,
  OUTLAY_ACT_UNREVIEW,
  OUTLAY_ACT_NOTE,
  OUTLAY_ACT_TAG,
  OUTLAY_ACT_UNTAG,
  OUTLAY_ACT_CORRECT,
  OUTLAY_ACT_UNCORRECT,
  OUTLAY_ACT_MERGE,
  OUTLAY_ACT_SPLIT,
  OUTLAY_ACT_SEPARATE,
  OUTLAY_ACT_PART,
  OUTLAY_ACT_UNPART,
  OUTLAY_ACT_READ_AS,
  OUTLAY_ACT_UNREAD,
  OUTLAY_ACT_DELETE_ARTICLES,
  OUTLAY_ACT_DELETE_SOURCE,
  OUTLAY_ACT_IMPORT_ANYWAY,
  OUTLAY_ACT_REEXTRACT,
  OUTLAY_ACT_CORRECT_TEXT,
  OUTLAY_ACT_UNCORRECT_TEXT,
} OutlayActKind;

#define OUTLAY_N_ACT_KINDS (OUTLAY_ACT_UNCORRECT_TEXT + 1)

/** OutlayActError: why an act is not done. */
typedef enum
{
  OUTLAY_ACT_ERROR_VALUE,
  OUTLAY_ACT_ERROR_LINK,
} OutlayActError;

#define OUTLAY_ACT_ERROR (outlay_act_error_quark ())

/**
 * OutlayAct:
 *
 * One thing that the user does. Reference-counted and never changed.
 */
typedef struct _OutlayAct OutlayAct;

GQuark outlay_act_error_quark (void);
OutlayAct *outlay_act_new_star (const GArray *deals, gboolean starred);
OutlayAct *outlay_act_new_reject (const GArray *deals, gboolean rejected);
OutlayAct *outlay_act_new_review (const GArray *deals, gboolean reviewed);
OutlayAct *outlay_act_new_note (gint64 deal, const char *note);
OutlayAct *outlay_act_new_tag (const GArray *deals, const char *name, gboolean tagged);
OutlayAct *outlay_act_new_correct (gint64 deal, guint fields, const OutlayFields *values);
OutlayAct *outlay_act_new_uncorrect (gint64 deal, guint fields);
OutlayAct *outlay_act_new_merge (const GArray *deals);
OutlayAct *outlay_act_new_split (gint64 deal, const GArray *claims);
OutlayAct *outlay_act_new_separate (gint64 deal, gint64 other);
OutlayAct *outlay_act_new_part (gint64 part, gint64 whole);
OutlayAct *outlay_act_new_unpart (gint64 part);
OutlayAct *outlay_act_new_read_as (const char *name, const char *reads_as);
OutlayAct *outlay_act_new_unread (const char *name);
OutlayAct *outlay_act_new_delete_articles (const GArray *articles);
OutlayAct *outlay_act_new_delete_source (const char *source);
OutlayAct *outlay_act_new_import_anyway (const OutlayImportInput *input);
OutlayAct *outlay_act_ref (OutlayAct *act);
void outlay_act_unref (OutlayAct *act);
OutlayActKind outlay_act_get_kind (const OutlayAct *act);

gboolean
outlay_act_run (OutlayAct *act, OutlayLedger *ledger, OutlayHistoryEntry **entry, GError **error);
OutlayHistoryEntry *outlay_act_undo (OutlayLedger *ledger, GError **error);
OutlayHistoryEntry *outlay_act_redo (OutlayLedger *ledger, GError **error);

const char *outlay_act_kind_to_string (OutlayActKind kind);
gboolean outlay_act_kind_from_string (const char *string, OutlayActKind *kind);
char *outlay_act_describe (const OutlayHistoryEntry *entry);
gint64 outlay_act_get_returned (const OutlayHistoryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayAct, outlay_act_unref)

G_END_DECLS
