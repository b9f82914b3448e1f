/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayMail:
 * @subject: (nullable): decoded
 * @sender: (nullable): the name of who sent it, else the host of the address
 * @date: (nullable): the stamp as it stands there
 * @address: (nullable): where the mail, or the page in it, can be read in the web
 * @content: (nullable): the text, HTML where the mail has it
 * @markup: whether @content is HTML
 * @cut: whether its end is missing
 * @n_attachments: parts beside the text that a reader would have to open
 *
 * What is of use in a mail.
 */
typedef struct
{
  char *subject;
  char *sender;
  char *date;
  char *address;
  char *content;
  gboolean markup;
  gboolean cut;
  guint n_attachments;
} OutlayMail;

OutlayMail *outlay_mail_new (const guint8 *data, gsize size);
void outlay_mail_free (OutlayMail *mail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMail, outlay_mail_free)

G_END_DECLS
