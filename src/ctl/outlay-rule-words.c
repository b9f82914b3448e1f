/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of extraction in words. */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-rule-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "extract/outlay-extract.h"

/* What stands between the name of a rule and the words that it goes by. */
#define GOES_BY ": "

typedef struct
{
  const char *name;
  const char *words;
} Saying;

/* Rules by name; {word} is what they go by. */
static const Saying rules[] = {
  {"figure", N_ ("the figure nearest to the words that tell the deal")},
  {"capacity", N_ ("the capacity nearest to the words that tell the deal")},
  {"conversion", N_ ("the same sum in another currency")},
  {"repeat", N_ ("the same figure, told again")},
  {"nearest-cue", N_ ("the cues about the figure, the nearest first")},
  {"role-of-verb", N_ ("its place beside the verb “{word}”")},
  {"role-of-passive", N_ ("its place beside the passive “{word}”")},
  {"role-of-noun", N_ ("its place beside the noun “{word}”")},
  {"role-without-verb", N_ ("its place in a sentence without a cue of who pays")},
  {"role-in-project", N_ ("named as the one for whom it is built")},
  {"role-of-giver", N_ ("named as the one from whom money or goods come")},
  {"role-of-supplier", N_ ("named as who supplies")},
  {"listed-in-round", N_ ("listed among those who take part")},
  {"other-side", N_ ("the one other party of the sentence")},
  {"builder", N_ ("who builds, where nobody else is named")},
  {"place-of-sentence", N_ ("the place of the sentence")},
  {"likeliest", N_ ("the likeliest of the places named")},
  {"date", N_ ("a date beside the deal")},
  {"stretch", N_ ("a stretch of time beside the deal")},
  {"time-cue", N_ ("a date beside a cue of time")},
  {"budget-year", N_ ("the year of the budget")},
  {"date-of-sentence", N_ ("the date of the sentence")},
  {"day-of-news", N_ ("the day of the news")},
};

/* What weighed most, by the first part of a feature's name; {word} is the rest. */
static const Saying grounds[] = {
  {"cue", N_ ("a cue and how far it stands: {word}")},
  {"near", N_ ("a cue close by: {word}")},
  {"own", N_ ("a cue in the same clause: {word}")},
  {"before", N_ ("what stands before: {word}")},
  {"behind", N_ ("what stands behind: {word}")},
  {"earlier", N_ ("what stands about it in an earlier sentence: {word}")},
  {"later", N_ ("what stands about it in a later sentence: {word}")},
  {"apart", N_ ("how far from the deal it is named: {word}")},
  {"mentions", N_ ("how often it is named: {word}")},
  {"place", N_ ("which place it is: {word}")},
  {"sentence", N_ ("where in the article the sentence stands: {word}")},
  {"kind", N_ ("the kind of the deal: {word}")},
  {"same", N_ ("what stands about it in the sentence of the deal: {word}")},
  {"driver", N_ ("its place beside the verb: {word}")},
  {"path", N_ ("the way from it to the figure: {word}")},
  {"word", N_ ("a word of the sentence: {word}")},
  {"about-before", N_ ("what stands before: {word}")},
  {"about-behind", N_ ("what stands behind: {word}")},
  {"paragraph", N_ ("what the paragraph speaks of: {word}")},
  {"told-most", N_ ("what the article speaks of most: {word}")},
  {"rule", N_ ("what the rules say: {word}")},
  {"name", N_ ("a word of its name: {word}")},
  {"type", N_ ("what it is: {word}")},
  {"title", N_ ("what the headline says: {word}")},
  {"title-aside", N_ ("what the headline says: {word}")},
  {"together", N_ ("what the others in the deal do")},
};

static const char *
find_saying (const Saying *sayings, gsize n, const char *name, gsize length)
{
  for (gsize i = 0; i < n; i++)
    {
      if (strlen (sayings[i].name) == length && strncmp (sayings[i].name, name, length) == 0)
        return _ (sayings[i].words);
    }
  return NULL;
}

/* A feature in words: its first part says of what it speaks, the others are names. */
static char *
ground_words (const char *feature)
{
  gsize length = strcspn (feature, "/");
  const char *saying = find_saying (grounds, G_N_ELEMENTS (grounds), feature, length);
  g_autofree char *rest
    = g_strdup (saying != NULL && feature[length] == '/' ? feature + length + 1 : feature);

  g_strdelimit (rest, "/", ' ');
  return saying != NULL ? outlay_format_fill (saying, "word", rest, NULL) : g_steal_pointer (&rest);
}

/**
 * outlay_rule_words:
 * @rule: (nullable): of an evidence
 *
 * Returns: (transfer full): what @rule goes by, in words; its name where there are none for it.
 */
char *
outlay_rule_words (const char *rule)
{
  const char *word = rule != NULL ? strstr (rule, GOES_BY) : NULL;
  gsize length = rule == NULL ? 0 : word != NULL ? (gsize)(word - rule) : strlen (rule);
  const char *saying;

  if (rule == NULL)
    return g_strdup (_ ("no rule"));
  if (strncmp (rule, OUTLAY_RULE_WEIGHED, length) == 0)
    {
      g_autofree char *ground = word != NULL ? ground_words (word + strlen (GOES_BY)) : NULL;

      return ground == NULL
               ? g_strdup (_ ("weighed"))
               : outlay_format_fill (_ ("weighed, above all for {word}"), "word", ground, NULL);
    }
  saying = find_saying (rules, G_N_ELEMENTS (rules), rule, length);
  return saying == NULL
           ? g_strdup (rule)
           : outlay_format_fill (saying, "word", word != NULL ? word + strlen (GOES_BY) : "", NULL);
}
