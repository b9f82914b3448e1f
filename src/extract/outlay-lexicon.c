/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/outlay-lexicon.h"

#include <string.h>

#include "base/outlay-money.h"

/* A lexicon being read. */
typedef struct
{
  OutlayLexicon *lexicon;
  OutlayDataFile *file;
} Reading;

/* How the key of an entry becomes its number. */
typedef enum
{
  KEY_DECIMAL,   /* "0.5": thousandths */
  KEY_INTEGER,   /* "-1" */
  KEY_POWER,     /* "10^9" */
  KEY_QUALIFIER, /* "up_to" */
  KEY_PER,       /* "each" */
  KEY_UNIT,      /* "MW" */
} KeyForm;

/* Sections whose keys are numbers of one form, all words of one class. */
static const struct
{
  const char *section;
  OutlayEntryClass class;
  KeyForm form;
  int least;
  int most;
} numbered_sections[] = {
  {"number", OUTLAY_ENTRY_NUMBER, KEY_DECIMAL, 0, 1000000},
  {"number.about", OUTLAY_ENTRY_NUMBER_ABOUT, KEY_DECIMAL, 0, 1000000},
  {"number.plus", OUTLAY_ENTRY_NUMBER_PLUS, KEY_DECIMAL, 1, 999},
  {"number.times", OUTLAY_ENTRY_NUMBER_TIMES, KEY_INTEGER, 10, 10000},
  {"scale", OUTLAY_ENTRY_SCALE, KEY_POWER, 1, 16},
  {"vague", OUTLAY_ENTRY_VAGUE, KEY_INTEGER, 1, 1000},
  {"hedge.before", OUTLAY_ENTRY_HEDGE_BEFORE, KEY_QUALIFIER, 0, 0},
  {"hedge.after", OUTLAY_ENTRY_HEDGE_AFTER, KEY_QUALIFIER, 0, 0},
  {"per.before", OUTLAY_ENTRY_PER_BEFORE, KEY_PER, 0, 0},
  {"per.after", OUTLAY_ENTRY_PER_AFTER, KEY_PER, 0, 0},
  {"power", OUTLAY_ENTRY_POWER, KEY_UNIT, 0, 0},
  {"months", OUTLAY_ENTRY_MONTH, KEY_INTEGER, 1, 12},
  {"weekdays", OUTLAY_ENTRY_WEEKDAY, KEY_INTEGER, 1, 7},
  {"quarters", OUTLAY_ENTRY_QUARTER, KEY_INTEGER, 1, 4},
  {"halves", OUTLAY_ENTRY_HALF, KEY_INTEGER, 1, 2},
  {"years", OUTLAY_ENTRY_YEAR, KEY_INTEGER, -9, 9},
};

/* Keys of the sections "amount" and "name" whose values are words of one class. */
static const struct
{
  const char *section;
  const char *key;
  OutlayEntryClass class;
} listed_keys[] = {
  {"amount", "filler", OUTLAY_ENTRY_FILLER},
  {"amount", "link", OUTLAY_ENTRY_LINK},
  {"amount", "change", OUTLAY_ENTRY_CHANGE},
  {"amount", "regarding", OUTLAY_ENTRY_REGARDING},
  {"amount", "no_hedge", OUTLAY_ENTRY_NO_HEDGE},
  {"amount", "limit", OUTLAY_ENTRY_LIMIT},
  {"amount", "thing", OUTLAY_ENTRY_THING},
  {"amount", "money", OUTLAY_ENTRY_MONEY},
  {"number", "ordinal", OUTLAY_ENTRY_ORDINAL},
  {"power", "not", OUTLAY_ENTRY_NOT_POWER},
  {"name", "abbreviation", OUTLAY_ENTRY_ABBREVIATION},
  {"name", "function", OUTLAY_ENTRY_FUNCTION},
  {"name", "common", OUTLAY_ENTRY_COMMON},
  {"name", "person", OUTLAY_ENTRY_PERSON},
  {"name", "before", OUTLAY_ENTRY_LEGAL_BEFORE},
  {"name", "inside", OUTLAY_ENTRY_INSIDE},
  {"name", "territory", OUTLAY_ENTRY_TERRITORY},
  {"name", "institution", OUTLAY_ENTRY_INSTITUTION},
  {"name", "article", OUTLAY_ENTRY_ARTICLE},
  {"name", "definite", OUTLAY_ENTRY_DEFINITE},
  {"name", "after", OUTLAY_ENTRY_LEGAL_AFTER},
  {"name", "field", OUTLAY_ENTRY_FIELD},
  {"name", "description", OUTLAY_ENTRY_DESCRIPTION},
};

static const char *const unit_names[] = {"kW", "MW", "GW", "TW"};

/* Sections of other rooms, which extraction doesn't read. */
static const char *const foreign_sections[] = {"language", "clutter", "dateline", "source"};

static gboolean
parse_decimal (const char *key, gint64 *number)
{
  char *end;
  gint64 value = g_ascii_strtoll (key, &end, 10) * 1000;

  if (end == key)
    return FALSE;
  if (*end == '.')
    {
      gint64 digit = 100;

      for (end++; g_ascii_isdigit (*end) && digit > 0; end++, digit /= 10)
        value += (*end - '0') * digit;
    }
  *number = value;
  return *end == '\0';
}

static gboolean
parse_integer (const char *key, gint64 *number)
{
  char *end;

  *number = g_ascii_strtoll (*key == '+' ? key + 1 : key, &end, 10);
  return *key != '\0' && *end == '\0';
}

static gboolean
parse_name (const char *key, KeyForm form, gint64 *number)
{
  OutlayQualifier qualifier;
  OutlayPer per;

  switch (form)
    {
    case KEY_QUALIFIER:
      if (!outlay_qualifier_from_string (key, &qualifier))
        return FALSE;
      *number = qualifier;
      return TRUE;
    case KEY_PER:
      if (!outlay_per_from_string (key, &per))
        return FALSE;
      *number = per;
      return TRUE;
    default:
      for (guint i = 0; i < G_N_ELEMENTS (unit_names); i++)
        {
          if (strcmp (key, unit_names[i]) == 0)
            {
              *number = i * 3;
              return TRUE;
            }
        }
      return FALSE;
    }
}

static gboolean
parse_key (const char *key, KeyForm form, gint64 *number)
{
  switch (form)
    {
    case KEY_DECIMAL:
      return parse_decimal (key, number);
    case KEY_INTEGER:
      return parse_integer (key, number);
    case KEY_POWER:
      return g_str_has_prefix (key, "10^") && parse_integer (key + 3, number);
    default:
      return parse_name (key, form, number);
    }
}

static void
add_words (const Reading *reading,
           const OutlayDataEntry *entry,
           OutlayEntryClass class,
           gint64 number,
           const void *data)
{
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      reading->lexicon->has_tails |= entry->values[i][0] == '*';
      if (!outlay_phrases_add (reading->lexicon->phrases, entry->values[i], class, number, data))
        outlay_data_file_report (reading->file, entry->line, "no word in “%s”", entry->values[i]);
    }
}

static gboolean
read_listed (const Reading *reading, const char *section, const OutlayDataEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (listed_keys); i++)
    {
      if (strcmp (listed_keys[i].section, section) == 0
          && strcmp (listed_keys[i].key, entry->key) == 0)
        {
          add_words (reading, entry, listed_keys[i].class, 0, NULL);
          return TRUE;
        }
    }
  return FALSE;
}

static void
report_key (const Reading *reading, const char *section, const OutlayDataEntry *entry)
{
  outlay_data_file_report (reading->file, entry->line, "unknown key “%s” in [%s]", entry->key,
                           section);
}

/* How numbers are written; the only keys of the section "number" that are no numbers. */
static gboolean
read_number_style (const Reading *reading, const OutlayDataEntry *entry)
{
  OutlayLexicon *lexicon = reading->lexicon;

  if (strcmp (entry->key, "decimal") == 0 && entry->values[0] != NULL)
    lexicon->decimal = g_utf8_get_char (entry->values[0]);
  else if (strcmp (entry->key, "group") == 0)
    {
      g_autoptr (GString) groups = g_string_new (NULL);

      for (guint i = 0; entry->values[i] != NULL; i++)
        g_string_append (groups, strcmp (entry->values[i], "space") == 0 ? " " : entry->values[i]);
      g_free (lexicon->groups);
      lexicon->groups = g_string_free (g_steal_pointer (&groups), FALSE);
    }
  else if (strcmp (entry->key, "ordinal_stop") == 0)
    lexicon->ordinal_stop = g_strcmp0 (entry->values[0], "yes") == 0;
  else if (strcmp (entry->key, "one_word") == 0)
    {
      lexicon->compound_numbers = TRUE;
      g_free (lexicon->number_joiner);
      lexicon->number_joiner = g_strdup (entry->values[0]);
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_numbered (const Reading *reading, guint index, const OutlayDataEntry *entry)
{
  const char *section = numbered_sections[index].section;
  KeyForm form = numbered_sections[index].form;
  gint64 number;

  if (numbered_sections[index].class == OUTLAY_ENTRY_NUMBER && read_number_style (reading, entry))
    return;
  if (read_listed (reading, section, entry))
    return;
  if (!parse_key (entry->key, form, &number)
      || (form <= KEY_POWER
          && (number < numbered_sections[index].least || number > numbered_sections[index].most)))
    report_key (reading, section, entry);
  else
    add_words (reading, entry, numbered_sections[index].class, number, NULL);
}

static void
read_home_currency (const Reading *reading, const OutlayDataEntry *entry)
{
  if (entry->values[0] != NULL && strlen (entry->values[0]) == 3)
    g_strlcpy (reading->lexicon->currency, entry->values[0], sizeof reading->lexicon->currency);
  else
    outlay_data_file_report (reading->file, entry->line, "“currency” is a code of ISO 4217");
}

static void
read_counted (const Reading *reading, const OutlayDataEntry *entry)
{
  static const char *const names[] = {"any", "capital", "link", "listed"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (entry->values[0], names[i]) == 0)
        {
          reading->lexicon->counted = i;
          return;
        }
    }
  outlay_data_file_report (reading->file, entry->line, "“counted” is any, capital, link or listed");
}

/* "zwischen … und" opens and joins, "bis" joins alone. */
static void
read_range (const Reading *reading, const OutlayDataEntry *entry)
{
  OutlayPhrases *phrases = reading->lexicon->phrases;

  if (strcmp (entry->key, "join") == 0)
    {
      add_words (reading, entry, OUTLAY_ENTRY_RANGE_JOIN, 0, NULL);
      return;
    }
  if (strcmp (entry->key, "pair") != 0)
    {
      report_key (reading, "range", entry);
      return;
    }
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (entry->values[i], "…", 2);
      guint pair = reading->lexicon->n_range_pairs + 1;

      if (g_strv_length (halves) != 2
          || !outlay_phrases_add (phrases, halves[0], OUTLAY_ENTRY_RANGE_OPEN, pair, NULL)
          || !outlay_phrases_add (phrases, halves[1], OUTLAY_ENTRY_RANGE_JOIN, pair, NULL))
        outlay_data_file_report (reading->file, entry->line, "not a pair: “%s”", entry->values[i]);
      else
        reading->lexicon->n_range_pairs = pair;
    }
}

static const struct
{
  const char *name;
  OutlayDateForm form;
} date_forms[] = {
  {"absolute", OUTLAY_DATE_FORM_ABSOLUTE},
  {"ahead", OUTLAY_DATE_FORM_AHEAD},
  {"stretch", OUTLAY_DATE_FORM_STRETCH},
  {"days", OUTLAY_DATE_FORM_DAYS},
  {"weeks", OUTLAY_DATE_FORM_WEEKS},
  {"months", OUTLAY_DATE_FORM_MONTHS},
  {"quarters", OUTLAY_DATE_FORM_QUARTERS},
  {"halves", OUTLAY_DATE_FORM_HALVES},
  {"years", OUTLAY_DATE_FORM_YEARS},
  {"over", OUTLAY_DATE_FORM_OVER},
  {"over months", OUTLAY_DATE_FORM_OVER_MONTHS},
  {"not", OUTLAY_DATE_FORM_NONE},
};

/* Reads "years + 1", "months - n" or "absolute". */
static gboolean
parse_date_form (const char *key, OutlayDatePattern *pattern)
{
  g_auto (GStrv) words = g_strsplit_set (key, " ", -1);
  guint n_words = g_strv_length (words);
  g_autofree char *name = NULL;
  gint64 offset = 0;

  if (n_words == 3 && (strcmp (words[1], "+") == 0 || strcmp (words[1], "-") == 0))
    {
      int sign = words[1][0] == '+' ? 1 : -1;

      name = g_strdup (words[0]);
      if (strcmp (words[2], "n") == 0)
        pattern->sign = sign;
      else if (parse_integer (words[2], &offset) && offset < 1000)
        pattern->offset = (int)offset * sign;
      else
        return FALSE;
    }
  else
    name = g_strdup (key);
  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    {
      if (strcmp (name, date_forms[i].name) == 0)
        {
          pattern->form = date_forms[i].form;
          return TRUE;
        }
    }
  return FALSE;
}

/* Puts the private characters of the slots in the place of their names. */
static char *
mark_slots (const char *text)
{
  static const struct
  {
    const char *name;
    OutlayDateSlot slot;
  } slots[] = {
    {"{d}", OUTLAY_DATE_SLOT_DAY},           {"{m}", OUTLAY_DATE_SLOT_MONTH_NUMBER},
    {"{month}", OUTLAY_DATE_SLOT_MONTH},     {"{y}", OUTLAY_DATE_SLOT_YEAR},
    {"{yy}", OUTLAY_DATE_SLOT_SHORT_YEAR},   {"{q}", OUTLAY_DATE_SLOT_QUARTER},
    {"{h}", OUTLAY_DATE_SLOT_HALF},          {"{n}", OUTLAY_DATE_SLOT_NUMBER},
    {"{weekday}", OUTLAY_DATE_SLOT_WEEKDAY},
  };
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      char character[7] = {0};

      g_unichar_to_utf8 (slots[i].slot, character);
      g_string_replace (marked, slots[i].name, character, 0);
    }
  return strpbrk (marked->str, "{}") != NULL ? NULL
                                             : g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
number_slots (OutlayLexicon *lexicon, OutlayVocabulary *vocabulary)
{
  for (guint i = 0; i < G_N_ELEMENTS (lexicon->slot_words); i++)
    {
      char character[7] = {0};
      int length = g_unichar_to_utf8 (OUTLAY_DATE_SLOT_DAY + i, character);

      lexicon->slot_words[i] = outlay_vocabulary_add (vocabulary, character, (gsize)length);
    }
}

static void
read_date (const Reading *reading, const OutlayDataEntry *entry)
{
  OutlayLexicon *lexicon = reading->lexicon;
  OutlayDatePattern pattern = {0};

  if (!parse_date_form (entry->key, &pattern))
    {
      report_key (reading, "date", entry);
      return;
    }
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      g_autofree char *marked = mark_slots (entry->values[i]);

      if (marked == NULL
          || !outlay_phrases_add (lexicon->dates, marked, OUTLAY_ENTRY_DATE,
                                  lexicon->date_patterns->len, NULL))
        outlay_data_file_report (reading->file, entry->line, "unknown place in “%s”",
                                 entry->values[i]);
      else
        g_array_append_val (lexicon->date_patterns, pattern);
    }
}

static void
read_cue (const Reading *reading, const char *class_name, const OutlayDataEntry *entry)
{
  g_autofree char *name = g_strconcat (class_name, ":", entry->key, NULL);
  OutlayCue *cue = g_new (OutlayCue, 1);

  cue->name = g_intern_string (name);
  cue->class_name = outlay_feature_part_hash (g_intern_string (class_name));
  cue->value = outlay_feature_part_hash (g_intern_string (entry->key));
  g_ptr_array_add (reading->lexicon->cues, cue);
  g_hash_table_add (reading->lexicon->cue_names, (gpointer)cue->name);
  add_words (reading, entry, OUTLAY_ENTRY_CUE, 0, cue);
}

static void
read_endings (OutlayLexicon *lexicon, const OutlayDataEntry *entry, OutlayEnding sound)
{
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      gpointer sounds = g_hash_table_lookup (lexicon->ending_sounds, entry->values[i]);

      g_hash_table_insert (lexicon->ending_sounds, g_strdup (entry->values[i]),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (sounds) | sound));
    }
  if (sound != OUTLAY_ENDING_ANY)
    return;
  g_strfreev (lexicon->endings);
  lexicon->endings = g_strdupv (entry->values);
}

static void
read_entry (const Reading *reading, const char *section, const OutlayDataEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered_sections); i++)
    {
      if (strcmp (section, numbered_sections[i].section) == 0)
        {
          read_numbered (reading, i, entry);
          return;
        }
    }
  if (g_str_has_prefix (section, "cue."))
    read_cue (reading, section + strlen ("cue."), entry);
  else if (strcmp (section, "range") == 0)
    read_range (reading, entry);
  else if (strcmp (section, "date") == 0)
    read_date (reading, entry);
  else if (strcmp (section, "name") == 0 && strcmp (entry->key, "ending") == 0)
    read_endings (reading->lexicon, entry, OUTLAY_ENDING_ANY);
  else if (strcmp (section, "name") == 0 && strcmp (entry->key, "ending_closed") == 0)
    read_endings (reading->lexicon, entry, OUTLAY_ENDING_CLOSED);
  else if (strcmp (section, "name") == 0 && strcmp (entry->key, "ending_open") == 0)
    read_endings (reading->lexicon, entry, OUTLAY_ENDING_OPEN);
  else if (strcmp (section, "name") == 0 && strcmp (entry->key, "runs") == 0)
    reading->lexicon->has_runs = g_strcmp0 (entry->values[0], "yes") == 0;
  else if (strcmp (section, "name") == 0 && strcmp (entry->key, "particles") == 0)
    reading->lexicon->has_particles = g_strcmp0 (entry->values[0], "yes") == 0;
  else if (strcmp (section, "amount") == 0 && strcmp (entry->key, "counted") == 0)
    read_counted (reading, entry);
  else if (strcmp (section, "amount") == 0 && strcmp (entry->key, "currency") == 0)
    read_home_currency (reading, entry);
  else if (!read_listed (reading, section, entry))
    report_key (reading, section, entry);
}

/**
 * outlay_lexicon_new_empty:
 *
 * Returns: (transfer full): a lexicon without words, not yet closed.
 */
OutlayLexicon *
outlay_lexicon_new_empty (OutlayVocabulary *vocabulary, const char *language)
{
  OutlayLexicon *lexicon = g_new0 (OutlayLexicon, 1);

  lexicon->language = g_strdup (language);
  lexicon->phrases = outlay_phrases_new (vocabulary);
  lexicon->dates = outlay_phrases_new (vocabulary);
  lexicon->date_patterns = g_array_new (FALSE, FALSE, sizeof (OutlayDatePattern));
  lexicon->ending_sounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->cues = g_ptr_array_new_with_free_func (g_free);
  lexicon->cue_names = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->decimal = '.';
  lexicon->groups = g_strdup (",");
  number_slots (lexicon, vocabulary);
  return lexicon;
}

/**
 * outlay_lexicon_new:
 * @vocabulary: where its words go
 * @file: the lexicon's file; what is wrong in it is reported to it
 *
 * Returns: (transfer full) (nullable): the lexicon, not yet closed; %NULL where the file doesn't
 *   say what language it is.
 */
OutlayLexicon *
outlay_lexicon_new (OutlayVocabulary *vocabulary, OutlayDataFile *file)
{
  GStrv code = outlay_data_file_get_values (file, "language", "code");
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  if (code == NULL || code[0] == NULL)
    {
      outlay_data_file_report (file, 1, "no code in [language]");
      return NULL;
    }
  OutlayLexicon *lexicon = outlay_lexicon_new_empty (vocabulary, code[0]);
  const Reading reading = {lexicon, file};
  for (guint i = 0; i < sections->len; i++)
    {
      const char *section = g_ptr_array_index (sections, i);
      const GPtrArray *entries = outlay_data_file_get_entries (file, section);
      gboolean foreign = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (foreign_sections); k++)
        foreign |= strcmp (section, foreign_sections[k]) == 0;
      for (guint k = 0; k < entries->len && !foreign; k++)
        read_entry (&reading, section, g_ptr_array_index (entries, k));
    }
  return lexicon;
}

/**
 * outlay_lexicon_read_words:
 * @file: a list of ordinary words, see data/words/README.md
 *
 * Adds words that mean nothing to extraction, but show what is no name where nothing parts words.
 */
void
outlay_lexicon_read_words (OutlayLexicon *lexicon, OutlayDataFile *file)
{
  const Reading reading = {lexicon, file};
  const GPtrArray *entries = outlay_data_file_get_entries (file, "words");

  for (guint i = 0; i < entries->len; i++)
    add_words (&reading, g_ptr_array_index (entries, i), OUTLAY_ENTRY_WORD, 0, NULL);
}

void
outlay_lexicon_free (OutlayLexicon *lexicon)
{
  g_free (lexicon->language);
  outlay_phrases_free (lexicon->phrases);
  outlay_phrases_free (lexicon->dates);
  g_free (lexicon->groups);
  g_strfreev (lexicon->endings);
  g_hash_table_unref (lexicon->ending_sounds);
  g_array_unref (lexicon->date_patterns);
  g_free (lexicon->number_joiner);
  g_ptr_array_unref (lexicon->cues);
  g_hash_table_unref (lexicon->cue_names);
  g_free (lexicon);
}

/**
 * outlay_lexicon_has_cue:
 * @name: "CLASS:VALUE"
 *
 * Returns: whether the language has words for that cue.
 */
gboolean
outlay_lexicon_has_cue (const OutlayLexicon *lexicon, const char *name)
{
  return g_hash_table_contains (lexicon->cue_names, name);
}
