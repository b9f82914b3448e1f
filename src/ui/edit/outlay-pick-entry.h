/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayPick:
 * @title: what it is
 * @text: (nullable): more about it
 * @id: what the giver knows it by
 */
typedef struct
{
  char *title;
  char *text;
  gint64 id;
} OutlayPick;

/** OutlayPickFunc: returns (element-type OutlayPick) what a text that is typed may mean. */
typedef GPtrArray *(*OutlayPickFunc) (const char *text, gpointer data);

/*
 * An entry with what may be meant below it: Down goes there, Enter takes it. Signals: "picked"
 * (an #OutlayPick, as a pointer; %NULL once something else is typed), "activate" (Enter in the
 * entry).
 */
#define OUTLAY_TYPE_PICK_ENTRY (outlay_pick_entry_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPickEntry, outlay_pick_entry, OUTLAY, PICK_ENTRY, GtkBox)

OutlayPick *outlay_pick_new (const char *title, const char *text, gint64 id);
GPtrArray *outlay_pick_list_new (void);
GtkWidget *
outlay_pick_entry_new (const char *label, OutlayPickFunc find, gpointer data, GDestroyNotify free);
char *outlay_pick_entry_dup_text (OutlayPickEntry *entry);
void outlay_pick_entry_set_text (OutlayPickEntry *entry, const char *text);

G_END_DECLS
