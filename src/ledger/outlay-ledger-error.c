/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-error.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "base/format/outlay-format-private.h"
#include "outlay-ledger.h"

G_DEFINE_QUARK (outlay_ledger_error, outlay_ledger_error)

/* What a result of SQLite means to a caller, and what a person is told; {ledger} is the file's
 * name. */
static const struct
{
  int result;
  OutlayLedgerError code;
  const char *message;
} meanings[] = {
  {SQLITE_BUSY, OUTLAY_LEDGER_ERROR_BUSY,
   N_ (
     "Another program is using the ledger “{ledger}”. Close it there, or try again in a moment.")},
  {SQLITE_LOCKED, OUTLAY_LEDGER_ERROR_BUSY,
   N_ (
     "Another program is using the ledger “{ledger}”. Close it there, or try again in a moment.")},
  {SQLITE_READONLY, OUTLAY_LEDGER_ERROR_READ_ONLY,
   N_ ("The ledger “{ledger}” can only be read: you may not write to its file or folder.")},
  {SQLITE_PERM, OUTLAY_LEDGER_ERROR_READ_ONLY,
   N_ ("The ledger “{ledger}” can only be read: you may not write to its file or folder.")},
  {SQLITE_FULL, OUTLAY_LEDGER_ERROR_NO_SPACE,
   N_ ("There is no space left on the disk of the ledger “{ledger}”. Free some and try again.")},
  {SQLITE_CORRUPT, OUTLAY_LEDGER_ERROR_DAMAGED,
   N_ ("The ledger “{ledger}” is damaged. Go back to a copy of it.")},
  {SQLITE_NOTADB, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER,
   N_ ("“{ledger}” is not a ledger. Choose another file.")},
  {SQLITE_CANTOPEN, OUTLAY_LEDGER_ERROR_OPEN,
   N_ ("The ledger “{ledger}” cannot be opened. See that it exists and that you may read it.")},
  {SQLITE_IOERR, OUTLAY_LEDGER_ERROR_FAILED,
   N_ ("The disk failed while the ledger “{ledger}” was in use.")},
};

/** outlay_ledger_set_gone: sets @error to the ledger having vanished while it was open. */
void
outlay_ledger_set_gone (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = outlay_format_fill (
    _ ("The ledger is no longer at “{ledger}”: its file or folder was moved, deleted or unmounted. "
       "Nothing was written. Put it back there and try again."),
    "ledger", name, NULL);

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_GONE, message);
}

/**
 * outlay_ledger_set_error:
 * @error: return location
 * @path: of the ledger
 * @result: what SQLite returned, extended codes included
 * @detail: (nullable): SQLite's own words, for a result that has no better ones
 *
 * Sets @error to what @result means to a caller: an #OutlayLedgerError, or %G_IO_ERROR_CANCELLED.
 */
void
outlay_ledger_set_error (GError **error, const char *path, int result, const char *detail)
{
  g_autofree char *name = g_filename_display_basename (path);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (meanings[i].result == (result & 0xff))
        {
          g_autofree char *message
            = outlay_format_fill (_ (meanings[i].message), "ledger", name, NULL);

          g_set_error_literal (error, OUTLAY_LEDGER_ERROR, meanings[i].code, message);
          return;
        }
    }
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_FAILED,
               _ ("The ledger “%s” failed: %s"), name,
               detail != NULL ? detail : sqlite3_errstr (result));
}
