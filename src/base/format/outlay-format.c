/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/outlay-country.h"
#include "base/outlay-data-file.h"
#include "base/outlay-text.h"
#include "outlay-format-private.h"

/* U+200E LEFT-TO-RIGHT MARK, which is not seen. */
#define LEFT_TO_RIGHT "\342\200\216"

static const char *const kind_titles[OUTLAY_N_KINDS] = {
  NC_ ("kind, title", "Build"),   NC_ ("kind, title", "Equity"),
  NC_ ("kind, title", "Supply"),  NC_ ("kind, title", "Acquisition"),
  NC_ ("kind, title", "Venture"), NC_ ("kind, title", "Financing"),
  NC_ ("kind, title", "Budget"),  NC_ ("kind, title", "Grant"),
};

static const char *const kind_words[OUTLAY_N_KINDS] = {
  NC_ ("kind, in text", "build"),   NC_ ("kind, in text", "equity"),
  NC_ ("kind, in text", "supply"),  NC_ ("kind, in text", "acquisition"),
  NC_ ("kind, in text", "venture"), NC_ ("kind, in text", "financing"),
  NC_ ("kind, in text", "budget"),  NC_ ("kind, in text", "grant"),
};

static const char *const status_titles[OUTLAY_N_STATUSES] = {
  NC_ ("status", "Rumoured"),  NC_ ("status", "Announced"), NC_ ("status", "Agreed"),
  NC_ ("status", "Under way"), NC_ ("status", "Completed"), NC_ ("status", "Cancelled"),
};

static const char *const role_titles[OUTLAY_N_ROLES] = {
  NC_ ("role", "Investor"),
  NC_ ("role", "Recipient"),
  NC_ ("role", "Partner"),
};

static const char *const field_titles[OUTLAY_N_FIELDS] = {
  NC_ ("field", "Kind"),   NC_ ("field", "Status"),    NC_ ("field", "Parties"),
  NC_ ("field", "Amount"), NC_ ("field", "Converted"), NC_ ("field", "Capacity"),
  NC_ ("field", "Places"), NC_ ("field", "Announced"), NC_ ("field", "Start"),
  NC_ ("field", "End"),
};

/* One by one, as languages have words of their own for each ("first half", "Q III"). */
static const char *const half_patterns[] = {
  /* Translators: half of a year, "H2 2026" */
  NC_ ("date", "H1 {year}"),
  NC_ ("date", "H2 {year}"),
};

static const char *const quarter_patterns[] = {
  /* Translators: quarter of a year, "Q3 2026" */
  NC_ ("date", "Q1 {year}"),
  NC_ ("date", "Q2 {year}"),
  NC_ ("date", "Q3 {year}"),
  NC_ ("date", "Q4 {year}"),
};

static const char *const month_names[12] = {
  NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
  NC_ ("month", "May"), NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
  NC_ ("month", "Sep"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec"),
};

/* The value of the place that @at begins with, "" where that is not given; @end is then behind the
 * place. %NULL where no known place begins. */
static const char *
find_value (const char *at, const char *name, va_list args, const char **end)
{
  const char *key = *at == '{' ? name : NULL;

  while (key != NULL)
    {
      const char *value = va_arg (args, const char *);
      gsize length = strlen (key);

      if (strncmp (at + 1, key, length) == 0 && at[1 + length] == '}')
        {
          *end = at + length + 2;
          return value != NULL ? value : "";
        }
      key = va_arg (args, const char *);
    }
  return NULL;
}

/**
 * outlay_format_fill:
 * @pattern: a text with places "{name}"
 * @name: (nullable): first name, followed by its value, then further pairs up to %NULL
 *
 * Patterns have named places, so that translators can move them. Values are put in as they are,
 * also where they look like a place.
 *
 * Returns: (transfer full): @pattern with the places filled; unknown places stay.
 */
char *
outlay_format_fill (const char *pattern, const char *name, ...)
{
  GString *result = g_string_new (NULL);
  const char *at = pattern;

  while (*at != '\0')
    {
      const char *end = at + 1;
      const char *value;
      va_list args;

      va_start (args, name);
      value = find_value (at, name, args, &end);
      va_end (args);
      if (value != NULL)
        g_string_append (result, value);
      else
        g_string_append_c (result, *at);
      at = end;
    }
  return g_string_free (result, FALSE);
}

/**
 * outlay_format_with:
 * @pattern: a text with two places
 * @other: (nullable): what may be missing
 *
 * Returns: (transfer full): @pattern filled with both, or @value alone where there is no @other.
 */
char *
outlay_format_with (const char *pattern,
                    const char *name,
                    const char *value,
                    const char *other_name,
                    const char *other)
{
  if (other == NULL)
    return g_strdup (value);
  return outlay_format_fill (pattern, name, value, other_name, other, NULL);
}

/**
 * outlay_format_kind:
 *
 * Returns: (transfer none): the kind as a heading or a value of its own.
 */
const char *
outlay_format_kind (OutlayKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind, title", kind_titles[kind]);
}

/**
 * outlay_format_kind_in_text:
 *
 * Returns: (transfer none): the kind within a line: "→ Norland · build".
 */
const char *
outlay_format_kind_in_text (OutlayKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind, in text", kind_words[kind]);
}

/**
 * outlay_format_status:
 *
 * Returns: (transfer none): the status as a value of its own.
 */
const char *
outlay_format_status (OutlayStatus status)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "status", status_titles[status]);
}

/**
 * outlay_format_role:
 *
 * Returns: (transfer none): the role as a heading.
 */
const char *
outlay_format_role (OutlayRole role)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "role", role_titles[role]);
}

/**
 * outlay_format_field:
 *
 * Returns: (transfer none): the field's name as a heading.
 */
const char *
outlay_format_field (OutlayField field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field_titles[field]);
}

/**
 * outlay_format_labelled:
 *
 * Returns: (transfer full): a value behind what it is: "Kind: Build".
 */
char *
outlay_format_labelled (const char *label, const char *value)
{
  /* Translators: a field or filter and its value: "Kind: Build" */
  return outlay_format_fill (C_ ("label", "{label}: {value}"), "label", label, "value", value,
                             NULL);
}

/* Read in worker threads as well, of pages and exports. */
static int date_style = OUTLAY_DATES_IN_WORDS;

/** outlay_format_set_date_style: lets outlay_format_date() write so from now on. */
void
outlay_format_set_date_style (OutlayDateStyle style)
{
  g_atomic_int_set (&date_style, (int)style);
}

/**
 * outlay_format_date:
 *
 * Returns: (transfer full): @date as exact as it is: "24 Nov 2025", "Nov 2025", "H2 2026"; "" for
 *   an unset date.
 */
char *
outlay_format_date (OutlayDate date)
{
  g_autofree char *year = g_strdup_printf ("%u", date.year);
  g_autofree char *part = g_strdup_printf ("%u", date.part);
  g_autofree char *day = g_strdup_printf ("%u", date.day);
  const char *month = NULL;

  if (!outlay_date_is_valid (date))
    return g_strdup ("");
  if (date.unit == OUTLAY_DATE_DAY && date.day == 1)
    {
      g_free (day);
      /* Translators: the first day of a month before its name, where a language writes "1er" */
      day = g_strdup (C_ ("day of month", "1"));
    }
  if (date.unit >= OUTLAY_DATE_MONTH && g_atomic_int_get (&date_style) == OUTLAY_DATES_IN_NUMBERS)
    return outlay_date_to_string (date);
  if (date.unit >= OUTLAY_DATE_MONTH)
    month = g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[date.part - 1]);
  switch (date.unit)
    {
    case OUTLAY_DATE_HALF:
      return outlay_format_fill (
        g_dpgettext2 (GETTEXT_PACKAGE, "date", half_patterns[date.part - 1]), "year", year, NULL);
    case OUTLAY_DATE_QUARTER:
      return outlay_format_fill (
        g_dpgettext2 (GETTEXT_PACKAGE, "date", quarter_patterns[date.part - 1]), "year", year,
        NULL);
    case OUTLAY_DATE_MONTH:
      return outlay_format_fill (C_ ("date", "{month} {year}"), "month", month, "year", year,
                                 "number", part, NULL);
    case OUTLAY_DATE_DAY:
      /* Translators: {number} is the month's number, where a language writes days like that */
      return outlay_format_fill (C_ ("date", "{day} {month} {year}"), "day", day, "month", month,
                                 "year", year, "number", part, NULL);
    default:
      /* Translators: a year by itself, where a language writes "2026年" */
      return outlay_format_fill (C_ ("date", "{year}"), "year", year, NULL);
    }
}

/**
 * outlay_format_day:
 *
 * Returns: (transfer full): the day of a moment, where @time was made for: "24 Nov 2025".
 */
char *
outlay_format_day (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return outlay_format_date (outlay_date_day ((guint)year, (guint)month, (guint)day));
}

/**
 * outlay_format_join_range:
 *
 * Returns: (transfer full): from one number to another: "30–35".
 */
char *
outlay_format_join_range (const char *low, const char *high)
{
  /* Translators: numbers or years: "30–35" */
  return outlay_format_fill (C_ ("range", "{low}–{high}"), "low", low, "high", high, NULL);
}

/**
 * outlay_format_join_wide_range:
 *
 * Returns: (transfer full): from one figure or date of several words to another: "Nov 2025 –
 *   Q3 2026".
 */
char *
outlay_format_join_wide_range (const char *low, const char *high)
{
  return outlay_format_fill (C_ ("range", "{low} – {high}"), "low", low, "high", high, NULL);
}

/**
 * outlay_format_period:
 *
 * Returns: (transfer full) (nullable): from when to when: "2027–2032", "from H2 2026",
 *   "until 2029"; %NULL where neither is known.
 */
char *
outlay_format_period (OutlayDate start, OutlayDate end)
{
  g_autofree char *from = outlay_format_date (start);
  g_autofree char *until = outlay_format_date (end);

  if (*from == '\0' && *until == '\0')
    return NULL;
  if (*until == '\0')
    return outlay_format_fill (C_ ("period", "from {date}"), "date", from, NULL);
  if (*from == '\0')
    return outlay_format_fill (C_ ("period", "until {date}"), "date", until, NULL);
  if (strcmp (from, until) == 0)
    return g_steal_pointer (&from);
  if (start.unit == OUTLAY_DATE_YEAR && end.unit == OUTLAY_DATE_YEAR)
    return outlay_format_join_range (from, until);
  return outlay_format_join_wide_range (from, until);
}

/**
 * outlay_format_places:
 * @most: name so many countries, count the rest
 *
 * Returns: (transfer full) (nullable): "France", "France + 1"; %NULL where there is none.
 */
char *
outlay_format_places (const OutlayFields *fields, guint most)
{
  g_autoptr (GString) result = g_string_new (NULL);
  guint count = fields->places->len;

  if (count == 0)
    return NULL;
  for (guint i = 0; i < MIN (count, most); i++)
    {
      if (i > 0)
        /* Translators: between the names of a list */
        g_string_append (result, C_ ("list", ", "));
      g_string_append (result, outlay_country_get_name (g_ptr_array_index (fields->places, i)));
    }
  if (count > most)
    g_string_append_printf (result, " + %u", count - most);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * outlay_format_name:
 *
 * Returns: (transfer full): a name that others made as it stands in a line of ours: between marks
 *   where it is written from right to left, for else an arrow, a comma or a figure beside it would
 *   take its direction.
 */
char *
outlay_format_name (const char *name)
{
  return outlay_text_runs_leftwards (name) ? g_strconcat (LEFT_TO_RIGHT, name, LEFT_TO_RIGHT, NULL)
                                           : g_strdup (name);
}

/**
 * outlay_format_parties:
 * @most: name all where there are no more, else @most - 1 and count the rest
 *
 * Returns: (transfer full) (nullable): the parties of @role: "Acme and Calder",
 *   "Acme, Calder and 2 more"; %NULL where there is none.
 */
char *
outlay_format_parties (const OutlayFields *fields, OutlayRole role, guint most)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) first = g_string_new (NULL);

  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      if (party->role == role)
        g_ptr_array_add (names, outlay_format_name (party->name));
    }
  if (names->len == 0)
    return NULL;
  if (names->len == 1)
    return g_strdup (g_ptr_array_index (names, 0));
  guint named = names->len > most && most > 1 ? most - 1 : names->len - 1;
  for (guint i = 0; i < named; i++)
    {
      if (i > 0)
        g_string_append (first, C_ ("list", ", "));
      g_string_append (first, g_ptr_array_index (names, i));
    }
  if (named == names->len - 1)
    return outlay_format_fill (C_ ("list", "{first} and {last}"), "first", first->str, "last",
                               g_ptr_array_index (names, named), NULL);
  g_autofree char *rest = g_strdup_printf ("%u", names->len - named);
  return outlay_format_fill (C_ ("list", "{first} and {count} more"), "first", first->str, "count",
                             rest, NULL);
}

static void
append_fact (GString *facts, char *fact)
{
  if (fact != NULL && *fact != '\0')
    {
      if (facts->len > 0)
        g_string_append (facts, " · ");
      g_string_append (facts, fact);
    }
  g_free (fact);
}

static char *
format_all_parties (const OutlayFields *fields)
{
  g_autofree char *who = outlay_format_parties (fields, OUTLAY_ROLE_INVESTOR, G_MAXUINT);
  g_autofree char *whom = outlay_format_parties (fields, OUTLAY_ROLE_RECIPIENT, G_MAXUINT);
  g_autofree char *with = outlay_format_parties (fields, OUTLAY_ROLE_PARTNER, G_MAXUINT);
  GString *result = g_string_new (who);

  if (whom != NULL)
    g_string_append_printf (result, "%s→ %s", result->len > 0 ? " " : "", whom);
  if (with != NULL)
    {
      g_autofree char *partners
        = outlay_format_fill (C_ ("card", "with {partners}"), "partners", with, NULL);

      g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", partners);
    }
  return g_string_free (result, FALSE);
}

static char *
format_alternatives (const OutlayFields *fields)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < fields->amount_alt->len; i++)
    append_fact (result, outlay_format_money (&g_array_index (fields->amount_alt, OutlayMoney, i)));
  return g_string_free (result, FALSE);
}

/**
 * outlay_format_field_value:
 *
 * Returns: (transfer full): the value of @field, whole, on one line; "" where it has none.
 */
char *
outlay_format_field_value (const OutlayFields *fields, OutlayField field)
{
  char *value = NULL;

  switch (field)
    {
    case OUTLAY_FIELD_KIND:
      return g_strdup (outlay_format_kind (fields->kind));
    case OUTLAY_FIELD_STATUS:
      return g_strdup (outlay_format_status (fields->status));
    case OUTLAY_FIELD_PARTIES:
      return format_all_parties (fields);
    case OUTLAY_FIELD_AMOUNT:
      if (outlay_money_is_set (&fields->amount))
        value = outlay_format_money (&fields->amount);
      break;
    case OUTLAY_FIELD_AMOUNT_ALT:
      return format_alternatives (fields);
    case OUTLAY_FIELD_CAPACITY:
      value = outlay_format_capacity (&fields->capacity);
      break;
    case OUTLAY_FIELD_PLACES:
      value = outlay_format_places (fields, G_MAXUINT);
      break;
    case OUTLAY_FIELD_ANNOUNCED:
      return outlay_format_date (fields->announced);
    case OUTLAY_FIELD_START:
      return outlay_format_date (fields->start);
    case OUTLAY_FIELD_END:
      return outlay_format_date (fields->end);
    }
  return value != NULL ? value : g_strdup ("");
}

G_LOCK_DEFINE_STATIC (language_names);

static const char *
load_language_name (const char *code)
{
  g_autofree char *name = g_strdup_printf ("lexicon/%s.ini", code);
  g_autoptr (OutlayDataFile) file = outlay_data_file_load (name, NULL);
  GStrv english = file != NULL ? outlay_data_file_get_values (file, "language", "name") : NULL;

  return g_intern_string (english != NULL && english[0] != NULL ? english[0] : code);
}

/* Names are asked for once a card and a quote: a lexicon is read for the first of them only. */
static const char *
find_language_name (const char *code)
{
  static GHashTable *names;
  const char *name;

  G_LOCK (language_names);
  if (names == NULL)
    names = g_hash_table_new (g_str_hash, g_str_equal);
  name = g_hash_table_lookup (names, code);
  if (name == NULL)
    {
      name = load_language_name (code);
      g_hash_table_insert (names, (gpointer)g_intern_string (code), (gpointer)name);
    }
  G_UNLOCK (language_names);
  return name;
}

/* Articles that are handed in may call their language anything. */
static gboolean
is_language_code (const char *code)
{
  gsize length = strlen (code);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalpha (code[i]))
        return FALSE;
    }
  return length == 2 || length == 3;
}

/**
 * outlay_format_language:
 * @code: ISO 639-1 code
 *
 * Returns: (transfer none): the language's name in the language of the program, @code itself where
 *   no lexicon knows it.
 */
const char *
outlay_format_language (const char *code)
{
  if (!is_language_code (code))
    return code;
  return g_dgettext ("iso_639-3", find_language_name (code));
}
