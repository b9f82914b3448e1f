/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * OutlayConnectionMode:
 * @OUTLAY_CONNECTION_CREATE: reads and writes; a missing file is made
 * @OUTLAY_CONNECTION_WRITE: reads and writes; a missing file is an error
 * @OUTLAY_CONNECTION_READ: reads alone; a missing file is an error
 */
typedef enum
{
  OUTLAY_CONNECTION_CREATE,
  OUTLAY_CONNECTION_WRITE,
  OUTLAY_CONNECTION_READ,
} OutlayConnectionMode;

/**
 * OutlayConnection:
 *
 * One connection to the file, with the statements that it has prepared. One thread at a time may
 * use it.
 */
typedef struct _OutlayConnection OutlayConnection;

/**
 * OutlayConnectionHeld:
 *
 * Called while nothing else can write to a file that is about to be replaced.
 *
 * Returns: whether to go on.
 */
typedef gboolean (*OutlayConnectionHeld) (gpointer user_data, GError **error);

OutlayConnection *
outlay_connection_open (const char *path, OutlayConnectionMode mode, GError **error);
void outlay_connection_free (OutlayConnection *connection);
gboolean outlay_connection_is_gone (OutlayConnection *connection, GError **error);
gboolean outlay_connection_is_read_only (OutlayConnection *connection);
void outlay_connection_set_cancellable (OutlayConnection *connection, GCancellable *cancellable);
gboolean
outlay_connection_execute (OutlayConnection *connection, const char *script, GError **error);
sqlite3_stmt *
outlay_connection_prepare (OutlayConnection *connection, const char *sql, GError **error);
gboolean
outlay_connection_next (OutlayConnection *connection, sqlite3_stmt *statement, GError **error);
gboolean
outlay_connection_run (OutlayConnection *connection, sqlite3_stmt *statement, GError **error);
gboolean outlay_connection_get_number (OutlayConnection *connection,
                                       const char *sql,
                                       gint64 *number,
                                       GError **error);
gboolean outlay_connection_read_number (OutlayConnection *connection,
                                        sqlite3_stmt *statement,
                                        gint64 *number,
                                        GError **error);
gboolean outlay_connection_append_numbers (OutlayConnection *connection,
                                           sqlite3_stmt *statement,
                                           GArray *numbers,
                                           GError **error);
GArray *outlay_connection_list_numbers (OutlayConnection *connection,
                                        sqlite3_stmt *statement,
                                        GError **error);
gboolean outlay_connection_copy (OutlayConnection *connection, const char *path, GError **error);
gboolean outlay_connection_replace (OutlayConnection *connection,
                                    OutlayConnection *source,
                                    OutlayConnectionHeld held,
                                    gpointer user_data,
                                    GError **error);
gint64 outlay_connection_get_last_id (OutlayConnection *connection);
gboolean outlay_connection_hit_constraint (OutlayConnection *connection);
gboolean
outlay_connection_add_function (OutlayConnection *connection,
                                const char *name,
                                int n_values,
                                void (*function) (sqlite3_context *, int, sqlite3_value **),
                                gpointer user_data,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayConnection, outlay_connection_free)

G_END_DECLS
