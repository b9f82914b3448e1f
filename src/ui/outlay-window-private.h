/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's files share. outlay-window.c makes the window and ties it to its state,
 * -layout.c places sidebar and side, -views.c switches between the views of the deals, -pages.c
 * chooses what stands in the cards' place, -import.c chooses files and follows imports, -offers.c
 * takes what is dropped and pasted, -selection.c does what is done to the deals selected,
 * -reread.c reads articles again,
 * -actions.c has what menus and keys do. */
#pragma once

#include "outlay-window.h"
#include "ui/access/outlay-tab-stop.h"
#include "ui/cards/outlay-cards-view.h"
#include "ui/details/outlay-details-pane.h"
#include "ui/filter/outlay-chip-row.h"
#include "ui/filter/outlay-filter-bar.h"
#include "ui/filter/outlay-totals-button.h"
#include "ui/flows/outlay-flows-view.h"
#include "ui/import/outlay-import-bar.h"
#include "ui/import/outlay-import-report.h"
#include "ui/pages/outlay-first-run-page.h"
#include "ui/pages/outlay-status-page.h"
#include "ui/review/outlay-review-view.h"
#include "ui/selection/outlay-selection-bar.h"
#include "ui/sidebar/outlay-sidebar.h"
#include "ui/table/outlay-table-view.h"
#include "ui/timeline/outlay-timeline-view.h"
#include "ui/toast/outlay-toast-overlay.h"

G_BEGIN_DECLS

struct _OutlayWindow
{
  GtkApplicationWindow parent_instance;

  GSettings *settings;
  OutlayStore *store;
  OutlayViewState *state;
  OutlaySelection *selection;
  OutlaySavedFilters *saved;

  GtkHeaderBar *header;
  GtkWidget *back;
  GtkWidget *sidebar_button;
  GtkWidget *import_button;
  GtkWidget *import_label;
  GtkWidget *print_button;
  GtkWidget *search_button;
  GtkWidget *import_arrow;
  GtkWidget *views_box;
  OutlayTotalsButton *totals;

  OutlayLayoutBin *layout;
  GtkPaned *sidebar_pane;
  GtkRevealer *sidebar_over;
  GtkPaned *side_pane;
  GtkBox *side_page;
  GtkStack *pages;
  GtkSpinner *spinner;
  GtkStack *side;
  OutlayDetailsPane *details;
  OutlayImportReport *report;
  OutlaySide shown_side;
  gboolean article_beside;
  gboolean sidebar_wanted;
  int side_width;
  int side_pane_width;

  OutlaySidebar *sidebar;
  GtkBox *center;
  OutlayImportBar *import_bar;
  GtkWidget *filters;
  OutlayFilterBar *filter_bar;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  OutlayChipRow *chips;
  GtkStack *content;
  OutlayCardsView *cards;
  OutlaySelectionBar *selection_bar;
  /* The views by OutlayView, made when they are first shown, and what each puts in the bar. */
  GtkWidget *views[OUTLAY_N_VIEWS];
  OutlayView view;
  GtkStack *tools;
  GtkWidget *view_bar;
  OutlayFirstRunPage *first_run;
  OutlayStatusPage *no_match;
  OutlayStatusPage *nothing;
  OutlayStatusPage *failure;
  GtkWidget *restore_button;
  guint loading_timeout;

  GtkMenuButton *primary_button;
  GMenuModel *import_menu;
  GMenuModel *primary_menu;
  GMenu *watch_section;
  OutlayReviewView *review;
  GtkWidget *undo_button;
  GtkRevealer *drop_zone;
  OutlayToastOverlay *toasts;
  GtkNativeDialog *chooser;
  GtkWidget *rejected;
  /* Words of an act whose message came before the window knew that it was the last one. */
  char *told;
  /* The ledger whose articles were counted that another version has read. */
  OutlayLedger *counted;
  /* The ledger that the report tells of. */
  OutlayLedger *reported;
};

OutlayDetailsPane *outlay_window_ensure_details (OutlayWindow *window);
void outlay_window_install_actions (OutlayWindow *window);
void outlay_window_update_actions (OutlayWindow *window);
void outlay_window_place_panes (OutlayWindow *window);
void outlay_window_toggle_sidebar (OutlayWindow *window);
gboolean outlay_window_shows_sidebar (OutlayWindow *window);
gboolean outlay_window_close_sidebar_over (OutlayWindow *window);
void outlay_window_close_sidebar_by_click (OutlayWindow *window);
void outlay_window_follow_side (OutlayWindow *window);
gboolean outlay_view_from_string (const char *string, OutlayView *view);
const char *outlay_view_to_string (OutlayView view);
void outlay_window_open_details (OutlayWindow *window, const char *what);
void outlay_window_print (OutlayWindow *window, OutlayShown *shown, const char *filter);
void outlay_window_focus_view (OutlayWindow *window);
void outlay_window_choose_page (OutlayWindow *window);
void outlay_window_follow_imports (OutlayWindow *window);
OutlayImport *outlay_window_get_import (OutlayWindow *window);
void
outlay_window_add_key (OutlayWindow *window, guint key, GdkModifierType state, const char *action);
void outlay_window_focus_review (OutlayWindow *window);
void outlay_window_show_review (OutlayWindow *window);
void outlay_window_follow_acts (OutlayWindow *window);
void outlay_window_follow_selection (OutlayWindow *window);
void outlay_window_lift_toasts (OutlayWindow *window);
void outlay_window_follow_rereading (OutlayWindow *window);
void outlay_window_take_offers (OutlayWindow *window);
void outlay_window_watch (OutlayWindow *window, GFile *folder);
void outlay_window_choose_watched (OutlayWindow *window);
void outlay_window_choose_files (OutlayWindow *window, gboolean folder);
void outlay_window_choose_ledger (OutlayWindow *window);
void outlay_window_choose_copy (OutlayWindow *window);

G_END_DECLS
