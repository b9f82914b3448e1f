/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of an e-book (EPUB 2 and 3) as entries. */
#define G_LOG_DOMAIN "outlay-read"

#include "read/documents/outlay-epub.h"

#include <string.h>

#include "read/documents/outlay-office.h"
#include "read/formats/outlay-stamp.h"
#include "read/formats/outlay-xml-records.h"
#include "read/outlay-decode.h"

/* Where the format itself says that the book's description is named. */
#define CONTAINER "META-INF/container.xml"

/* The least that a list of contents in a book says of itself. */
#define CONTENTS_PROPERTY "nav"

typedef struct
{
  OutlayEntryList *list;
  GHashTable *parts;
  GHashTable *items; /* (element-type utf8 utf8): names of parts by their numbers in the book */
  char *folder;
  char *title;
  char *author;
  char *publisher;
  OutlayDate published;
  guint n_chapters;
} Book;

static void
take (char **member, const xmlNode *node)
{
  if (*member == NULL)
    *member = g_strstrip (outlay_xml_dup_text (node));
}

/* The name of a part, which the description gives as an address from where itself lies. */
static char *
dup_part (const Book *book, const char *address)
{
  g_autofree char *plain = g_uri_unescape_string (address, NULL);
  g_autofree char *joined = NULL;
  g_autofree char *whole = NULL;

  if (plain == NULL)
    return NULL;
  plain[strcspn (plain, "#")] = '\0';
  joined = g_build_path ("/", "/", book->folder, plain, NULL);
  whole = g_canonicalize_filename (joined, "/");
  return g_strdup (whole + 1);
}

static void
take_item (Book *book, const xmlNode *node)
{
  char *id = outlay_office_dup_attribute (node, "id");
  g_autofree char *address = outlay_office_dup_attribute (node, "href");
  g_autofree char *kind = outlay_office_dup_attribute (node, "media-type");
  g_autofree char *properties = outlay_office_dup_attribute (node, "properties");
  gboolean page = kind != NULL && strstr (kind, "html") != NULL
                  && (properties == NULL || strstr (properties, CONTENTS_PROPERTY) == NULL);
  char *part = page && address != NULL && id != NULL ? dup_part (book, address) : NULL;

  if (part != NULL)
    g_hash_table_replace (book->items, g_steal_pointer (&id), part);
  g_free (id);
}

static void
add_chapter (Book *book, const xmlNode *node)
{
  g_autofree char *id = outlay_office_dup_attribute (node, "idref");
  g_autofree char *linear = outlay_office_dup_attribute (node, "linear");
  const char *part = id != NULL ? g_hash_table_lookup (book->items, id) : NULL;
  GBytes *bytes = part != NULL ? g_hash_table_lookup (book->parts, part) : NULL;
  gboolean shortened;
  gsize size;
  const guint8 *data;
  OutlayEntry *entry;

  if (bytes == NULL || g_strcmp0 (linear, "no") == 0 || !outlay_entry_list_has_room (book->list))
    return;
  data = g_bytes_get_data (bytes, &size);
  g_autofree char *declared = outlay_decode_find_declared (data, size);
  entry = outlay_entry_new ();
  entry->content = outlay_decode (data, size, declared, &shortened, NULL);
  entry->markup = TRUE;
  entry->article->published = book->published;
  outlay_entry_set (&entry->article->author, book->author);
  outlay_entry_list_add (book->list, entry);
  book->n_chapters++;
}

static void
take_description (const xmlNode *root, Book *book)
{
  for (const xmlNode *node = root; node != NULL; node = outlay_office_next (root, node, TRUE))
    {
      g_autofree char *day = NULL;

      if (outlay_office_is (node, "title"))
        take (&book->title, node);
      else if (outlay_office_is (node, "creator"))
        take (&book->author, node);
      else if (outlay_office_is (node, "publisher"))
        take (&book->publisher, node);
      else if (outlay_office_is (node, "date") && !outlay_date_is_set (book->published))
        {
          take (&day, node);
          outlay_stamp_read (day, &book->published);
        }
      else if (outlay_office_is (node, "item"))
        take_item (book, node);
      else if (outlay_office_is (node, "itemref"))
        add_chapter (book, node);
    }
}

/* The description's own name, from the container. */
static void
find_description (OutlayOffice *office, xmlNode *root, GHashTable *names)
{
  for (const xmlNode *node = root; node != NULL; node = outlay_office_next (root, node, TRUE))
    {
      if (outlay_office_is (node, "rootfile") && office->title == NULL)
        office->title = outlay_office_dup_attribute (node, "full-path");
    }
}

static void
read_description (OutlayOffice *office, xmlNode *root, GHashTable *holder)
{
  take_description (root, g_hash_table_lookup (holder, ""));
}

static void
free_book (Book *book)
{
  g_hash_table_unref (book->items);
  g_free (book->folder);
  g_free (book->title);
  g_free (book->author);
  g_free (book->publisher);
}

/**
 * outlay_epub_read:
 * @list: gets an entry for each chapter
 * @parts: (element-type utf8 GBytes): of the book
 *
 * Returns: whether the book tells what its chapters are.
 */
gboolean
outlay_epub_read (OutlayEntryList *list, GHashTable *parts)
{
  g_autoptr (OutlayOffice) office = outlay_office_new ();
  g_autoptr (GHashTable) holder = g_hash_table_new (g_str_hash, g_str_equal);
  Book book = {
    .list = list,
    .parts = parts,
    .items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };
  const char *slash;

  outlay_office_parse (parts, CONTAINER, office, find_description, holder);
  slash = office->title != NULL ? strrchr (office->title, '/') : NULL;
  book.folder
    = slash != NULL ? g_strndup (office->title, (gsize)(slash - office->title)) : g_strdup ("");
  g_hash_table_insert (holder, (gpointer) "", &book);
  if (office->title != NULL)
    outlay_office_parse (parts, office->title, office, read_description, holder);
  if (book.n_chapters == 1)
    {
      OutlayEntry *entry = g_ptr_array_index (list->entries, 0);

      outlay_entry_set (&entry->article->title, book.title);
    }
  list->source = g_strdup (book.publisher != NULL ? book.publisher : book.title);
  free_book (&book);
  return list->entries->len > 0;
}
