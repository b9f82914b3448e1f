/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-article-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/details/outlay-evidence-style.h"
#include "ui/details/outlay-excerpt.h"
#include "outlay-article-flow.h"
#include "ui/style/outlay-em.h"

/* Longest line, in em, and least margin, in pixels: the measure that reads well. */
#define LINE_EM    46.4
#define MARGIN_MIN 24

/* How strong text is that is less than the rest, and a line about it. */
#define DIM_ALPHA  0.72f
#define LINE_ALPHA 0.35f

/* The line under marked words, and the corners of their ground, in pixels. */
#define MARK_LINE   2
#define MARK_CORNER 3

#define INDEX_STEP 4096

/* How far from the top and the bottom of the page the chosen words stand at least. */
#define CHOSEN_WITHIN 0.3

struct _OutlayArticleText
{
  GtkTextView parent_instance;

  GtkTextTag *language_tag;
  GtkTextTag *origin_tag;
  GtkTextTag *title_tag;
  GtkTextTag *text_tag;
  GtkTextTag *gap_tag;
  GtkTextTag *hit_tag;
  GtkTextTag *mark_tag;
  GtkTextTag *chosen_tag;

  char *title;
  char *text;
  GArray *breaks;
  /* Of every INDEX_STEP bytes of the text, how many characters lie before them. */
  GArray *index;
  int title_offset;
  int text_offset;
};

G_DEFINE_FINAL_TYPE (OutlayArticleText, outlay_article_text, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (OutlayArticleText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* In lines as the font makes them, which are a fifth to two fifths higher than its size. Chinese
 * and Japanese ones are fuller and want more air between them. */
static float
get_line_height (const char *lang)
{
  return strcmp (lang, "zh") == 0 || strcmp (lang, "ja") == 0 ? 1.3f : 1.15f;
}

static void
append (OutlayArticleText *self, const char *text, GtkTextTag *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_insert_with_tags (get_buffer (self), &end, text, -1, tag, NULL);
}

static const char *
get_part (OutlayArticleText *self, OutlayPart part)
{
  return part == OUTLAY_PART_TITLE ? self->title : self->text;
}

static gboolean
is_first_byte (char c)
{
  return ((guchar)c & 0xc0) != 0x80;
}

/* The place in the buffer of the character at a byte of what is shown of @part. */
static int
get_offset (OutlayArticleText *self, OutlayPart part, gsize byte)
{
  gsize i;
  int offset;

  if (part == OUTLAY_PART_TITLE)
    return self->title_offset + (int)g_utf8_strlen (self->title, (gssize)byte);
  if (byte == 0)
    return self->text_offset;
  i = (byte - 1) / INDEX_STEP * INDEX_STEP;
  offset = self->text_offset + g_array_index (self->index, int, i / INDEX_STEP);
  for (; i < byte; i++)
    offset += is_first_byte (self->text[i]);
  return offset;
}

static void
get_iters (
  OutlayArticleText *self, OutlayPart part, OutlaySpan span, GtkTextIter *start, GtkTextIter *end)
{
  gsize first = span.start, behind = span.end;

  if (part == OUTLAY_PART_TEXT)
    {
      first = outlay_article_flow_map (self->breaks, first);
      /* A break right behind the words is none within them. */
      behind = outlay_article_flow_map (self->breaks, behind - 1) + 1;
    }
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), start, get_offset (self, part, first));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), end, get_offset (self, part, behind));
}

static gboolean
is_inside (OutlayArticleText *self, OutlayPart part, OutlaySpan span)
{
  gsize length
    = strlen (get_part (self, part)) - (part == OUTLAY_PART_TEXT ? self->breaks->len : 0);

  return span.start < span.end && span.end <= length;
}

static void
apply (OutlayArticleText *self, GtkTextTag *tag, OutlayPart part, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      OutlaySpan span = g_array_index (spans, OutlaySpan, i);
      GtkTextIter start, end;

      if (!is_inside (self, part, span))
        continue;
      get_iters (self, part, span, &start, &end);
      gtk_text_buffer_apply_tag (get_buffer (self), tag, &start, &end);
    }
}

static void
style_marks (OutlayArticleText *self)
{
  GdkRGBA ground, line, dim;
  gboolean coloured = outlay_evidence_style_lookup (GTK_WIDGET (self), &ground, &line);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &dim);
  dim.alpha *= DIM_ALPHA;
  g_object_set (self->origin_tag, "foreground-rgba", &dim, NULL);
  /* Under high contrast there are no colours: the letters themselves tell. */
  g_object_set (self->mark_tag, "underline-set", !coloured, "weight-set", !coloured, NULL);
}

static void
outlay_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_article_text_parent_class)->css_changed (widget, change);
  style_marks (OUTLAY_ARTICLE_TEXT (widget));
}

/* A line is never longer than reads well; what is left goes to both sides. */
static void
outlay_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int longest = (int)ceil (LINE_EM * outlay_em_of (widget));
  int margin = MAX (MARGIN_MIN, (width - longest) / 2);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }
  GTK_WIDGET_CLASS (outlay_article_text_parent_class)
    ->size_allocate (widget, width, height, baseline);
}

static void
draw_ground (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA colours[2])
{
  GskRoundedRect ground;

  gsk_rounded_rect_init_from_rect (&ground, rect, MARK_CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &colours[0], rect);
  gtk_snapshot_append_color (snapshot, &colours[1],
                             &GRAPHENE_RECT_INIT (rect->origin.x,
                                                  rect->origin.y + rect->size.height - MARK_LINE,
                                                  rect->size.width, MARK_LINE));
  gtk_snapshot_pop (snapshot);
}

/* The chosen words are told from the others by a shape, not by a shade. */
static void
draw_frame (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA colours[2])
{
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT (rect->origin.x - 1, rect->origin.y - 1,
                                                        rect->size.width + 2,
                                                        rect->size.height + 2),
                                   MARK_CORNER + 1);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){2, 2, 2, 2},
                              (GdkRGBA[4]){colours[1], colours[1], colours[1], colours[1]});
}

static void
draw_language (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA colours[2])
{
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, rect, MARK_CORNER);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){1, 1, 1, 1},
                              (GdkRGBA[4]){colours[0], colours[0], colours[0], colours[0]});
}

typedef void (*DrawFunc) (GtkSnapshot *, const graphene_rect_t *, const GdkRGBA[2]);

/* Draws about what lies between two places of one line on screen. */
static void
draw_on_line (OutlayArticleText *self,
              GtkSnapshot *snapshot,
              const GtkTextIter *start,
              const GtkTextIter *end,
              DrawFunc draw,
              const GdkRGBA colours[2])
{
  GdkRectangle from, to;
  float left, right;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), start, &from);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), end, &to);
  left = (float)MIN (from.x, to.x) - 1;
  right = (float)MAX (from.x, to.x) + 1;
  draw (snapshot, &GRAPHENE_RECT_INIT (left, (float)from.y, right - left, (float)from.height),
        colours);
}

static void
draw_on_lines (OutlayArticleText *self,
               GtkSnapshot *snapshot,
               GtkTextIter start,
               const GtkTextIter *end,
               DrawFunc draw,
               const GdkRGBA colours[2])
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  while (gtk_text_iter_compare (&start, end) < 0)
    {
      GtkTextIter stop = start;
      GtkTextIter next = start;

      if (!gtk_text_view_forward_display_line_end (view, &stop)
          || gtk_text_iter_compare (&stop, end) > 0)
        stop = *end;
      draw_on_line (self, snapshot, &start, &stop, draw, colours);
      if (!gtk_text_view_forward_display_line (view, &next)
          || gtk_text_iter_compare (&next, &start) <= 0)
        return;
      start = next;
    }
}

/* Draws about the words of @tag that are on screen. */
static void
draw_tag (OutlayArticleText *self,
          GtkSnapshot *snapshot,
          GtkTextTag *tag,
          DrawFunc draw,
          const GdkRGBA colours[2])
{
  GdkRectangle visible;
  GtkTextIter at, last;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &at, visible.y, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &last, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&last);
  while (gtk_text_iter_compare (&at, &last) <= 0)
    {
      GtkTextIter end;

      if (!gtk_text_iter_starts_tag (&at, tag)
          && !(gtk_text_iter_forward_to_tag_toggle (&at, tag)
               && gtk_text_iter_starts_tag (&at, tag)))
        return;
      end = at;
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      draw_on_lines (self, snapshot, at, &end, draw, colours);
      at = end;
    }
}

static void
outlay_article_text_snapshot_layer (GtkTextView *view,
                                    GtkTextViewLayer layer,
                                    GtkSnapshot *snapshot)
{
  OutlayArticleText *self = OUTLAY_ARTICLE_TEXT (view);
  GdkRGBA colours[2];
  GdkRGBA line[2];
  gboolean coloured = outlay_evidence_style_lookup (GTK_WIDGET (self), &colours[0], &colours[1]);

  if (!coloured)
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colours[1]);
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && coloured)
    draw_tag (self, snapshot, self->mark_tag, draw_ground, colours);
  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    return;
  draw_tag (self, snapshot, self->chosen_tag, draw_frame, colours);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &line[0]);
  line[0].alpha *= LINE_ALPHA;
  draw_tag (self, snapshot, self->language_tag, draw_language, line);
}

static void
outlay_article_text_finalize (GObject *object)
{
  OutlayArticleText *self = OUTLAY_ARTICLE_TEXT (object);

  g_free (self->title);
  g_free (self->text);
  g_array_unref (self->breaks);
  g_array_unref (self->index);
  G_OBJECT_CLASS (outlay_article_text_parent_class)->finalize (object);
}

static void
outlay_article_text_class_init (OutlayArticleTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_article_text_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = outlay_article_text_css_changed;
  GTK_WIDGET_CLASS (klass)->size_allocate = outlay_article_text_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = outlay_article_text_snapshot_layer;
}

static void
outlay_article_text_init (OutlayArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = get_buffer (self);

  self->title = g_strdup ("");
  self->text = g_strdup ("");
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->index = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 16);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-text");
  self->origin_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.85, NULL);
  self->language_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.78, NULL);
  self->title_tag
    = gtk_text_buffer_create_tag (buffer, NULL, "scale", 1.3, "weight", 800, "pixels-above-lines",
                                  8, "pixels-below-lines", 12, NULL);
  self->text_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 1.06, NULL);
  self->gap_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.5, NULL);
  self->hit_tag
    = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  self->mark_tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE,
                                               "weight", PANGO_WEIGHT_BOLD, NULL);
  self->chosen_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  style_marks (self);
}

/* The empty lines between paragraphs are lower than lines of text. */
static void
narrow_gaps (OutlayArticleText *self)
{
  GtkTextIter line, end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &line, self->text_offset);
  while (gtk_text_iter_forward_line (&line))
    {
      if (!gtk_text_iter_ends_line (&line))
        continue;
      end = line;
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_apply_tag (get_buffer (self), self->gap_tag, &line, &end);
    }
}

/* Framed by draw_language(), for which the blanks leave room. */
static void
append_language (OutlayArticleText *self, const char *lang)
{
  g_autofree char *framed = g_strdup_printf ("\302\240%s\302\240", *lang != '\0' ? lang : "?");

  append (self, framed, self->language_tag);
  append (self, "\302\240 ", self->origin_tag);
}

/* Counts the characters of the text once, so that places far behind are found at once. */
static void
index_text (OutlayArticleText *self)
{
  int n_chars = 0;

  g_array_set_size (self->index, 0);
  for (gsize i = 0; self->text[i] != '\0'; i++)
    {
      if (i % INDEX_STEP == 0)
        g_array_append_val (self->index, n_chars);
      n_chars += is_first_byte (self->text[i]);
    }
}

/**
 * outlay_article_text_set_article:
 * @article: what to show, with its text
 *
 * Shows @article from its beginning, without marks.
 */
void
outlay_article_text_set_article (OutlayArticleText *text, const OutlayArticle *article)
{
  GtkTextBuffer *buffer;
  const char *lang;
  g_autofree char *origin = NULL;

  g_return_if_fail (OUTLAY_IS_ARTICLE_TEXT (text));

  buffer = get_buffer (text);
  lang = *article->lang != '\0' ? article->lang : NULL;
  origin = outlay_excerpt_dup_origin (article);
  g_free (text->title);
  g_free (text->text);
  g_array_set_size (text->breaks, 0);
  text->title = g_strdup (article->title != NULL ? article->title : "");
  text->text = outlay_article_flow_make (article->text, text->breaks);
  g_object_set (text->title_tag, "language", lang, NULL);
  g_object_set (text->text_tag, "language", lang, "line-height", get_line_height (article->lang),
                NULL);

  gtk_text_buffer_set_text (buffer, "", 0);
  append_language (text, article->lang);
  append (text, origin, text->origin_tag);
  append (text, "\n", text->origin_tag);
  text->title_offset = gtk_text_buffer_get_char_count (buffer);
  append (text, text->title, text->title_tag);
  append (text, "\n", text->text_tag);
  text->text_offset = gtk_text_buffer_get_char_count (buffer);
  append (text, text->text, text->text_tag);
  narrow_gaps (text);
  index_text (text);
}

/** outlay_article_text_clear_marks: takes all marks away. */
void
outlay_article_text_clear_marks (OutlayArticleText *text)
{
  GtkTextIter start, end;

  g_return_if_fail (OUTLAY_IS_ARTICLE_TEXT (text));

  gtk_text_buffer_get_bounds (get_buffer (text), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (text), text->hit_tag, &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (text), text->mark_tag, &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (text), text->chosen_tag, &start, &end);
}

/**
 * outlay_article_text_mark:
 * @spans: (element-type OutlaySpan): words in @part of the article
 *
 * Marks words that prove something.
 */
void
outlay_article_text_mark (OutlayArticleText *text, OutlayPart part, const GArray *spans)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_TEXT (text));

  apply (text, text->mark_tag, part, spans);
}

/**
 * outlay_article_text_mark_hits:
 *
 * Marks the words that @query looks for, wherever they stand.
 */
void
outlay_article_text_mark_hits (OutlayArticleText *text, const OutlayQuery *query)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_TEXT (text));

  g_autoptr (GArray) in_title = outlay_query_find_hits (query, text->title);
  g_autoptr (GArray) in_text = outlay_query_find_hits (query, text->text);
  apply (text, text->hit_tag, OUTLAY_PART_TITLE, in_title);
  apply (text, text->hit_tag, OUTLAY_PART_TEXT, in_text);
}

/**
 * outlay_article_text_choose:
 * @spans: (element-type OutlaySpan): words in @part of the article
 *
 * Marks the words that the user asked for strongest, and scrolls there.
 */
void
outlay_article_text_choose (OutlayArticleText *text, OutlayPart part, const GArray *spans)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  g_return_if_fail (OUTLAY_IS_ARTICLE_TEXT (text));

  if (spans->len == 0 || !is_inside (text, part, g_array_index (spans, OutlaySpan, 0)))
    return;
  buffer = get_buffer (text);
  apply (text, text->mark_tag, part, spans);
  apply (text, text->chosen_tag, part, spans);
  get_iters (text, part, g_array_index (spans, OutlaySpan, 0), &start, &end);
  gtk_text_buffer_place_cursor (buffer, &start);
  /* A page that shows them already does not move: the title stays in sight. */
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (text), gtk_text_buffer_get_insert (buffer),
                                CHOSEN_WITHIN, FALSE, 0, 0);
}

static GPtrArray *
list_tagged (OutlayArticleText *text, GtkTextTag *tag)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (get_buffer (text), &at);
  while (gtk_text_iter_forward_to_tag_toggle (&at, tag))
    {
      GtkTextIter end = at;

      if (!gtk_text_iter_starts_tag (&at, tag))
        continue;
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      g_ptr_array_add (words, gtk_text_iter_get_text (&at, &end));
    }
  return words;
}

/**
 * outlay_article_text_list_hits:
 *
 * Returns: (transfer full) (element-type utf8): the words that are marked as searched for, in the
 *   order of the text.
 */
GPtrArray *
outlay_article_text_list_hits (OutlayArticleText *text)
{
  g_return_val_if_fail (OUTLAY_IS_ARTICLE_TEXT (text), NULL);

  return list_tagged (text, text->hit_tag);
}

/**
 * outlay_article_text_list_marked:
 * @chosen: only the words that the user asked for
 *
 * Returns: (transfer full) (element-type utf8): the words that are marked, in the order of the
 *   text.
 */
GPtrArray *
outlay_article_text_list_marked (OutlayArticleText *text, gboolean chosen)
{
  g_return_val_if_fail (OUTLAY_IS_ARTICLE_TEXT (text), NULL);

  return list_tagged (text, chosen ? text->chosen_tag : text->mark_tag);
}
