/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a claim says what it says, for whoever tunes lexicons and rules. */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-explain.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "outlay-rule-words.h"

static char *
name_value (const OutlayFields *fields, const OutlayEvidence *evidence)
{
  if (evidence->field == OUTLAY_FIELD_PARTIES && evidence->index < fields->parties->len)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, evidence->index);

      return g_strdup_printf ("%s (%s)", party->name, outlay_format_role (party->role));
    }
  return outlay_format_field_value (fields, evidence->field);
}

static void
explain_evidence (GString *text,
                  const OutlayClaim *claim,
                  const OutlayEvidence *evidence,
                  const OutlayArticle *article)
{
  g_autofree char *quoted = outlay_article_dup_span (article, evidence->part, evidence->span);
  g_autofree char *words = outlay_text_collapse_space (quoted);
  g_autofree char *value = name_value (&claim->fields, evidence);
  g_autofree char *line = outlay_format_labelled (outlay_format_field (evidence->field), value);
  g_autofree char *rule = outlay_rule_words (evidence->rule);

  g_string_append_printf (text, "     %s\n", line);
  /* Translators: the words of an article and, in words, the rule that read them */
  g_string_append_printf (text, _ ("       “%s”; %s; sure to %u %%"), words, rule,
                          claim->confidence[evidence->field]);
  g_string_append_c (text, '\n');
}

static void
explain_claim (GString *text, guint number, const OutlayClaim *claim, const OutlayArticle *article)
{
  g_autofree char *who = outlay_format_who (&claim->fields);
  g_autofree char *whom = outlay_format_whom (&claim->fields);

  g_string_append_printf (text, "  %u. %s %s%s\n", number, who, whom,
                          claim->main ? "" : _ (" (in passing)"));
  for (guint i = 0; i < claim->evidence->len; i++)
    explain_evidence (text, claim, &g_array_index (claim->evidence, OutlayEvidence, i), article);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      gboolean proved = FALSE;

      for (guint i = 0; i < claim->evidence->len; i++)
        proved |= g_array_index (claim->evidence, OutlayEvidence, i).field == field;
      if (!proved && outlay_fields_has (&claim->fields, field))
        {
          g_autofree char *value = outlay_format_field_value (&claim->fields, field);
          g_autofree char *line = outlay_format_labelled (outlay_format_field (field), value);

          g_string_append_printf (text, "     %s\n       %s\n", line,
                                  _ ("follows from no words of its own"));
        }
    }
}

/**
 * outlay_explain_claims:
 * @claims: (element-type OutlayClaim): what @article says
 *
 * Returns: (transfer full): in words, which words and which rule gave each field of each claim.
 */
char *
outlay_explain_claims (const GPtrArray *claims, const OutlayArticle *article)
{
  GString *text = g_string_new (NULL);
  g_autofree char *label = outlay_article_dup_label (article);
  g_autofree char *published = outlay_format_date (article->published);

  g_string_append_printf (text, "%s\n  %s %s\n", label, outlay_format_language (article->lang),
                          *published != '\0' ? published : C_ ("card", "no date"));
  if (claims->len == 0)
    g_string_append_printf (text, "  %s\n", _ ("No deal found in this article"));
  for (guint i = 0; i < claims->len; i++)
    explain_claim (text, i + 1, g_ptr_array_index (claims, i), article);
  return g_string_free (text, FALSE);
}
