/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer between SQLite and the disk that makes a chosen call fail. */
#define G_LOG_DOMAIN "outlay-tests"

#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} File;

static struct
{
  gboolean armed;
  Fault fault;
  guint nth_call;
  guint n_calls;
} state;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;

/* Whether this call fails; only those that a full disk can refuse count for it. */
static gboolean
fails (gboolean writes)
{
  if (!state.armed || (state.fault == FAULT_FULL && !writes))
    return FALSE;
  state.n_calls++;
  return state.fault == FAULT_ONCE ? state.n_calls == state.nth_call
                                   : state.n_calls >= state.nth_call;
}

static int
fail_writing (int result)
{
  return state.fault == FAULT_FULL ? SQLITE_FULL : result;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *)(gpointer)file)->real;
}

static int
close_cb (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_cb (sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset)
{
  if (fails (FALSE))
    return SQLITE_IOERR_READ;
  return get_real (file)->pMethods->xRead (get_real (file), buffer, size, offset);
}

static int
write_cb (sqlite3_file *file, const void *buffer, int size, sqlite3_int64 offset)
{
  if (fails (TRUE))
    return fail_writing (SQLITE_IOERR_WRITE);
  return get_real (file)->pMethods->xWrite (get_real (file), buffer, size, offset);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails (FALSE))
    return SQLITE_IOERR_TRUNCATE;
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  if (fails (TRUE))
    return fail_writing (SQLITE_IOERR_FSYNC);
  return get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  if (fails (FALSE))
    return SQLITE_IOERR_FSTAT;
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_cb (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
unlock_cb (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
check_lock_cb (sqlite3_file *file, int *locked)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), locked);
}

static int
control_cb (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
sector_cb (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
features_cb (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
shm_map_cb (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  if (extend && fails (TRUE))
    return fail_writing (SQLITE_IOERR_SHMSIZE);
  return get_real (file)->pMethods->xShmMap (get_real (file), region, size, extend, memory);
}

static int
shm_lock_cb (sqlite3_file *file, int offset, int n_locks, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n_locks, flags);
}

static void
shm_barrier_cb (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
shm_unmap_cb (sqlite3_file *file, int remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_lock_cb,
  .xFileControl = control_cb,
  .xSectorSize = sector_cb,
  .xDeviceCharacteristics = features_cb,
  .xShmMap = shm_map_cb,
  .xShmLock = shm_lock_cb,
  .xShmBarrier = shm_barrier_cb,
  .xShmUnmap = shm_unmap_cb,
};

static int
open_cb (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *opened = (File *)(gpointer)file;

  opened->base.pMethods = NULL;
  opened->real = (sqlite3_file *)(gpointer)(opened + 1);
  if (fails ((flags & SQLITE_OPEN_CREATE) != 0))
    return SQLITE_CANTOPEN;
  int result = real_vfs->xOpen (real_vfs, name, opened->real, flags, out_flags);
  if (opened->real->pMethods != NULL)
    opened->base.pMethods = &methods;
  return result;
}

static int
delete_cb (sqlite3_vfs *self, const char *name, int sync_folder)
{
  if (fails (FALSE))
    return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

/** fault_vfs_install: puts the layer below all ledgers that are opened from now on. */
void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = (int)sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = open_cb;
  vfs.xDelete = delete_cb;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/** fault_vfs_arm: lets the @nth_call from now on fail, counted from 1. */
void
fault_vfs_arm (Fault fault, guint nth_call)
{
  state.armed = TRUE;
  state.fault = fault;
  state.nth_call = nth_call;
  state.n_calls = 0;
}

/** fault_vfs_disarm: lets all calls be; returns whether one has failed. */
gboolean
fault_vfs_disarm (void)
{
  state.armed = FALSE;
  return state.n_calls >= state.nth_call;
}
