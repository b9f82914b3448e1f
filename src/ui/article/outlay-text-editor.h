/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The text of an article, to correct. What is written is kept as a draft until it is saved or
 * cancelled. Signals: "save" (utf8, the text), "cancel". Actions: "text.save", "text.cancel".
 */
#define OUTLAY_TYPE_TEXT_EDITOR (outlay_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTextEditor, outlay_text_editor, OUTLAY, TEXT_EDITOR, GtkWidget)

void outlay_text_editor_open (OutlayTextEditor *editor, const char *text, const char *draft);
void outlay_text_editor_close (OutlayTextEditor *editor);
void outlay_text_editor_throw_away (OutlayTextEditor *editor);
void outlay_text_editor_set_can_save (OutlayTextEditor *editor, gboolean can_save);

G_END_DECLS
