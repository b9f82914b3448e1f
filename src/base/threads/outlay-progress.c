/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-progress.h"

typedef struct
{
  gboolean running;
  guint n_done;
  guint n_total;
  char *current;
} State;

typedef struct
{
  /* Progress is told on the thread and in the main context that the object was made in. */
  GThread *thread;
  GMainContext *context;
  /* @lock guards @state and @telling. */
  GMutex lock;
  State state;
  gboolean telling;
  State told;
} OutlayProgressPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (OutlayProgress, outlay_progress, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static OutlayProgressPrivate *
get_private (OutlayProgress *self)
{
  return outlay_progress_get_instance_private (self);
}

static void
outlay_progress_finalize (GObject *object)
{
  OutlayProgressPrivate *own = get_private (OUTLAY_PROGRESS (object));

  g_main_context_unref (own->context);
  g_free (own->state.current);
  g_free (own->told.current);
  g_mutex_clear (&own->lock);
  G_OBJECT_CLASS (outlay_progress_parent_class)->finalize (object);
}

static void
outlay_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayProgressPrivate *own = get_private (OUTLAY_PROGRESS (object));

  g_mutex_lock (&own->lock);
  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, own->state.running);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, own->state.n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, own->state.n_total);
      break;
    case PROP_CURRENT:
      g_value_set_string (value, own->state.current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  g_mutex_unlock (&own->lock);
}

static void
outlay_progress_class_init (OutlayProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = outlay_progress_finalize;
  object_class->get_property = outlay_progress_get_property;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CURRENT] = g_param_spec_string ("current", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_progress_init (OutlayProgress *self)
{
  OutlayProgressPrivate *own = get_private (self);

  own->thread = g_thread_self ();
  own->context = g_main_context_ref_thread_default ();
  g_mutex_init (&own->lock);
}

/* Says what has changed since it was last said. */
static void
tell (OutlayProgress *self)
{
  OutlayProgressPrivate *own = get_private (self);
  gboolean changed[N_PROPS] = {FALSE};

  g_mutex_lock (&own->lock);
  own->telling = FALSE;
  changed[PROP_RUNNING] = own->told.running != own->state.running;
  changed[PROP_N_DONE] = own->told.n_done != own->state.n_done;
  changed[PROP_N_TOTAL] = own->told.n_total != own->state.n_total;
  changed[PROP_CURRENT] = g_strcmp0 (own->told.current, own->state.current) != 0;
  g_free (own->told.current);
  own->told = own->state;
  own->told.current = g_strdup (own->state.current);
  g_mutex_unlock (&own->lock);
  for (guint id = PROP_0 + 1; id < N_PROPS; id++)
    {
      if (changed[id])
        g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
    }
}

static gboolean
tell_cb (gpointer data)
{
  tell (data);
  return G_SOURCE_REMOVE;
}

/* Many steps of progress between two turns of the main loop are told once. */
static void
tell_later (OutlayProgress *self)
{
  OutlayProgressPrivate *own = get_private (self);
  g_autoptr (GSource) source = NULL;
  gboolean pending;

  g_mutex_lock (&own->lock);
  pending = own->telling;
  own->telling = TRUE;
  g_mutex_unlock (&own->lock);
  if (pending)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, own->context);
}

/**
 * outlay_progress_new:
 *
 * Returns: (transfer full): the progress of a task that has not begun.
 */
OutlayProgress *
outlay_progress_new (void)
{
  return g_object_new (OUTLAY_TYPE_PROGRESS, NULL);
}

/**
 * outlay_progress_set:
 * @current: (nullable) (transfer full): the label of what is being done
 *
 * Tells how far the task is; from any thread.
 */
void
outlay_progress_set (
  OutlayProgress *self, gboolean running, guint n_done, guint n_total, char *current)
{
  g_return_if_fail (OUTLAY_IS_PROGRESS (self));

  OutlayProgressPrivate *own = get_private (self);

  g_mutex_lock (&own->lock);
  g_free (own->state.current);
  own->state = (State){running, n_done, n_total, current};
  g_mutex_unlock (&own->lock);
  if (g_thread_self () == own->thread)
    tell (self);
  else
    tell_later (self);
}

/** outlay_progress_get_n_done: returns how much is done; from any thread. */
guint
outlay_progress_get_n_done (OutlayProgress *self)
{
  OutlayProgressPrivate *own = get_private (self);
  guint n_done;

  g_mutex_lock (&own->lock);
  n_done = own->state.n_done;
  g_mutex_unlock (&own->lock);
  return n_done;
}
