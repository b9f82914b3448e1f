/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "outlay-jail.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "outlay-read-config.h"

#ifdef HAVE_LANDLOCK
#include <linux/landlock.h>
#endif
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

/* The sanitizers map terabytes that they never touch. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER 1
#endif
#endif

#define MEMORY ((rlim_t)1 << 30)

static gboolean
limit (int resource, rlim_t value)
{
  struct rlimit both = {value, value};

  return setrlimit ((__rlimit_resource_t)resource, &both) == 0;
}

static gboolean
enter_limits (void)
{
  const struct itimerval clock = {.it_value.tv_sec = OUTLAY_JAIL_SECONDS};
  gboolean fine = limit (RLIMIT_CPU, OUTLAY_JAIL_CPU_SECONDS) && limit (RLIMIT_FSIZE, 0)
                  && limit (RLIMIT_CORE, 0) && limit (RLIMIT_NOFILE, 32);

#ifndef HAS_ADDRESS_SANITIZER
  fine &= limit (RLIMIT_AS, MEMORY);
#endif
  return setitimer (ITIMER_REAL, &clock, NULL) == 0 && fine;
}

#ifdef HAVE_LANDLOCK

/* What tables libraries look up while they read: conversions of encodings, and the characters of
 * Chinese, Japanese and Korean PDFs. */
static const char *const readable[] = {
  "/usr/lib",
  "/usr/share/poppler",
};

static void
allow_reading (int rules, const char *folder)
{
  struct landlock_path_beneath_attr beneath = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
    .parent_fd = open (folder, O_PATH | O_CLOEXEC),
  };

  if (beneath.parent_fd < 0)
    return;
  syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
}

/* The rights that the first version of Landlock knows, all of them refused but for reading tables.
 */
static gboolean
enter_files (void)
{
  struct landlock_ruleset_attr attributes = {.handled_access_fs = (1 << 13) - 1};
  int rules = (int)syscall (SYS_landlock_create_ruleset, &attributes,
                            sizeof attributes.handled_access_fs, 0);
  gboolean fine;

  if (rules < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    allow_reading (rules, readable[i]);
  fine = syscall (SYS_landlock_restrict_self, rules, 0) == 0;
  close (rules);
  return fine;
}

#else

static gboolean
enter_files (void)
{
  return FALSE;
}

#endif

#ifdef HAVE_SECCOMP

/* What reading bytes in memory takes. Whatever else is called fails with EPERM. */
static const int calls[] = {
  SCMP_SYS (read),
  SCMP_SYS (write),
  SCMP_SYS (writev),
  SCMP_SYS (close),
  SCMP_SYS (lseek),
  SCMP_SYS (fstat),
  SCMP_SYS (newfstatat),
  SCMP_SYS (pread64),
  SCMP_SYS (mmap),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (mprotect),
  SCMP_SYS (madvise),
  SCMP_SYS (brk),
  SCMP_SYS (futex),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (time),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getrandom),
  SCMP_SYS (getrusage),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (sysinfo),
  SCMP_SYS (uname),
  SCMP_SYS (poll),
  SCMP_SYS (ppoll),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (tgkill),
  SCMP_SYS (fcntl),
  SCMP_SYS (set_robust_list),
  SCMP_SYS (rseq),
};

/* Files may be opened to read where Landlock says which; without it none. */
static gboolean
allow_opening (scmp_filter_ctx filter)
{
  const struct scmp_arg_cmp only_reading
    = SCMP_A2 (SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY);

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1, only_reading) == 0;
}

static gboolean
enter_calls (gboolean files_kept)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean fine = filter != NULL;

  for (guint i = 0; fine && i < G_N_ELEMENTS (calls); i++)
    fine = seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) == 0;
  if (fine && files_kept)
    fine = allow_opening (filter);
  fine = fine && seccomp_load (filter) == 0;
  if (filter != NULL)
    seccomp_release (filter);
  return fine;
}

#else

static gboolean
enter_calls (gboolean files_kept)
{
  return FALSE;
}

#endif

/**
 * outlay_jail_enter:
 *
 * Gives up, for good, what reading bytes in memory doesn't need: files, network, other programs,
 * and time and memory without bounds.
 *
 * Returns: what the kernel granted.
 */
OutlayJailLayers
outlay_jail_enter (void)
{
  OutlayJailLayers layers = 0;

  if (enter_limits ())
    layers |= OUTLAY_JAIL_LIMITS;
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return layers;
  if (enter_files ())
    layers |= OUTLAY_JAIL_FILES;
  if (enter_calls ((layers & OUTLAY_JAIL_FILES) != 0))
    layers |= OUTLAY_JAIL_CALLS;
  return layers;
}
