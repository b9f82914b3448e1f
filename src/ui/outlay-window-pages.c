/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the cards' place while there are none. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-window-private.h"

/* A ledger that opens faster than this many milliseconds shows no page of its own. */
#define LOADING_AFTER 300

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
ensure_no_match_page (OutlayWindow *window)
{
  if (window->no_match != NULL)
    return;
  GtkWidget *page = outlay_status_page_new ("edit-find-symbolic");
  GtkWidget *chips = g_object_new (OUTLAY_TYPE_CHIP_ROW, NULL);
  GtkWidget *clear = make_button (_ ("_Clear All Filters"), "win.clear-filters");

  outlay_chip_row_set_centred (OUTLAY_CHIP_ROW (chips), TRUE);
  outlay_chip_row_set_state (OUTLAY_CHIP_ROW (chips), window->state);
  outlay_status_page_append (OUTLAY_STATUS_PAGE (page), chips);
  outlay_status_page_append (OUTLAY_STATUS_PAGE (page), clear);
  gtk_stack_add_named (window->content, page, "no-match");
  window->no_match = OUTLAY_STATUS_PAGE (page);
}

static void
ensure_failure_page (OutlayWindow *window)
{
  if (window->failure != NULL)
    return;
  GtkWidget *page = outlay_status_page_new ("dialog-error-symbolic");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  window->restore_button = make_button ("", "win.restore-copy");
  gtk_widget_add_css_class (window->restore_button, "suggested-action");
  gtk_box_append (GTK_BOX (box), window->restore_button);
  gtk_box_append (GTK_BOX (box), make_button (_ ("_Try Again"), "win.reload"));
  gtk_box_append (GTK_BOX (box), make_button (_ ("Open _Another…"), "win.open-ledger"));
  outlay_status_page_append (OUTLAY_STATUS_PAGE (page), box);
  gtk_stack_add_named (window->content, page, "failure");
  window->failure = OUTLAY_STATUS_PAGE (page);
}

static void
ensure_nothing_page (OutlayWindow *window)
{
  if (window->nothing != NULL)
    return;
  GtkWidget *page = outlay_status_page_new ("view-grid-symbolic");
  gtk_stack_add_named (window->content, page, "nothing");
  window->nothing = OUTLAY_STATUS_PAGE (page);
}

static void
show_first_run (OutlayWindow *window)
{
  if (window->first_run == NULL)
    {
      GtkWidget *page = g_object_new (OUTLAY_TYPE_FIRST_RUN_PAGE, NULL);

      window->first_run = OUTLAY_FIRST_RUN_PAGE (page);
      outlay_first_run_page_set_tight (window->first_run,
                                       outlay_window_get_layout (window) >= OUTLAY_LAYOUT_NARROW);
      gtk_stack_add_named (window->content, page, "first-run");
    }
  gtk_stack_set_visible_child_name (window->content, "first-run");
}

static void
show_no_match (OutlayWindow *window)
{
  guint count = outlay_view_state_count_filters (window->state);
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u filter is on. Remove it:", "%u filters are on. Remove one of these:", count),
    count);

  ensure_no_match_page (window);
  outlay_status_page_set_texts (window->no_match, _ ("No deals match"), text);
  gtk_stack_set_visible_child_name (window->content, "no-match");
}

static void
show_nothing (OutlayWindow *window)
{
  ensure_nothing_page (window);
  switch (outlay_view_state_get_scope (window->state))
    {
    case OUTLAY_SCOPE_REVIEW:
      outlay_status_page_set_texts (window->nothing, _ ("Nothing to review"),
                                    _ ("New doubts appear here after an import."));
      break;
    case OUTLAY_SCOPE_CONFLICTS:
      outlay_status_page_set_texts (window->nothing, _ ("The articles agree"), NULL);
      break;
    case OUTLAY_SCOPE_STARRED:
      outlay_status_page_set_texts (window->nothing, _ ("No starred deals"),
                                    _ ("Press S on a deal."));
      break;
    case OUTLAY_SCOPE_ARTICLE:
      outlay_status_page_set_texts (window->nothing, _ ("No deal found in this article"), NULL);
      break;
    default:
      outlay_status_page_set_texts (window->nothing, _ ("No deal found in these articles"),
                                    _ ("Import more, or look into one in the sidebar."));
    }
  gtk_stack_set_visible_child_name (window->content, "nothing");
}

static void
loading_late_cb (gpointer user_data)
{
  OutlayWindow *window = user_data;

  window->loading_timeout = 0;
  gtk_spinner_start (window->spinner);
  gtk_stack_set_visible_child_name (window->content, "loading");
}

static void
offer_copy (OutlayWindow *window)
{
  const OutlayBackup *copy = outlay_store_get_copy (window->store);

  gtk_widget_set_visible (window->restore_button, copy != NULL);
  if (copy == NULL)
    return;
  g_autofree char *day = outlay_format_date (outlay_date_day (
    g_date_get_year (&copy->day), g_date_get_month (&copy->day), g_date_get_day (&copy->day)));
  /* Translators: a button; {day} is a date: "21 Nov 2026". */
  g_autofree char *label
    = outlay_format_fill (_ ("_Go Back to the Copy of {day}"), "day", day, NULL);
  gtk_button_set_label (GTK_BUTTON (window->restore_button), label);
}

static void
show_unopened (OutlayWindow *window)
{
  const GError *error = outlay_store_get_error (window->store);

  if (error != NULL)
    {
      ensure_failure_page (window);
      outlay_status_page_set_texts (window->failure, _ ("The ledger cannot be opened"),
                                    error->message);
      offer_copy (window);
      gtk_stack_set_visible_child_name (window->content, "failure");
      return;
    }
  gtk_stack_set_visible_child_name (window->content, "blank");
  if (window->loading_timeout == 0)
    window->loading_timeout = g_timeout_add_once (LOADING_AFTER, loading_late_cb, window);
}

/* The page of no match has chips of its own. */
static void
show_chips (OutlayWindow *window, gboolean any_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (window->chips),
                          any_shown && outlay_view_state_count_filters (window->state) > 0);
}

/** outlay_window_choose_page: shows the deals, or why there are none. */
void
outlay_window_choose_page (OutlayWindow *window)
{
  const OutlayTotals *totals = outlay_view_state_get_totals (window->state);
  GListModel *sources = outlay_store_get_sources (window->store);
  gboolean empty = totals->n_all == 0;
  gboolean opened = outlay_store_get_opened (window->store)
                    && !(empty && outlay_view_state_is_partial (window->state));

  g_clear_handle_id (&window->loading_timeout, g_source_remove);
  /* On a page that is not seen it would go on to keep the window awake. */
  gtk_spinner_stop (window->spinner);
  show_chips (window, opened && !empty && totals->n_deals > 0);
  gtk_widget_set_visible (window->filters, opened && !empty);
  if (!opened)
    show_unopened (window);
  else if (empty && g_list_model_get_n_items (sources) == 0)
    show_first_run (window);
  else if (totals->n_deals > 0
           && outlay_view_state_get_scope (window->state) == OUTLAY_SCOPE_REVIEW)
    outlay_window_show_review (window);
  else if (totals->n_deals > 0)
    gtk_stack_set_visible_child_name (window->content, outlay_view_to_string (window->view));
  else if (outlay_view_state_count_filters (window->state) > 0)
    show_no_match (window);
  else
    show_nothing (window);
}
