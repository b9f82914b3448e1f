/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-page-maker.h"

#include <math.h>

/* How often a layout tells how far it is, in microseconds. */
#define PROGRESS_TIME 100000

/* What the thread is asked to do, and what it tells. */
typedef struct
{
  gint generation;
  gboolean quit;
  GPtrArray *deals;
  OutlayPrintChoices choices;
  GCancellable *reading;
  guint page;
  double scale;
  double width;
  double height;
} Wish;

/* What the thread works with; the maker may go while it is still at work. */
typedef struct
{
  GAsyncQueue *wishes;
  OutlayLedger *ledger;
  GWeakRef maker;
  /* The generation that is wanted; older work is left. */
  gint wanted;
  gint asked;
} Shared;

typedef struct
{
  Shared *shared;
  gint generation;
  double progress;
  guint n_pages;
  guint page;
  GBytes *pixels;
  int width;
  int height;
  char *failure;
} News;

struct _OutlayPageMaker
{
  GObject parent_instance;

  Shared *shared;
  gint generation;
  /* Stops the reading of articles that nothing wants any more. */
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (OutlayPageMaker, outlay_page_maker, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  LAID_OUT,
  PAGE,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_pointer (&wish->deals, g_ptr_array_unref);
  outlay_print_choices_clear (&wish->choices);
  g_clear_object (&wish->reading);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
clear_shared (gpointer data)
{
  Shared *shared = data;

  g_clear_pointer (&shared->wishes, g_async_queue_unref);
  g_clear_object (&shared->ledger);
  g_weak_ref_clear (&shared->maker);
}

static void
shared_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_shared);
}

static void
news_free (gpointer data)
{
  News *news = data;

  shared_unref (news->shared);
  g_clear_pointer (&news->pixels, g_bytes_unref);
  g_free (news->failure);
  g_free (news);
}

static void
tell_page (OutlayPageMaker *self, const News *news)
{
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
    news->width, news->height, GDK_MEMORY_DEFAULT, news->pixels, (gsize)news->width * 4);

  g_signal_emit (self, signals[PAGE], 0, news->page, texture);
}

static gboolean
tell_cb (gpointer data)
{
  const News *news = data;
  g_autoptr (OutlayPageMaker) self = g_weak_ref_get (&news->shared->maker);

  if (self == NULL || news->generation != self->generation)
    return G_SOURCE_REMOVE;
  if (news->failure != NULL)
    g_signal_emit (self, signals[FAILED], 0, news->failure);
  else if (news->pixels != NULL)
    tell_page (self, news);
  else if (news->n_pages > 0)
    g_signal_emit (self, signals[LAID_OUT], 0, news->n_pages);
  else
    g_signal_emit (self, signals[PROGRESS], 0, news->progress);
  return G_SOURCE_REMOVE;
}

static News *
news_new (Shared *shared, gint generation)
{
  News *news = g_new0 (News, 1);

  news->shared = g_atomic_rc_box_acquire (shared);
  news->generation = generation;
  return news;
}

static void
tell (News *news)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, news, news_free);
}

static gboolean
is_wanted (Shared *shared, gint generation)
{
  return g_atomic_int_get (&shared->wanted) == generation;
}

/* Lays out until it is done, or until something else is wanted. */
static gboolean
lay_out (Shared *shared, gint generation, OutlayReport *report)
{
  gint64 told = g_get_monotonic_time ();

  while (outlay_report_layout_some (report))
    {
      if (!is_wanted (shared, generation))
        return FALSE;
      if (g_get_monotonic_time () - told < PROGRESS_TIME)
        continue;
      News *news = news_new (shared, generation);
      news->progress = outlay_report_get_progress (report);
      tell (news);
      told = g_get_monotonic_time ();
    }
  return TRUE;
}

static GHashTable *
load_words (Shared *shared, const Wish *wish)
{
  g_autoptr (GError) error = NULL;
  GHashTable *words = outlay_report_load_words (shared->ledger, wish->deals, &wish->choices.report,
                                                wish->reading, &error);

  if (words == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      News *news = news_new (shared, wish->generation);

      news->failure = g_strdup (error->message);
      tell (news);
    }
  return words;
}

/* What is kept from one wish to the next. */
typedef struct
{
  OutlayReport *report;
  GHashTable *words;
  GPtrArray *deals;
  OutlayReportNeed need;
} Work;

static void
clear_words (Work *work)
{
  g_clear_pointer (&work->words, g_hash_table_unref);
  g_clear_pointer (&work->deals, g_ptr_array_unref);
}

/* The words of the articles are read once, unless other options need those of more deals. */
static gboolean
have_words (Work *work, Shared *shared, const Wish *wish)
{
  OutlayReportNeed need = outlay_report_get_need (&wish->choices.report);

  if (work->words != NULL && work->deals == wish->deals && work->need >= need)
    return TRUE;
  clear_words (work);
  work->words = load_words (shared, wish);
  work->deals = work->words != NULL ? g_ptr_array_ref (wish->deals) : NULL;
  work->need = need;
  return work->words != NULL;
}

static void
make_report (Work *work, Shared *shared, const Wish *wish)
{
  g_autoptr (GPtrArray) ordered = NULL;
  News *news;

  g_clear_object (&work->report);
  if (!is_wanted (shared, wish->generation) || !have_words (work, shared, wish))
    return;
  ordered = outlay_print_choices_order (&wish->choices, wish->deals);
  work->report = outlay_report_new (ordered, work->words, &wish->choices.report);
  if (!lay_out (shared, wish->generation, work->report))
    {
      g_clear_object (&work->report);
      return;
    }
  news = news_new (shared, wish->generation);
  news->n_pages = outlay_report_get_n_pages (work->report);
  tell (news);
}

static void
draw (Shared *shared, const Wish *wish, OutlayReport *report)
{
  int width = MAX ((int)ceil (wish->width * wish->scale), 1);
  int height = MAX ((int)ceil (wish->height * wish->scale), 1);
  int stride = width * 4;
  guchar *pixels = g_malloc ((gsize)stride * (gsize)height);
  cairo_surface_t *surface
    = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, width, height, stride);
  cairo_t *cr = cairo_create (surface);
  News *news = news_new (shared, wish->generation);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, wish->scale, wish->scale);
  outlay_report_draw_page (report, cr, wish->page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_destroy (surface);
  news->page = wish->page;
  news->width = width;
  news->height = height;
  news->pixels = g_bytes_new_take (pixels, (gsize)stride * (gsize)height);
  tell (news);
}

/* A page that was asked for after this one makes it needless. */
static gboolean
is_last (Shared *shared)
{
  return g_atomic_int_add (&shared->asked, -1) == 1;
}

static gpointer
work (gpointer data)
{
  Shared *shared = data;
  Work done = {NULL};

  while (TRUE)
    {
      g_autoptr (Wish) wish = g_async_queue_pop (shared->wishes);

      if (wish->quit)
        break;
      if (wish->deals != NULL)
        make_report (&done, shared, wish);
      else if (is_last (shared) && is_wanted (shared, wish->generation) && done.report != NULL
               && wish->page < outlay_report_get_n_pages (done.report))
        draw (shared, wish, done.report);
    }
  g_clear_object (&done.report);
  clear_words (&done);
  shared_unref (shared);
  return NULL;
}

static void
outlay_page_maker_finalize (GObject *object)
{
  OutlayPageMaker *self = OUTLAY_PAGE_MAKER (object);
  Wish *wish = g_new0 (Wish, 1);

  wish->quit = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_atomic_int_set (&self->shared->wanted, -1);
  g_async_queue_push (self->shared->wishes, wish);
  shared_unref (self->shared);
  G_OBJECT_CLASS (outlay_page_maker_parent_class)->finalize (object);
}

static void
outlay_page_maker_class_init (OutlayPageMakerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_page_maker_finalize;
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[LAID_OUT] = g_signal_new ("laid-out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PAGE] = g_signal_new ("page", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_UINT, GDK_TYPE_TEXTURE);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
outlay_page_maker_init (OutlayPageMaker *self)
{
}

/**
 * outlay_page_maker_new:
 * @ledger: where the articles are
 *
 * Returns: (transfer full): a maker without a report.
 */
OutlayPageMaker *
outlay_page_maker_new (OutlayLedger *ledger)
{
  OutlayPageMaker *self = g_object_new (OUTLAY_TYPE_PAGE_MAKER, NULL);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->wishes = g_async_queue_new_full (wish_free);
  self->shared->ledger = g_object_ref (ledger);
  g_weak_ref_init (&self->shared->maker, self);
  g_thread_unref (g_thread_new ("outlay-pages", work, g_atomic_rc_box_acquire (self->shared)));
  return self;
}

/**
 * outlay_page_maker_set_report:
 * @deals: (element-type OutlayDealRecord): what is printed, in the order shown; the array must not
 *   change any more
 *
 * Lays out @deals anew; what was being laid out before is left.
 */
void
outlay_page_maker_set_report (OutlayPageMaker *maker,
                              GPtrArray *deals,
                              const OutlayPrintChoices *choices)
{
  Wish *wish = g_new0 (Wish, 1);

  g_return_if_fail (OUTLAY_IS_PAGE_MAKER (maker));

  g_cancellable_cancel (maker->reading);
  g_clear_object (&maker->reading);
  maker->reading = g_cancellable_new ();
  wish->generation = ++maker->generation;
  wish->reading = g_object_ref (maker->reading);
  wish->deals = g_ptr_array_ref (deals);
  outlay_print_choices_copy (&wish->choices, choices);
  g_atomic_int_set (&maker->shared->wanted, wish->generation);
  g_async_queue_push (maker->shared->wishes, wish);
}

/**
 * outlay_page_maker_ask:
 * @page: from 0
 * @scale: pixels to a point
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Asks for a picture of a page; of several that were asked for the last alone is drawn.
 */
void
outlay_page_maker_ask (
  OutlayPageMaker *maker, guint page, double scale, double width, double height)
{
  Wish *wish = g_new0 (Wish, 1);

  g_return_if_fail (OUTLAY_IS_PAGE_MAKER (maker));

  wish->generation = maker->generation;
  wish->page = page;
  wish->scale = scale;
  wish->width = width;
  wish->height = height;
  g_atomic_int_inc (&maker->shared->asked);
  g_async_queue_push (maker->shared->wishes, wish);
}
