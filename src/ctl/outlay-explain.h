/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"
#include "base/outlay-claim.h"

G_BEGIN_DECLS

char *outlay_explain_claims (const GPtrArray *claims, const OutlayArticle *article);

G_END_DECLS
