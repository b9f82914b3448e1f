/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a card: who, whom and with whom, the facts, the sources, and all of it spoken. */
#define G_LOG_DOMAIN "outlay-base"

#include <glib/gi18n-lib.h>

#include "base/outlay-text.h"
#include "outlay-format-private.h"
#include "outlay-format.h"

/* So many parties a card names before it counts the rest. */
#define MOST_PARTIES 3

/**
 * outlay_format_who:
 *
 * Returns: (transfer full): the first line of a card: who commits.
 */
char *
outlay_format_who (const OutlayFields *fields)
{
  char *investors = outlay_format_parties (fields, OUTLAY_ROLE_INVESTOR, MOST_PARTIES);

  return investors != NULL ? investors : g_strdup (C_ ("card", "Investor not named"));
}

/**
 * outlay_format_turn_parties:
 * @text: as outlay_text_turn() takes it, with names of parties of @fields
 *
 * Returns: (transfer full): @text as it is read from right to left, each of the names by itself.
 */
char *
outlay_format_turn_parties (const char *text, const OutlayFields *fields)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < fields->parties->len; i++)
    g_ptr_array_add (names, outlay_fields_get_party (fields, i)->name);
  return outlay_text_turn (text, names);
}

static gboolean
names_no_other (const OutlayFields *fields)
{
  return outlay_fields_count_role (fields, OUTLAY_ROLE_RECIPIENT) == 0
         && outlay_fields_count_role (fields, OUTLAY_ROLE_PARTNER) == 0;
}

/* What stands for the other side where there is none: the kind, and whose it is. */
static char *
format_own (const OutlayFields *fields)
{
  gboolean joint = outlay_fields_count_role (fields, OUTLAY_ROLE_INVESTOR) > 1;

  if (fields->kind == OUTLAY_KIND_BUILD)
    return g_strdup (joint ? C_ ("card", "joint build") : C_ ("card", "own build"));
  if (fields->kind == OUTLAY_KIND_BUDGET && outlay_date_is_set (fields->start))
    {
      g_autofree char *year = g_strdup_printf ("%u", fields->start.year);

      return outlay_format_fill (C_ ("card", "own budget for {year}"), "year", year, NULL);
    }
  if (fields->kind == OUTLAY_KIND_BUDGET)
    return g_strdup (C_ ("card", "own budget"));
  return g_strdup (outlay_format_kind_in_text (fields->kind));
}

/**
 * outlay_format_counterpart:
 *
 * Returns: (transfer full): the second line of a card without the kind: to whom or with whom:
 *   "→ Norland", "with Borealis and Calder", "own budget for 2026".
 */
char *
outlay_format_counterpart (const OutlayFields *fields)
{
  g_autofree char *recipients = outlay_format_parties (fields, OUTLAY_ROLE_RECIPIENT, MOST_PARTIES);
  g_autofree char *partners = outlay_format_parties (fields, OUTLAY_ROLE_PARTNER, MOST_PARTIES);

  if (recipients != NULL)
    return g_strdup_printf ("→ %s", recipients);
  if (partners != NULL)
    return outlay_format_fill (C_ ("card", "with {partners}"), "partners", partners, NULL);
  return format_own (fields);
}

/**
 * outlay_format_counterpart_kind:
 *
 * Returns: (transfer none): the kind as it follows outlay_format_counterpart(), "" where that says
 *   it already.
 */
const char *
outlay_format_counterpart_kind (const OutlayFields *fields)
{
  return names_no_other (fields) ? "" : outlay_format_kind_in_text (fields->kind);
}

/**
 * outlay_format_whom:
 *
 * Returns: (transfer full): the second line of a card: to whom or with whom, and the kind:
 *   "→ Norland · build", "with Borealis and Calder · build", "own budget for 2026".
 */
char *
outlay_format_whom (const OutlayFields *fields)
{
  g_autofree char *counterpart = outlay_format_counterpart (fields);
  const char *kind = outlay_format_counterpart_kind (fields);

  if (*kind == '\0')
    return g_steal_pointer (&counterpart);
  return g_strdup_printf ("%s · %s", counterpart, kind);
}

static void
append_fact (GString *facts, char *fact)
{
  if (fact != NULL && *fact != '\0')
    {
      g_autofree char *isolated = outlay_text_isolate (fact);

      if (facts->len > 0)
        g_string_append (facts, " · ");
      g_string_append (facts, isolated);
    }
  g_free (fact);
}

/**
 * outlay_format_facts:
 *
 * Returns: (transfer full): the facts of a card: capacity, place and period, as far as known.
 */
char *
outlay_format_facts (const OutlayFields *fields)
{
  GString *facts = g_string_new (NULL);

  append_fact (facts, outlay_format_capacity (&fields->capacity));
  append_fact (facts, outlay_format_places (fields, 1));
  append_fact (facts, outlay_format_period (fields->start, fields->end));
  if (facts->len == 0)
    g_string_append (facts, C_ ("card", "No other terms stated"));
  return g_string_free (facts, FALSE);
}

/* The name of the only source of the deal, which its first article has even where others copy that
 * one; of a single article that names none its file's. */
static char *
format_only_source (const OutlayDealRecord *deal)
{
  const OutlayArticle *first
    = deal->claims->len > 0 ? outlay_deal_record_get_claim (deal, 0)->article : NULL;

  if (first == NULL || outlay_deal_record_count_sources (deal) != 1)
    return NULL;
  if (first->source != NULL)
    return g_strdup (first->source);
  return deal->claims->len == 1 && first->file != NULL ? g_filename_display_basename (first->file)
                                                       : NULL;
}

/* Before the name, as that is what may be cut short. */
static char *
put_before (const char *note, char *source)
{
  g_autofree char *behind = source;

  if (note == NULL)
    return g_steal_pointer (&behind);
  /* Translators: what a deal rests on: "1 copy · The Daily", "1 caveat · The Daily" */
  return outlay_format_fill (C_ ("card", "{note} · {source}"), "note", note, "source", behind,
                             NULL);
}

/* "3 sources, 2 copies, 1 caveat" */
static char *
count_voices (const OutlayDealRecord *deal, const char *copies, const char *notes)
{
  guint count = outlay_deal_record_count_sources (deal);
  g_autofree char *sources
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", count), count);
  /* Translators: what a deal rests on: "2 sources, 1 copy" */
  const char *pattern = C_ ("card", "{sources}, {copies}");
  g_autofree char *voices = outlay_format_with (pattern, "sources", sources, "copies", copies);

  /* Translators: what a deal rests on: "2 sources, 1 caveat" */
  return outlay_format_with (C_ ("card", "{sources}, {caveats}"), "sources", voices, "caveats",
                             notes);
}

/**
 * outlay_format_sources:
 *
 * Returns: (transfer full): which source speaks of the deal, or how many do independently, how
 *   many articles copy another, and of how many a reader must know more: "The Daily",
 *   "1 copy · The Daily", "3 sources, 2 copies, 1 caveat"; of a single article that names no source
 *   the name of its file.
 */
char *
outlay_format_sources (const OutlayDealRecord *deal)
{
  g_autofree char *copies = outlay_format_copies (deal);
  g_autofree char *notes = outlay_format_notes (deal);
  char *only = format_only_source (deal);

  return only != NULL ? put_before (notes, put_before (copies, only))
                      : count_voices (deal, copies, notes);
}

/**
 * outlay_format_notes:
 *
 * Returns: (transfer full) (nullable): how many articles of the deal have a note, such as that a
 *   limit shortened them: "1 caveat"; %NULL where none has.
 */
char *
outlay_format_notes (const OutlayDealRecord *deal)
{
  guint count = outlay_deal_record_count_notes (deal);

  if (count == 0)
    return NULL;
  /* Translators: articles of which a reader must know something: that they are cut short, say */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u caveat", "%u caveats", count), count);
}

/**
 * outlay_format_copies:
 *
 * Returns: (transfer full) (nullable): how many articles of the deal print the text of another:
 *   "2 copies"; %NULL where none does.
 */
char *
outlay_format_copies (const OutlayDealRecord *deal)
{
  guint count = outlay_deal_record_count_copies (deal);

  if (count == 0)
    return NULL;
  /* Translators: articles that print the text of another article, such as an agency's report */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy", "%u copies", count), count);
}

/**
 * outlay_format_copy_of:
 *
 * Returns: (transfer full) (nullable): whose text the article of the claim at @index prints: "copy
 *   of example.org"; %NULL where it is no copy.
 */
char *
outlay_format_copy_of (const OutlayDealRecord *deal, guint index)
{
  const OutlayArticle *article = outlay_deal_record_get_claim (deal, index)->article;
  guint first = outlay_deal_record_get_original (deal, index);
  const OutlayArticle *original = outlay_deal_record_get_claim (deal, first)->article;
  g_autofree char *label = NULL;

  if (first == index)
    return NULL;
  label = original->source != NULL && g_strcmp0 (original->source, article->source) != 0
            ? g_strdup (original->source)
            : outlay_article_dup_label (original);
  /* Translators: of an article that prints the text of another: whose */
  return outlay_format_fill (C_ ("card", "copy of {original}"), "original", label, NULL);
}

static char *
speak_parties (const OutlayFields *fields)
{
  g_autofree char *who = outlay_format_who (fields);
  g_autofree char *recipients = outlay_format_parties (fields, OUTLAY_ROLE_RECIPIENT, MOST_PARTIES);
  g_autofree char *counterpart = outlay_format_counterpart (fields);
  const char *kind = outlay_format_kind_in_text (fields->kind);

  if (recipients != NULL)
    /* Translators: spoken: who commits to whom: "Acme to Norland, build" */
    return outlay_format_fill (C_ ("spoken", "{who} to {whom}, {kind}"), "who", who, "whom",
                               recipients, "kind", kind, NULL);
  if (names_no_other (fields))
    /* Translators: spoken: "Calder, own budget for 2026" */
    return outlay_format_fill (C_ ("spoken", "{who}, {own}"), "who", who, "own", counterpart, NULL);
  /* Translators: spoken: "Acme with Borealis and Calder, build" */
  return outlay_format_fill (C_ ("spoken", "{who} {with}, {kind}"), "who", who, "with", counterpart,
                             "kind", kind, NULL);
}

static void
append_marks (GString *sentence, const OutlayDealRecord *deal)
{
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if ((deal->conflicts & (1u << field)) == 0)
        continue;
      g_autofree char *conflict
        = outlay_format_fill (C_ ("spoken", "the articles disagree on this: {field}"), "field",
                              outlay_format_field ((OutlayField)field), NULL);
      g_string_append_printf (sentence, ", %s", conflict);
    }
  if (deal->review)
    g_string_append_printf (sentence, ", %s", C_ ("spoken", "to review"));
  if (deal->starred)
    g_string_append_printf (sentence, ", %s", C_ ("spoken", "starred"));
}

static void
append_part (GString *sentence, char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (sentence, ", %s", part);
  g_free (part);
}

static char *
speak_sources (const OutlayDealRecord *deal)
{
  g_autofree char *only = format_only_source (deal);
  g_autofree char *copies = outlay_format_copies (deal);
  g_autofree char *notes = outlay_format_notes (deal);

  if (only == NULL)
    return count_voices (deal, copies, notes);
  /* Translators: spoken: the only newspaper, site or file that tells of a deal */
  g_autofree char *told
    = outlay_format_fill (C_ ("spoken", "according to {source}"), "source", only, NULL);
  GString *sources = g_string_new (told);

  append_part (sources, g_steal_pointer (&copies));
  append_part (sources, g_steal_pointer (&notes));
  return g_string_free (sources, FALSE);
}

/**
 * outlay_format_sentence:
 *
 * Returns: (transfer full): the whole card in one sentence, for those who hear it.
 */
char *
outlay_format_sentence (const OutlayDealRecord *deal)
{
  g_autofree char *parties = speak_parties (&deal->fields);
  g_autofree char *amount = outlay_format_money (&deal->fields.amount);
  g_autofree char *date = outlay_format_date (deal->fields.announced);
  g_autofree char *sources = speak_sources (deal);
  GString *sentence = g_string_new (NULL);

  g_string_append_printf (sentence, "%s, %s", parties, amount);
  append_part (sentence, outlay_format_capacity_spoken (&deal->fields.capacity));
  append_part (sentence, outlay_format_places (&deal->fields, 1));
  append_part (sentence, outlay_format_period (deal->fields.start, deal->fields.end));
  append_part (sentence, g_strdup (outlay_format_status (deal->fields.status)));
  if (*date != '\0')
    g_string_append_printf (sentence, " %s", date);
  g_string_append_printf (sentence, ", %s", sources);
  append_marks (sentence, deal);
  return g_string_free (sentence, FALSE);
}
