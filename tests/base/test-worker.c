/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work beside the main loop. */
#include <dlfcn.h>
#include <glib-object.h>

#include "base/threads/outlay-worker.h"

static GThread *here;
static GThread *ended_in;
static gboolean done;
static gint heard;

/* What a thread does to call the main loop: it stands still after it until that has heard, as the
 * system may let it do at any time. */
guint
g_source_attach (GSource *source, GMainContext *context)
{
  static guint (*attach) (GSource *, GMainContext *);

  if (attach == NULL)
    *(void **)&attach = dlsym (RTLD_NEXT, "g_source_attach");
  guint id = attach (source, context);
  while (g_thread_self () != here && !g_atomic_int_get (&heard))
    g_thread_yield ();
  return id;
}

static void
ended_cb (gpointer data, GObject *object)
{
  g_atomic_pointer_set (&ended_in, g_thread_self ());
  g_main_context_wakeup (NULL);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_assert_true (g_thread_self () != here);
  g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_thread_self () == here);
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  done = TRUE;
}

static void
begin (void)
{
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GTask) task = g_task_new (source, NULL, done_cb, NULL);

  g_object_weak_ref (source, ended_cb, NULL);
  outlay_worker_run (task, work);
}

static void
end_here (void)
{
  begin ();
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (g_atomic_pointer_get (&ended_in));
  g_atomic_int_set (&heard, TRUE);
  while (g_atomic_pointer_get (&ended_in) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ended_in == here);
}

static void
free_cb (gpointer data)
{
  g_assert_true (g_thread_self () != here);
  g_free (data);
  g_atomic_pointer_set (&ended_in, g_thread_self ());
  g_main_context_wakeup (NULL);
}

static void
free_there (void)
{
  ended_in = NULL;
  outlay_worker_free (g_malloc (1), free_cb);
  while (g_atomic_pointer_get (&ended_in) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  here = g_thread_self ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/what a task holds ends in the thread that asked for it", end_here);
  g_test_add_func ("/worker/what is large is freed in another thread", free_there);
  return g_test_run ();
}
