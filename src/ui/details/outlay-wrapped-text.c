/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-wrapped-text.h"

#include "ui/style/outlay-reading.h"

/* A word of more letters may be wider than the narrowest pane. */
#define N_LETTERS_MAX 18

/* East Asian text breaks between any two characters; all other text at spaces alone. */
static gboolean
has_long_word (const char *text)
{
  guint letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      letters = g_unichar_isspace (c) || g_unichar_iswide (c) ? 0 : letters + 1;
      if (letters > N_LETTERS_MAX)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_wrapped_text_set:
 * @label: one that wraps
 * @text: plain text
 *
 * Shows @text, broken within words only where one of them needs it: to measure a label that may
 * break within words takes GTK four times as long, and the details have dozens of them.
 */
void
outlay_wrapped_text_set (GtkLabel *label, const char *text)
{
  gtk_label_set_wrap_mode (label, has_long_word (text) ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  gtk_label_set_text (label, text);
}

/** outlay_wrapped_text_set_made: shows @text, which the program made of parts, so too. */
void
outlay_wrapped_text_set_made (GtkLabel *label, const char *text)
{
  g_autofree char *read = outlay_reading_dup (GTK_WIDGET (label), text);

  outlay_wrapped_text_set (label, read);
}

/** outlay_wrapped_text_set_parties: shows @text so too, which names parties of @fields. */
void
outlay_wrapped_text_set_parties (GtkLabel *label, const char *text, const OutlayFields *fields)
{
  g_autofree char *read = outlay_reading_dup_parties (GTK_WIDGET (label), text, fields);

  outlay_wrapped_text_set (label, read);
}
