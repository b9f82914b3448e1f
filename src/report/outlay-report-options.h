/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayReportLayout:
 * @OUTLAY_REPORT_BRIEF: one or two pages: sums, the largest deals, kinds, a chart, circles of money
 * @OUTLAY_REPORT_TABLE: a row a deal
 * @OUTLAY_REPORT_CARDS: the cards of the window, two or more side by side
 * @OUTLAY_REPORT_DOSSIER: a section a deal, with the words that prove it
 * @OUTLAY_REPORT_SOURCES: the articles that the deals rest on
 */
typedef enum
{
  OUTLAY_REPORT_BRIEF,
  OUTLAY_REPORT_TABLE,
  OUTLAY_REPORT_CARDS,
  OUTLAY_REPORT_DOSSIER,
  OUTLAY_REPORT_SOURCES,
} OutlayReportLayout;

#define OUTLAY_N_REPORT_LAYOUTS (OUTLAY_REPORT_SOURCES + 1)

/** OutlayReportPart: what may be included; each layout has a place for some of them. */
typedef enum
{
  OUTLAY_REPORT_PART_SUMS,
  OUTLAY_REPORT_PART_LARGEST,
  OUTLAY_REPORT_PART_KINDS,
  OUTLAY_REPORT_PART_CHART,
  OUTLAY_REPORT_PART_CIRCLES,
  OUTLAY_REPORT_PART_CONTENTS,
  OUTLAY_REPORT_PART_EVIDENCE,
  OUTLAY_REPORT_PART_QUOTES,
  OUTLAY_REPORT_PART_CONFLICTS,
  OUTLAY_REPORT_PART_HISTORY,
  OUTLAY_REPORT_PART_SOURCES,
  OUTLAY_REPORT_PART_NOTES,
} OutlayReportPart;

#define OUTLAY_N_REPORT_PARTS (OUTLAY_REPORT_PART_NOTES + 1)

/** OutlayReportGroup: what the deals of a table, of cards or of a dossier are grouped by. */
typedef enum
{
  OUTLAY_REPORT_GROUP_NONE,
  OUTLAY_REPORT_GROUP_PARTY,
  OUTLAY_REPORT_GROUP_COUNTRY,
  OUTLAY_REPORT_GROUP_KIND,
  OUTLAY_REPORT_GROUP_QUARTER,
} OutlayReportGroup;

#define OUTLAY_N_REPORT_GROUPS (OUTLAY_REPORT_GROUP_QUARTER + 1)

/** OutlayReportColumn: what a table may have columns for; number and parties stand always. */
typedef enum
{
  OUTLAY_REPORT_COLUMN_KIND,
  OUTLAY_REPORT_COLUMN_AMOUNT,
  OUTLAY_REPORT_COLUMN_CONVERTED,
  OUTLAY_REPORT_COLUMN_CAPACITY,
  OUTLAY_REPORT_COLUMN_WHERE,
  OUTLAY_REPORT_COLUMN_WHEN,
  OUTLAY_REPORT_COLUMN_STATUS,
  OUTLAY_REPORT_COLUMN_ANNOUNCED,
  OUTLAY_REPORT_COLUMN_SOURCES,
} OutlayReportColumn;

#define OUTLAY_N_REPORT_COLUMNS (OUTLAY_REPORT_COLUMN_SOURCES + 1)

/** OUTLAY_REPORT_SIZE: points of the text in a field, where nothing else is chosen. */
#define OUTLAY_REPORT_SIZE     8.5
#define OUTLAY_REPORT_SIZE_MIN 6.0
#define OUTLAY_REPORT_SIZE_MAX 14.0

/** OUTLAY_REPORT_MARGIN_MAX: the widest margin that can be asked for, in points. */
#define OUTLAY_REPORT_MARGIN_MAX 120.0

/**
 * OutlayReportOptions:
 * @layout: how the deals are shown
 * @parts: of each layout, bit (1 << part) of what is included
 * @columns: bit (1 << column) of the table's columns
 * @group: what the deals are grouped by
 * @currency: ISO 4217 code that sums are told in, "" for each currency apart
 * @title: (nullable): heading of the first page and of the document; %NULL for the usual one
 * @subtitle: (nullable): beneath it; %NULL for what is shown, in words
 * @paper: name of the paper: "a4"
 * @landscape: whether the paper lies on its long side
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @margin: from the paper's sides to the text, in points; 0 for the usual one
 * @edge: nearest to any edge that the printer can draw, in points
 * @size: of the text in a field, in points; all else is larger or smaller in proportion
 * @serif: (nullable): font family of titles and quotes; %NULL for the usual one
 * @sans: (nullable): font family of all else; %NULL for the usual one
 * @monochrome: whether all is black and grey
 * @filter: (nullable): what is shown, in words: "7 of 48 deals · kind: build"
 * @date: (nullable): the day printed on every page, in words; %NULL for the day that a reproducible
 *   build asks for, or else the newest that the deals and their articles tell
 * @lang: (nullable): language of the document; %NULL for that of the messages
 *
 * What a person chooses for a printed summary, and what stands on its pages. @filter, @date and
 * @lang are of one print; all else can be kept.
 */
typedef struct
{
  OutlayReportLayout layout;
  guint parts[OUTLAY_N_REPORT_LAYOUTS];
  guint columns;
  OutlayReportGroup group;
  char currency[4];
  char *title;
  char *subtitle;
  char *paper;
  gboolean landscape;
  double width;
  double height;
  double margin;
  double edge;
  double size;
  char *serif;
  char *sans;
  gboolean monochrome;
  char *filter;
  char *date;
  char *lang;
} OutlayReportOptions;

void outlay_report_options_init (OutlayReportOptions *options);
void outlay_report_options_clear (OutlayReportOptions *options);
void outlay_report_options_copy (OutlayReportOptions *copy, const OutlayReportOptions *options);
gboolean outlay_report_options_set_paper (OutlayReportOptions *options,
                                          const char *paper,
                                          gboolean landscape);
gboolean outlay_report_options_has (const OutlayReportOptions *options, OutlayReportPart part);
void outlay_report_options_set_part (OutlayReportOptions *options,
                                     OutlayReportPart part,
                                     gboolean included);
void outlay_report_options_load (OutlayReportOptions *options, GKeyFile *file, const char *group);
void
outlay_report_options_save (const OutlayReportOptions *options, GKeyFile *file, const char *group);

guint outlay_report_layout_get_parts (OutlayReportLayout layout);
gboolean outlay_report_layout_has_groups (OutlayReportLayout layout);
gboolean outlay_report_layout_from_string (const char *string, OutlayReportLayout *layout);
gboolean outlay_report_group_from_string (const char *string, OutlayReportGroup *group);
gboolean outlay_report_part_from_string (const char *string, OutlayReportPart *part);
gboolean outlay_report_column_from_string (const char *string, OutlayReportColumn *column);
const char *outlay_report_paper_get_name (guint index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayReportOptions, outlay_report_options_clear)

G_END_DECLS
