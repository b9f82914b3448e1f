/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayXmlFunc:
 * @node: an element that was asked for, whole; or the root, at last
 * @cut: whether the file ends inside it
 * @user_data: as given
 *
 * Returns: whether more is wanted.
 */
typedef gboolean (*OutlayXmlFunc) (xmlNode *node, gboolean cut, gpointer user_data);

gboolean outlay_xml_read_records (const GString *text,
                                  const char *const *names,
                                  OutlayXmlFunc func,
                                  gpointer user_data);
gboolean outlay_xml_is (const xmlNode *node, const char *name);
xmlNode *outlay_xml_get_child (const xmlNode *node, const char *name);
xmlNode *outlay_xml_find (const xmlNode *node, const char *name);
char *outlay_xml_dup_attribute (const xmlNode *node, const char *name);
char *outlay_xml_dup_text (const xmlNode *node);
char *outlay_xml_dup_child_text (const xmlNode *node, const char *name);
char *outlay_xml_dup_markup (const xmlNode *node);

G_END_DECLS
