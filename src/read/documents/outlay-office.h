/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayOffice:
 * @markup: the text as a page
 * @title: (nullable): as the document's own styles mark it
 * @meta_title: (nullable): what the document's data call it
 * @author: (nullable): by the document's data
 * @made: (nullable): when it was made, by the document's data
 * @language: (nullable): by the document's data
 * @cut: whether its end is missing
 *
 * A document of a word processor.
 */
typedef struct
{
  GString *markup;
  char *title;
  char *meta_title;
  char *author;
  char *made;
  char *language;
  gboolean cut;
} OutlayOffice;

typedef void (*OutlayOfficeFunc) (OutlayOffice *office, xmlNode *root, GHashTable *styles);

OutlayOffice *outlay_office_new (void);
void outlay_office_free (OutlayOffice *office);
gboolean outlay_office_parse (GHashTable *parts,
                              const char *name,
                              OutlayOffice *office,
                              OutlayOfficeFunc func,
                              GHashTable *styles);
void outlay_office_read_data (OutlayOffice *office, xmlNode *root, GHashTable *styles);
void outlay_office_add_block (OutlayOffice *office, const char *tag, const char *text);
gboolean outlay_office_is (const xmlNode *node, const char *name);
char *outlay_office_dup_attribute (const xmlNode *node, const char *name);
const xmlNode *outlay_office_next (const xmlNode *top, const xmlNode *node, gboolean inside);

void outlay_docx_read_styles (OutlayOffice *office, xmlNode *root, GHashTable *styles);
void outlay_docx_read_body (OutlayOffice *office, xmlNode *root, GHashTable *styles);
void outlay_odt_read_body (OutlayOffice *office, xmlNode *root, GHashTable *styles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayOffice, outlay_office_free)

G_END_DECLS
