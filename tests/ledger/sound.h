/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoundFixture:
 * @folder: of its own
 * @path: of a filled ledger in @folder
 */
typedef struct
{
  char *folder;
  char *path;
} SoundFixture;

void sound_execute (const char *path, const char *script);
GPtrArray *sound_check (const char *path);
void sound_assert (const char *path);
void sound_add (const char *path, void (*run) (SoundFixture *, gconstpointer));

G_END_DECLS
