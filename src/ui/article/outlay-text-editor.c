/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-text-editor.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-text-draft.h"

/* After so many milliseconds without a key the draft is kept. */
#define PAUSE 500

struct _OutlayTextEditor
{
  GtkWidget parent_instance;

  GtkTextView *view;
  GtkWidget *unsaved;
  GtkLabel *problem;

  char *text;  /* as the article has it */
  char *draft; /* where the draft is kept; %NULL where none may be */
  guint keeping;
  gboolean can_save;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (OutlayTextEditor, outlay_text_editor, GTK_TYPE_WIDGET)

enum
{
  SAVE,
  CANCEL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_written (OutlayTextEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_problem (OutlayTextEditor *self, const GError *error)
{
  g_autofree char *text
    = error != NULL
        ? outlay_format_fill (_ ("What you write cannot be kept until you save it. {reason}"),
                              "reason", error->message, NULL)
        : g_strdup ("");

  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

/* Only what differs from the article is worth a draft. */
static void
keep (OutlayTextEditor *self)
{
  g_autofree char *written = dup_written (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->draft == NULL)
    return;
  if (g_str_equal (written, self->text))
    outlay_text_draft_remove (self->draft);
  else
    outlay_text_draft_save (self->draft, written, &error);
  show_problem (self, error);
}

static gboolean
keep_cb (gpointer data)
{
  OutlayTextEditor *self = data;

  self->keeping = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

/* What is not kept yet, is. */
static void
flush (OutlayTextEditor *self)
{
  if (self->keeping != 0)
    keep (self);
}

static gboolean
is_savable (OutlayTextEditor *self)
{
  g_autofree char *written = dup_written (self);

  return !g_str_equal (written, self->text) && *g_strstrip (written) != '\0';
}

static void
update (OutlayTextEditor *self)
{
  gboolean savable = self->text != NULL && is_savable (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.save",
                                 savable && self->can_save && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.cancel", !self->saving);
  gtk_text_view_set_editable (self->view, !self->saving);
  gtk_widget_set_visible (self->unsaved, savable);
}

static void
changed_cb (OutlayTextEditor *self)
{
  if (self->text == NULL)
    return;
  g_clear_handle_id (&self->keeping, g_source_remove);
  self->keeping = g_timeout_add (PAUSE, keep_cb, self);
  update (self);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayTextEditor *self = OUTLAY_TEXT_EDITOR (widget);
  g_autofree char *written = dup_written (self);

  flush (self);
  self->saving = TRUE;
  update (self);
  g_signal_emit (self, signals[SAVE], 0, g_strstrip (written));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  outlay_text_editor_throw_away (OUTLAY_TEXT_EDITOR (widget));
  g_signal_emit (widget, signals[CANCEL], 0);
}

static gboolean
outlay_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_TEXT_EDITOR (widget)->view));
}

static void
outlay_text_editor_unmap (GtkWidget *widget)
{
  flush (OUTLAY_TEXT_EDITOR (widget));
  GTK_WIDGET_CLASS (outlay_text_editor_parent_class)->unmap (widget);
}

static void
outlay_text_editor_dispose (GObject *object)
{
  OutlayTextEditor *self = OUTLAY_TEXT_EDITOR (object);
  GtkWidget *child;

  if (self->view != NULL)
    flush (self);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->draft, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_text_editor_parent_class)->dispose (object);
}

static void
outlay_text_editor_class_init (OutlayTextEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_text_editor_dispose;
  widget_class->unmap = outlay_text_editor_unmap;
  widget_class->grab_focus = outlay_text_editor_grab_focus;
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "text.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "text.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "text.save",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/article/outlay-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTextEditor, view);
  gtk_widget_class_bind_template_child (widget_class, OutlayTextEditor, unsaved);
  gtk_widget_class_bind_template_child (widget_class, OutlayTextEditor, problem);
}

static void
outlay_text_editor_init (OutlayTextEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
show_text (OutlayTextEditor *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;

  /* What was there before is not to be undone to. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * outlay_text_editor_open:
 * @text: the text as the article has it
 * @draft: (nullable): where what is written is kept; what is kept there already is shown
 *
 * Lets a text be corrected.
 */
void
outlay_text_editor_open (OutlayTextEditor *editor, const char *text, const char *draft)
{
  g_autofree char *written = NULL;

  g_return_if_fail (OUTLAY_IS_TEXT_EDITOR (editor));

  outlay_text_editor_close (editor);
  written = draft != NULL ? outlay_text_draft_load (draft) : NULL;
  show_text (editor, written != NULL ? written : text);
  editor->text = g_strdup (text);
  editor->draft = g_strdup (draft);
  update (editor);
}

/** outlay_text_editor_close: lets the text go; a draft of it stays. */
void
outlay_text_editor_close (OutlayTextEditor *editor)
{
  g_return_if_fail (OUTLAY_IS_TEXT_EDITOR (editor));

  flush (editor);
  g_clear_pointer (&editor->text, g_free);
  g_clear_pointer (&editor->draft, g_free);
  editor->saving = FALSE;
  update (editor);
}

/** outlay_text_editor_throw_away: lets the text go with its draft, which was saved or not wanted.
 */
void
outlay_text_editor_throw_away (OutlayTextEditor *editor)
{
  g_return_if_fail (OUTLAY_IS_TEXT_EDITOR (editor));

  g_clear_handle_id (&editor->keeping, g_source_remove);
  if (editor->draft != NULL)
    outlay_text_draft_remove (editor->draft);
  outlay_text_editor_close (editor);
}

/**
 * outlay_text_editor_set_can_save:
 * @can_save: %FALSE as long as something else must end first
 *
 * Says whether what is written can be saved now; also that a save has ended which did not do it.
 */
void
outlay_text_editor_set_can_save (OutlayTextEditor *editor, gboolean can_save)
{
  g_return_if_fail (OUTLAY_IS_TEXT_EDITOR (editor));

  editor->can_save = can_save;
  if (can_save)
    editor->saving = FALSE;
  update (editor);
}
