/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How words that prove something look, in quotes and in the article. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-evidence-style.h"

#include "base/outlay-span.h"

/**
 * outlay_evidence_style_lookup:
 * @widget: where the words stand
 * @ground: (out): the ground behind them
 * @line: (out): the line under them
 *
 * The colours of the style sheet in use. Under high contrast there are none: words are then bold
 * and underlined in the colour of the text.
 *
 * Returns: whether there are colours.
 */
gboolean
outlay_evidence_style_lookup (GtkWidget *widget, GdkRGBA *ground, GdkRGBA *line)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  return gtk_style_context_lookup_color (context, "outlay_evidence", ground)
         && gtk_style_context_lookup_color (context, "outlay_evidence_line", line);
}

static void
add (PangoAttrList *list, PangoAttribute *attribute, OutlaySpan span)
{
  attribute->start_index = (guint)span.start;
  attribute->end_index = (guint)span.end;
  pango_attr_list_insert (list, attribute);
}

static guint16
to_pango (float part)
{
  return (guint16)(part * 65535);
}

/**
 * outlay_evidence_style_list:
 * @marks: (element-type OutlaySpan): the words
 * @lang: code of the language of the whole text, "" where it is not known
 *
 * Returns: (transfer full): attributes for a label whose text holds @marks.
 */
PangoAttrList *
outlay_evidence_style_list (GtkWidget *widget, const GArray *marks, const char *lang)
{
  PangoAttrList *list = pango_attr_list_new ();
  GdkRGBA ground, line;
  gboolean coloured = outlay_evidence_style_lookup (widget, &ground, &line);

  /* Han characters have forms of their own in Chinese, Japanese and Korean. */
  if (*lang != '\0')
    pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (lang)));
  for (guint i = 0; i < marks->len; i++)
    {
      OutlaySpan mark = g_array_index (marks, OutlaySpan, i);

      add (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), mark);
      if (!coloured)
        {
          add (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), mark);
          continue;
        }
      add (list,
           pango_attr_background_new (to_pango (ground.red), to_pango (ground.green),
                                      to_pango (ground.blue)),
           mark);
      add (list,
           pango_attr_underline_color_new (to_pango (line.red), to_pango (line.green),
                                           to_pango (line.blue)),
           mark);
    }
  return list;
}
