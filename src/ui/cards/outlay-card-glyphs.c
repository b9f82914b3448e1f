/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-card-glyphs.h"

/* Where a glyph is drawn for once; of a larger one its corner is. */
#define SIZE 32

/* Adds the glyphs of a line of text to those of their fonts. */
static void
collect_line (PangoLayoutLine *line, GHashTable *fonts)
{
  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      const PangoLayoutRun *run = at->data;
      PangoFont *font = run->item->analysis.font;
      GHashTable *glyphs = font != NULL ? g_hash_table_lookup (fonts, font) : NULL;

      if (font == NULL)
        continue;
      if (glyphs == NULL)
        {
          glyphs = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (fonts, g_object_ref (font), glyphs);
        }
      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        g_hash_table_add (glyphs, GUINT_TO_POINTER (run->glyphs->glyphs[i].glyph));
    }
}

static void
collect (GtkWidget *widget, GHashTable *fonts)
{
  if (GTK_IS_LABEL (widget))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));

      for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
        collect_line (line->data, fonts);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, fonts);
}

/* All on top of each other: what counts is that each was drawn. */
static void
draw_glyphs (cairo_t *cr, PangoFont *font, GHashTable *glyphs)
{
  PangoGlyphString *string = pango_glyph_string_new ();
  GHashTableIter iter;
  gpointer glyph;

  g_hash_table_iter_init (&iter, glyphs);
  while (g_hash_table_iter_next (&iter, &glyph, NULL))
    {
      pango_glyph_string_set_size (string, string->num_glyphs + 1);
      string->glyphs[string->num_glyphs - 1]
        = (PangoGlyphInfo){.glyph = GPOINTER_TO_UINT (glyph), .attr = {.is_cluster_start = 1}};
    }
  cairo_move_to (cr, 0, SIZE);
  pango_cairo_show_glyph_string (cr, font, string);
  pango_glyph_string_free (string);
}

/**
 * outlay_card_draw_glyphs_once:
 * @widget: laid out, but not yet drawn
 *
 * Draws each letter of the labels in @widget, font after font. As cards are drawn their fonts take
 * turns, and one that is hinted is set up again whenever another of its sizes came in between: that
 * took as long as all else of the drawing.
 */
void
outlay_card_draw_glyphs_once (GtkWidget *widget)
{
  g_autoptr (GHashTable) fonts
    = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify)g_hash_table_unref);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  GHashTableIter iter;
  gpointer font, glyphs;

  collect (widget, fonts);
  g_hash_table_iter_init (&iter, fonts);
  while (g_hash_table_iter_next (&iter, &font, &glyphs))
    draw_glyphs (cr, font, glyphs);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
