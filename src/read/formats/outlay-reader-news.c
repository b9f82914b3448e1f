/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What news agencies send: NewsML-G2, https://iptc.org/standards/newsml-g2, and NITF. */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/formats/outlay-entry-list.h"
#include "read/formats/outlay-markup-text.h"
#include "read/formats/outlay-stamp.h"
#include "read/formats/outlay-xml-prepare.h"
#include "read/formats/outlay-xml-records.h"
#include "read/outlay-reader.h"

#define MAX_ITEMS 5000

/* Elements that tell a day, by their text or by an attribute of theirs. */
static const char *const day_names[]
  = {"date.issue",   "date.release",   "story.date", "contentCreated",
     "firstCreated", "versionCreated", NULL};

static gboolean
recognise (const OutlayReadInput *input)
{
  static const char *const roots[]
    = {"newsMessage", "newsItem", "packageItem", "NewsML", "nitf", NULL};
  g_autofree char *root = outlay_xml_find_root (input->data, input->size);

  return root != NULL && g_strv_contains (roots, root);
}

static void
set_day (OutlayArticle *article, const xmlNode *item)
{
  for (const char *const *name = day_names; *name != NULL; name++)
    {
      const xmlNode *node = outlay_xml_find (item, *name);
      g_autofree char *stamp = node != NULL ? outlay_xml_dup_attribute (node, "norm") : NULL;

      if (node != NULL && stamp == NULL)
        stamp = outlay_xml_dup_text (node);
      if (stamp != NULL && outlay_stamp_read (stamp, &article->published))
        return;
    }
}

static void
set_text_of (char **member, const xmlNode *item, const char *name)
{
  const xmlNode *node = outlay_xml_find (item, name);
  g_autofree char *text = node != NULL ? outlay_xml_dup_text (node) : NULL;

  outlay_entry_set (member, text);
}

static void
set_attribute_of (char **member, const xmlNode *item, const char *name, const char *attribute)
{
  const xmlNode *node = outlay_xml_find (item, name);
  g_autofree char *text = node != NULL ? outlay_xml_dup_attribute (node, attribute) : NULL;

  outlay_entry_set (member, text);
}

/* A provider is an element with its name, or a code behind the name of its list. */
static void
set_provider (OutlayArticle *article, const xmlNode *item)
{
  const xmlNode *provider = outlay_xml_find (item, "provider");
  g_autofree char *name = provider != NULL ? outlay_xml_dup_child_text (provider, "name") : NULL;
  g_autofree char *code = provider != NULL ? outlay_xml_dup_attribute (provider, "qcode") : NULL;
  const char *colon = code != NULL ? strchr (code, ':') : NULL;

  outlay_entry_set (&article->source, name);
  set_attribute_of (&article->source, item, "provider", "literal");
  outlay_entry_set (&article->source, colon != NULL ? colon + 1 : code);
}

static void
set_facts (OutlayEntry *entry, const xmlNode *item)
{
  OutlayArticle *article = entry->article;
  const xmlNode *person = outlay_xml_find (item, "byline");
  const xmlNode *language = outlay_xml_find (item, "language");
  const xmlNode *publication = outlay_xml_find (item, "pubdata");
  g_autofree char *tag = language != NULL ? outlay_xml_dup_attribute (language, "tag") : NULL;
  g_autofree char *address
    = publication != NULL ? outlay_xml_dup_attribute (publication, "ex-ref") : NULL;

  set_text_of (&article->title, item, "headline");
  set_text_of (&article->title, item, "hl1");
  set_text_of (&article->title, item, "title");
  if (person != NULL)
    set_text_of (&article->author, person, "person");
  set_text_of (&article->author, item, "by");
  set_text_of (&article->author, item, "byline");
  set_provider (article, item);
  set_text_of (&article->source, item, "distributor");
  set_attribute_of (&article->source, item, "pubdata", "name");
  set_text_of (&article->source, item, "creditline");
  set_attribute_of (&article->source, item, "doc.copyright", "holder");
  outlay_entry_set_address (entry, address);
  set_day (article, item);
  if (tag != NULL && g_ascii_isalpha (tag[0]) && g_ascii_isalpha (tag[1]))
    {
      g_free (article->lang);
      article->lang = g_ascii_strdown (tag, 2);
    }
}

static void
set_content (OutlayEntry *entry, const xmlNode *item)
{
  static const char *const names[] = {"body.content", "xhtml:body", "body", "inlineXML"};
  const xmlNode *data = outlay_xml_find (item, "inlineData");

  for (guint i = 0; i < G_N_ELEMENTS (names) && entry->content == NULL; i++)
    {
      const xmlNode *node = outlay_xml_find (item, names[i]);

      if (node != NULL)
        entry->content = outlay_xml_dup_markup (node);
    }
  entry->markup = entry->content != NULL;
  if (entry->content == NULL && data != NULL)
    {
      entry->content = outlay_xml_dup_text (data);
      entry->markup = outlay_markup_is_likely (entry->content);
    }
}

static gboolean
take_item (xmlNode *node, gboolean cut, gpointer user_data)
{
  OutlayEntryList *list = user_data;
  OutlayEntry *entry;

  if (node->children == NULL
      || (!outlay_xml_is (node, "newsItem") && !outlay_xml_is (node, "nitf")))
    return TRUE;
  if (!outlay_entry_list_has_room (list))
    return FALSE;
  entry = outlay_entry_new ();
  set_facts (entry, node);
  set_content (entry, node);
  entry->cut = cut;
  outlay_entry_list_add (list, entry);
  return TRUE;
}

static GPtrArray *
read_items (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  static const char *const names[] = {"newsItem", "nitf", NULL};
  g_autoptr (GString) text = outlay_xml_prepare (input->data, input->size, error);
  g_autoptr (OutlayEntryList) list = NULL;

  if (text == NULL)
    return NULL;
  list = outlay_entry_list_new (MAX_ITEMS);
  list->cut = !outlay_xml_read_records (text, names, take_item, list);
  return outlay_entry_list_read (list, cancellable, error);
}

const OutlayReader outlay_reader_news
  = {N_ ("agency news (NewsML-G2, NITF)"), recognise, read_items};
