/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-date.h"
#include "read/html/outlay-page.h"

G_BEGIN_DECLS

/**
 * OutlayPageData:
 * @headline: (nullable): the article's title as the page's data give it, without the site's name
 * @title: (nullable): the title of the window, often with the site's name
 * @site: (nullable): name of who published
 * @author: (nullable): who wrote it
 * @url: (nullable): canonical address
 * @language: ISO 639-1 code, "" where the page tells none
 * @published: day of publication by meta elements, unset where they don't tell
 * @linked_published: day of publication by linked data (JSON-LD)
 * @body: (nullable): the article's text by linked data
 * @paid: whether linked data say that the article is not free
 *
 * What a page tells machines about its article.
 */
typedef struct
{
  char *headline;
  char *title;
  char *site;
  char *author;
  char *url;
  char *language;
  OutlayDate published;
  OutlayDate linked_published;
  char *body;
  gboolean paid;
} OutlayPageData;

OutlayPageData *outlay_page_data_new (const OutlayPage *page);
void outlay_page_data_free (OutlayPageData *data);
void outlay_page_data_read_linked (OutlayPageData *data, const char *json);
gboolean outlay_page_data_read_day (const char *text, OutlayDate *day);
void outlay_page_data_set (char **member, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPageData, outlay_page_data_free)

G_END_DECLS
