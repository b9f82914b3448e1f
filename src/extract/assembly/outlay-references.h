/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-scene.h"

G_BEGIN_DECLS

int outlay_references_resolve (const OutlayScene *scene, const OutlayFind *pronoun, gboolean *sure);

G_END_DECLS
