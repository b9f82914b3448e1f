/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui: the window. Uses model, report, base and GTK 4. Each room keeps its widgets with their .ui
 * files; every widget binds to the view state that the window gives it, none to another widget.
 *
 *   cards/    the grid of cards
 *   filter/   filter bar, facets, chips, sort menu, totals
 *   sidebar/  scopes, sources, articles
 *   details/  details of the selected deal, and the article with its words marked
 *   import/   progress and report of imports, drop zone, first-run page
 *   print/    print dialog, preview, PDF export
 *   layout/   how the panes share the width
 */
#pragma once

#include "outlay-application.h"
#include "outlay-window.h"
