/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/formats/outlay-entry.h"
#include "read/formats/outlay-entry-list.h"
#include "read/formats/outlay-markup-text.h"
#include "read/formats/outlay-stamp.h"
#include "read/formats/outlay-xml-prepare.h"
#include "read/formats/outlay-xml-records.h"
#include "read/outlay-read.h"
#include "read/outlay-reader.h"

/* A feed lists what is new; the export of a site lists all that it ever published. */
#define MAX_ENTRIES 5000

/* The elements of an entry by what they tell, the most reliable first. */
static const char *const day_names[]
  = {"pubDate", "published",       "dcterms:issued", "dc:date",  "issued",
     "created", "dcterms:created", "updated",        "modified", NULL};
static const char *const author_names[] = {"dc:creator", "author", "itunes:author", NULL};
static const char *const content_names[] = {"content:encoded", "content", NULL};
static const char *const summary_names[]
  = {"description", "summary", "media:description", "itunes:summary", NULL};

static gboolean
recognise (const OutlayReadInput *input)
{
  static const char *const roots[] = {"rss", "feed", "RDF", "opml", NULL};
  g_autofree char *root = outlay_xml_find_root (input->data, input->size);

  return root != NULL && g_strv_contains (roots, root);
}

static const xmlNode *
find_first (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const xmlNode *found = outlay_xml_get_child (node, *names);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_day (OutlayArticle *article, const xmlNode *node)
{
  for (const char *const *name = day_names; *name != NULL; name++)
    {
      g_autofree char *stamp = outlay_xml_dup_child_text (node, *name);

      if (stamp != NULL && outlay_stamp_read (stamp, &article->published))
        return;
    }
}

/* An address of the text itself in Atom, the text of the element in RSS. */
static char *
find_link (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (!outlay_xml_is (child, "link"))
        continue;
      g_autofree char *relation = outlay_xml_dup_attribute (child, "rel");
      char *address = outlay_xml_dup_attribute (child, "href");
      if (address == NULL)
        return outlay_xml_dup_text (child);
      if (relation == NULL || strcmp (relation, "alternate") == 0)
        return address;
      g_free (address);
    }
  return NULL;
}

static void
set_address (OutlayEntry *entry, const xmlNode *node)
{
  g_autofree char *original = outlay_xml_dup_child_text (node, "feedburner:origLink");
  g_autofree char *link = find_link (node);
  const xmlNode *guid = outlay_xml_get_child (node, "guid");
  g_autofree char *kind = guid != NULL ? outlay_xml_dup_attribute (guid, "isPermaLink") : NULL;
  g_autofree char *about = outlay_xml_dup_attribute (node, "about");

  outlay_entry_set_address (entry, original);
  outlay_entry_set_address (entry, link);
  outlay_entry_set_address (entry, about);
  if (guid != NULL && g_strcmp0 (kind, "false") != 0)
    {
      g_autofree char *address = outlay_xml_dup_text (guid);

      outlay_entry_set_address (entry, address);
    }
}

/* RSS wants an address of mail with the name in brackets, Atom an element for each. */
static void
set_author (OutlayEntry *entry, const xmlNode *node)
{
  const xmlNode *author = find_first (node, author_names);
  g_autofree char *name = author != NULL ? outlay_xml_dup_child_text (author, "name") : NULL;
  char *bracket;

  if (author != NULL && name == NULL)
    name = outlay_xml_dup_text (author);
  if (name != NULL && strchr (name, '@') != NULL && (bracket = strchr (name, '(')) != NULL)
    {
      bracket[strcspn (bracket, ")")] = '\0';
      outlay_entry_set (&entry->article->author, bracket + 1);
    }
  else if (name != NULL && strchr (name, '@') == NULL)
    outlay_entry_set (&entry->article->author, name);
}

static void
set_source (OutlayEntry *entry, const xmlNode *node)
{
  const xmlNode *source = outlay_xml_get_child (node, "source");
  g_autofree char *name = source != NULL ? outlay_xml_dup_child_text (source, "title") : NULL;

  if (source != NULL && name == NULL)
    name = outlay_xml_dup_text (source);
  outlay_entry_set (&entry->article->source, name);
}

/* A text of Atom says what it is; one of RSS is HTML where it looks so. */
static char *
read_content (const xmlNode *node, gboolean *markup)
{
  g_autofree char *type = outlay_xml_dup_attribute (node, "type");
  char *text;

  if (type != NULL && strstr (type, "xhtml") != NULL)
    {
      *markup = TRUE;
      return outlay_xml_dup_markup (node);
    }
  text = outlay_xml_dup_text (node);
  *markup = (type != NULL && strstr (type, "html") != NULL) || outlay_markup_is_likely (text)
            || strchr (text, '&') != NULL;
  return text;
}

static void
set_content (OutlayEntry *entry, const xmlNode *node)
{
  const xmlNode *group = outlay_xml_get_child (node, "media:group");
  const xmlNode *content = find_first (node, content_names);

  if (content != NULL)
    entry->content = read_content (content, &entry->markup);
  if (entry->content != NULL && *g_strstrip (entry->content) != '\0')
    return;
  g_clear_pointer (&entry->content, g_free);
  content = find_first (node, summary_names);
  if (content == NULL && group != NULL)
    content = find_first (group, summary_names);
  if (content == NULL)
    return;
  entry->content = read_content (content, &entry->markup);
  entry->summary = TRUE;
}

static OutlayEntry *
read_entry (const xmlNode *node)
{
  OutlayEntry *entry = outlay_entry_new ();
  g_autofree char *title = outlay_xml_dup_child_text (node, "title");

  outlay_entry_set (&entry->article->title, title);
  set_day (entry->article, node);
  set_address (entry, node);
  set_author (entry, node);
  set_source (entry, node);
  set_content (entry, node);
  return entry;
}

/* What the feed says of itself holds for the entries that don't say it. */
static void
read_feed (OutlayEntryList *list, const xmlNode *root)
{
  const xmlNode *channel = outlay_xml_get_child (root, "channel");
  const xmlNode *feed = channel != NULL ? channel : root;
  g_autofree char *title = outlay_xml_dup_child_text (feed, "title");
  g_autofree char *language = outlay_xml_dup_child_text (feed, "language");

  if (language == NULL)
    language = outlay_xml_dup_child_text (feed, "dc:language");
  if (language == NULL)
    language = outlay_xml_dup_attribute (root, "lang");
  outlay_entry_set (&list->source, title);
  outlay_entry_list_set_language (list, language);
}

static gboolean
take_record (xmlNode *node, gboolean cut, gpointer user_data)
{
  OutlayEntryList *list = user_data;
  OutlayEntry *entry;

  if (!outlay_xml_is (node, "item") && !outlay_xml_is (node, "entry"))
    {
      read_feed (list, node);
      return TRUE;
    }
  if (!outlay_entry_list_has_room (list))
    return FALSE;
  entry = read_entry (node);
  entry->cut = cut;
  outlay_entry_list_add (list, entry);
  return TRUE;
}

static void
set_list_of_feeds (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
                       _ ("This is a list of feeds (OPML): it tells where feeds are and holds no "
                          "article. Open the feeds in a feed reader or a browser, save them, and "
                          "import those files."));
}

static GPtrArray *
read_entries (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  static const char *const names[] = {"item", "entry", NULL};
  g_autofree char *root = outlay_xml_find_root (input->data, input->size);
  g_autoptr (OutlayEntryList) list = NULL;
  g_autoptr (GString) text = NULL;

  if (strcmp (root, "opml") == 0)
    {
      set_list_of_feeds (error);
      return NULL;
    }
  text = outlay_xml_prepare (input->data, input->size, error);
  if (text == NULL)
    return NULL;
  list = outlay_entry_list_new (MAX_ENTRIES);
  if (!outlay_xml_read_records (text, names, take_record, list))
    list->cut = TRUE;
  return outlay_entry_list_read (list, cancellable, error);
}

const OutlayReader outlay_reader_feed = {N_ ("feed (RSS, Atom)"), recognise, read_entries};
