/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work beside the main loop, of which nothing but the work itself is done in another thread. */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-worker.h"

typedef struct
{
  GTask *task;
  GTaskThreadFunc run;
} Work;

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Leftover;

static gboolean
let_go_cb (gpointer task)
{
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
let_go (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "outlay_worker_run");
  g_source_set_callback (source, let_go_cb, task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static void
work_cb (gpointer data, gpointer user_data)
{
  g_autofree Work *work = data;
  GTask *task = work->task;

  work->run (task, g_task_get_source_object (task), g_task_get_task_data (task),
             g_task_get_cancellable (task));
  let_go (task);
}

static gpointer
make_pool (gpointer data)
{
  /* Threads without a limit: what the user began long ago never keeps what is asked for now. */
  return g_thread_pool_new (work_cb, NULL, -1, FALSE, NULL);
}

/**
 * outlay_worker_run:
 * @task: what is done, and who hears of it
 * @run: does it, and ends with g_task_return_error() or its like
 *
 * Does @task in a worker thread, as g_task_run_in_thread() would. That may let go of the task last
 * of all in its thread, and with it of the object and the data that the task holds: of a window or
 * a list, which may only be undone where the main loop runs. Here that is where they end.
 */
void
outlay_worker_run (GTask *task, GTaskThreadFunc run)
{
  static GOnce once = G_ONCE_INIT;
  Work *work;

  g_return_if_fail (G_IS_TASK (task) && run != NULL);

  work = g_new0 (Work, 1);
  *work = (Work){g_object_ref (task), run};
  g_thread_pool_push (g_once (&once, make_pool, NULL), work, NULL);
}

static void
free_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Leftover *leftover = data;

  leftover->destroy (leftover->data);
  g_task_return_boolean (task, TRUE);
}

/**
 * outlay_worker_free:
 * @data: (transfer full): what nobody else holds, and so large that to free it holds a frame up
 * @destroy: frees it; from any thread
 *
 * Frees @data in a worker thread.
 */
void
outlay_worker_free (gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Leftover *leftover = g_new0 (Leftover, 1);

  *leftover = (Leftover){data, destroy};
  g_task_set_task_data (task, leftover, g_free);
  g_task_set_source_tag (task, outlay_worker_free);
  outlay_worker_run (task, free_in_thread);
}
